/**
 * Figures of quality and times (Q01, Q02, months with data, the last day) that count rows or months with rows: in a municipality of few
 * cases they tell how many there are. Where counts are hidden they are hidden too; else they are coarser than the office sees them.
 */
import { fiscalYearOf, fiscalYearPeriod, lastDayOf, monthOf } from '../../domain/calendar.ts';
import type { Day, Month } from '../../domain/codes.ts';
import type { StoredFigure } from '../../domain/figure.ts';
import type { CountedSource } from '../../domain/period-axis.ts';
import { cellOf } from '../../protect/derived.ts';
import { wholeCounts } from '../../protect/reach.ts';
import { type MayBeSeen, rowsCountedBy } from '../comparison/mask.ts';
import type { MunicipalSummary } from '../release.ts';

/** A summary with them as an audience may see them. Its counts are masked elsewhere. */
export function withoutTelltales(summary: MunicipalSummary, mayBeSeen: MayBeSeen, asOf: string): MunicipalSummary {
  const { name, years, town } = summary;
  const isShown = (indicator: string, period: string) =>
    !hasCount(summary, indicator, period) ||
    mayBeSeen(cellOf(indicator, { municipality: name.code, period, pathway: 'all', target: 'all' }));
  /** Months with rows are at most the rows. */
  const showsMonths = (period: string) => isShown('N01', period);
  /** Rows are those of all tabs, so each count that is hidden is what the others leave. */
  const showsRows = (period: string) => rowsCounted.every((indicator) => isShown(indicator, period));
  const masked = (figures: readonly StoredFigure[], periods: readonly string[], isTold: (period: string) => boolean) =>
    figures.map((figure, at) => (typeof figure === 'number' && !isTold(periods[at] ?? '') ? 'x' : figure));
  const sidesOf = (code: string, isTold: (period: string) => boolean) => {
    const sides = summary.sides[code];
    if (sides === undefined) return {};
    const mask = (values: readonly (number | null)[]) =>
      values.map((value, at) => (isTold(years[at] ?? '') ? value : null));
    return { [code]: { numerator: mask(sides.numerator), denominator: mask(sides.denominator) } };
  };
  const { Q01 = [], Q02 = [], ...series } = summary.series;
  const { rate, accepted, sources } = town.reporting;
  return {
    ...summary,
    dataUntil: lastDayTold(summary.dataUntil, asOf),
    monthsWithData: Object.fromEntries(Object.entries(summary.monthsWithData).filter(([year]) => showsMonths(year))),
    series: { ...series, Q01: masked(Q01, years, showsMonths), Q02: masked(Q02.map(coarsely), years, showsRows) },
    sides: { ...summary.sides, ...sidesOf('Q01', showsMonths), ...sidesOf('Q02', showsRows) },
    town: {
      ...town,
      reporting: {
        ...town.reporting,
        rate: masked(rate, town.periods, showsMonths),
        accepted: masked(accepted.map(coarsely), town.periods, showsRows),
        sources: Object.fromEntries(
          Object.entries(sources).map(([source, told]) => [
            source,
            lastMonthTold(told, asOf, (year) => isShown(rowsCountedBy[source as CountedSource], year)),
          ]),
        ),
      },
    },
  };
}

/**
 * 報告の最後の月: where the rows of its fiscal year are hidden, that year as a whole, so that no month is said in which there was one: as
 * far as it has come, and silent only when it is over.
 */
function lastMonthTold(
  told: MunicipalSummary['town']['reporting']['sources'][string],
  asOf: string,
  isShown: (year: string) => boolean,
): MunicipalSummary['town']['reporting']['sources'][string] {
  if (told.last === null) return told;
  const year = fiscalYearOf(told.last as Month);
  if (isShown(fiscalYearPeriod(year))) return told;
  const current = monthOf(asOf as Day);
  const [end, next] = [`${year + 1}-03`, `${year + 1}-04`];
  return { last: end < current ? end : current, silentSince: next < current ? next : null };
}

/** Those that rows are counted for. */
const rowsCounted = ['N01', ...wholeCounts.filter((indicator) => indicator.startsWith('N'))];

function hasCount({ series, years }: MunicipalSummary, indicator: string, period: string): boolean {
  return typeof series[indicator]?.[years.indexOf(period)] === 'number';
}

/** Whole percent: 95.238…% would be 20 of 21. */
function coarsely(figure: StoredFigure): StoredFigure {
  return typeof figure === 'number' ? Math.round(figure) : figure;
}

/** The end of the month, not the day on which somebody came. */
function lastDayTold(day: string | null, asOf: string): string | null {
  if (day === null) return null;
  const last = lastDayOf(monthOf(day as Day));
  return last < asOf ? last : asOf;
}
