/** What stands in a cell that a check speaks of, as far as it may be quoted. */
import { isBlankCell, isDittoCell } from '#sheets-schema';
import type { FoundTable } from '../tables/find-tables.ts';
import { quoteTyped } from './create-finding.ts';

/** The cell as typed; under a merge or 〃, where nothing of its own is typed, the value it repeats. */
export function typedIn(found: FoundTable, row: number, columnName: string, value: string): string | null {
  const column = found.columns.find((one) => one.name === columnName);
  if (column === undefined) return null;
  const cell = found.grid.rows[row - 1]?.[column.index] ?? null;
  return quoteTyped(column.column, isBlankCell(cell) || isDittoCell(cell) ? value : cell);
}
