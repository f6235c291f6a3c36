/**
 * Smoothed rates of small areas (経験ベイズ推定): each area's own rate is drawn towards that of a group, the more the less it has to
 * say for itself. Shown beside the raw rate, never alone, and with the name of the group.
 *
 * The prior has Marshall's moments (1991, Applied Statistics 40:283). With them the posterior mean of the Gamma-Poisson model
 * (Clayton & Kaldor 1987, Biometrics 43:671; 標準化比では EBSMR) is Marshall's estimate, so that there is one smoothed value, and
 * its interval comes from the quantiles of the posterior.
 */
import { gammaQuantile } from './gamma-quantile.ts';
import type { Interval, Intervals, Level } from './intervals.ts';

export interface AreaCount {
  readonly count: number;
  /** Persons, persons times months, or cases; above 0. */
  readonly base: number;
}

/** What a group of areas has in common. */
export interface Prior {
  readonly mean: number;
  /** Between areas, beyond chance; 0 where the areas differ by no more than chance. */
  readonly variance: number;
}

/** rate: the count may exceed the base (Poisson). proportion: it is part of it (binomial). */
export type CountModel = 'rate' | 'proportion';

/** Marshall's moments: b = Σn/Σx, s² = Σ x (p − b)² / Σx, a = max(0, s² − v/(Σx/m)), where v is b, or b(1 − b) of proportions. */
export function priorOf(group: readonly AreaCount[], model: CountModel = 'rate'): Prior | null {
  if (group.length === 0) return null;
  for (const { count, base } of group)
    if (!(count >= 0) || !(base > 0)) throw new RangeError(`${count} over ${base} is no rate`);
  const total = group.reduce((sum, { base }) => sum + base, 0);
  const mean = group.reduce((sum, { count }) => sum + count, 0) / total;
  const spread = group.reduce((sum, { count, base }) => sum + base * (count / base - mean) ** 2, 0) / total;
  const byChance = model === 'rate' ? mean : mean * (1 - mean);
  return { mean, variance: Math.max(0, spread - byChance / (total / group.length)) };
}

/** Marshall's estimate b + a (p − b) / (a + v/x); b where the areas differ by no more than chance. */
export function smooth({ count, base }: AreaCount, { mean, variance }: Prior, model: CountModel = 'rate'): number {
  if (variance === 0) return mean;
  const byChance = model === 'rate' ? mean : mean * (1 - mean);
  return mean + (variance * (count / base - mean)) / (variance + byChance / base);
}

/**
 * Interval of a smoothed rate: quantiles of a gamma distribution with shape O + ν and rate E + α, where ν = b²/a and α = b/a.
 * `null` where the prior has no variance: then nothing is known of the area beyond the group.
 */
export function smoothedIntervals({ count, base }: AreaCount, { mean, variance }: Prior): Intervals | null {
  if (variance === 0 || mean === 0) return null;
  const shape = count + (mean * mean) / variance;
  const rate = base + mean / variance;
  const of = (level: Level): Interval => {
    const probability = level === 95 ? 0.025 : 0.001;
    return {
      lower: gammaQuantile({ shape, probability, tail: 'lower' }) / rate,
      upper: gammaQuantile({ shape, probability, tail: 'upper' }) / rate,
    };
  };
  return { of95: of(95), of998: of(99.8) };
}
