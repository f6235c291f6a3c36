/** The trend of 新規相談件数 as a model: three fiscal years by month, or fiscal years where there are no months. */
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatFigure, formatMonthAlone, formatPeriod, formatYear } from '../figures/format.ts';
import {
  fromFirstNumber,
  hasNumber,
  missingOffices,
  monthsUpTo,
  type SeriesPoint,
  seriesOver,
} from '../figures/series.ts';
import { nameMonths } from '../periods/month-names.ts';
import { fiscalYearOf, monthOfDay, periodKind } from '../periods/periods.ts';
import { say } from '../say.ts';
import type { Selection } from '../selection.ts';
import type { TableModel } from '../table-model.ts';

/** The trend line: months of three fiscal years, or fiscal years where there are no months. */
export interface TrendModel {
  readonly points: readonly SeriesPoint[];
  /** Names of the points, for the tooltip. */
  readonly names: readonly string[];
  /** Names below the axis; empty where none stands. */
  readonly ticks: readonly string[];
  /** Fiscal years below the names, by the points that they span (both included); empty for a trend of years. */
  readonly years: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  /** Runs of unreported points, both ends included. */
  readonly gaps: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  readonly unit: string;
  readonly lastLabel: { readonly value: string; readonly name: string } | null;
  /** Printed values, for the tooltip. */
  readonly printed: readonly string[];
}

/** How many fiscal years of months are drawn. */
const yearsDrawn = 3;

/** The points of the trend: months, or fiscal years where no month has a number; empty where nothing was reported. */
export function trendPoints(index: OfficeIndex, cut: Cut, selection: Selection): readonly SeriesPoint[] {
  const { area, pathway, target } = selection;
  const place = { series: 'N01', area, pathway, target };
  const year = fiscalYearOf(selection.period);
  const months = fromFirstNumber(seriesOver(index, cut, place, monthsUpTo(index, year, yearsDrawn)));
  if (months.length > 0)
    return months.map((point) => (isUnderWay(index, point.period) ? { ...point, isPartial: true } : point));
  const years = index.years.filter((own) => fiscalYearOf(own) <= year);
  return fromFirstNumber(seriesOver(index, cut, place, years));
}

/** Whether a month was not over on the day of the run. */
export function isUnderWay(index: OfficeIndex, month: string): boolean {
  return month === monthOfDay(index.asOf);
}

/** Runs of positions whose point satisfies `isIn`. */
function runsOf(points: readonly SeriesPoint[], isIn: (point: SeriesPoint) => boolean) {
  const runs: { from: number; to: number }[] = [];
  for (const [position, point] of points.entries()) {
    if (!isIn(point)) continue;
    const run = runs.at(-1);
    if (run !== undefined && run.to === position - 1) run.to = position;
    else runs.push({ from: position, to: position });
  }
  return runs;
}

/** The model of the drawing. */
export function trendModel(points: readonly SeriesPoint[], unit: string, language: Language): TrendModel {
  const isMonths = periodKind(points[0]?.period ?? '') === 'month';
  const last = points.findLast(hasNumber);
  const gapName = (from: number, to: number) => {
    const periods = points.slice(from, to + 1).map(({ period }) => period);
    return isMonths
      ? nameMonths(periods, language)
      : periods.map((period) => formatPeriod(period, language)).join('、');
  };
  const years = new Map<number, { from: number; to: number }>();
  for (const [position, { period }] of points.entries()) {
    const year = fiscalYearOf(period);
    years.set(year, { from: years.get(year)?.from ?? position, to: position });
  }
  const isTicked = (period: string) => !isMonths || points.length <= 12 || ['04', '10'].includes(period.slice(5, 7));
  return {
    points,
    names: points.map(({ period }) => formatPeriod(period, language)),
    ticks: points.map(({ period }) => {
      if (!isTicked(period)) return '';
      return isMonths ? formatMonthAlone(period, language) : formatPeriod(period, language);
    }),
    years: isMonths ? [...years].map(([year, span]) => ({ label: formatYear(year, language), ...span })) : [],
    gaps: runsOf(points, ({ figure }) => figure.state === 'unreported').map(({ from, to }) => ({
      label: say(overviewWords.gap, language, { months: gapName(from, to) }),
      from,
      to,
    })),
    unit,
    lastLabel:
      last === undefined
        ? null
        : {
            value: `${formatFigure(last.figure, 0, language)}${language === 'ja' ? unit : ''}`,
            name: isMonths ? formatMonthAlone(last.period, language) : '',
          },
    printed: points.map(({ figure }) =>
      'value' in figure && language === 'ja'
        ? `${formatFigure(figure, 0, language)}${unit}`
        : formatFigure(figure, 0, language),
    ),
  };
}

/** What a trend is of: its series, name and decimals. */
export interface TrendOf {
  readonly code: string;
  readonly name: string;
  readonly decimals: number;
}

/** 新規相談件数. */
function newConsultations(language: Language): TrendOf {
  return { code: 'N01', name: say(overviewWords.short.N01, language), decimals: 0 };
}

/** The same points as a table: fiscal years by month, or one column of years. */
export function trendTable(
  points: readonly SeriesPoint[],
  language: Language,
  { code, name, decimals }: TrendOf = newConsultations(language),
): TableModel {
  const caption = say(overviewWords.trendTable, language, { name });
  if (periodKind(points[0]?.period ?? '') !== 'month') {
    return {
      caption,
      rowHeader: say(overviewWords.year, language),
      columns: [{ key: code, label: name }],
      rows: points.map(({ period, figure, isPartial }) => ({
        key: period,
        label: formatPeriod(period, language),
        cells: [{ kind: 'figure', figure, decimals, isPartial }],
      })),
    };
  }
  const years = [...new Set(points.map(({ period }) => fiscalYearOf(period)))];
  const ofMonth = (month: number) => (period: string) => Number(period.slice(5, 7)) === month;
  const monthNumbers = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
  return {
    caption,
    rowHeader: say(overviewWords.month, language),
    columns: years.map((year) => ({ key: `FY${year}`, label: formatYear(year, language) })),
    rows: monthNumbers.map((month) => ({
      key: String(month),
      label: formatMonthAlone(`2000-${String(month).padStart(2, '0')}`, language),
      cells: years.map((year) => {
        const point = points.find(({ period }) => fiscalYearOf(period) === year && ofMonth(month)(period));
        return point === undefined
          ? { kind: 'blank' }
          : { kind: 'figure', figure: point.figure, decimals, isPartial: point.isPartial };
      }),
    })),
  };
}

/** The last hollow point, with its offices: '一部の機関が未報告の月（12月 小島出張所）'; `null` where none is hollow. */
export function partialLegend(
  index: OfficeIndex,
  points: readonly SeriesPoint[],
  language: Language,
  series = 'N01',
): string | null {
  const point = points.findLast(({ isPartial }) => isPartial);
  if (point === undefined) return null;
  const offices = missingOffices(index, series, point.period);
  if (isUnderWay(index, point.period)) {
    const isAlone = points.every(({ isPartial }, place) => !isPartial || points[place] === point);
    const phrase = isAlone ? overviewWords.legendUnderWay : overviewWords.legendPartialAnd;
    return say(phrase, language, { month: formatMonthAlone(point.period, language) });
  }
  if (offices.length > 2) return say(overviewWords.legendPartial, language);
  const month =
    periodKind(point.period) === 'month'
      ? formatMonthAlone(point.period, language)
      : formatPeriod(point.period, language);
  return say(overviewWords.legendPartialOf, language, {
    month,
    offices: offices.join(language === 'ja' ? '、' : ', '),
  });
}
