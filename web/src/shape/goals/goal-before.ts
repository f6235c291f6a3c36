/**
 * The same measure a year before (前年度), to hold a result against: of the same office, programme, unit, counting and slice, and until
 * the same day of its year, so that nine months never stand beside twelve.
 */
import type { GoalView } from '#functions/publish/release.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { differenceOf } from '../figures/difference.ts';
import { formatDifference } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import { formatGoalNumber, goalDecimals, unitOf } from './goal-sentence.ts';

const traits = [
  ...(['office', 'programme', 'indicator', 'measure', 'unit', 'counting'] as const),
  ...(['area', 'pathway', 'target', 'per'] as const),
] as const;

/** Where in its fiscal year a result ends: '2017-03-31' of fiscal 2016 and '2018-03-31' of fiscal 2017 alike; `null` where not known. */
function endOf({ resultUntil, fiscalYear }: GoalView): string | null {
  return resultUntil?.replace(/\d{4}/, (year) => String(Number(year) - fiscalYear)) ?? null;
}

/** The goal whose result is the one of a year before; `null` where there is none, or several could be meant. */
function findBefore(goal: GoalView, everyYear: readonly GoalView[]): GoalView | null {
  const end = endOf(goal);
  if (end === null) return null;
  const [found, other] = everyYear.filter(
    (one) =>
      one.fiscalYear === goal.fiscalYear - 1 &&
      endOf(one) === end &&
      typeof one.result === 'number' &&
      traits.every((name) => one[name] === goal[name]),
  );
  return found === undefined || other !== undefined ? null : found;
}

/** The result of a year before and the difference, both as printed, and as a sentence. */
export interface ResultBefore {
  readonly result: string;
  readonly difference: string;
  readonly sentence: string;
}

/** '131回', '+11回' and '前年度は131回でした（+11回）。'; `null` where the two cannot stand beside each other. */
export function printBefore(
  goal: GoalView,
  { everyYear, language }: { readonly everyYear: readonly GoalView[]; readonly language: Language },
): ResultBefore | null {
  const found = typeof goal.result === 'number' ? findBefore(goal, everyYear) : null;
  if (found === null || typeof found.result !== 'number') return null;
  const decimals = Math.max(goalDecimals(goal), goalDecimals(found));
  const difference = differenceOf(expandFigure(found.result), expandFigure(goal.result), decimals);
  if (difference.state !== 'value') return null;
  const isShare = goal.unit === '%' || goal.unit === '％';
  const points = language === 'ja' ? 'ポイント' : ' points';
  const unit = unitOf(goal, language);
  const ofUnit = language === 'ja' || unit === '' ? unit : ` ${unit}`;
  const printed = {
    result: formatGoalNumber(found, found.result, language),
    difference: `${formatDifference(difference.value, decimals)}${isShare ? points : ofUnit}`,
  };
  return { ...printed, sentence: say(goalWords.saysBefore, language, printed) };
}
