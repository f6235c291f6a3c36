/** Where a municipality stands in one measure and period before it is compared with others: a value with its intervals, or why not. */
import type { Measure } from '../../../sheets-schema/vocabulary/measures.ts';
import type { StoredFigure } from '../../domain/figure.ts';
import { type Estimate, proportionWithIntervals, rateWithIntervals } from '../../domain/statistics/intervals.ts';
import type { ComparedMonths, LeftOut } from '../comparison.ts';
import { isPrefectureCode } from '../municipality.ts';
import { sourceOf } from './create-town.ts';
import type { TownToCompare } from './town.ts';

/** A municipality that can be compared. */
export interface Standing {
  readonly count: number;
  readonly base: number;
  readonly estimate: Estimate;
}

export interface TownStanding {
  readonly town: TownToCompare;
  readonly months: ComparedMonths | null;
  /** As published: the state where there is no number. */
  readonly count: StoredFigure;
  readonly standing: Standing | null;
  readonly leftOut: LeftOut | null;
  /** What it adds to the prefecture's value. */
  readonly adds: { readonly count: number; readonly base: number } | null;
}

/** By what count ÷ base is multiplied to stand in the unit of the measure. */
export function factorOf({ per, perMonths }: Measure): number {
  return per * (perMonths ?? 1);
}

export function standingOf(town: TownToCompare, measure: Measure, period: string, isWard: boolean): TownStanding {
  const position = town.periods.indexOf(period);
  const sides = town.measures[measure.code];
  const count: StoredFigure = position < 0 ? 'u' : (sides?.counts[position] ?? 'n');
  const base = sides?.bases[position] ?? null;
  const months = town.months[sourceOf(measure)]?.[position] ?? null;
  const isOfPrefecture = isPrefectureCode(town.name.code);
  const leave = (leftOut: LeftOut): TownStanding => ({ town, months, count, standing: null, leftOut, adds: null });
  if (isWard) return leave('ward');
  if (count === 'x') return leave('hidden');
  if (count === 'u') return leave('noReport');
  // The prefecture's own consultations belong to its shares; per inhabitant they would be counted for people whom it has not.
  if (isOfPrefecture && measure.base !== 'cases') return leave('prefecture');
  if (count === 'n') return leave('notApplicable');
  if (base === null || base <= 0) return leave(measure.base === 'cases' ? 'noBase' : 'noPopulation');
  if (measure.model === 'proportion' && count > base) return leave('overall');
  const adds = { count, base };
  if (isOfPrefecture) return { ...leave('prefecture'), adds };
  const sidesOf = { count, base, per: factorOf(measure) };
  const estimate = measure.model === 'rate' ? rateWithIntervals(sidesOf) : proportionWithIntervals(sidesOf);
  return { town, months, count, standing: estimate === null ? null : { ...adds, estimate }, leftOut: null, adds };
}
