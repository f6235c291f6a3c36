/** A list of rows as a table: what is drawn, row by row with its place in the sheet, and what a CSV of it holds. */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { rowsWords } from '#sheets-schema/vocabulary/words/rows.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';
import { type CellPlace, rangePlaces, rowPlace } from './cell-links.ts';
import type { FoundTotal } from './close-totals.ts';
import { columnsOf, type Said, totalsColumns } from './rows-columns.ts';
import type { RowsTab } from './rows-sides.ts';
import type { FoundRow, RowsWorkbook } from './select-rows.ts';

export interface ListedColumn {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
}

/** A list as it is drawn. */
export interface RowsTable {
  readonly caption: string;
  /** The head of the first column; '' where rows have no number of their own. */
  readonly rowHeader: string;
  readonly columns: readonly ListedColumn[];
  readonly rows: readonly {
    readonly key: string;
    /** 受付番号; '' where there is none. */
    readonly label: string;
    readonly cells: readonly string[];
    readonly place: CellPlace;
  }[];
  /** The whole range of each sheet. */
  readonly ranges: readonly CellPlace[];
}

function isOneTab(rows: readonly { readonly workbook: RowsWorkbook }[]): boolean {
  return new Set(rows.map(({ workbook }) => `${workbook.workbook}|${workbook.tab}`)).size < 2;
}

/** The rows of a tab, by day. */
export function rowsTable(
  found: readonly FoundRow[],
  { tab, caption, said }: { readonly tab: RowsTab; readonly caption: string; readonly said: Said },
): RowsTable {
  const { language } = said;
  const columns = columnsOf(tab);
  const isOnly = isOneTab(found);
  const hasNumbers = tab === 'cases' || tab === 'actions';
  return {
    caption,
    rowHeader: hasNumbers ? say(rowsWords.receiptNumber, language) : '',
    columns: columns.map(({ key, head, isNumber = false }) => ({ key, label: say(head, language), isNumber })),
    rows: found.map(({ row, workbook }) => ({
      key: `${workbook.workbook}|${workbook.tab}|${row.row}`,
      label: 'receiptNumber' in row ? row.receiptNumber : '',
      cells: columns.map(({ text }) => text(row, said)),
      place: rowPlace(workbook, row.row, isOnly, language),
    })),
    ranges: rangePlaces(found, language),
  };
}

/** The rows of 集計報告. */
export function totalsTable(found: readonly FoundTotal[], said: Said): RowsTable {
  const { language } = said;
  const isOnly = isOneTab(found);
  return {
    caption: say(rowsWords.totalsCaption, language),
    rowHeader: '',
    columns: totalsColumns.map(({ key, head, isNumber = false }) => ({ key, label: say(head, language), isNumber })),
    rows: found.map(({ row, workbook, year }) => ({
      key: `${workbook.workbook}|${workbook.tab}|${row.row}`,
      label: '',
      cells: totalsColumns.map(({ text }) => text({ ...row, year }, said)),
      place: rowPlace(workbook, row.row, isOnly, language),
    })),
    ranges: rangePlaces(found, language),
  };
}

/** The same for a file: 受付番号 or the place first, the place in the sheet last. */
export function takenTable(table: RowsTable, language: Language): TableModel {
  const place = say(rowsWords.place, language);
  const hasNumbers = table.rowHeader !== '';
  return {
    caption: table.caption,
    rowHeader: hasNumbers ? table.rowHeader : place,
    columns: [
      ...table.columns.map(({ key, label, isNumber }) => ({ key, label, isText: !isNumber })),
      ...(hasNumbers ? [{ key: 'place', label: place, isText: true }] : []),
    ],
    rows: table.rows.map((row) => ({
      key: row.key,
      label: hasNumbers ? row.label : row.place.text,
      cells: [
        ...row.cells.map((text) => ({ kind: 'text', text }) as const),
        ...(hasNumbers ? [{ kind: 'text', text: row.place.text } as const] : []),
      ],
    })),
  };
}
