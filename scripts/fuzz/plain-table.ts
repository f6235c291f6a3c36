/**
 * An own way from the headers of a tab to its columns, and which of them the user was told are not read. Of a column that is named
 * twice only one may be left of which nothing was said; then it is that which must have been read.
 */
import { mostOfOneKind } from '#functions/ingest/findings/collect-findings.ts';
import type { SheetGrid } from '#functions/world.ts';
import { type Cell, type Column, type Finding, type Table, tables } from '#sheets-schema';
import { lettersOf } from './write-parts.ts';

export const countedTables = ['cases', 'actions', 'meetings', 'activities', 'totals'] as const;
export type CountedTable = (typeof countedTables)[number];

/** Where the columns of a tab stand, by the exact words of the definition. */
export interface PlainTable {
  readonly grid: SheetGrid;
  readonly headerIndex: number;
  /** 0-based index by English name; columns that are named twice are left out where it is not plain which is read. */
  readonly columns: ReadonlyMap<string, number>;
  /** 0-based indexes of the columns of tables beside, of which the user was told that they are not read. */
  readonly beside: ReadonlySet<number>;
  /** English names of columns that stand twice with something in both, of which the user was told of neither; up to 200 times. */
  readonly untold: readonly string[];
}

/** `null` where it is not plain which row holds the headers. `findings` may be of any tab. */
export function findPlainTable(grid: SheetGrid, name: CountedTable, findings: readonly Finding[]): PlainTable | null {
  const table: Table = tables[name];
  const sizes = grid.rows.slice(0, 10).map((row) => [...placesOf(row, table).values()].filter(isOnce).length);
  const most = Math.max(0, ...sizes);
  const headerIndex = sizes.indexOf(most);
  if (most < 3 || sizes.lastIndexOf(most) !== headerIndex) return null;
  const blockOf = new Map(
    divide(filledColumns(grid, headerIndex)).flatMap((block) => block.map((at) => [at, block] as const)),
  );
  const [beside, twice] = (['header/other-table', 'header/duplicate'] as const).map((told) =>
    findings.flatMap(({ tab, code, cell }) => (tab === grid.tab && code === told ? [columnOf(cell ?? '')] : [])),
  );
  const notRead = new Set((beside ?? []).flatMap((from) => blockOf.get(from) ?? []));
  const columns = new Map<string, number>();
  const untold: string[] = [];
  const filled = filledColumns(grid, headerIndex + 1);
  const all = placesOf(grid.rows[headerIndex] ?? [], table);
  // How many different columns of ours are named in a block; 備考 is never read and tells nothing.
  const named = new Map<Block | undefined, number>();
  for (const [field, places] of all) {
    if (!isRead(table.columns[field])) continue;
    for (const block of new Set(places.map((at) => blockOf.get(at)))) named.set(block, (named.get(block) ?? 0) + 1);
  }
  for (const [field, places] of all) {
    const left = isOnce(places) ? places : places.filter((at) => !notRead.has(at) && twice?.includes(at) !== true);
    const [only] = left;
    if (only !== undefined && isOnce(left)) columns.set(field, only);
    if (!isRead(table.columns[field])) continue;
    // A list behind an empty column with one of our headers, like 件数 by 経路, is nobody's loss.
    const missed = left.filter((at) => filled.has(at) && (named.get(blockOf.get(at)) ?? 0) > 1);
    // A header that stands so often is not told of at each of its places any more.
    if (missed.length > 1 && places.length <= mostOfOneKind) untold.push(field);
  }
  return { grid, headerIndex, columns, beside: notRead, untold };
}

const isOnce = (places: readonly number[]) => places.length === 1;

function placesOf(row: readonly Cell[], table: Table): ReadonlyMap<string, readonly number[]> {
  return new Map(
    Object.entries<Column>(table.columns).map(([name, { header, aliases }]) => {
      const words: readonly string[] = [header, ...aliases];
      return [name, row.flatMap((cell, at) => (typeof cell === 'string' && words.includes(cell.trim()) ? [at] : []))];
    }),
  );
}

function isRead(column: Column | undefined): boolean {
  return column !== undefined && (column.kind !== 'text' || column.isRead);
}

/** 'AB12' → 27; -1 of what is no place. */
function columnOf(cell: string): number {
  const letters = cell.replace(/[0-9]+$/, '');
  let index = 0;
  while (letters !== '' && lettersOf(index).length <= letters.length && lettersOf(index) !== letters) index += 1;
  return lettersOf(index) === letters ? index : -1;
}

/** 0-based indexes of columns that stand together. */
type Block = readonly number[];

/** The columns, divided at those in which nothing stands. */
function divide(filled: ReadonlySet<number>): readonly Block[] {
  const blocks: number[][] = [];
  for (const at of [...filled].toSorted((one, other) => one - other)) {
    if (blocks.at(-1)?.at(-1) === at - 1) blocks.at(-1)?.push(at);
    else blocks.push([at]);
  }
  return blocks;
}

/** The columns in which anything but blanks and dashes stands, from a row on. */
function filledColumns({ rows }: SheetGrid, fromRow: number): ReadonlySet<number> {
  const filled = new Set<number>();
  for (const row of rows.slice(fromRow)) {
    for (const [at, cell] of row.entries()) {
      if (!filled.has(at) && !/^[\s\u3000\u2010-\u2015－ー-]*$/.test(String(cell ?? ''))) filled.add(at);
    }
  }
  return filled;
}
