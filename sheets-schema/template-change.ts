/**
 * What making or renewing a workbook changes in it, as data that two writers carry out: into an .xlsx file, into a Google
 * spreadsheet. Types only. Rows and columns are 0-based.
 */
import type { CellLook } from './template-looks.ts';

/** Cells of one column of another tab, the last row included. */
export interface CellRange {
  readonly tab: string;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** One cell. What is left out stays as it is. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  /** `null` empties it. */
  readonly text?: string | null;
  readonly look?: CellLook;
  readonly note?: string;
}

/** A dropdown on the cells of one column from `firstRow` on (to `lastRow`, where it has one); it proposes and never refuses. */
export interface DropdownChange {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number | null;
  readonly source: CellRange;
}

/** A column that is new: how wide it is, and how the empty cells from `firstRow` on show what will be typed. */
export interface ColumnChange {
  readonly column: number;
  readonly width: number;
  readonly format: { readonly firstRow: number; readonly look: CellLook } | null;
}

/** Where the stored id of a column (or of an item of 基本情報: of its row) goes. */
export interface FieldChange {
  readonly field: string;
  readonly row: number;
  readonly column: number;
}

/** How a tab that is added is set up. */
export interface NewTab {
  readonly place: 'first' | 'last';
  /** In characters of half width. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly isProtected: boolean;
  /** Columns of a protected tab in which people write all the same. */
  readonly openColumns?: readonly number[];
  readonly rowCount: number;
  readonly columnCount: number;
}

/** All that changes in one tab. */
export interface TabChange {
  /** English name of the tab, as its stored id has it. */
  readonly name: string;
  readonly title: string;
  /** The tab as it was read; `null` where it is added. */
  readonly id: string | null;
  readonly added: NewTab | null;
  readonly cells: readonly CellChange[];
  readonly columns: readonly ColumnChange[];
  readonly dropdowns: readonly DropdownChange[];
  /** Stored under the name of the tab, where it is not yet. */
  readonly isToBeNamed: boolean;
  readonly fields: readonly FieldChange[];
  /** Of 基本情報 the ids stand on rows, elsewhere on columns. */
  readonly fieldsAreRows: boolean;
}

/** What stands in a workbook beside its values, as the template needs to know it. */
export interface TemplateSurface {
  /** By tab id. */
  readonly tabs: ReadonlyMap<string, TabSurface>;
}

export interface TabSurface {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Notes by 'row:column'. */
  readonly notes: ReadonlyMap<string, string>;
  /** What the dropdown on a cell takes its words from: a range, or something of the office's own. */
  dropdownAt(row: number, column: number): CellRange | 'own' | null;
}
