/** Figures of one place over periods, with what is missing from each: the common ground of trend, spark and heat. */

import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { fiscalYearOf, monthOfDay } from '../periods/periods.ts';
import { type FigurePlace, readFigure } from './read-figure.ts';

export interface SeriesPoint {
  readonly period: string;
  readonly figure: Figure;
  /** Whether an office is missing from the figure (hollow point, ＊). */
  readonly isPartial: boolean;
}

/** The tab that an indicator is counted from; shares are shares of cases. */
export function sourceOf(series: string): string {
  return indicators.find(({ code }) => code === series)?.source ?? 'cases';
}

/** Offices missing in whole or in part from a figure of a period. */
export function missingOffices(index: OfficeIndex, series: string, period: string): readonly string[] {
  return index.missing[sourceOf(series)]?.[period] ?? [];
}

/** One figure with its mark of incompleteness. */
export function pointAt(index: OfficeIndex, cut: Cut, place: FigurePlace): SeriesPoint {
  const figure = readFigure(cut, place);
  const isPartial = 'value' in figure && missingOffices(index, place.series, place.period).length > 0;
  return { period: place.period, figure, isPartial };
}

/** The figures of a place over periods. */
export function seriesOver(
  index: OfficeIndex,
  cut: Cut,
  place: Omit<FigurePlace, 'period'>,
  periods: readonly string[],
): readonly SeriesPoint[] {
  return periods.map((period) => pointAt(index, cut, { ...place, period }));
}

/** Whether a figure is a number. */
export function hasNumber(point: SeriesPoint): boolean {
  return 'value' in point.figure;
}

/** The last month that can have a report: the month before the run, or that of the last data. */
export function lastMonth(index: Pick<OfficeIndex, 'asOf' | 'dataUntil' | 'months'>): string {
  const dueUntil = index.months.findLast((month) => month < monthOfDay(index.asOf)) ?? '';
  const dataUntil = index.dataUntil === null ? '' : monthOfDay(index.dataUntil);
  return dueUntil > dataUntil ? dueUntil : dataUntil;
}

/** Months of a fiscal year and those of the years before it, as far as a report can be there. */
export function monthsUpTo(index: OfficeIndex, year: number, years: number): readonly string[] {
  const last = lastMonth(index);
  return index.months.filter((month) => {
    const own = fiscalYearOf(month);
    return own <= year && own > year - years && month <= last;
  });
}

/** Without the periods before the first number. */
export function fromFirstNumber(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const first = points.findIndex(hasNumber);
  return first < 0 ? [] : points.slice(first);
}
