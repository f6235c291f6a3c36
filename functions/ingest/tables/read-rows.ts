/**
 * Reads the rows of a found tab: cells → accepted and refused rows, and findings. Merges, 〃, total rows and empty rows are
 * dealt with here (workbook.md, How cells are read); what a cell means is the column's reader's business,
 * and what rows mean to each other is checked afterwards.
 */
import {
  type Cell,
  type Finding,
  isBlankCell,
  isTotalWord,
  type ReadingContext,
  type RowOf,
  type Table,
} from '#sheets-schema';
import { createFindingList } from '../findings/collect-findings.ts';
import { createFinding } from '../findings/create-finding.ts';
import { rowPlace } from '../findings/place.ts';
import { findTableEnd } from './find-table-end.ts';
import type { FoundColumn, FoundTable } from './find-tables.ts';
import { type ColumnReader, createColumnReader, isUntickedText } from './read-column.ts';

export interface AcceptedRow<T extends Table> {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly values: RowOf<T>;
  /** English names of optional columns whose cell had an error and is unknown. */
  readonly refusedCells: readonly string[];
}

/** A row with an error in a required column; what could be read of it serves to name it. */
export interface RefusedRow<T extends Table> {
  readonly row: number;
  readonly values: Partial<RowOf<T>>;
}

export interface TableRows<T extends Table> {
  readonly found: FoundTable;
  readonly accepted: readonly AcceptedRow<T>[];
  readonly refused: readonly RefusedRow<T>[];
  readonly findings: readonly Finding[];
}

/** Whether cells of the column are looked at; 備考 and 受付窓口 never are. */
function isRead({ column }: FoundColumn): boolean {
  return column.kind !== 'text' || column.isRead;
}

const withoutOwnWords: ReadingContext = { ownWords: new Map() };

/** Reads all rows below the header. `contextOf` gives the office's own words of a column; left out, there are none. */
export function readRows<T extends Table>(
  found: FoundTable,
  contextOf: (columnName: string) => ReadingContext = () => withoutOwnWords,
): TableRows<T> {
  const accepted: AcceptedRow<T>[] = [];
  const refused: RefusedRow<T>[] = [];
  const findings = createFindingList();
  const { grid, headerIndex } = found;
  if (found.missing.length > 0) return { found, accepted, refused, findings: [] };

  const columns = found.columns.filter(isRead).map((one) => createColumnReader(found, one, contextOf(one.name)));
  const blankRow = Object.fromEntries(Object.keys(found.table.columns).map((name) => [name, null]));
  const isEmpty = createEmptyTest(found);
  const isTotal = createTotalTest(found);
  const totalRows: number[] = [];
  const end = findTableEnd(found);
  let above = -1;

  for (let rowIndex = headerIndex + 1; rowIndex < end; rowIndex += 1) {
    const cells = grid.rows[rowIndex];
    if (cells === undefined) continue;
    const row = rowIndex + 1;
    const values: Record<string, unknown> = { ...blankRow };
    let unread = nothingUnread;
    let isFilled = false;
    for (const reader of columns) {
      const cell = cells[reader.index] ?? null;
      const value = reader.recall(cell);
      if (value === undefined) unread = [...unread, reader];
      else if (value !== null) {
        values[reader.name] = value;
        if (cell !== false && reader.name !== 'receiptNumber') isFilled = true;
      }
    }
    if (isTotal(cells, unread)) {
      totalRows.push(row);
      continue;
    }
    if (!isFilled && isEmpty(cells)) continue;
    let refusedCells = none;
    let isRefused = false;
    for (const reader of unread) {
      const outcome = reader.read(rowIndex, above);
      values[reader.name] = outcome.value;
      if (outcome.isCellRefused) refusedCells = [...refusedCells, reader.name];
      if (outcome.isRowRefused) isRefused = true;
      findings.addAll(outcome.findings);
    }
    above = rowIndex;
    // Each column's reader gives what RowOf says for it; the table's definition is the only witness of that.
    if (isRefused) refused.push({ row, values: values as Partial<RowOf<T>> });
    else accepted.push({ row, values: values as RowOf<T>, refusedCells });
  }
  const [firstTotal, ...otherTotals] = totalRows;
  if (firstTotal !== undefined) {
    findings.add(
      createFinding(rowPlace(found, firstTotal), {
        code: 'row/total',
        otherRows: otherTotals,
        facts: { count: totalRows.length },
      }),
    );
  }
  if (end < grid.rows.length) findings.add(createFinding(rowPlace(found, end + 1), { code: 'row/other-table' }));
  for (const reader of columns) findings.addAll(reader.collected());
  return { found, accepted, refused, findings: findings.list() };
}

const none: readonly string[] = [];
const nothingUnread: readonly ColumnReader[] = [];

/** A row is empty where only a pre-printed 受付番号 or an unticked box stands in what is read, or its headers once more. */
function createEmptyTest(found: FoundTable): (cells: readonly Cell[]) => boolean {
  const indexes = found.columns.filter(isRead).flatMap(({ name, index }) => (name === 'receiptNumber' ? [] : [index]));
  const header = found.grid.rows[found.headerIndex] ?? [];
  const repeatsHeader = (cells: readonly Cell[]) =>
    indexes.length > 1 && indexes.every((index) => typeof cells[index] === 'string' && cells[index] === header[index]);
  return (cells) => {
    for (const index of indexes) {
      const cell = cells[index];
      if (cell === undefined || cell === null || cell === false) continue;
      if (!isBlankCell(cell) && !isUntickedText(cell)) return repeatsHeader(cells);
    }
    return true;
  };
}

/**
 * A total row says so in any column but 備考, ours or not; 累計 as a 数え方 is a word of its list. Of the columns that are read, only those
 * that nothing is known of yet need a look.
 */
function createTotalTest(
  found: FoundTable,
): (cells: readonly Cell[], unread: readonly { readonly index: number }[]) => boolean {
  if (found.name === 'aliases') return () => false;
  const exempt = new Set(
    found.columns.filter((one) => one.name === 'note' || one.column.kind === 'option').map((one) => one.index),
  );
  const read = new Set(found.columns.filter(isRead).map((one) => one.index));
  const isElsewhere: boolean[] = [];
  return (cells, unread) => {
    for (const { index } of unread) if (!exempt.has(index) && saysTotal(cells[index])) return true;
    for (let index = 0; index < cells.length; index += 1) {
      isElsewhere[index] ??= !exempt.has(index) && !read.has(index);
      if (isElsewhere[index] === true && saysTotal(cells[index])) return true;
    }
    return false;
  };
}

function saysTotal(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.includes('計') && isTotalWord(cell);
}

/** Whether an optional cell holds something that could not be used. */
export function isUnreadable(row: AcceptedRow<Table>, columnName: string): boolean {
  return row.refusedCells.includes(columnName);
}
