/**
 * Where a tab's own rows end: people put small tables of their own below them (件数 by 経路, a legend). Such a table begins after an
 * empty row with headers of its own, and nothing below them could be accepted as a row of ours, so that leaving it out loses no figure.
 */
import { type Cell, isBlankCell, isDittoCell, readCell } from '#sheets-schema';
import type { FoundTable } from './find-tables.ts';
import { foldHeader } from './fold-header.ts';

/** Headers of small tables that no tab of ours has. */
const usualHeaders: ReadonlySet<string> = new Set(
  ['件数', '人数', '合計', '割合', '内訳', '区分', '項目', '構成比', '回数', '計', '月', '凡例', '種別'].map(
    foldHeader,
  ),
);

/** 0-based index of the first row of another table below; the number of rows where there is none. */
export function findTableEnd(found: FoundTable): number {
  const { rows } = found.grid;
  const own = new Set(
    found.columns.flatMap(({ column }) => [column.header, ...column.aliases].map((header) => foldHeader(header))),
  );
  // Looked for from below, once, and only where there is a candidate: a tab with a small table after each row is no slower than others.
  let last: number | null = null;
  for (let index = found.headerIndex + 2; index < rows.length; index += 1) {
    if (!isEmptyRow(rows[index - 1]) || !isHeader(rows[index] ?? [], found, own)) continue;
    last ??= rows.findLastIndex((row) => couldBeRow(row, found));
    if (last <= index) return index;
  }
  return rows.length;
}

function isEmptyRow(row: readonly Cell[] | undefined): boolean {
  return row === undefined || row.every(isBlankCell);
}

/** Two words or more, far fewer than our columns, at least one of them a header; none a date, number or code of the column above. */
function isHeader(row: readonly Cell[], found: FoundTable, own: ReadonlySet<string>): boolean {
  const filled = row.flatMap((cell, index) => (isBlankCell(cell) ? [] : [{ cell, index }]));
  if (filled.length < 2 || filled.length * 2 > found.columns.length) return false;
  if (filled.some(({ cell }) => typeof cell !== 'string')) return false;
  const words = filled.map(({ cell }) => foldHeader(String(cell)));
  if (!words.some((word) => own.has(word) || usualHeaders.has(word))) return false;
  return !filled.some(({ cell, index }) => reads(found, index, cell));
}

/**
 * Whether a row could be accepted at all: its required day or year reads (or repeats the one above); where the table has none, every
 * required cell is filled. Other rows are refused in any case.
 */
function couldBeRow(row: readonly Cell[], found: FoundTable): boolean {
  const required = found.columns.filter(({ column }) => column.required);
  const times = required.filter(({ column }) => column.kind === 'date' || column.kind === 'fiscalYear');
  const cellOf = (index: number) => row[index] ?? null;
  if (times.length === 0) return required.every(({ index }) => !isBlankCell(cellOf(index)));
  return times.every(({ index }) => isDittoCell(cellOf(index)) || reads(found, index, cellOf(index)));
}

/** Whether a filled cell can be read as its column; of columns that take any word, a header is not told from a value. */
function reads(found: FoundTable, index: number, cell: Cell): boolean {
  const column = found.columns.find((one) => one.index === index)?.column;
  if (column === undefined || isBlankCell(cell)) return false;
  switch (column.kind) {
    case 'text':
    case 'reference':
    case 'area':
    case 'areas':
    case 'indicator':
      return false;
    default: {
      const { outcome } = readCell(column, cell, { ownWords: new Map() });
      return outcome === 'value' || outcome === 'unknown';
    }
  }
}
