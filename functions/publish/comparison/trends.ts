/** The trend (推移) of each municipality in one measure over its last five finished years. */
import type { Measure } from '../../../sheets-schema/vocabulary/measures.ts';
import type { Day } from '../../domain/codes.ts';
import { errorOf, trendOf, trendPoints } from '../../domain/statistics/trend.ts';
import type { SeriesBreak, TownTrend } from '../comparison.ts';
import { round } from './round.ts';
import { standingOf } from './standing.ts';
import type { TownToCompare } from './town.ts';

export function trendOfTown(
  measure: Measure,
  town: TownToCompare,
  years: readonly string[],
  { asOf, breaks, isWard }: { asOf: Day; breaks: readonly SeriesBreak[]; isWard: boolean },
): TownTrend {
  const { code } = town.name;
  const none = (reason: 'open' | 'gap' | 'broken' | 'clustered'): TownTrend => ({ code, direction: null, reason });
  // One event that counts many times would pass for certainty.
  if (measure.isClustered) return none('clustered');
  const last = years.filter((year) => lastDayOfYear(year) < asOf).slice(-trendPoints);
  const [first] = last;
  const end = last.at(-1);
  if (first === undefined || end === undefined || last.length < trendPoints) return none('open');
  if (numberOf(end) - numberOf(first) !== trendPoints - 1) return none('gap');
  if (breaks.some(({ from }) => from > `${numberOf(first)}-04-01` && from <= lastDayOfYear(end))) return none('broken');
  const points = last.flatMap((year) => {
    const { standing } = standingOf(town, measure, year, isWard);
    return standing === null
      ? []
      : [{ at: numberOf(year), value: standing.estimate.value, error: errorOf(standing.estimate) }];
  });
  const trend = points.length < trendPoints ? null : trendOf(points);
  if (trend === null) return none('gap');
  const { direction, slope, chiSquare } = trend;
  return { code, direction, slope: round(slope), chiSquare: round(chiSquare), first, last: end };
}

function numberOf(year: string): number {
  return Number(year.slice(2));
}

function lastDayOfYear(year: string): string {
  return `${numberOf(year) + 1}-03-31`;
}
