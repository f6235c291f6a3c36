/**
 * One office's base figures by slice and period: its rows where rows are the truth, its totals where it gave totals.
 * NaN stands for "this office says nothing here"; it becomes a state only when offices are added up.
 */
import type { AreaTree } from '../area-tree.ts';
import type { CountedSource, PeriodAxis, Slot } from '../period-axis.ts';
import type { OfficeReporting } from '../reporting.ts';
import { addRows, type BaseIndicator, baseIndicators, emptyTables } from './count-figures.ts';
import { createTable, firstOpenMonth, type IndicatorTable, type TotalPeriod } from './indicator-table.ts';
import { type OfficeRecord, type RecordPart, voiceOf } from './office-record.ts';
import type { SliceFinder } from './slices.ts';
import { addPlaces } from './stocks.ts';
import { yearPeriod } from './totals.ts';

/** Slots of each tab: the plain ones, then its compared periods. */
export type SlotsBySource = Readonly<Record<CountedSource, readonly Slot[]>>;

export interface OfficeFigures {
  readonly office: string;
  /** A base indicator over the slots of a tab. */
  seriesOf(indicator: BaseIndicator, slice: number, slots: readonly Slot[]): Float64Array;
  /** N01 from rows only, and of those the cases closed by the end of the period (R04). */
  newByRows(slice: number, slots: readonly Slot[]): Float64Array;
  closedWithin(slice: number, slots: readonly Slot[]): Float64Array;
  /** Open cases at the end of the period before (R03). */
  opening(slice: number, slots: readonly Slot[]): Float64Array;
  /** Whether the office has N01 for a month; a yearly total has it for all twelve. */
  hasNewCases(month: number): boolean;
  /** Whether a total of one of its workbooks is used. */
  isCounted(total: TotalPeriod, part: RecordPart): boolean;
  /** Slices with rows or totals of any indicator. */
  readonly slices: ReadonlySet<number>;
}

/** How many series are kept to be asked for again: ratios ask for the same few. */
const keptSeries = 4096;

/** Counts one office's rows and closes its totals. */
export function createOfficeFigures({
  record,
  reporting,
  axis,
  tree,
  finder,
  slots,
}: {
  record: OfficeRecord;
  reporting: OfficeReporting;
  axis: PeriodAxis;
  tree: AreaTree;
  finder: SliceFinder;
  slots: SlotsBySource;
}): OfficeFigures {
  const rows = emptyTables();
  const stockMonths = { N07: new Set<number>(), N15: new Set<number>() };
  for (const part of record.parts) {
    const { from, to } = voiceOf(part, axis);
    addRows(rows, { facts: part.facts, from, to, axis, slots: slots.cases, finder });
    const firstPlaces = addPlaces(rows.byIndicator.N15, { places: part.facts.places, from, to, axis, tree, finder });
    const last = Math.min(to, axis.runMonth);
    for (let month = firstPlaces ?? last + 1; month <= last; month += 1) stockMonths.N15.add(month);
    for (let month = firstOpenMonth(part.facts.cases, from, axis); month <= last; month += 1)
      stockMonths.N07.add(month);
  }
  const tables = new Map<BaseIndicator, IndicatorTable>();
  for (const code of baseIndicators) {
    tables.set(code, createTable({ code, record, reporting, axis, tree, rows, stockMonths }));
  }
  const tableOf = (code: BaseIndicator): IndicatorTable => {
    const table = tables.get(code);
    if (table === undefined) throw new Error(`No table for ${code}`);
    return table;
  };

  const byMonth = (code: BaseIndicator, slice: number): Float64Array => {
    const { rows: counts, totals, isByRows } = tableOf(code);
    const values = counts.get(slice);
    const months = new Float64Array(axis.months.length);
    for (let month = 0; month < months.length; month += 1) {
      if (isByRows[month] === true) months[month] = values?.[month] ?? 0;
      else months[month] = totals === null || month > axis.runMonth ? Number.NaN : totals.valueOf(slice, month);
    }
    return months;
  };

  /** Slices without a row share one series, as long as the indicator has no totals; others are kept while one slice is worked on. */
  const shared = new Map<string, Float64Array>();
  const recent = new Map<number, Float64Array>();
  const seriesOf = (code: BaseIndicator, slice: number, over: readonly Slot[]): Float64Array => {
    const table = tableOf(code);
    const isOverCases = over === slots.cases;
    if (table.totals === null && !table.rows.has(slice)) {
      const key = `${code}|${isOverCases ? 'cases' : 'own'}`;
      const known = shared.get(key) ?? createSeries(code, slice, over);
      shared.set(key, known);
      return known;
    }
    const key = (slice * baseIndicators.length + baseIndicators.indexOf(code)) * 2 + (isOverCases ? 1 : 0);
    const known = recent.get(key) ?? createSeries(code, slice, over);
    if (recent.size > keptSeries) recent.clear();
    recent.set(key, known);
    return known;
  };
  const createSeries = (code: BaseIndicator, slice: number, over: readonly Slot[]): Float64Array => {
    const months = byMonth(code, slice);
    const table = tableOf(code);
    const series = new Float64Array(over.length);
    let position = 0;
    for (const slot of over) {
      series[position] = valueOver(slot, months, slice, table);
      position += 1;
    }
    return series;
  };
  const valueOver = (slot: Slot, months: Float64Array, slice: number, { totals, isStock }: IndicatorTable): number => {
    if (totals !== null && slot.months.length === 12) {
      const year = axis.fiscalYears.indexOf(slot.fiscalYear);
      if (totals.hasYear(year)) return totals.valueOf(slice, yearPeriod(axis, year));
    }
    return isStock ? lastOf(slot.months, months) : sumOver(slot.months, months);
  };

  const newByRows = (slice: number, over: readonly Slot[]): Float64Array => {
    const { rows: counts, isByRows } = tableOf('N01');
    const values = counts.get(slice);
    const months = Float64Array.from(axis.months, (_, month) =>
      isByRows[month] === true ? (values?.[month] ?? 0) : Number.NaN,
    );
    return Float64Array.from(over, (slot) => sumOver(slot.months, months));
  };

  const firstKnown = axis.months.findIndex((_, month) =>
    (['N01', 'N06', 'N07'] as const).some((code) => {
      const { isByRows, totals } = tableOf(code);
      return (
        isByRows[month] === true || totals?.hasMonth(month) === true || totals?.hasYear(Math.floor(month / 12)) === true
      );
    }),
  );

  return {
    office: record.office,
    seriesOf,
    newByRows,
    closedWithin: (slice, over) => {
      const counted = newByRows(slice, over);
      const values = rows.closedWithin.get(slice);
      return counted.map((value, slot) => (Number.isNaN(value) ? value : (values?.[slot] ?? 0)));
    },
    opening: (slice, over) => {
      const stock = seriesOf('N07', slice, slots.cases);
      const table = tableOf('N07');
      return Float64Array.from(over, (slot) => {
        const first = slot.months[0];
        if (first === undefined) return Number.NaN;
        const before =
          first % 12 === 0 && first > 0
            ? stock[axis.months.length + axis.quarters.length + first / 12 - 1]
            : first > 0
              ? stock[first - 1]
              : undefined;
        if (before !== undefined && !Number.isNaN(before)) return before;
        if (slot.months.some((month) => table.isByRows[month] === true)) return rows.opening.get(slice)?.[first] ?? 0;
        return firstKnown >= 0 && slot.months.includes(firstKnown) ? 0 : Number.NaN;
      });
    },
    hasNewCases: (month) => {
      const { isByRows, totals } = tableOf('N01');
      if (isByRows[month] === true) return true;
      if (totals === null || month > axis.runMonth) return false;
      return totals.hasMonth(month) || totals.hasYear(Math.floor(month / 12));
    },
    isCounted: (total, part) =>
      [...tables].some(([code, table]) => code === total.indicator && table.isCounted(total, part)),
    slices: new Set(
      [...tables.values()].flatMap(({ rows: counts, totals }) => [...counts.keys(), ...(totals?.slices ?? [])]),
    ),
  };
}

function sumOver(positions: readonly number[], months: Float64Array): number {
  let sum = Number.NaN;
  for (const position of positions) {
    const value = months[position];
    if (value === undefined || Number.isNaN(value)) continue;
    sum = Number.isNaN(sum) ? value : sum + value;
  }
  return sum;
}

function lastOf(positions: readonly number[], months: Float64Array): number {
  for (let index = positions.length - 1; index >= 0; index -= 1) {
    const value = months[positions[index] ?? -1];
    if (value !== undefined && !Number.isNaN(value)) return value;
  }
  return Number.NaN;
}
