/**
 * What looks like an accident between the last good reading of a workbook and the new one: rows, columns and months that vanished, sums
 * that cannot fall. Ordinary work (rows added, a few corrected, cases closed, late entries of the last months) is none. Pure.
 */
import { type Table, tables } from '#sheets-schema';
import type { GuardedChange, GuardedTable, IngestedWorkbook, TableShape } from '../ingested.ts';
import { findMovedPast } from './find-moved-past.ts';

/** Fewer lost rows are nobody's accident, and offices with few cases are never asked for them. */
export const fewestRows = 5;
/** More than this share of what was there. */
export const largestShare = 0.2;

/** Whether a fall or a rise is more than max(5, 20 %). */
export function isLarge(difference: number, of: number): boolean {
  return difference > Math.max(fewestRows, largestShare * of);
}

/**
 * The weightiest first; none where the two cannot be compared. `isAsked`: whether a question is open already, which other rules of ours
 * do not answer.
 */
export function findChanges({
  before,
  now,
  isAsked,
}: {
  readonly before: IngestedWorkbook;
  readonly now: IngestedWorkbook;
  readonly isAsked: boolean;
}): readonly GuardedChange[] {
  const [was, is] = [before.shape, now.shape];
  if (was === undefined || is === undefined) return [];
  if (was.rules !== is.rules && !isAsked) return [];
  const isSameTemplate = was.templateVersion === is.templateVersion;
  return [
    ...Object.entries(was.tables).flatMap(([name, shape]) => findFallenRows(shape, is.tables[name as GuardedTable])),
    ...Object.entries(was.tables).flatMap(([name, shape]) =>
      isSameTemplate ? findEmptiedColumns(name as GuardedTable, shape, is.tables[name as GuardedTable]) : [],
    ),
    ...findMovedPast(before, now),
    ...findFallenCumulatives(before, now),
  ];
}

/** A tab of more than five rows lost more than a fifth of them, and at least five. */
function findFallenRows({ tab, rows: from }: TableShape, is: TableShape | undefined): readonly GuardedChange[] {
  const to = is?.rows ?? 0;
  const lost = from - to;
  return from > fewestRows && lost >= fewestRows && lost > largestShare * from
    ? [{ kind: 'rows-fell', tab, from, to }]
    : [];
}

/** Filled in nearly everywhere, and then nearly nowhere. */
const [nearlyAll, nearlyNone] = [0.9, 0.1];

function findEmptiedColumns(name: GuardedTable, was: TableShape, is: TableShape | undefined): readonly GuardedChange[] {
  // A tab without rows has no columns to speak of; its rows have been asked about.
  if (is === undefined || is.rows === 0) return [];
  const definition: Table = tables[name];
  return Object.entries(was.filled).flatMap(([column, from]): readonly GuardedChange[] => {
    const to = is.filled[column] ?? 0;
    const isEmptied =
      from - to > fewestRows && from >= nearlyAll * was.rows && to <= nearlyNone * Math.min(is.rows, was.rows);
    const header = definition.columns[column]?.header;
    return isEmptied && header !== undefined ? [{ kind: 'column-emptied', tab: was.tab, header, from, to }] : [];
  });
}

/** A 累計 of the same goal of the same year that is lower than it was. Goals that are stated twice are not told apart. */
function findFallenCumulatives(before: IngestedWorkbook, now: IngestedWorkbook): readonly GuardedChange[] {
  const earlier = cumulativesOf(before);
  return [...cumulativesOf(now)].flatMap(([key, { row, result: to }]): readonly GuardedChange[] => {
    const from = earlier.get(key)?.result;
    if (from === undefined || to >= from || from <= fewestRows) return [];
    return [{ kind: 'cumulative-fell', tab: now.shape?.tables.goals?.tab ?? tables.goals.tab, row, from, to }];
  });
}

function cumulativesOf({ goals }: IngestedWorkbook): ReadonlyMap<string, { row: number; result: number }> {
  const found = new Map<string, { row: number; result: number } | null>();
  for (const { counting, result, row, fiscalYear, programme, indicator, measure, area, pathway, target } of goals) {
    if (counting !== 'cumulative' || typeof result !== 'number') continue;
    const key = JSON.stringify([fiscalYear, programme, indicator ?? measure, area, pathway, target]);
    found.set(key, found.has(key) ? null : { row, result });
  }
  return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
}
