/**
 * 報告率 (Q01) and what an office owes for it (報告することになっている月), in one place: by tab and month. workbook.md, "Zero or not
 * reported?" and Q01.
 *
 * - A tab is due in a fiscal year in which anything of it was reported, as rows or as totals. In the year of the run those that
 *   were reported month by month in the year before are due too: an office that begins late in April is late. A year without any
 *   report owes what the last one before it did.
 * - It is due from its own first report to the month before the run. 報告開始月 makes months before that due, as far as the office
 *   reported nothing at all in them: a meeting that nobody held yet is no report that is missing.
 * - A month with rows or totals is reported. A month that may well have been 0 is reported where the office reported another tab
 *   in it, and missing where it reported nothing: then nobody said so.
 * - After the last report of a tab nothing is missing yet while no more months have passed than the office usually lets pass
 *   between two of them, and it reports another tab meanwhile (a meeting every quarter).
 */
import { type CountedSource, countedSources, type PeriodAxis } from './period-axis.ts';
import type { TabReport } from './reporting.ts';

/** How a tab of an office stands in a month for 報告率. */
export type DueState = 'reported' | 'missing' | 'not-due';

export type DueReports = Readonly<Record<CountedSource, readonly DueState[]>>;

/** How far back of the last report its usual gaps are looked for. */
const monthsOfHabit = 24;

/**
 * @param firstDue the office's first month due, 報告開始月 included; `null` where nothing was ever reported
 * @param dueEnd the month from which on nothing is due: the one after 報告終了月, else that of the run
 */
export function computeDueReports(
  tabs: Readonly<Record<CountedSource, TabReport>>,
  { firstDue, dueEnd, axis }: { readonly firstDue: number | null; readonly dueEnd: number; readonly axis: PeriodAxis },
): DueReports {
  const isReported = (source: CountedSource, month: number) => tabs[source].states[month] === 'reported';
  const silent = axis.months.map((_, month) => !countedSources.some((source) => isReported(source, month)));
  const owed = tabsOwed(tabs, axis);
  const stateOf = (source: CountedSource, month: number): DueState => {
    const { states } = tabs[source];
    const first = states.indexOf('reported');
    const isOwed = owed[Math.floor(month / 12)]?.has(source) === true;
    if (firstDue === null || month < firstDue || month >= axis.runMonth || !isOwed) return 'not-due';
    if (isReported(source, month)) return 'reported';
    if (month >= dueEnd) return 'not-due';
    if (silent[month] === true) return 'missing';
    if (month < first) return 'not-due';
    if (states[month] === 'zero') return 'reported';
    const last = states.lastIndexOf('reported');
    return month > last && month - last <= usualGap(states, last) ? 'not-due' : 'missing';
  };
  const ofTab = (source: CountedSource) => axis.months.map((_, month) => stateOf(source, month));
  return {
    cases: ofTab('cases'),
    actions: ofTab('actions'),
    meetings: ofTab('meetings'),
    activities: ofTab('activities'),
  };
}

/** By fiscal year, the tabs that are due in it. */
function tabsOwed(
  tabs: Readonly<Record<CountedSource, TabReport>>,
  axis: PeriodAxis,
): readonly ReadonlySet<CountedSource>[] {
  const used = axis.fiscalYears.map(
    (_, year) =>
      new Set(
        countedSources.filter((source) => tabs[source].states.slice(year * 12, year * 12 + 12).includes('reported')),
      ),
  );
  const yearOfRun = Math.floor(axis.runMonth / 12);
  const first = used.find((sources) => sources.size > 0) ?? new Set<CountedSource>();
  return used.map((sources, year) => {
    const before = used.slice(0, year).findLastIndex((each) => each.size > 0);
    if (sources.size === 0) return used[before] ?? first;
    if (year !== yearOfRun || year === 0) return sources;
    return new Set(countedSources.filter((source) => sources.has(source) || tabs[source].isMonthly[year - 1] === true));
  });
}

/** The most months without a report that the office let pass between two reports in the two years before the last one. */
export function usualGap(states: readonly string[], last: number): number {
  let usual = 0;
  let gap = 0;
  for (let month = Math.max(states.indexOf('reported'), last - monthsOfHabit); month <= last; month += 1) {
    gap = states[month] === 'reported' ? 0 : gap + 1;
    usual = Math.max(usual, gap);
  }
  return usual;
}
