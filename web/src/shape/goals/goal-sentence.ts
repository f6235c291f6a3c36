/**
 * What is said about one goal (成果目標): its state in a sentence with the pair of numbers, or why it cannot be judged.
 * Differences are those of the printed values; nothing else is computed.
 */
import type { GoalReason, GoalView } from '#functions/publish/release.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber, printedValue, unitBeside } from '../figures/format.ts';
import { say } from '../say.ts';
import { isCarried } from './goal-state.ts';

const reasonPhrases: Readonly<Record<GoalReason, Phrase>> = {
  words: goalWords.reasonWords,
  counting: goalWords.reasonCounting,
  unit: goalWords.reasonUnit,
  period: goalWords.reasonPeriod,
  partialYear: goalWords.reasonPartialYear,
  undated: goalWords.reasonUndated,
  unreported: goalWords.reasonUnreported,
  noBaseline: goalWords.reasonNoBaseline,
  rangeResult: goalWords.reasonRangeResult,
  suppressed: goalWords.reasonSuppressed,
};

/** Nothing was reported for a standard indicator; for the office's own measure there is merely no 実績値. */
export function isNotReported(goal: GoalView): boolean {
  return goal.result === 'u' && goal.indicator !== null;
}

/** Decimals that a typed number needs, at most two. */
function decimalsOf(value: number | null): number {
  if (value === null || Number.isInteger(value)) return 0;
  return Number.isInteger(Math.round(value * 1e6) / 1e5) ? 1 : 2;
}

/**
 * Decimals of a row: those of its indicator, else what its goal and typed result need. One number a row. A goal converted to the
 * months so far (100 a month × 9.53) gets no more than the goal has.
 */
export function goalDecimals(goal: GoalView): number {
  const indicator = indicators.find(({ code }) => code === goal.indicator);
  const typed = [goal.goalValue, goal.goalUpper, goal.resultSource === 'typed' ? goal.result : null];
  const needed = typed.map((value) => decimalsOf(typeof value === 'number' ? value : null));
  return Math.max(indicator?.decimals ?? 0, ...needed);
}

/** The unit as printed; in English that of the standard indicator, else as the office typed it. */
export function unitOf(goal: GoalView, language: Language): string {
  const indicator = indicators.find(({ code }) => code === goal.indicator);
  if (language === 'ja' || indicator === undefined || goal.unit === null) return goal.unit ?? '';
  return goal.unit === indicator.unit ? indicator.unitEn : goal.unit;
}

/** The number alone; a whole count bears no decimals that only another number of its row needs: 270 beside 269.5. */
export function printGoalNumber(goal: GoalView, value: number): string {
  const isShare = indicators.some(({ code, decimals }) => code === goal.indicator && decimals > 0);
  return formatNumber(value, !isShare && Number.isInteger(value) ? 0 : goalDecimals(goal));
}

/** '280件', '25.0%', '12 places' in English with a space before words. */
export function formatGoalNumber(goal: GoalView, value: number, language: Language): string {
  const number = printGoalNumber(goal, value);
  const unit = unitOf(goal, language);
  if (unit === '') return number;
  return language === 'ja' || /^[%‰％]/.test(unit) ? `${number}${unit}` : `${number} ${unitBeside(number, unit)}`;
}

/** Difference of two printed values, without its sign, with the unit; points for percentages. */
function formatGap(goal: GoalView, gap: number, language: Language): string {
  const decimals = goalDecimals(goal);
  const size = printedValue(Math.abs(gap), decimals);
  if (goal.unit !== '%' && goal.unit !== '％') return formatGoalNumber(goal, size, language);
  return `${formatNumber(size, decimals)}${language === 'ja' ? 'ポイント' : ' points'}`;
}

/** '期間の75.3%が過ぎて、実績は目標の78.6%です。' Both shares are published. */
function sayPace(goal: GoalView, language: Language): string {
  if (goal.pace === null || goal.elapsedShare === null || goal.attainment === null) {
    const isLimit = goal.direction === 'atMost' || goal.direction === 'range';
    const reached = isLimit ? goalWords.saysWithinSoFar : goalWords.saysOnPaceOnly;
    const short = isLimit ? goalWords.saysOutsideSoFar : goalWords.saysBehindOnly;
    return say(goal.state === 'onPace' ? reached : short, language);
  }
  return say(goalWords.saysPace, language, {
    elapsed: formatNumber(goal.elapsedShare * 100, 1),
    attainment: formatNumber(goal.attainment * 100, 1),
  });
}

/** The gap between result and goal as printed: positive where the result is above. */
function gapOf(goal: GoalView, aim: number | null): number | null {
  if (typeof goal.result !== 'number' || aim === null) return null;
  const decimals = goalDecimals(goal);
  return printedValue(printedValue(goal.result, decimals) - printedValue(aim, decimals), decimals);
}

/** As published: a whole number, or one decimal. */
function formatMonthly(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}

/** 'あと4.3か月、月47.5件で届きます。' as published; '' where nothing is needed a month. */
function sayNeeded(goal: GoalView, language: Language): string {
  const { neededPerMonth, monthsLeft } = goal;
  if (neededPerMonth === null || neededPerMonth === 0 || monthsLeft === null || monthsLeft === 0) return '';
  const unit = unitOf(goal, language);
  const needed = `${formatMonthly(neededPerMonth)}${language === 'ja' || unit === '' ? unit : ` ${unit}`}`;
  const phrase = goal.state === 'onPace' ? goalWords.saysNeeded : goalWords.saysNeededMore;
  return say(phrase, language, { months: formatMonthly(monthsLeft), needed });
}

/** '3月末は294件（268〜321件）で、目標の280件に届く見込みです。' '' where there is no projection. */
function sayProjection(goal: GoalView, language: Language): string {
  const carried = isCarried(goal);
  if (goal.projection === null || goal.comparable === null || carried === null) return '';
  const { value, low, high } = goal.projection;
  const isLimit = goal.direction === 'atMost';
  const reached = isLimit ? goalWords.saysWillStay : goalWords.saysWillReach;
  const short = isLimit ? goalWords.saysWillPass : goalWords.saysWillMiss;
  return say(carried ? reached : short, language, {
    value: formatGoalNumber(goal, value, language),
    low: formatNumber(low),
    high: language === 'ja' ? formatGoalNumber(goal, high, language) : formatNumber(high),
    goal: formatGoalNumber(goal, goal.comparable, language),
  });
}

function sayMet(goal: GoalView, language: Language): string {
  const gap = gapOf(goal, goal.comparable ?? goal.goalValue);
  if (goal.direction === 'range') return say(goalWords.saysWithinRange, language);
  if (goal.direction === 'atMost' && goal.goalValue !== null) {
    return say(goalWords.saysWithinAtMost, language, { goal: formatGoalNumber(goal, goal.goalValue, language) });
  }
  if (gap === null || gap < 0) return say(goalWords.saysMetOnly, language);
  if (gap === 0) return say(goalWords.saysExactlyGoal, language);
  return say(goalWords.saysAboveGoal, language, { difference: formatGap(goal, gap, language) });
}

function sayMissed(goal: GoalView, language: Language): string {
  const gap = gapOf(goal, goal.comparable ?? goal.goalValue);
  if (goal.direction === 'range') return say(goalWords.saysOutsideRange, language);
  if (gap === null || gap === 0) return say(goalWords.saysMissedOnly, language);
  const difference = formatGap(goal, gap, language);
  return say(gap > 0 ? goalWords.saysOverAtMost : goalWords.saysShort, language, { difference });
}

/**
 * One or two sentences on the state of a goal, ending with why it cannot be judged where it cannot; '' without a goal, which mark and word
 * of the state say already.
 */
export function describeGoal(goal: GoalView, language: Language): string {
  switch (goal.state) {
    case 'met':
      return sayMet(goal, language);
    case 'missed':
      return sayMissed(goal, language);
    case 'onPace':
    case 'behind': {
      const gap = goal.direction === 'atMost' || goal.direction === 'range' ? null : gapOf(goal, goal.comparable);
      const toGo =
        gap === null || gap >= 0
          ? ''
          : say(goalWords.saysToGo, language, { difference: formatGap(goal, gap, language) });
      const needed = sayNeeded(goal, language);
      // What is needed a month, or what the year will come to, says more than the share of the year that is over.
      const projection = sayProjection(goal, language);
      const pace = needed === '' && projection === '' ? sayPace(goal, language) : '';
      return [pace, toGo, needed, projection].filter(Boolean).join(language === 'ja' ? '' : ' ');
    }
    case 'cannotJudge':
      if (goal.reason === 'period' && goal.per === 'placeMonth') return goalWords.reasonPlaceMonth[language];
      return say(goal.reason === null ? goalWords.reasonOther : reasonPhrases[goal.reason], language);
    case 'noResult':
      return say(isNotReported(goal) ? goalWords.saysNotReported : goalWords.saysNoResult, language);
    case 'noGoal':
      return '';
    default:
      return goal.state satisfies never;
  }
}
