/** How full the tabs and columns of a workbook are: what the next reading is held against. Counts only. Pure. */
import type { Table } from '#sheets-schema';
import { rulesVersion } from '../../domain/rules-version.ts';
import type { GuardedTable, TableShape, WorkbookShape } from '../ingested.ts';
import type { TableRows } from '../tables/read-rows.ts';

/** The rows of each tab as they were read; tabs that are not there are left out, or `null`. */
export function shapeOf(
  read: Readonly<Partial<Record<GuardedTable, TableRows<Table> | null>>>,
  templateVersion: string | null,
): WorkbookShape {
  const tables: Partial<Record<GuardedTable, TableShape>> = {};
  for (const [name, rows] of Object.entries(read)) {
    if (rows !== null) tables[name as GuardedTable] = shapeOfTable(rows);
  }
  return { rules: rulesVersion, templateVersion, tables };
}

function shapeOfTable({ found, accepted, refused }: TableRows<Table>): TableShape {
  const names = found.columns.flatMap(({ name, column }) => (column.kind === 'text' && !column.isRead ? [] : [name]));
  const counts = names.map(() => 0);
  const count = (values: Readonly<Record<string, unknown>>) => {
    for (const [position, name] of names.entries()) {
      const value = values[name];
      // An unticked box says nothing.
      if (value !== null && value !== undefined && value !== false) counts[position] = (counts[position] ?? 0) + 1;
    }
  };
  for (const { values } of accepted) count(values);
  for (const { values } of refused) count(values);
  return {
    tab: found.grid.tab,
    rows: accepted.length + refused.length,
    filled: Object.fromEntries(names.map((name, position) => [name, counts[position] ?? 0])),
  };
}
