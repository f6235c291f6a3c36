/**
 * What is worth a sentence in a series of months: a value outside what the months before predict, a record, a silence.
 * Only months in which the same offices reported are set beside each other: an office that joins or is late is no news of
 * the people who come.
 */
import type { ReportState } from './reporting.ts';
import { usualGap } from './reports-due.ts';
import { meanOf } from './statistics/negative-binomial.ts';
import { isUnusual, monthsBefore, type PredictedCount, predictCount } from './statistics/unusual-values.ts';

/** A count by month; `null` where it was not reported (never 0). */
export interface MonthlyCounts {
  readonly counts: readonly (number | null)[];
  /** For each month, which offices reported: months are compared where these are equal. */
  readonly reporters: readonly string[];
}

/** The count of a month outside the 99.8 % limits of its 12 to 24 comparable months before; `null` where it is usual or cannot be said. */
export function findUnusual(
  { counts, reporters }: MonthlyCounts,
  month: number,
): ({ readonly value: number } & PredictedCount) | null {
  const value = counts[month] ?? null;
  if (value === null) return null;
  const before: number[] = [];
  for (let each = Math.max(0, month - monthsBefore.most); each < month; each += 1) {
    const count = counts[each] ?? null;
    if (count !== null && reporters[each] === reporters[month]) before.push(count);
  }
  if (before.length < monthsBefore.least) return null;
  const predicted = predictCount(before);
  return isUnusual(value, predicted) ? { value, ...predicted } : null;
}

/** How far outside its limits a value lies, where 1 is at the limit. */
export function extremeness({ value, expected, low, high }: { readonly value: number } & PredictedCount): number {
  return value > expected ? (value - expected) / (high - expected) : (expected - value) / (expected - low);
}

/** A record of fewer than so many is nothing to tell. */
const leastToTell = 5;

/**
 * Whether a month has the most or the least of all months reported up to it, alone, of which at least 12 have the same
 * offices; `months` counts them with it. The least is told where five and more are usual.
 */
export function findRecord(
  { counts, reporters }: MonthlyCounts,
  month: number,
): { readonly value: number; readonly side: 'most' | 'least'; readonly months: number } | null {
  const value = counts[month] ?? null;
  if (value === null) return null;
  const others = counts.slice(0, month).filter((count) => count !== null);
  const alike = counts.slice(0, month).filter((count, each) => count !== null && reporters[each] === reporters[month]);
  if (alike.length + 1 < monthsBefore.least) return null;
  const months = others.length + 1;
  if (value >= leastToTell && others.every((count) => count < value)) return { value, side: 'most', months };
  if (meanOf(others) >= leastToTell && others.every((count) => count > value)) return { value, side: 'least', months };
  return null;
}

/** From so many months on a silence is told. */
const leastSilence = 3;

/**
 * How many months have passed without a report of a tab, up to the month before the run; `null` where there are fewer than
 * three, or no more than the office has let pass between two reports in the two years before the last one (a meeting
 * every quarter is not silent after two months).
 */
export function findSilence(
  states: readonly ReportState[],
  runMonth: number,
): { readonly since: number; readonly months: number } | null {
  const last = states.lastIndexOf('reported');
  const since = last + 1;
  const months = runMonth - since;
  if (last < 0 || months < leastSilence) return null;
  return months > usualGap(states, last) ? { since, months } : null;
}
