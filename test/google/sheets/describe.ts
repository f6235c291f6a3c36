/** A spreadsheet as spreadsheets.get answers it: only what the mask asks for is put together. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Merge } from '#functions/world.ts';
import { below, type FieldTree, selectFields } from '../fields.ts';
import { type Axis, type CellData, type Content, isGrid, type Metadata, type Sheet } from './content.ts';
import { describeRange, overlaps } from './range.ts';
import { show } from './value.ts';

/** A range that was asked for. */
export interface AskedRange {
  readonly sheetId: number;
  readonly rectangle: Merge;
}

/** Puts together those parts that are asked for, and leaves out what is `undefined`. */
function assemble(tree: FieldTree | null, parts: Readonly<Record<string, () => unknown>>): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, make] of Object.entries(parts)) {
    const wanted = below(tree, name);
    if (wanted === undefined) continue;
    const value = make();
    if (value !== undefined) made[name] = selectFields(value, wanted);
  }
  return made;
}

const unlessEmpty = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list);

export function describeSpreadsheet(
  id: string,
  content: Content,
  { tree, hasGrid, ranges }: { tree: FieldTree | null; hasGrid: boolean; ranges: readonly AskedRange[] | null },
): Record<string, unknown> {
  const sheets = content.sheets.filter(
    (sheet) => ranges === null || ranges.some(({ sheetId }) => sheetId === sheet.id),
  );
  return assemble(tree, {
    spreadsheetId: () => id,
    properties: () => content.properties,
    sheets: () =>
      sheets.map((sheet) => describeSheet(sheet, content, { tree: below(tree, 'sheets') ?? null, hasGrid, ranges })),
    developerMetadata: () => unlessEmpty(content.metadata.map((each) => describeMetadata(each, null))),
    spreadsheetUrl: () => `https://docs.google.com/spreadsheets/d/${id}/edit`,
  });
}

function describeSheet(
  sheet: Sheet,
  content: Content,
  { tree, hasGrid, ranges }: { tree: FieldTree | null; hasGrid: boolean; ranges: readonly AskedRange[] | null },
): Record<string, unknown> {
  const rectangles = ranges?.filter(({ sheetId }) => sheetId === sheet.id).map(({ rectangle }) => rectangle) ?? [
    { top: 0, left: 0, bottom: sheet.size.ROWS, right: sheet.size.COLUMNS },
  ];
  const merges = sheet.merges.filter((merge) => rectangles.some((rectangle) => overlaps(merge, rectangle)));
  const dataTree = below(tree, 'data');
  return assemble(tree, {
    properties: () => describeProperties(sheet, content.sheets.indexOf(sheet)),
    data: () =>
      hasGrid && isGrid(sheet)
        ? rectangles.map((rectangle) => describeData(sheet, rectangle, dataTree ?? null))
        : undefined,
    merges: () => unlessEmpty(merges.map((merge) => describeRange(sheet.id, merge))),
    conditionalFormats: () => unlessEmpty(sheet.conditionalFormats),
    basicFilter: () => sheet.basicFilter ?? undefined,
    charts: () => unlessEmpty(sheet.charts),
    protectedRanges: () => unlessEmpty(sheet.protectedRanges),
    developerMetadata: () =>
      unlessEmpty(sheet.metadata.filter(({ axis }) => axis === null).map((each) => describeMetadata(each, sheet))),
  });
}

export function describeProperties(sheet: Sheet, index: number): sheets_v4.Schema$SheetProperties {
  const { gridProperties, ...others } = sheet.properties;
  const own = { sheetId: sheet.id, title: sheet.title, index };
  if (!isGrid(sheet)) return { ...own, ...others };
  return {
    ...own,
    ...others,
    gridProperties: { rowCount: sheet.size.ROWS, columnCount: sheet.size.COLUMNS, ...withoutNothing(gridProperties) },
  };
}

/** 0 and false are left out of answers. */
function withoutNothing(properties: sheets_v4.Schema$GridProperties | undefined): object {
  return Object.fromEntries(Object.entries(properties ?? {}).filter(([, value]) => value !== 0 && value !== false));
}

export function describeMetadata(metadata: Metadata, sheet: Sheet | null): sheets_v4.Schema$DeveloperMetadata {
  const { id, key, value, visibility, axis, index } = metadata;
  return {
    metadataId: id,
    metadataKey: key,
    ...(value === '' ? {} : { metadataValue: value }),
    visibility,
    location: describeLocation(sheet, axis, index),
  };
}

function describeLocation(
  sheet: Sheet | null,
  axis: Axis | null,
  index: number,
): sheets_v4.Schema$DeveloperMetadataLocation {
  if (sheet === null) return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (axis === null) return { locationType: 'SHEET', sheetId: sheet.id };
  return {
    locationType: axis === 'ROWS' ? 'ROW' : 'COLUMN',
    dimensionRange: {
      sheetId: sheet.id,
      dimension: axis,
      ...(index === 0 ? {} : { startIndex: index }),
      endIndex: index + 1,
    },
  };
}

function describeData(sheet: Sheet, area: Merge, tree: FieldTree | null): object {
  const rows = sheet.rows.slice(area.top, area.bottom).map((row) => {
    const cells = row.slice(area.left, area.right);
    return cells.slice(0, cells.findLastIndex((cell) => cell !== undefined) + 1);
  });
  const filled = rows.slice(0, rows.findLastIndex((cells) => cells.length > 0) + 1);
  const cellTree = belowCells(tree);
  return assemble(tree, {
    startRow: () => (area.top === 0 ? undefined : area.top),
    startColumn: () => (area.left === 0 ? undefined : area.left),
    rowData: () => unlessEmpty(filled.map((cells) => describeRow(cells, cellTree))),
    rowMetadata: () => describeDimensions(sheet, 'ROWS', area.top, area.bottom),
    columnMetadata: () => describeDimensions(sheet, 'COLUMNS', area.left, area.right),
  });
}

/** Cells are put together by their own mask, so that selecting from them again costs little. */
function belowCells(tree: FieldTree | null): FieldTree | null {
  const rows = below(tree, 'rowData') ?? null;
  return below(rows, 'values') ?? null;
}

function describeRow(cells: readonly (CellData | undefined)[], tree: FieldTree | null): object {
  return cells.length === 0 ? {} : { values: cells.map((cell) => describeCell(cell, tree)) };
}

function describeCell(cell: CellData | undefined, tree: FieldTree | null): object {
  if (cell === undefined) return {};
  const asked = (name: string) => tree === null || name in tree || '*' in tree;
  const isBare = cell.userEnteredValue === undefined && cell.userEnteredFormat === undefined;
  const shown = asked('formattedValue') ? show(cell) : undefined;
  const link = cell.userEnteredFormat?.textFormat?.link?.uri;
  return {
    ...cell,
    ...(shown === undefined ? {} : { formattedValue: shown }),
    ...(link ? { hyperlink: link } : {}),
    ...(isBare || !asked('effectiveFormat') ? {} : { effectiveFormat: { ...plainFormat, ...cell.userEnteredFormat } }),
  };
}

const white = { red: 1, green: 1, blue: 1 };
const plainFormat: sheets_v4.Schema$CellFormat = {
  backgroundColor: white,
  backgroundColorStyle: { rgbColor: white },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: { fontFamily: 'Arial', fontSize: 10 },
};

const plainSizes: Readonly<Record<Axis, number>> = { ROWS: 21, COLUMNS: 100 };

/** One for each row or column of the grid, as far as it was asked for. */
function describeDimensions(sheet: Sheet, axis: Axis, from: number, to: number): readonly object[] {
  const metadata = new Map<number, object[]>();
  for (const each of sheet.metadata) {
    if (each.axis !== axis) continue;
    metadata.set(each.index, [...(metadata.get(each.index) ?? []), describeMetadata(each, sheet)]);
  }
  return Array.from({ length: Math.max(0, Math.min(to, sheet.size[axis]) - from) }, (_, offset) => {
    const found = metadata.get(from + offset);
    return {
      pixelSize: plainSizes[axis],
      ...sheet.dimensions[axis][from + offset],
      ...(found === undefined ? {} : { developerMetadata: found }),
    };
  });
}
