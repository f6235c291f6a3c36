/**
 * R06, R07 and R09: new consultations per population. R06 is per 100,000 and month with data; R07 and R09 are per 1,000 and
 * year, so shorter periods are multiplied by 12 / months with data.
 */
import type { PopulationMeasure } from '../population.ts';

export const rateCodes = ['R06', 'R07', 'R09'] as const;
export type RateCode = (typeof rateCodes)[number];

export interface RateDefinition {
  readonly measure: PopulationMeasure;
  /** The target that the numerator is counted for; 'all' for every case. */
  readonly target: string;
  /** Per how many of the population, and per how many months. */
  readonly per: number;
  readonly perMonths: number;
}

export const rateDefinitions: Readonly<Record<RateCode, RateDefinition>> = {
  R06: { measure: 'inhabitants', target: 'all', per: 100_000, perMonths: 1 },
  R07: { measure: 'elderly', target: 'T01', per: 1000, perMonths: 12 },
  R09: { measure: 'households', target: 'all', per: 1000, perMonths: 12 },
};

/** The rate of a count over persons times months; `null` where there is nothing to divide by. */
export function rateOf({
  count,
  population,
  months,
  definition,
}: {
  count: number;
  population: number;
  months: number;
  definition: RateDefinition;
}): number | null {
  if (population <= 0 || months <= 0) return null;
  return (count * definition.per * definition.perMonths) / (population * months);
}
