/** A sample workbook before it is a file: tabs of cells, as an office would have typed them. */

/** A `Date` at midnight UTC becomes a real date cell (a CSV file has it as Excel would write it, 2024/4/1). */
export type SampleCell = string | number | boolean | null | Date;

/** A merged range, 0-based, ends excluded; the value stands in its first cell. */
export interface SampleMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SampleTab {
  readonly name: string;
  readonly rows: readonly (readonly SampleCell[])[];
  readonly merges?: readonly SampleMerge[];
  /** Row indexes that a filter hides; they count like any other. */
  readonly hiddenRows?: readonly number[];
}

/** xlsx is one file; the two csv formats are a folder with one file a tab. */
export type SampleFormat = 'xlsx' | 'csv-utf8-bom' | 'csv-cp932';

export interface SampleWorkbook {
  /** Path below the folder of samples, with '/' and without ending. */
  readonly path: string;
  readonly format: SampleFormat;
  readonly tabs: readonly SampleTab[];
}
