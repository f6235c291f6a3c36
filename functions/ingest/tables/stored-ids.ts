/**
 * Ids that the template left in a tab (SheetGrid.storedIds), as far as they speak of one table. They stay when people rename, move
 * or translate; what people wrote themselves goes before them (find-columns.ts says when).
 */
import { isBlankCell, type Table } from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';

/**
 * English names of columns by 0-based column index; of a tab of items, by row index. None where the tab was made as another
 * table: a copy of 相談受付 that became 会議 has columns of its own now.
 */
export function fieldsOf(grid: SheetGrid, name: string, table: Table): ReadonlyMap<number, string> {
  const { storedIds } = grid;
  if (storedIds === undefined || (storedIds.tab !== null && storedIds.tab !== name)) return new Map();
  return new Map([...storedIds.fields].filter(([, field]) => Object.hasOwn(table.columns, field)));
}

/** The table that a tab was made as: its own id, else the one that most of its columns name; `null` where nothing tells. */
export function tableOf<Name extends string>(grid: SheetGrid, definitions: Readonly<Record<Name, Table>>): Name | null {
  const { storedIds } = grid;
  const names = Object.keys(definitions) as Name[];
  if (storedIds === undefined) return null;
  if (storedIds.tab !== null) return names.find((name) => name === storedIds.tab) ?? null;
  const counts = names
    .map((name) => ({ name, count: fieldsOf(grid, name, definitions[name]).size }))
    .toSorted((a, b) => b.count - a.count);
  const [first, second] = counts;
  // Tables share names like area and note: only what no other table could be is believed.
  return first !== undefined && first.count >= 2 && first.count > (second?.count ?? 0) ? first.name : null;
}

/** Whether nothing stands in a column from a row on: it was emptied, and its id speaks of what is gone. */
export function isColumnEmpty(grid: SheetGrid, columnIndex: number, fromRow: number): boolean {
  for (let rowIndex = fromRow; rowIndex < grid.rows.length; rowIndex += 1) {
    if (!isBlankCell(grid.rows[rowIndex]?.[columnIndex])) return false;
  }
  return true;
}
