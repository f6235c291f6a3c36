/**
 * The bullet bar of a goal (成果目標) as shares of its width. Goals of all rows stand at one place, so that the eye
 * compares how far each result is from its goal. Geometry only: no figure is computed here.
 */
import type { GoalReason, GoalView } from '#functions/publish/release.ts';

/** Where every goal's tick stands, as a share of the bar's width: the scale ends at 120% of the goal. */
export const goalPosition = 1 / 1.2;

/** How the result is drawn: the colour says little, mark and word of the state always stand beside it. */
export type BarTone = 'met' | 'result' | 'short' | 'unjudged';

export interface GoalBar {
  /** Length of the result, 0 to 1; `null` where there is none to draw. */
  readonly result: number | null;
  readonly tone: BarTone;
  readonly goal: number;
  /** The lower end of a goal that is a range (範囲), else `null`. */
  readonly lower: number | null;
  /** ▼ 今ごろの目安, as published; `null` where the goal has none, or nothing is held against it any more. */
  readonly pace: number | null;
  /** ○ 見込み with its 95 % line; what lies beyond the scale ends at its end. */
  readonly projection: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** The result lies beyond the scale. */
  readonly isBeyond: boolean;
}

/** Reasons that forbid to draw goal and result on one scale. */
const incomparable: readonly GoalReason[] = ['words', 'unit', 'period', 'noBaseline', 'rangeResult', 'suppressed'];

/** The colour of the result by the state of the goal. */
function toneOf(goal: GoalView): BarTone {
  if (goal.state === 'met') return 'met';
  if (goal.state === 'behind' || goal.state === 'missed') return 'short';
  return goal.state === 'cannotJudge' ? 'unjudged' : 'result';
}

/** The bar of a goal; `null` where there is no number to aim at, or goal and result have no common scale. */
export function shapeGoalBar(goal: GoalView): GoalBar | null {
  // A range that was converted to the months so far keeps its proportion.
  const isRange = goal.goalUpper !== null && goal.goalValue !== null && goal.goalValue > 0;
  const lowest = goal.comparable ?? goal.goalValue;
  const scale = isRange && lowest !== null ? lowest / Number(goal.goalValue) : 1;
  const aim = isRange ? Number(goal.goalUpper) * scale : (lowest ?? goal.goalUpper);
  if (goal.state === 'noGoal' || aim === null || aim <= 0) return null;
  if (goal.reason !== null && incomparable.includes(goal.reason)) return null;
  const share = typeof goal.result === 'number' ? goal.result / aim : null;
  const isRunning = goal.state === 'onPace' || goal.state === 'behind';
  const at = (value: number) => Math.min(1, Math.max(0, (value / aim) * goalPosition));
  const { projection } = goal;
  return {
    result: share === null ? null : Math.min(1, Math.max(0, share * goalPosition)),
    tone: toneOf(goal),
    goal: goalPosition,
    lower: isRange && lowest !== null ? (lowest / aim) * goalPosition : null,
    pace: isRunning && goal.pace !== null ? at(goal.pace) : null,
    projection:
      isRunning && projection !== null
        ? { value: at(projection.value), low: at(projection.low), high: at(projection.high) }
        : null,
    isBeyond: share !== null && share * goalPosition > 1,
  };
}
