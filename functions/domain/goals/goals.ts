/**
 * 成果目標: whether a goal is met, and where that cannot be said, why. A goal is compared with a result only where unit,
 * 数え方 and period agree or can be converted (workbook.md, 成果目標). No goal, no result, 0 and not reported stay apart.
 */
import { daysBetween, firstDayOf, lastDayOf, monthOf, numberOfMonth, elapsedShare as shareOf } from '../calendar.ts';
import type { Day } from '../codes.ts';
import type { StoredFigure } from '../figure.ts';
import {
  accumulates,
  countsTheSame,
  type GoalTerms,
  growthAsked,
  hasMonthlyUnit,
  hasSameUnit,
  periodOfGoal,
} from './goal-terms.ts';

export type GoalState =
  | 'met' // 達成
  | 'missed' // 未達, after the period has ended
  | 'onPace' // まだ期間中, result at or above the elapsed share of the goal
  | 'behind' // まだ期間中, below it
  | 'cannotJudge' // 判断できない
  | 'noResult' // 実績なし
  | 'noGoal'; // 目標なし

/** Why a goal cannot be judged; the sentences are in the vocabulary under the same key. */
export type GoalReason =
  | 'words' // goal in words only
  | 'counting' // 実数 against 延べ, 新規 against 累計
  | 'unit'
  | 'period' // per place and month, without the number of places; or a result of another year
  | 'partialYear' // results up to a month against a goal for the whole year, below the goal
  | 'undated' // nobody says until when the result was counted, and it is short of the goal
  | 'unreported' // months missing
  | 'noBaseline' // increase by x % without a base
  | 'rangeResult'
  | 'suppressed';

/** The municipality's own figure for a goal on a standard indicator. */
export interface ComputedResult {
  readonly figure: StoredFigure;
  /** The last day that the figure has data for. */
  readonly until: Day | null;
  readonly monthsWithData: number;
  /** Whether months before `until` (after the year: any month) or offices are missing from it. */
  readonly isIncomplete: boolean;
}

export interface JudgedGoal {
  readonly state: GoalState;
  readonly reason: GoalReason | null;
  readonly result: StoredFigure;
  readonly resultUntil: Day | null;
  readonly resultSource: 'computed' | 'typed' | 'none';
  readonly comparable: number | null;
  readonly elapsedShare: number | null;
  readonly attainment: number | null;
}

type Result = Pick<JudgedGoal, 'result' | 'resultUntil' | 'resultSource'>;

/** Judges one goal on the day of the run. `places` is the number of places (か所), where it is known. */
export function judgeGoal(
  goal: GoalTerms,
  { computed, places, today }: { computed: ComputedResult | null; places: number | null; today: Day },
): JudgedGoal {
  const found = findResult(goal, computed);
  const end = `${goal.fiscalYear + 1}-03-31` as Day;
  const isOver = today > end;
  const until = found.resultUntil ?? (isOver ? null : today);
  const elapsed = found.resultSource === 'none' || until === null ? null : shareOf(goal.fiscalYear, until);
  const answer = (state: GoalState, reason: GoalReason | null, comparable: number | null): JudgedGoal => {
    const canSay = reason === null && typeof found.result === 'number' && comparable !== null && comparable !== 0;
    const attainment = canSay ? Number(found.result) / Number(comparable) : null;
    return { ...found, state, reason, comparable, elapsedShare: elapsed, attainment };
  };

  if (goal.goalValue === null && goal.goalUpper === null) {
    const hasWords = goal.goalText !== null || goal.direction === 'words';
    return hasWords ? answer('cannotJudge', 'words', null) : answer('noGoal', null, null);
  }
  if (goal.direction === 'words') return answer('cannotJudge', 'words', null);
  const growth = growthAsked(goal);
  if (growth !== null && goal.baseline === null) return answer('cannotJudge', 'noBaseline', null);
  if (found.result === 'x') return answer('cannotJudge', 'suppressed', null);
  if (typeof found.result !== 'number' || found.resultSource === 'none') return answer('noResult', null, null);
  if (!hasSameUnit(goal, found.resultSource)) return answer('cannotJudge', 'unit', null);
  if (!countsTheSame(goal, found.resultSource)) return answer('cannotJudge', 'counting', null);
  if (until !== null && until < `${goal.fiscalYear}-04-01`) return answer('cannotJudge', 'period', null);

  const unfinished = until === null ? 0 : 1 - partOfMonth(until);
  const months =
    found.resultSource === 'computed'
      ? (computed?.monthsWithData ?? 12) - unfinished
      : monthsUntil(goal.fiscalYear, until);
  const factor = conversionFactor(goal, { source: found.resultSource, months, places });
  if (factor === null) return answer('cannotJudge', 'period', null);
  const growthFactor = growth === null || goal.baseline === null ? null : goal.baseline * (1 + growth / 100);
  const limits = limitsOf(goal, growthFactor, factor);
  const comparable = limits.lower ?? limits.upper;
  const isConverted = periodOfGoal(goal) !== 'year';
  const isIncomplete = found.resultSource === 'computed' && computed?.isIncomplete === true;
  const isWhole = until !== null && until >= end && !isIncomplete;
  const verdict = judge({
    result: found.result,
    limits,
    accumulates: accumulates(goal) && growth === null,
    isConverted,
    isOver,
    isWhole,
    isIncomplete,
    isUndated: until === null,
    pace: elapsed ?? 1,
    source: found.resultSource,
  });
  return answer(verdict.state, verdict.reason, comparable);
}

/** The municipality's figure where it has a number, else 実績値. */
function findResult(goal: GoalTerms, computed: ComputedResult | null): Result {
  if (computed !== null && (typeof computed.figure === 'number' || computed.figure === 'x')) {
    return { result: computed.figure, resultUntil: computed.until, resultSource: 'computed' };
  }
  if (typeof goal.result === 'number')
    return { result: goal.result, resultUntil: goal.resultAsOf, resultSource: 'typed' };
  return { result: computed?.figure ?? 'u', resultUntil: null, resultSource: 'none' };
}

/** Months of the fiscal year up to a day, the last one in part; 12 where the day is not known. */
export function monthsUntil(fiscalYear: number, until: Day | null): number {
  if (until === null) return 12;
  const whole = numberOfMonth(monthOf(until)) - (fiscalYear * 12 + 3);
  return Math.min(12, Math.max(0, whole + partOfMonth(until)));
}

/** The part of its month that is over at the end of a day; 1 on the last. */
function partOfMonth(day: Day): number {
  const month = monthOf(day);
  return (daysBetween(firstDayOf(month), day) + 1) / Number(lastDayOf(month).slice(8));
}

/** By what a goal is multiplied to stand beside the result; `null` where that cannot be known. */
function conversionFactor(
  goal: GoalTerms,
  { source, months, places }: { source: 'computed' | 'typed' | 'none'; months: number; places: number | null },
): number | null {
  const per = periodOfGoal(goal);
  if (per === 'year' || !accumulates(goal)) return 1;
  const isSum =
    source === 'computed' ||
    goal.counting === 'cumulative' ||
    (goal.counting !== null && goal.counting !== 'point' && !hasMonthlyUnit(goal));
  if (!isSum) return 1;
  switch (per) {
    case 'month':
      return months;
    case 'quarter':
      return months / 3;
    case 'placeMonth':
      return places === null || places === 0 ? null : months * places;
    default:
      return per satisfies never;
  }
}

/** Lower and upper limit of what counts as met; `null` where there is none. */
function limitsOf(
  goal: GoalTerms,
  growthGoal: number | null,
  factor: number,
): { lower: number | null; upper: number | null } {
  const scaled = (value: number | null) => (value === null ? null : roundOff(value * factor));
  const value = growthGoal ?? goal.goalValue;
  switch (goal.direction) {
    case 'atMost':
      return { lower: null, upper: scaled(value ?? goal.goalUpper) };
    case 'range':
      return { lower: scaled(value), upper: scaled(goal.goalUpper) };
    default:
      return goal.goalUpper === null || goal.direction === 'atLeast'
        ? { lower: scaled(value), upper: null }
        : { lower: scaled(value), upper: scaled(goal.goalUpper) };
  }
}

/** Binary fractions (10 × 1.1) must not decide whether a goal is met. */
function roundOff(value: number): number {
  return Number(value.toPrecision(12));
}

function judge({
  result,
  limits: { lower, upper },
  accumulates: grows,
  isConverted,
  isOver,
  isWhole,
  isIncomplete,
  isUndated,
  pace,
  source,
}: {
  result: number;
  limits: { lower: number | null; upper: number | null };
  accumulates: boolean;
  isConverted: boolean;
  isOver: boolean;
  isWhole: boolean;
  isIncomplete: boolean;
  /** 実績時点 is blank and the year is over: the result may be of any day of it. */
  isUndated: boolean;
  pace: number;
  source: 'computed' | 'typed' | 'none';
}): { state: GoalState; reason: GoalReason | null } {
  const reached = lower === null || result >= lower;
  const within = upper === null || result <= upper;
  const incomplete = {
    state: 'cannotJudge',
    reason: isIncomplete || source === 'computed' ? 'unreported' : isUndated ? 'undated' : 'partialYear',
  } as const;
  const verdict = (state: GoalState) => ({ state, reason: null });

  if (isConverted || !grows) {
    if (!isOver) return verdict(reached && within ? 'onPace' : 'behind');
    if (reached && within) return verdict('met');
    return (isConverted && !isUndated) || isWhole ? verdict('missed') : incomplete;
  }
  if (!within) return verdict(isOver ? 'missed' : 'behind');
  if (reached && upper === null) return verdict('met');
  if (isOver) {
    if (!isWhole) return incomplete;
    return verdict(reached ? 'met' : 'missed');
  }
  const onPace = lower === null ? result <= (upper ?? 0) * pace : result >= lower * pace;
  if (onPace) return verdict('onPace');
  return isIncomplete && lower !== null ? incomplete : verdict('behind');
}
