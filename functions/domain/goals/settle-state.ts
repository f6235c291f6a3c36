/**
 * 届く見込み or 届かないおそれ in a running year. What the year will come to (見込み) says more than where it should stand by now (目安):
 * where there is a projection, the state follows it, so that mark, word, sentence and counts agree everywhere.
 */
import type { GoalTerms } from './goal-terms.ts';
import type { GoalState, JudgedGoal } from './goals.ts';
import type { Projection } from './projection.ts';

/** Whether the projection reaches the goal, or stays within it (以下); `null` where there is none, or the goal is a range (範囲). */
export function isCarried(
  projection: Projection | null,
  { comparable, direction }: { readonly comparable: number | null; readonly direction: GoalTerms['direction'] },
): boolean | null {
  if (projection === null || comparable === null || direction === 'range') return null;
  return direction === 'atMost' ? projection.value <= comparable : projection.value >= comparable;
}

/** The state of a goal once its projection is known. */
export function settleState(
  { state, comparable }: Pick<JudgedGoal, 'state' | 'comparable'>,
  { projection, direction }: { readonly projection: Projection | null; readonly direction: GoalTerms['direction'] },
): GoalState {
  if (state !== 'onPace' && state !== 'behind') return state;
  const carried = isCarried(projection, { comparable, direction });
  if (carried === null) return state;
  return carried ? 'onPace' : 'behind';
}
