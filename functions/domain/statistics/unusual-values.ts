/**
 * Unusual values in an office's own series: outside the limits that the months before predict. Never mean and standard
 * deviation: counts here are small, skewed and full of zeros.
 */
import { meanOf, quantileOf, varianceOf } from './negative-binomial.ts';

/** How many months before a value predict it. */
export const monthsBefore = { least: 12, most: 24 } as const;
/** 99.8 %: one in a thousand on each side. */
const outside = 0.001;
/** Below this mean a low value proves nothing, 0 included. */
const leastMeanForLow = 5;

/** What a month is expected to be; `low` is 0 where only the high side is judged. */
export interface PredictedCount {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The 99.8 % limits for the next month from the counts of n months before it: negative binomial with mean m and variance
 * max(s², m) · (1 + 1/n), the variance of a new count and of the mean it is predicted from. Where the months scatter no more
 * than Poisson (s² ≤ m) that is the Poisson distribution with its mean not known exactly. The limits belong to the usual:
 * P(below `low`) < 0.1 % and P(above `high`) ≤ 0.1 %. Months without a single count are taken as half a count in all of
 * them (Jeffreys). (Quantiles of the negative binomial as in Noufaily et al. 2013, Statistics in Medicine 32:1206.)
 */
export function predictCount(counts: readonly number[]): PredictedCount {
  const expected = meanOf(counts);
  const mean = Math.max(expected, 0.5 / counts.length);
  const variance = Math.max(varianceOf(counts), mean) * (1 + 1 / counts.length);
  return {
    expected,
    low: expected < leastMeanForLow ? 0 : quantileOf({ mean, variance }, outside),
    high: quantileOf({ mean, variance }, 1 - outside),
  };
}

/** Whether a count lies outside the limits. */
export function isUnusual(value: number, { low, high }: PredictedCount): boolean {
  return value < low || value > high;
}
