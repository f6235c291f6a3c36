/**
 * What an adapter hands over for one cell, before anything is read into it.
 * Google Sheets, Excel and CSV all give these; nothing after the grid knows where a cell came from.
 */

/** A real date cell: days since 1899-12-30, as spreadsheets count them (43831 is 2020-01-01), with the time as a fraction. */
export interface DateCell {
  readonly serial: number;
}

/** A formula that failed: '#REF!', '#N/A', '#DIV/0!' … */
export interface ErrorCell {
  readonly error: string;
}

/** `null` is an empty cell. Text is as typed, without furigana; a formula stands as its value. */
export type Cell = string | number | boolean | null | DateCell | ErrorCell;
