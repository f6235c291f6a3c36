/**
 * What of the counts an audience may see, put to work before anything is computed: a hidden count is absent from then on, so that
 * no rate, interval, smoothed value, rank, class, sentence or order can tell it.
 */
import { type Measure, measures } from '../../../sheets-schema/vocabulary/measures.ts';
import { countsBehind, sidesBehind } from '../../protect/derived.ts';
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

/** The municipality without what may not be seen: 'x' for the count, and no base. */
export function withoutHidden(town: TownToCompare, mayBeSeen: MayBeSeen): TownToCompare {
  const masked = (measures as readonly Measure[]).map(({ code }) => {
    const { counts = [], bases = [] } = town.measures[code] ?? {};
    const isHidden = town.periods.map((period) => !cellsBehind(code, town.name.code, period).every(mayBeSeen));
    return [
      code,
      {
        counts: counts.map((count, period) => (isHidden[period] === true && typeof count === 'number' ? 'x' : count)),
        bases: bases.map((base, period) => (isHidden[period] === true ? null : base)),
      },
    ] as const;
  });
  return { ...town, measures: Object.fromEntries(masked) };
}
