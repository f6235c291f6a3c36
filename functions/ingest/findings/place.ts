/** Where in a found tab something stands. */
import type { FindingPlace } from '#sheets-schema';
import type { FoundTable } from '../tables/find-tables.ts';
import { cellAddress } from './create-finding.ts';

/** The cell of a row in the column of that English name; the row alone where the tab has no such column. */
export function placeIn(found: FoundTable, row: number, columnName: string): FindingPlace {
  const column = found.columns.find((one) => one.name === columnName);
  return {
    tab: found.grid.tab,
    row,
    header: found.table.columns[columnName]?.header ?? null,
    cell: column === undefined ? null : cellAddress(row - 1, column.index),
  };
}

/** A whole row. */
export function rowPlace(found: FoundTable, row: number): FindingPlace {
  return { tab: found.grid.tab, row, header: null, cell: null };
}
