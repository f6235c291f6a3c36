/**
 * 前年同期: which two figures of a place may be compared. A fiscal year is compared on the months that both years
 * reported ('FY2024=' and 'FY2024-'); a month or a quarter with the same one a year before.
 */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { type FigurePlace, readFigure } from '../figures/read-figure.ts';
import { sourceOf } from '../figures/series.ts';
import { monthsOf, periodKind, yearBefore } from './periods.ts';

export interface YearComparison {
  /** On the months that are compared; not always the figure of the whole period. */
  readonly after: Figure;
  readonly before: Figure;
  /** Months of the period with data that were left out of both: the year before has none, or they are not over yet. */
  readonly leftOut: readonly string[];
  /** The months that are compared, where they are not the whole period; else empty. */
  readonly months: readonly string[];
}

/** The names of two periods that are compared, and what they cover. */
export interface ComparedNames extends Pick<YearComparison, 'leftOut' | 'months'> {
  readonly before: string;
  readonly after: string;
}

/** The names of the two periods that are compared; `null` where there is no year before. */
export function comparedPeriods(index: OfficeIndex, series: string, period: string): ComparedNames | null {
  if (periodKind(period) !== 'year') {
    const before = yearBefore(period);
    const isKnown = index.months.includes(before) || index.quarters.includes(before);
    return isKnown ? { before, after: period, leftOut: [], months: [] } : null;
  }
  const source = sourceOf(series);
  const entry = index.compared[source]?.find(({ year }) => year === period);
  if (entry === undefined) return null;
  const { leftOut } = entry;
  const hasData = (month: string) => (index.monthsWithData[source]?.[month] ?? 0) > 0;
  const months = monthsOf(period).filter((month) => hasData(month) && !leftOut.includes(month));
  return { before: `${period}-`, after: `${period}=`, leftOut, months: months.length < 12 ? months : [] };
}

/** Both figures of a place; `null` where there is no year before. */
export function compareYears(index: OfficeIndex, cut: Cut, place: FigurePlace): YearComparison | null {
  const periods = comparedPeriods(index, place.series, place.period);
  if (periods === null) return null;
  const before = readFigure(cut, { ...place, period: periods.before });
  const after = readFigure(cut, { ...place, period: periods.after });
  return { before, after, leftOut: periods.leftOut, months: periods.months };
}
