/** The prefecture's value (県の値), how much municipalities differ beyond chance, and the funnel around it. */
import type { Measure } from '../../../sheets-schema/vocabulary/measures.ts';
import {
  classify,
  classifyByLimits,
  type DeviationClass,
  proportionLimits,
  rateLimits,
  weakerClass,
} from '../../domain/statistics/funnel.ts';
import type { Interval, Level } from '../../domain/statistics/intervals.ts';
import {
  type Overdispersion,
  overdispersionOfProportions,
  overdispersionOfRates,
  widenedProportionLimits,
  widenedRateLimits,
} from '../../domain/statistics/overdispersion.ts';
import type { Limits, PeriodComparison } from '../comparison.ts';
import { roundLimits } from './round.ts';
import { factorOf, type Standing, type TownStanding } from './standing.ts';

export interface Reference {
  /** Count ÷ base, without the factor of the unit. */
  readonly share: number;
  readonly value: number;
  readonly count: number;
  readonly base: number;
  /** How many municipalities are compared. */
  readonly towns: number;
  readonly overdispersion: Overdispersion & { readonly isApplied: boolean };
}

/** `null` where nobody has anything to compare. */
export function referenceOf(measure: Measure, all: readonly TownStanding[]): Reference | null {
  const standings = all.flatMap(({ standing }) => standing ?? []);
  const parts = all.flatMap(({ adds }) => adds ?? []);
  if (standings.length === 0) return null;
  const count = parts.reduce((sum, each) => sum + each.count, 0);
  const base = parts.reduce((sum, each) => sum + each.base, 0);
  const share = count / base;
  const spread =
    measure.model === 'rate'
      ? overdispersionOfRates(standings.map((one) => ({ count: one.count, expected: one.base * share })))
      : overdispersionOfProportions(
          standings.map((one) => ({ count: one.count, of: one.base })),
          share,
        );
  return {
    share,
    value: (count * factorOf(measure)) / base,
    count,
    base,
    towns: standings.length,
    overdispersion: { ...spread, isApplied: spread.tauSquared > 0 },
  };
}

export interface Classes {
  readonly class: DeviationClass | null;
  readonly byChance: DeviationClass | null;
  readonly widened: DeviationClass | null;
}

/**
 * The class of a municipality. Overdispersion only ever weakens what its own interval says. Where one event counts many times,
 * nothing is said until the spread between municipalities is known.
 */
export function classesOf(measure: Measure, reference: Reference, { base, estimate }: Standing): Classes {
  if (reference.towns < 2) return { class: null, byChance: null, widened: null };
  const byChance = classify(estimate, reference.value);
  const { isApplied, phi } = reference.overdispersion;
  if (measure.isClustered && phi === null) return { class: null, byChance, widened: null };
  if (!isApplied) return { class: byChance, byChance, widened: null };
  const widened = classifyByLimits(estimate.value, {
    of95: limitsOf(measure, reference, base, 95, true),
    of998: limitsOf(measure, reference, base, 99.8, true),
  });
  return { class: weakerClass(byChance, widened), byChance, widened };
}

/** Funnel limits in the unit of the measure. */
function limitsOf(
  measure: Measure,
  { share, value, overdispersion: { tauSquared } }: Reference,
  base: number,
  level: Level,
  isWidened: boolean,
): Interval {
  if (share === 0) return { lower: 0, upper: 0 };
  const proportion = { common: share, of: base };
  const [limits, factor] =
    measure.model === 'rate'
      ? [isWidened ? widenedRateLimits(base * share, tauSquared, level) : rateLimits(base * share, level), value]
      : [
          isWidened ? widenedProportionLimits(proportion, tauSquared, level) : proportionLimits(proportion, level),
          factorOf(measure),
        ];
  return { lower: limits.lower * factor, upper: limits.upper * factor };
}

/** Smaller expected counts are listed beside the funnel, not drawn in it. */
export const leastDrawn = 10;
/** Into how many points a tenfold increase of the expected count is divided. */
const pointsPerTenfold = 12;

/** Limits by expected count, from 10 to just beyond the largest municipality, evenly on a log scale. */
export function funnelOf(
  measure: Measure,
  reference: Reference | null,
  standings: readonly Standing[],
): PeriodComparison['funnel'] {
  if (reference === null || reference.share === 0 || reference.towns < 2) return [];
  const most = Math.max(...standings.map(({ base }) => base * reference.share));
  if (most < leastDrawn) return [];
  const steps = Math.ceil(Math.log10(most / leastDrawn) * pointsPerTenfold) + 1;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const expected = leastDrawn * 10 ** (step / pointsPerTenfold);
    const of = (level: Level, isWidened: boolean): Limits =>
      roundLimits(limitsOf(measure, reference, expected / reference.share, level, isWidened));
    const { isApplied } = reference.overdispersion;
    return {
      expected,
      of95: of(95, false),
      of998: of(99.8, false),
      widened95: isApplied ? of(95, true) : null,
      widened998: isApplied ? of(99.8, true) : null,
    };
  });
}
