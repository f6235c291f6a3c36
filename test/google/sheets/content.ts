/** What a spreadsheet holds, as Google keeps it. Cells, metadata and rules are never changed in place, only replaced. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Merge } from '#functions/world.ts';

export type CellData = sheets_v4.Schema$CellData;
export type Axis = 'ROWS' | 'COLUMNS';
export const axes = ['ROWS', 'COLUMNS'] as const;

/** Developer metadata; `axis` is `null` where it is on the sheet (or the spreadsheet) as a whole. */
export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly visibility: string;
  readonly axis: Axis | null;
  readonly index: number;
}

export interface Sheet {
  readonly id: number;
  title: string;
  /** All but sheetId, title, index and the size. */
  properties: sheets_v4.Schema$SheetProperties;
  size: Readonly<Record<Axis, number>>;
  /** Shorter than the grid: what is empty at the end is left out. */
  rows: (CellData | undefined)[][];
  /** Widths, heights and what is hidden, by index; mostly empty. */
  dimensions: Record<Axis, (sheets_v4.Schema$DimensionProperties | undefined)[]>;
  merges: readonly Merge[];
  metadata: readonly Metadata[];
  protectedRanges: readonly sheets_v4.Schema$ProtectedRange[];
  conditionalFormats: readonly sheets_v4.Schema$ConditionalFormatRule[];
  basicFilter: sheets_v4.Schema$BasicFilter | null;
  charts: readonly sheets_v4.Schema$EmbeddedChart[];
}

export interface Content {
  properties: sheets_v4.Schema$SpreadsheetProperties;
  sheets: Sheet[];
  metadata: readonly Metadata[];
  /** How many ids were handed out. */
  ids: number;
}

export function isGrid(sheet: Sheet): boolean {
  return (sheet.properties.sheetType ?? 'GRID') === 'GRID';
}

export function createSheet(id: number, title: string, size: Readonly<Record<Axis, number>>): Sheet {
  return {
    id,
    title,
    properties: { sheetType: 'GRID' },
    size,
    rows: [],
    dimensions: { ROWS: [], COLUMNS: [] },
    merges: [],
    metadata: [],
    protectedRanges: [],
    conditionalFormats: [],
    basicFilter: null,
    charts: [],
  };
}

/** A copy whose changes leave the original alone. */
export function copySheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.map((row) => [...row]),
    dimensions: { ROWS: [...sheet.dimensions.ROWS], COLUMNS: [...sheet.dimensions.COLUMNS] },
  };
}

export function copyContent(content: Content): Content {
  return { ...content, sheets: content.sheets.map(copySheet) };
}

/** Ids look random, as Google's do, and are the same in every run. */
export function nextId(content: Content): number {
  content.ids += 1;
  return (Math.imul(content.ids, 0x9e3779b1) >>> 1) % 2_000_000_000 || 1;
}

export function cellAt(sheet: Sheet, row: number, column: number): CellData | undefined {
  return sheet.rows[row]?.[column];
}

/** @param cell `undefined` or `{}` for nothing at all */
export function putCell(sheet: Sheet, row: number, column: number, cell: CellData | undefined): void {
  const isEmpty = cell === undefined || Object.keys(cell).length === 0;
  if (isEmpty && sheet.rows[row]?.[column] === undefined) return;
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const cells = sheet.rows[row] ?? [];
  while (cells.length < column) cells.push(undefined);
  cells[column] = isEmpty ? undefined : cell;
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
  while (sheet.rows.length > 0 && sheet.rows.at(-1)?.length === 0) sheet.rows.pop();
}
