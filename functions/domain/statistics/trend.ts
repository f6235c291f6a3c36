/**
 * Trend test (推移の検定) over the last five points of a series: a weighted straight line, weights 1/SE². A trend is called one only
 * at 99.8 %, and only if its direction survives leaving out each single point.
 */
import { deviates, type Estimate } from './intervals.ts';

/** How many points a trend is judged on: the last ones. */
export const trendPoints = 5;
/** The 99.8 % point of chi-square with one degree of freedom: 3.0902². */
export const leastChiSquare = 9.5495;

export interface TrendPoint {
  /** Where it stands in time (a fiscal year). */
  readonly at: number;
  readonly value: number;
  readonly error: number;
}

export interface Trend {
  readonly direction: 'rising' | 'falling' | 'none';
  /** Change a step in time. */
  readonly slope: number;
  readonly chiSquare: number;
}

/** The standard error that a 95 % interval stands for. Unlike √x it is above 0 for a count of 0. */
export function errorOf({ of95 }: Pick<Estimate, 'of95'>): number {
  return (of95.upper - of95.lower) / (2 * deviates[95]);
}

/** The trend of the last five points; `null` with fewer. */
export function trendOf(points: readonly TrendPoint[]): Trend | null {
  const last = points.slice(-trendPoints);
  if (last.length < trendPoints) return null;
  const { slope, error } = fitLine(last);
  const chiSquare = (slope / error) ** 2;
  const survives = last.every(
    (left) => Math.sign(fitLine(last.filter((one) => one !== left)).slope) === Math.sign(slope),
  );
  const isTrend = chiSquare > leastChiSquare && survives;
  return { direction: !isTrend ? 'none' : slope > 0 ? 'rising' : 'falling', slope, chiSquare };
}

/** Weighted least squares. */
function fitLine(points: readonly TrendPoint[]): { readonly slope: number; readonly error: number } {
  const weights = points.map(({ error }) => {
    if (!(error > 0)) throw new RangeError(`A point with the standard error ${error}`);
    return 1 / error ** 2;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (point: TrendPoint) => number) =>
    points.reduce((sum, point, index) => sum + of(point) * (weights[index] ?? 0), 0) / total;
  const middle = mean(({ at }) => at);
  const level = mean(({ value }) => value);
  const spread = total * mean(({ at }) => (at - middle) ** 2);
  return {
    slope: (total * mean(({ at, value }) => (at - middle) * (value - level))) / spread,
    error: 1 / Math.sqrt(spread),
  };
}
