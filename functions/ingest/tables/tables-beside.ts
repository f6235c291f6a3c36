/**
 * Other tables on one of our tabs, to the left or right of ours (横の表): a summary of 件数 by 経路, a second year. Which headers belong
 * to them is decided here; tables below are find-table-end.ts.
 */
import { isBlankCell, type Table } from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import type { HeaderMatch } from './match-headers.ts';

export interface Beside {
  /** Headers of our table, which may have empty columns in it. */
  readonly own: readonly HeaderMatch[];
  /**
   * 0-based index of the first header in each other table that may be meant as a part of ours, since it names two of our columns or
   * more: there could be rows in it, or a column that ours has not. 件数 by 経路 names one that ours has, and nothing is missed.
   */
  readonly doubtful: readonly number[];
}

/** Another table stands behind an empty column and repeats a header of the table that has most of our columns; 備考 repeats nothing. */
export function findTablesBeside(
  matches: readonly HeaderMatch[],
  { table, grid, headerIndex }: { readonly table: Table; readonly grid: SheetGrid; readonly headerIndex: number },
): Beside {
  const blocks = divide(matches, grid, headerIndex).map((headers) => ({
    headers,
    names: new Set(headers.flatMap(({ name }) => (isUsed(table, name) ? [name] : []))),
  }));
  // By different columns: one header repeated a hundred times is no table.
  const [largest] = blocks.toSorted((a, b) => b.names.size - a.names.size);
  const others = blocks.filter(
    (block) => block !== largest && [...block.names].some((name) => largest?.names.has(name)),
  );
  return {
    own: blocks.flatMap((block) => (others.includes(block) ? [] : block.headers)),
    doubtful: others.flatMap(({ headers: [first], names }) =>
      first !== undefined && names.size > 1 ? [first.index] : [],
    ),
  };
}

/** The headers from left to right, divided where a whole column between them is empty. */
function divide(matches: readonly HeaderMatch[], grid: SheetGrid, headerIndex: number): readonly HeaderMatch[][] {
  const blocks: HeaderMatch[][] = [];
  const filled = filledColumns(grid, headerIndex);
  let before = -1;
  for (const match of matches.toSorted((a, b) => a.index - b.index)) {
    const block = blocks.at(-1);
    if (block === undefined || isApart(before, match.index, filled)) blocks.push([match]);
    else block.push(match);
    before = match.index;
  }
  return blocks;
}

/** Indexes of the columns in which anything stands, from a row on; each cell is looked at once, however many headers there are. */
function filledColumns({ rows }: SheetGrid, fromRow: number): ReadonlySet<number> {
  const filled = new Set<number>();
  for (let rowIndex = fromRow; rowIndex < rows.length; rowIndex += 1) {
    for (const [index, cell] of (rows[rowIndex] ?? []).entries()) {
      if (!filled.has(index) && !isBlankCell(cell)) filled.add(index);
    }
  }
  return filled;
}

/** Whether an empty column lies between two columns. */
function isApart(left: number, right: number, filled: ReadonlySet<number>): boolean {
  for (let index = left + 1; index < right; index += 1) {
    if (!filled.has(index)) return true;
  }
  return false;
}

/** Of columns that are never read (備考) there may be several: no cell of them could be missed. */
export function isUsed(table: Table, name: string): boolean {
  const column = table.columns[name];
  return column !== undefined && (column.kind !== 'text' || column.isRead);
}
