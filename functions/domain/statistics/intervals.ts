/**
 * Confidence intervals (信頼区間) of counts, rates and proportions. 95 % for a hint, 99.8 % for what is called 明らか: with 60 areas
 * three lie outside 95 % by chance. A missing side stays missing and never counts as 0; an impossible one is an error of ours.
 */
import { gammaQuantile } from './gamma-quantile.ts';

/** 95 % or 99.8 %. */
export type Level = 95 | 99.8;

/** The normal deviate of each level (two sides). */
export const deviates: Readonly<Record<Level, number>> = { 95: 1.959963984540054, 99.8: 3.090232306167813 };

/** What is left on each side. */
const outsides: Readonly<Record<Level, number>> = { 95: 0.025, 99.8: 0.001 };

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface Intervals {
  readonly of95: Interval;
  readonly of998: Interval;
}

/** From this count on Byar's formula is used; below, the exact interval (the rule of English public health, OHID). */
const leastForByar = 10;

/** Exact Poisson interval of a count (Garwood 1936): chi-square quantiles with 2x and 2x + 2 degrees of freedom. */
export function exactPoisson(count: number, level: Level): Interval {
  requireCount(count);
  const probability = outsides[level];
  return {
    lower: count === 0 ? 0 : gammaQuantile({ shape: count, probability, tail: 'lower' }),
    upper: gammaQuantile({ shape: count + 1, probability, tail: 'upper' }),
  };
}

/** Byar's approximation of the Poisson interval (Breslow & Day 1987, vol. II, 2.6); 0 has no lower limit but 0. */
export function byar(count: number, level: Level): Interval {
  requireCount(count);
  const z = deviates[level];
  const limit = (x: number, side: number) => x * Math.max(0, 1 - 1 / (9 * x) + (side * z) / (3 * Math.sqrt(x))) ** 3;
  return { lower: count === 0 ? 0 : limit(count, -1), upper: limit(count + 1, 1) };
}

/** Poisson interval of a count: exact below 10, Byar from 10 on. */
export function countInterval(count: number, level: Level): Interval {
  return count < leastForByar ? exactPoisson(count, level) : byar(count, level);
}

/** Wilson's score interval of x of n, as shares of 1 (Wilson 1927; Newcombe 1998, method 3). */
export function wilson({ count, of }: { readonly count: number; readonly of: number }, level: Level): Interval {
  requireCount(count);
  requireBase(of);
  if (count > of) throw new RangeError(`${count} of ${of} is no share`);
  const square = deviates[level] ** 2;
  const middle = 2 * count + square;
  const half = Math.sqrt(square * (square + 4 * count * (1 - count / of)));
  const whole = 2 * (of + square);
  // At 0 and at all the formula is 0 and 1; rounding must not make it anything else.
  return {
    lower: count === 0 ? 0 : (middle - half) / whole,
    upper: count === of ? 1 : (middle + half) / whole,
  };
}

/** A value between its limits at both levels. */
export interface Estimate extends Intervals {
  readonly value: number;
}

/** `null` anywhere means missing. */
interface Sides {
  readonly count: number | null;
  /** Persons, persons times months, or cases. */
  readonly base: number | null;
  /** Per how many of the base the rate is. */
  readonly per: number;
}

/** A rate with its intervals; a count above the base is legal. `null` where a side is missing. */
export function rateWithIntervals({ count, base, per }: Sides): Estimate | null {
  if (count === null || base === null) return null;
  requireCount(count);
  requireBase(base);
  const scaled = (level: Level) => scale(countInterval(count, level), per / base);
  return { value: (count * per) / base, of95: scaled(95), of998: scaled(99.8) };
}

/** A proportion with its intervals, times `per` (100 for percentages). `null` where a side is missing. */
export function proportionWithIntervals({ count, base, per }: Sides): Estimate | null {
  if (count === null || base === null) return null;
  const scaled = (level: Level) => scale(wilson({ count, of: base }, level), per);
  return { of95: scaled(95), of998: scaled(99.8), value: (count * per) / base };
}

export function scale({ lower, upper }: Interval, factor: number): Interval {
  return { lower: lower * factor, upper: upper * factor };
}

function requireCount(count: number): void {
  if (!(count >= 0) || !Number.isFinite(count)) throw new RangeError(`${count} is no count`);
}

function requireBase(base: number): void {
  if (!(base > 0) || !Number.isFinite(base)) throw new RangeError(`${base} is nothing to divide by`);
}
