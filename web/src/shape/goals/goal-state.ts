/**
 * 成果目標 as the pages show them. In a running year, what the year will come to (見込み) says more than where it should stand by
 * now (目安): where publish gives a projection, 届く見込み and 届かないおそれ follow it, so that word and sentence agree.
 */
import type { GoalState, GoalsObject, GoalView } from '#functions/publish/release.ts';

/** Whether the projection reaches the goal; `null` where there is none. */
export function isCarried({ projection, comparable, direction }: GoalView): boolean | null {
  if (projection === null || comparable === null) return null;
  return direction === 'atMost' ? projection.value <= comparable : projection.value >= comparable;
}

function shownState(goal: GoalView): GoalState {
  if (goal.state !== 'onPace' && goal.state !== 'behind') return goal.state;
  const carried = goal.direction === 'range' ? null : isCarried(goal);
  if (carried === null) return goal.state;
  return carried ? 'onPace' : 'behind';
}

/** All goals of a municipality, each with the state that is shown. */
export function readGoals({ goals }: Pick<GoalsObject, 'goals'>): readonly GoalView[] {
  return goals.map((goal) => {
    const state = shownState(goal);
    return state === goal.state ? goal : { ...goal, state };
  });
}
