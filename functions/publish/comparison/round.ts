/** Derived numbers are stored with seven digits: more than anybody prints, and half the size. Classes are told before. */
import type { Interval, Intervals } from '../../domain/statistics/intervals.ts';
import type { Limits } from '../comparison.ts';

export function round(value: number): number {
  return Number(value.toPrecision(7));
}

export function roundLimits({ lower, upper }: Interval): Limits {
  return [round(lower), round(upper)];
}

/** Both levels, in another unit. */
export function roundIntervals({ of95, of998 }: Intervals, factor = 1): { of95: Limits; of998: Limits } {
  const of = ({ lower, upper }: Interval) => roundLimits({ lower: lower * factor, upper: upper * factor });
  return { of95: of(of95), of998: of(of998) };
}
