/** An empty registry, as data that the writers of .xlsx files, spreadsheets and .csv files carry out. Pure. */
import type { Column, Table } from '#sheets-schema';
import { registryTables } from '#sheets-schema/registry/registry.ts';
import type { TabChange } from '#sheets-schema/template-change.ts';
import { requiredMark } from '#sheets-schema/template-guide.ts';
import { looks } from '#sheets-schema/template-looks.ts';

/** Rows to type in before the tab has to grow. */
const rowsToType = 1000;

/** Headers of a tab, as they are written. */
export function registryHeaders(table: Table): readonly string[] {
  return Object.values(table.columns).map(labelOf);
}

/** Tabs 登録, 利用者, 目安値 and 秘匿 with their headers, notes and formats; text keeps the 0 at the beginning of a code. */
export function planNewRegistry(): readonly TabChange[] {
  return Object.entries(registryTables).map(([name, table]) => planTab(name, table));
}

function planTab(name: string, table: Table): TabChange {
  const columns = Object.values(table.columns);
  const widths = columns.map(({ header, example }) =>
    Math.min(40, Math.max(12, (header.length + 3) * 2, example.length)),
  );
  return {
    name,
    title: table.tab,
    id: null,
    added: {
      place: 'last',
      widths,
      frozenRows: 1,
      frozenColumns: 0,
      isProtected: false,
      openColumns: [],
      rowCount: rowsToType,
      columnCount: columns.length,
    },
    cells: columns.map((column, index) => ({
      row: 0,
      column: index,
      text: labelOf(column),
      look: column.required ? looks.requiredHeader : looks.header,
      note: noteOf(column),
    })),
    columns: widths.map((width, column) => ({ column, width, format: { firstRow: 1, look: looks.plain } })),
    dropdowns: [],
    isToBeNamed: false,
    fields: [],
    fieldsAreRows: false,
  };
}

function labelOf({ header, required }: Column): string {
  return `${required ? requiredMark : ''}${header}`;
}

function noteOf({ help, example, required }: Column): string {
  const lines = [
    required ? `必ず書いてください。${help.ja}` : help.ja,
    ...(example === '' ? [] : [`例：${example}`]),
    help.en,
  ];
  return lines.join('\n');
}
