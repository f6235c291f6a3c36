/**
 * Reported, zero or not reported (報告あり・0件・未報告), by office, tab and month: workbook.md, "Zero or not reported?".
 * A month without rows between two reported months is 0 where that is believable for this office, else unreported.
 */
import { acceptedRows, type OfficeRecord, sourceOf, voiceOf } from './counting/office-record.ts';
import { type CountedSource, countedSources, type PeriodAxis } from './period-axis.ts';
import { computeDueReports, type DueReports } from './reports-due.ts';

/** ● 報告あり, ⓪ 0件 (said, or believable between reported months), … 未報告, ・ not due (before the first report, not yet, tab not used that year). */
export type ReportState = 'reported' | 'zero' | 'unreported' | 'not-due';

/** Below this Poisson probability of no row at all, an empty month is not believed to be 0. */
const leastBelievable = 0.001;
/** How many reported months on each side make the office's own mean. */
const monthsAround = 6;

/** The indicator whose explicit total says how much a month had, by tab. */
const mainIndicator = { cases: 'N01', actions: 'N02', meetings: 'N09', activities: 'N12' } as const;

/** How one tab of an office stands, by month. */
export interface TabReport {
  readonly states: readonly ReportState[];
  /** Months in which the rows of the tab are the truth: rows, a believable 0, or an explicit 0 in an office that types rows. */
  readonly isByRows: readonly boolean[];
  /** Fiscal years (by position) that were reported month by month: rows, or totals of months. */
  readonly isMonthly: readonly boolean[];
}

export interface OfficeReporting {
  readonly office: string;
  readonly tabs: Readonly<Record<CountedSource, TabReport>>;
  /** The tab 集計報告: months (or whole years) with explicit totals. */
  readonly totals: readonly ReportState[];
  /** All tabs together: any row or explicit total makes a month reported. */
  readonly months: readonly ReportState[];
  /** First month due (positions on the axis): 報告開始月, else the first reported month; `null` where nothing was ever reported. */
  readonly firstDue: number | null;
  /** The month from which on nothing is due (a position on the axis): the one after 報告終了月, else that of the run. */
  readonly dueEnd: number;
  /** By tab, what counts for 報告率. */
  readonly due: DueReports;
}

/** The reports of one office. */
export function computeReporting(record: OfficeRecord, axis: PeriodAxis): OfficeReporting {
  const totals = countedSources.map((source) => totalOf(record, source, axis));
  const dueEnd = dueEndOf(record, axis);
  const [cases, actions, meetings, activities] = countedSources.map((source, index) =>
    reportOfTab(acceptedRows(record, source, axis), totals[index] ?? [], {
      axis,
      dueEnd,
      yearsOfMonths: yearsOfMonthlyTotals(record, source),
    }),
  ) as [TabReport, TabReport, TabReport, TabReport];
  const tabs = { cases, actions, meetings, activities };
  const explicit = axis.months.map((_, month) => totals.some((values) => (values[month] ?? null) !== null));
  const reported = axis.months.map((_, month) =>
    countedSources.some((source) => tabs[source].states[month] === 'reported'),
  );
  const firstReported = reported.indexOf(true);
  const registered = record.dueFrom === null ? -1 : axis.positionOf(record.dueFrom);
  const firstDue = registered >= 0 ? registered : firstReported >= 0 ? firstReported : null;
  return {
    office: record.office,
    tabs,
    totals: explicit.map((isReported) => (isReported ? 'reported' : 'not-due')),
    months: axis.months.map((_, month) => {
      if (reported[month] === true) return 'reported';
      if (countedSources.some((source) => tabs[source].states[month] === 'zero')) return 'zero';
      return firstDue !== null && month >= firstDue && month < dueEnd ? 'unreported' : 'not-due';
    }),
    firstDue,
    dueEnd,
    due: computeDueReports(tabs, { firstDue, dueEnd, axis }),
  };
}

/** 報告終了月 before the axis begins ends everything, one behind it nothing. */
function dueEndOf({ dueUntil }: OfficeRecord, axis: PeriodAxis): number {
  const first = axis.months[0];
  if (dueUntil === null || first === undefined) return axis.runMonth;
  if (dueUntil < first) return 0;
  const position = axis.positionOf(dueUntil);
  return position < 0 ? axis.runMonth : Math.min(axis.runMonth, position + 1);
}

/** Fiscal years with a total of any month. */
function yearsOfMonthlyTotals({ parts }: OfficeRecord, source: CountedSource): ReadonlySet<number> {
  return new Set(
    parts.flatMap(({ facts }) =>
      facts.totals.flatMap((total) =>
        total.month !== null && sourceOf(total.indicator) === source ? [total.fiscalYear] : [],
      ),
    ),
  );
}

/** Explicit totals of a tab's indicators by month: `null` none, else the main indicator's value, or NaN where only others are given. */
function totalOf(record: OfficeRecord, source: CountedSource, axis: PeriodAxis): readonly (number | null)[] {
  const values: (number | null)[] = axis.months.map(() => null);
  const put = (month: number, value: number | null) => {
    const known = values[month];
    if (known === undefined) return;
    if (value !== null) values[month] = known === null || Number.isNaN(known) ? value : Math.max(known, value);
    else if (known === null) values[month] = Number.NaN;
  };
  for (const part of record.parts) {
    const { from, to } = voiceOf(part, axis);
    for (const total of part.facts.totals) {
      if (sourceOf(total.indicator) !== source) continue;
      const isMain = total.indicator === mainIndicator[source];
      if (total.month !== null) {
        const month = axis.positionOf(total.month);
        if (month >= from && month <= to) put(month, isMain ? total.value : null);
        continue;
      }
      const year = axis.fiscalYears.indexOf(total.fiscalYear);
      for (let month = year * 12; year >= 0 && month < year * 12 + 12; month += 1) {
        if (month >= from && month <= to && month <= axis.runMonth) put(month, isMain ? total.value / 12 : null);
      }
    }
  }
  return values;
}

function reportOfTab(
  rows: Float64Array,
  totals: readonly (number | null)[],
  {
    axis,
    dueEnd,
    yearsOfMonths,
  }: { readonly axis: PeriodAxis; readonly dueEnd: number; readonly yearsOfMonths: ReadonlySet<number> },
): TabReport {
  const isReported = axis.months.map((_, month) => (rows[month] ?? 0) > 0 || (totals[month] ?? null) !== null);
  const volume = axis.months.map((_, month) =>
    (rows[month] ?? 0) > 0 ? (rows[month] ?? 0) : (totals[month] ?? Number.NaN),
  );
  const first = isReported.indexOf(true);
  const last = isReported.lastIndexOf(true);
  const yearOf = (month: number) => Math.floor(month / 12);
  const usesTab = axis.fiscalYears.map((_, year) => isReported.slice(year * 12, year * 12 + 12).includes(true));
  const typesRows = axis.fiscalYears.map((_, year) => rows.slice(year * 12, year * 12 + 12).some((count) => count > 0));

  const states = axis.months.map((_, month): ReportState => {
    if (isReported[month] === true) return 'reported';
    if (
      first < 0 ||
      month < first ||
      month >= Math.min(axis.runMonth, Math.max(dueEnd, last)) ||
      usesTab[yearOf(month)] !== true
    )
      return 'not-due';
    if (month > last) return 'unreported';
    return isZeroBelievable(volume, isReported, month) ? 'zero' : 'unreported';
  });
  const isByRows = states.map((state, month) => {
    if ((rows[month] ?? 0) > 0) return true;
    return typesRows[yearOf(month)] === true && (state === 'zero' || totals[month] === 0);
  });
  const isMonthly = axis.fiscalYears.map((year, place) => typesRows[place] === true || yearsOfMonths.has(year));
  return { states, isByRows, isMonthly };
}

/** Whether no row at all has a probability of at least 0.001 under the mean of the nearest reported months on each side. */
function isZeroBelievable(volume: readonly number[], isReported: readonly boolean[], month: number): boolean {
  const around: number[] = [];
  for (const step of [-1, 1]) {
    let found = 0;
    for (let other = month + step; other >= 0 && other < volume.length && found < monthsAround; other += step) {
      const count = volume[other];
      if (isReported[other] !== true || count === undefined || Number.isNaN(count)) continue;
      around.push(count);
      found += 1;
    }
  }
  if (around.length === 0) return false;
  const mean = around.reduce((sum, count) => sum + count, 0) / around.length;
  return Math.exp(-mean) >= leastBelievable;
}
