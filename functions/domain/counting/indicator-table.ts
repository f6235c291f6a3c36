/** One indicator of one office: its rows against its totals, and which of them is the truth in which month. */
import type { AreaTree } from '../area-tree.ts';
import type { TotalFact } from '../fact.ts';
import type { PeriodAxis } from '../period-axis.ts';
import type { OfficeReporting } from '../reporting.ts';
import type { BaseIndicator, Counts, RowTables } from './count-figures.ts';
import { type OfficeRecord, type RecordPart, sourceOf, voiceOf } from './office-record.ts';
import { closeTotals, type Totals } from './totals.ts';

export interface IndicatorTable {
  readonly rows: Counts;
  readonly totals: Totals | null;
  /** Months in which rows are the truth for this indicator. */
  readonly isByRows: readonly boolean[];
  readonly isStock: boolean;
  /** Whether a total of one of the office's workbooks is used: its workbook speaks for its period, and rows do not replace it. */
  isCounted(total: TotalPeriod, part: RecordPart): boolean;
}

/** What decides whether a total is used. */
export type TotalPeriod = Pick<TotalFact, 'indicator' | 'fiscalYear' | 'month'>;

const stocks: ReadonlySet<BaseIndicator> = new Set(['N07', 'N15'] as const);

/** The rows of one indicator against its totals: rows win month by month; a yearly total falls with any month of its year. */
export function createTable({
  code,
  record,
  reporting,
  axis,
  tree,
  rows,
  stockMonths,
}: {
  code: BaseIndicator;
  record: OfficeRecord;
  reporting: OfficeReporting;
  axis: PeriodAxis;
  tree: AreaTree;
  rows: RowTables;
  stockMonths: { readonly N07: ReadonlySet<number>; readonly N15: ReadonlySet<number> };
}): IndicatorTable {
  const isStock = stocks.has(code);
  const counts = rows.byIndicator[code];
  const all = counts.get(0);
  const arrivals = axis.months.map((_, month) =>
    [rows.byIndicator.N01.get(0), rows.byIndicator.N06.get(0)].some((values) => (values?.[month] ?? 0) > 0),
  );
  const hasRows = (month: number): boolean => {
    // Between two months with rows the stock is known from rows, even in a month without an arrival or a closing.
    if (code === 'N07') return isWithin(month, arrivals.indexOf(true), arrivals.lastIndexOf(true));
    if (code === 'N15')
      return record.parts.some(({ facts }) =>
        facts.places.some(({ day }) => day.startsWith(axis.months[month] ?? '-')),
      );
    // A month without a compound case has rows of 相談受付 all the same: its N08 is 0, not missing.
    return ((code === 'N08' ? rows.byIndicator.N01.get(0) : all)?.[month] ?? 0) > 0;
  };
  const withRows = axis.months.map((_, month) => hasRows(month));
  const isCounted = (cell: TotalPeriod, part: RecordPart): boolean => {
    if (cell.indicator !== code) return false;
    const { from, to } = voiceOf(part, axis);
    if (cell.month !== null) {
      const month = axis.positionOf(cell.month);
      return month >= from && month <= to && month <= axis.runMonth && withRows[month] !== true;
    }
    const first = axis.fiscalYears.indexOf(cell.fiscalYear) * 12;
    return first >= from && first <= to && !withRows.slice(first, first + 12).includes(true);
  };
  const cells = record.parts.flatMap((part) => part.facts.totals.filter((cell) => isCounted(cell, part)));
  const totals = cells.length === 0 ? null : closeTotals({ cells, isStock, axis, tree });
  const source = sourceOf(code);
  const isByRows = axis.months.map((_, month) => {
    if (totals?.hasMonth(month) === true || totals?.hasYear(Math.floor(month / 12)) === true) return false;
    if (code === 'N07' || code === 'N15') return stockMonths[code].has(month);
    return withRows[month] === true || (source !== null && reporting.tabs[source].isByRows[month] === true);
  });
  return { rows: counts, totals, isByRows, isStock, isCounted };
}

/** The first month from which a workbook knows of open cases. */
export function firstOpenMonth(
  cases: OfficeRecord['parts'][number]['facts']['cases'],
  from: number,
  axis: PeriodAxis,
): number {
  let first = axis.months.length;
  for (const { received } of cases) {
    const position = axis.positionOf(received);
    first = Math.min(
      first,
      position < 0 && received < (axis.months[0] ?? '') ? from : position < 0 ? first : Math.max(position, from),
    );
  }
  return first;
}

/** Both ends included; a first of -1 has nothing within. */
function isWithin(month: number, first: number, last: number): boolean {
  return first >= 0 && month >= first && month <= last;
}
