/** 成果目標 in a running year: where it should stand by now, what a month is still needed, and what the year will come to. */
import type { Day } from '../codes.ts';
import { accumulates, type GoalTerms, growthAsked, periodOfGoal } from './goal-terms.ts';
import { type JudgedGoal, monthsUntil } from './goals.ts';
import { type Course, type Projection, type ProjectionReason, projectYear } from './projection.ts';

export interface GoalPace {
  /** ▼: the goal times the share of the year that has elapsed; `null` where the goal does not rest on pace or the year is over. */
  readonly pace: number | null;
  /** What is missing ÷ `monthsLeft`, with one decimal, rounded up; 0 where the goal is reached. */
  readonly neededPerMonth: number | null;
  /** Months after the last day of the result, with one decimal. */
  readonly monthsLeft: number | null;
  readonly projection: Projection | null;
  readonly projectionReason: ProjectionReason | null;
}

/** `course` is `null` where the months of the result are not known. */
export function computePace(
  goal: GoalTerms,
  {
    judged,
    course,
    isIncomplete,
    today,
  }: { judged: JudgedGoal; course: Course | null; isIncomplete: boolean; today: Day },
): GoalPace {
  const nothing = (projectionReason: ProjectionReason): GoalPace => ({
    pace: null,
    neededPerMonth: null,
    monthsLeft: null,
    projection: null,
    projectionReason,
  });
  if (today > `${goal.fiscalYear + 1}-03-31`) return nothing('over');
  const { comparable, elapsedShare, result } = judged;
  if (!restsOnPace(goal) || comparable === null || elapsedShare === null || typeof result !== 'number')
    return nothing('notPace');
  const monthsLeft = Math.round((12 - monthsUntil(goal.fiscalYear, judged.resultUntil ?? today)) * 10) / 10;
  const projected = project({ course, isIncomplete });
  return {
    pace: comparable * elapsedShare,
    neededPerMonth:
      goal.direction === 'atMost' || isIncomplete ? null : neededPerMonth(comparable - result, monthsLeft),
    monthsLeft,
    projection: typeof projected === 'string' ? null : projected,
    projectionReason: typeof projected === 'string' ? projected : null,
  };
}

/** Whether the goal is for the whole year and its result grows towards it. */
function restsOnPace(goal: GoalTerms): boolean {
  return accumulates(goal) && growthAsked(goal) === null && periodOfGoal(goal) === 'year';
}

function project({
  course,
  isIncomplete,
}: {
  course: Course | null;
  isIncomplete: boolean;
}): Projection | ProjectionReason {
  if (course === null) return 'noMonths';
  return isIncomplete ? 'unreported' : projectYear(course);
}

/** `null` where nothing is left of the year and something is missing. */
function neededPerMonth(missing: number, monthsLeft: number): number | null {
  if (missing <= 0) return 0;
  // Binary fractions (7 ÷ 0.7) must not add a tenth.
  return monthsLeft === 0 ? null : Math.ceil((missing / monthsLeft) * 10 - 1e-9) / 10;
}
