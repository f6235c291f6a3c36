/**
 * What of the counts an audience may see, put to work before anything is computed: a hidden count is absent from then on, so that
 * no rate, interval, smoothed value, rank, class, sentence or order can tell it.
 */
import { type Measure, measures } from '../../../sheets-schema/vocabulary/measures.ts';
import { type CountedSource, countedSources } from '../../domain/period-axis.ts';
import { cellOf, countsBehind, sidesBehind } from '../../protect/derived.ts';
import { sourceOf } from './create-town.ts';
import type { TownToCompare } from './town.ts';

/**
 * Whether a published count may be seen. Ids are 'N01|162051|FY2018|P04|all': indicator, municipality, period, pathway, target.
 */
export type MayBeSeen = (cell: string) => boolean;

/** Nothing is hidden: the office's own audience, or small numbers that nobody protects. */
export const everything: MayBeSeen = () => true;

/**
 * The cells behind a measure of a municipality in a period. Ratios have sides of their own where they leave out what has one side
 * only; a side is then a cell like a count.
 */
export function cellsBehind(measure: string, municipality: string, period: string): readonly string[] {
  const place = { municipality, period, periodBefore: periodBefore(period), pathway: 'all', target: 'all' };
  return [...countsBehind(measure, place), ...sidesBehind(measure, place).map(({ id }) => id)];
}

/** The fiscal year before; other periods have none. */
function periodBefore(period: string): string | null {
  const year = /^FY(\d{4})$/.exec(period)?.[1];
  return year === undefined ? null : `FY${Number(year) - 1}`;
}

/** What counts the rows of a tab. Months with rows are at most the rows. */
export const rowsCountedBy: Readonly<Record<CountedSource, string>> = {
  cases: 'N01',
  actions: 'N02',
  meetings: 'N09',
  activities: 'N12',
};

/**
 * The municipality without what may not be seen: 'x' for the count, and no base. Where the rows of a tab are hidden, so are the months
 * that have some, and whatever is put per month.
 */
export function withoutHidden(town: TownToCompare, mayBeSeen: MayBeSeen): TownToCompare {
  const hidesRows = (source: CountedSource, period: number): boolean => {
    const indicator = rowsCountedBy[source];
    const count = town.measures[indicator === 'N01' ? 'R06' : indicator]?.counts[period];
    const place = { municipality: town.name.code, period: town.periods[period] ?? '', pathway: 'all', target: 'all' };
    return typeof count === 'number' && !mayBeSeen(cellOf(indicator, place));
  };
  const masked = (measures as readonly Measure[]).map((measure) => {
    const { code, perMonths } = measure;
    const { counts = [], bases = [] } = town.measures[code] ?? {};
    const isHidden = town.periods.map(
      (period, at) =>
        !cellsBehind(code, town.name.code, period).every(mayBeSeen) ||
        (perMonths !== null && hidesRows(sourceOf(measure), at)),
    );
    return [
      code,
      {
        counts: counts.map((count, period) => (isHidden[period] === true && typeof count === 'number' ? 'x' : count)),
        bases: bases.map((base, period) => (isHidden[period] === true ? null : base)),
      },
    ] as const;
  });
  const months = Object.fromEntries(
    countedSources.map((source) => [
      source,
      (town.months[source] ?? []).map((each, at) => (hidesRows(source, at) ? null : each)),
    ]),
  );
  return { ...town, months, measures: Object.fromEntries(masked) };
}
