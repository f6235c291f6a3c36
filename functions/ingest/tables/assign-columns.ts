/**
 * Which column of a tab is which of ours. What people wrote as a header goes first; ids that the template left speak only where the
 * words do not:
 *
 * - A header that names one of our columns is that column, also where the id says another: somebody uses the column for that now,
 *   or exchanged two headers. Where both columns are still there, they may have been exchanged by accident, and a notice asks.
 * - A header that is blank or a word we do not know (renamed, translated) is what its id says, if its cells read as such. A column of
 *   課題 that is headed 担当者 and full of names is no 課題 any more; and an empty column with nothing above it was emptied.
 * - Of several columns that name the same, the surest word wins, then the one whose id agrees, then the leftmost. A mere alias that
 *   comes second is what its id says.
 * - A table beside ours, behind an empty column, that repeats one of its headers is another table and is left alone
 *   (tables-beside.ts).
 */
import { type Cell, type Column, isBlankCell, isPersonalHeader, type Table } from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import type { HeaderRow } from './find-header-row.ts';
import { type HeaderMatch, tiers } from './match-headers.ts';
import { isColumnEmpty } from './stored-ids.ts';
import { findTablesBeside, isUsed } from './tables-beside.ts';

/** Whether a filled cell can be read as what the column takes. */
export type Understands = (column: Column, cell: Cell) => boolean;

export interface AssignedColumns {
  /** English name of a column → 0-based index. */
  readonly indexes: ReadonlyMap<string, number>;
  /** Columns that name one which stands elsewhere already. */
  readonly duplicates: readonly HeaderMatch[];
  /** Columns that the template made as `madeAs`, which stands elsewhere now. */
  readonly exchanged: readonly { readonly name: string; readonly index: number; readonly madeAs: string }[];
  /** Where other tables beside ours begin that may be meant as a part of it. */
  readonly beside: readonly number[];
}

export function assignColumns({
  grid,
  table,
  header: { headerIndex, matches },
  fields,
  understands,
}: {
  readonly grid: SheetGrid;
  readonly table: Table;
  readonly header: HeaderRow;
  /** English names of columns by index, from stored ids. */
  readonly fields: ReadonlyMap<number, string>;
  readonly understands: Understands;
}): AssignedColumns {
  const { own, doubtful } = findTablesBeside(matches, { table, grid, headerIndex });
  const agrees = ({ name, index }: HeaderMatch) => (fields.get(index) === name ? 0 : 1);
  const indexes = new Map<string, number>();
  const others: HeaderMatch[] = [];
  for (const match of own.toSorted((a, b) => a.tier - b.tier || agrees(a) - agrees(b) || a.index - b.index)) {
    if (indexes.has(match.name)) others.push(match);
    else indexes.set(match.name, match.index);
  }
  const byWords = new Map([...indexes].map(([name, index]) => [index, name]));
  const header = grid.rows[headerIndex] ?? [];
  for (const [index, name] of [...fields].toSorted(([a], [b]) => a - b)) {
    const column = table.columns[name];
    if (column === undefined || indexes.has(name) || byWords.has(index)) continue;
    const words = header[index] ?? null;
    if (typeof words === 'string' && isPersonalHeader(words)) continue;
    // A header of ours that came second says clearly what it is meant to be; a mere alias does not.
    if (matches.some((match) => match.index === index && match.tier < tiers.alias)) continue;
    if (isBlankCell(words) && isColumnEmpty(grid, index, headerIndex + 1)) continue;
    if (isUnderstood(column, { grid, index, headerIndex }, understands)) indexes.set(name, index);
  }
  const assigned = new Set(indexes.values());
  return {
    indexes,
    duplicates: others
      .filter(({ name, index, tier }) => tier <= tiers.alias && !assigned.has(index) && isUsed(table, name))
      .toSorted((a, b) => a.index - b.index),
    exchanged: [...byWords].flatMap(([index, name]) => {
      const madeAs = fields.get(index) ?? name;
      const elsewhere = indexes.get(madeAs);
      return madeAs !== name && elsewhere !== undefined && byWords.has(elsewhere) ? [{ name, index, madeAs }] : [];
    }),
    beside: doubtful,
  };
}

/** So many filled cells tell what a column holds. */
const sample = 200;

/** Whether at least half of a column's filled cells read as what the column takes; so does a column without any. */
function isUnderstood(
  column: Column,
  { grid, index, headerIndex }: { readonly grid: SheetGrid; readonly index: number; readonly headerIndex: number },
  understands: Understands,
): boolean {
  let [filled, understood] = [0, 0];
  for (let rowIndex = headerIndex + 1; rowIndex < grid.rows.length && filled < sample; rowIndex += 1) {
    const cell = grid.rows[rowIndex]?.[index] ?? null;
    if (isBlankCell(cell)) continue;
    filled += 1;
    if (understands(column, cell)) understood += 1;
  }
  return understood * 2 >= filled;
}
