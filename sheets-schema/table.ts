/** defineTable: what a tab is. The row type is derived from the columns; nothing is written twice. */
import type { CellValue, Column } from './column.ts';

/** rows: a header row and one row a record. items: two columns, 項目 and 値, one record for the whole tab. */
export type TableLayout = 'rows' | 'items';

export interface Table {
  /** The tab's standard name. */
  readonly tab: string;
  readonly tabAliases: readonly string[];
  readonly layout: TableLayout;
  readonly help: { readonly ja: string; readonly en: string };
  /** Whether a workbook without this tab is held. */
  readonly isRequired: boolean;
  /** Names of the columns that identify a row; empty where rows may repeat. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
  /** Who fills the tab in: the office, or we (選択肢, チェック結果), whose contents are then never read. */
  readonly filledInBy: 'office' | 'system';
}

/** An accepted row of a table. */
export type RowOf<T extends Table> = { readonly [Name in keyof T['columns']]: CellValue<T['columns'][Name]> };

/** Defines a tab; the compiler checks that the key names columns of it. */
export function defineTable<const Columns extends Readonly<Record<string, Column>>>(definition: {
  tab: string;
  tabAliases?: readonly string[];
  layout?: TableLayout;
  help: { ja: string; en: string };
  isRequired?: boolean;
  key?: readonly NoInfer<keyof Columns & string>[];
  filledInBy?: 'office' | 'system';
  columns: Columns;
}): Table & { readonly columns: Columns } {
  return {
    tabAliases: [],
    layout: 'rows',
    isRequired: false,
    key: [],
    filledInBy: 'office',
    ...definition,
  };
}
