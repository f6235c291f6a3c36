/**
 * Funnel plot (ファンネルプロット): how far areas may lie from the common value by chance alone. On the x axis stands the expected
 * count, which is known before counting. (Spiegelhalter 2005, Statistics in Medicine 24:1185.)
 */
import { gammaQuantile } from './gamma-quantile.ts';
import { deviates, type Interval, type Level } from './intervals.ts';

/**
 * Limits of a rate as a ratio to the common rate, at an expected count above 0: the range of the true count, were `expected`
 * counted, over it.
 */
export function rateLimits(expected: number, level: Level): Interval {
  if (!(expected > 0) || !Number.isFinite(expected)) throw new RangeError(`${expected} is no expected count`);
  const probability = level === 95 ? 0.025 : 0.001;
  return {
    lower: gammaQuantile({ shape: expected, probability, tail: 'lower' }) / expected,
    upper: gammaQuantile({ shape: expected + 1, probability, tail: 'upper' }) / expected,
  };
}

/** Limits of a proportion around the common one (0 to 1) for n cases, within 0 and 1. */
export function proportionLimits(
  { common, of }: { readonly common: number; readonly of: number },
  level: Level,
): Interval {
  if (!(common >= 0 && common <= 1)) throw new RangeError(`${common} is no proportion`);
  if (!(of > 0) || !Number.isFinite(of)) throw new RangeError(`${of} is nothing to divide by`);
  const half = deviates[level] * Math.sqrt((common * (1 - common)) / of);
  return { lower: Math.max(0, common - half), upper: Math.min(1, common + half) };
}

/** 明らかに高い, 高い, 偶然の範囲内, 低い, 明らかに低い. 'clearly' is for 99.8 % only. */
export type DeviationClass = 'clearlyHigh' | 'high' | 'within' | 'low' | 'clearlyLow';

const strengths: Readonly<Record<DeviationClass, number>> = {
  clearlyHigh: 2,
  high: 1,
  within: 0,
  low: -1,
  clearlyLow: -2,
};

/** Where a value lies with what chance may do to it: its 99.8 % interval is held against the reference first, then that of 95 %. */
export function classify({ of95, of998 }: { of95: Interval; of998: Interval }, reference: number): DeviationClass {
  if (of998.lower > reference) return 'clearlyHigh';
  if (of998.upper < reference) return 'clearlyLow';
  if (of95.lower > reference) return 'high';
  return of95.upper < reference ? 'low' : 'within';
}

/** The same from limits around the reference, as a funnel shows it. */
export function classifyByLimits(value: number, { of95, of998 }: { of95: Interval; of998: Interval }): DeviationClass {
  if (value > of998.upper) return 'clearlyHigh';
  if (value < of998.lower) return 'clearlyLow';
  if (value > of95.upper) return 'high';
  return value < of95.lower ? 'low' : 'within';
}

/** The more careful of two classes; of two that contradict each other, neither: within chance. */
export function weakerClass(one: DeviationClass, other: DeviationClass): DeviationClass {
  if (strengths[one] * strengths[other] <= 0) return 'within';
  return Math.abs(strengths[one]) <= Math.abs(strengths[other]) ? one : other;
}
