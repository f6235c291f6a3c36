/**
 * Overdispersion (過分散): areas often differ more than chance alone explains, because much differs between them that nobody counts.
 * Then limits are widened by the variance between areas, tau². (Spiegelhalter 2005, Statistics in Medicine 24:1185, 3.5 and A.1;
 * DerSimonian & Laird 1986.)
 */
import { deviates, type Interval, type Level } from './intervals.ts';

/** Fewer areas say nothing about the variance between them. */
export const leastAreas = 10;
/** Below, the scales used here are too skewed for an area to tell about the variance. */
const leastExpected = 5;
/** So many of the smallest and of the largest are drawn in to the next. */
const winsorised = 0.1;

export interface Overdispersion {
  /** How many areas were large enough to tell. */
  readonly areas: number;
  /** Mean of the squared, winsorised z; 1 by chance alone. `null` with too few areas. */
  readonly phi: number | null;
  /** Variance between areas on the scale of `widenedLimits`; 0 where there is no more than chance. */
  readonly tauSquared: number;
}

/** Deviation of an area from what is common to all, on a scale of even variance, with its standard error there. */
interface Deviation {
  readonly deviation: number;
  readonly error: number;
}

/** Of rates: ln(O/E), with 1/√E; a count of 0 is taken as a half. */
export function overdispersionOfRates(
  areas: readonly { readonly count: number; readonly expected: number }[],
): Overdispersion {
  return estimate(
    areas
      .filter(({ expected }) => expected >= leastExpected)
      .map(({ count, expected }) => ({
        deviation: Math.log(Math.max(count, 0.5) / expected),
        error: 1 / Math.sqrt(expected),
      })),
  );
}

/** Of proportions: arcsin √p, with 1/(2√n). `common` is the proportion of all areas together. */
export function overdispersionOfProportions(
  areas: readonly { readonly count: number; readonly of: number }[],
  common: number,
): Overdispersion {
  const middle = Math.asin(Math.sqrt(common));
  return estimate(
    areas
      .filter(({ of }) => of * Math.min(common, 1 - common) >= leastExpected)
      .map(({ count, of }) => ({
        deviation: Math.asin(Math.sqrt(count / of)) - middle,
        error: 1 / (2 * Math.sqrt(of)),
      })),
  );
}

function estimate(areas: readonly Deviation[]): Overdispersion {
  if (areas.length < leastAreas) return { areas: areas.length, phi: null, tauSquared: 0 };
  const z = winsorise(areas.map(({ deviation, error }) => deviation / error));
  const phi = z.reduce((sum, each) => sum + each * each, 0) / z.length;
  const weights = areas.map(({ error }) => 1 / error ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const tauSquared = Math.max(0, (z.length * phi - (z.length - 1)) / (sum - squares / sum));
  return { areas: areas.length, phi, tauSquared };
}

/** Values beyond the 10 % and 90 % quantiles are drawn in to them, so that the outliers looked for do not widen their own limits. */
export function winsorise(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => one - other);
  const low = quantile(sorted, winsorised);
  const high = quantile(sorted, 1 - winsorised);
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/** The quantile of sorted values by linear interpolation (Hyndman & Fan 1996, type 7). */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** Widened limits of a rate as a ratio to the common rate: exp(∓ z √(1/E + tau²)). Never 0, so small areas are not drawn with them. */
export function widenedRateLimits(expected: number, tauSquared: number, level: Level): Interval {
  if (!(expected > 0)) throw new RangeError(`${expected} is no expected count`);
  const half = deviates[level] * Math.sqrt(1 / expected + tauSquared);
  return { lower: Math.exp(-half), upper: Math.exp(half) };
}

/** Widened limits of a proportion: sin²(arcsin √p ∓ z √(1/4n + tau²)), within 0 and 1. */
export function widenedProportionLimits(
  { common, of }: { readonly common: number; readonly of: number },
  tauSquared: number,
  level: Level,
): Interval {
  if (!(of > 0)) throw new RangeError(`${of} is nothing to divide by`);
  const middle = Math.asin(Math.sqrt(common));
  const half = deviates[level] * Math.sqrt(1 / (4 * of) + tauSquared);
  return {
    lower: Math.sin(Math.max(0, middle - half)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, middle + half)) ** 2,
  };
}
