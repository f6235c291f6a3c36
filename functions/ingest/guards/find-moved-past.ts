/**
 * What moved in months that are over: those before the last one in which the last good reading has rows. Entries that come late are
 * ordinary, so more rows are asked about only from the second month before that one on; fewer rows in each of them. Pure.
 */
import { type Table, tables } from '#sheets-schema';
import { fiscalYearOf, monthNumbered, numberOfMonth } from '../../domain/calendar.ts';
import type { Month } from '../../domain/codes.ts';
import type { FactSource, TotalFact } from '../../domain/fact.ts';
import type { GuardedChange, IngestedWorkbook } from '../ingested.ts';
import { isLarge } from './find-changes.ts';

/** The months that are over as of a reading. */
interface Past {
  /** The last month with rows; what lies before it is over. */
  readonly last: Month;
  /** What lies before this month takes no late entries in bulk. */
  readonly settled: Month;
}

export function findMovedPast(before: IngestedWorkbook, now: IngestedWorkbook): readonly GuardedChange[] {
  const past = pastOf(before);
  if (past === null) return [];
  const sources = Object.keys(before.rowCounts) as FactSource[];
  return [
    ...sources.flatMap((source) => findMovedRows(source, before, now, past)),
    ...findMovedTotals(before, now, past),
    ...findRegrouped(before, now, past),
  ];
}

function pastOf({ rowCounts, facts }: IngestedWorkbook): Past | null {
  const months = [
    ...Object.values(rowCounts).flatMap((counts) =>
      Object.entries(counts).flatMap(([month, { accepted }]) => (accepted > 0 ? [month] : [])),
    ),
    ...facts.totals.flatMap(({ month }) => (month === null ? [] : [month])),
  ].toSorted();
  const last = months.at(-1) as Month | undefined;
  return last === undefined ? null : { last, settled: monthNumbered(numberOfMonth(last) - 1) };
}

/** Accepted rows by month, and by fiscal year where no single month shows it. 集計報告 is compared by what it states. */
function findMovedRows(
  source: FactSource,
  before: IngestedWorkbook,
  now: IngestedWorkbook,
  past: Past,
): readonly GuardedChange[] {
  if (source === 'totals') return [];
  const tab = tabOf(source, before);
  const was = acceptedOf(before, source);
  const is = acceptedOf(now, source);
  const moved: GuardedChange[] = [];
  const years = new Map<number, { from: number; to: number; isTold: boolean }>();
  for (const month of new Set([...was.keys(), ...is.keys()])) {
    if (month >= past.last) continue;
    const [from, to] = [was.get(month) ?? 0, is.get(month) ?? 0];
    const isTold = hasMoved(month, from, to, past);
    if (isTold) moved.push({ kind: 'past-moved', tab, period: month, indicator: null, from, to });
    const fiscalYear = fiscalYearOf(month);
    const year = years.get(fiscalYear) ?? { from: 0, to: 0, isTold: false };
    years.set(fiscalYear, { from: year.from + from, to: year.to + to, isTold: year.isTold || isTold });
  }
  for (const [year, { from, to, isTold }] of years) {
    if (isTold || year >= fiscalYearOf(past.last) || !isLarge(from - to, from)) continue;
    moved.push({ kind: 'past-moved', tab, period: `FY${year}`, indicator: null, from, to });
  }
  return moved;
}

/** A month that had nothing is not moved by what comes late. */
function hasMoved(month: string, from: number, to: number, { settled }: Past): boolean {
  return from > to ? isLarge(from - to, from) : month < settled && from > 0 && isLarge(to - from, from);
}

function acceptedOf({ rowCounts }: IngestedWorkbook, source: FactSource): ReadonlyMap<Month, number> {
  return new Map(Object.entries(rowCounts[source]).map(([month, { accepted }]) => [month as Month, accepted]));
}

/**
 * Stated totals of a period and indicator, each way of dividing them by itself, as far as both readings state them: what was added or
 * mended moves nothing, rows may have taken the place of what is stated no longer, and tabs that lose many rows are asked about as such.
 */
function findMovedTotals(before: IngestedWorkbook, now: IngestedWorkbook, past: Past): readonly GuardedChange[] {
  const tab = tabOf('totals', before);
  const is = new Map(now.facts.totals.map((fact) => [keyOf(fact), fact.value]));
  const groups = new Map<string, { period: string; indicator: string; from: number; to: number }>();
  for (const fact of before.facts.totals) {
    const value = is.get(keyOf(fact));
    if (value === undefined || !isOver(fact, past)) continue;
    const { indicator, area, pathway, target } = fact;
    const period = fact.month ?? `FY${fact.fiscalYear}`;
    const key = JSON.stringify([period, indicator, area !== null, pathway !== null, target !== null]);
    const known = groups.get(key) ?? { period, indicator, from: 0, to: 0 };
    groups.set(key, { ...known, from: known.from + fact.value, to: known.to + value });
  }
  const told = new Set<string>();
  return [...groups.values()].flatMap(({ period, indicator, from, to }): readonly GuardedChange[] => {
    const name = JSON.stringify([period, indicator]);
    if (!isLarge(Math.abs(from - to), from) || told.has(name)) return [];
    told.add(name);
    return [{ kind: 'past-moved', tab, period, indicator, from, to }];
  });
}

function keyOf({ fiscalYear, month, indicator, area, pathway, target }: TotalFact): string {
  return JSON.stringify([fiscalYear, month, indicator, area, pathway, target]);
}

function isOver({ month, fiscalYear }: TotalFact, { last }: Past): boolean {
  return month === null ? fiscalYear < fiscalYearOf(last) : month < last;
}

/** Cases of months that are over, by 圏域 and by 経路: a column that was sorted or pasted by itself keeps every month's number. */
function findRegrouped(before: IngestedWorkbook, now: IngestedWorkbook, past: Past): readonly GuardedChange[] {
  const tab = tabOf('cases', before);
  const columns = { area: tables.cases.columns.area.header, pathway: tables.cases.columns.pathway.header };
  return (['area', 'pathway'] as const).flatMap((name): readonly GuardedChange[] => {
    const was = casesBy(name, before, past);
    const is = casesBy(name, now, past);
    const from = sum(was.values());
    const lost = sum([...was].map(([slice, count]) => Math.max(0, count - (is.get(slice) ?? 0))));
    // What is there no longer at all is told as rows.
    const regrouped = lost - Math.max(0, from - sum(is.values()));
    if (!isLarge(regrouped, from)) return [];
    return [{ kind: 'past-regrouped', tab, header: columns[name], from, to: from - regrouped }];
  });
}

/** By month too: what is exchanged between months is exchanged. */
function casesBy(name: 'area' | 'pathway', { facts }: IngestedWorkbook, { last }: Past): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const fact of facts.cases) {
    if (fact.received >= last) continue;
    const slice = JSON.stringify([fact.received, fact[name]]);
    counts.set(slice, (counts.get(slice) ?? 0) + fact.count);
  }
  return counts;
}

function tabOf(source: FactSource, { shape }: IngestedWorkbook): string {
  const definition: Table = tables[source];
  return shape?.tables[source]?.tab ?? definition.tab;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
