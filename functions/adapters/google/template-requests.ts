/** The changes of a template as requests of spreadsheets.batchUpdate. Pure: nothing is asked, nothing is sent. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellChange, TabChange, TemplateSurface } from '../../../sheets-schema/template-change.ts';
import type { CellFormat, CellLook } from '../../../sheets-schema/template-looks.ts';
import { writeRange } from '../folder/template-address.ts';
import { fieldKey, tabKey } from './read-grids.ts';

type Request = sheets_v4.Schema$Request;

/** Tabs first, so that dropdowns find the tabs that they take words from; then what stands in them. */
export function templateRequests(
  changes: readonly TabChange[],
  surface: TemplateSurface,
  usedIds: ReadonlySet<number>,
): readonly Request[] {
  const ids = sheetIds(changes, usedIds);
  const idOf = (change: TabChange) => ids.get(change) ?? 0;
  return [
    ...changes.flatMap((change) => addSheet(change, idOf(change))),
    ...changes.flatMap((change) => makeRoom(change, idOf(change), surface)),
    ...changes.flatMap((change) => writeCells(change.cells, idOf(change))),
    ...changes.flatMap((change) => setUpColumns(change, idOf(change))),
    ...changes.flatMap((change) => proposeWords(change, idOf(change))),
    ...changes.flatMap((change) => storeIds(change, idOf(change))),
  ];
}

/** The ids of tabs that are added are made of their names: the same request twice is refused as a whole, and so carried out once. */
function sheetIds(changes: readonly TabChange[], usedIds: ReadonlySet<number>): ReadonlyMap<TabChange, number> {
  const taken = new Set(usedIds);
  return new Map(
    changes.map((change) => {
      if (change.id !== null) return [change, Number(change.id)] as const;
      let id = 0x811c9dc5;
      for (const letter of change.name) id = Math.imul(id ^ (letter.codePointAt(0) ?? 0), 0x01000193);
      id &= 0x7fffffff;
      while (taken.has(id)) id = (id + 1) & 0x7fffffff;
      taken.add(id);
      return [change, id] as const;
    }),
  );
}

function addSheet({ title, added, name }: TabChange, sheetId: number): readonly Request[] {
  if (added === null) return [];
  const { rowCount, columnCount, frozenRows, frozenColumns, isProtected, openColumns = [], place } = added;
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId,
    title,
    ...(place === 'first' ? { index: 0 } : {}),
    gridProperties: {
      rowCount,
      columnCount,
      frozenRowCount: frozenRows,
      frozenColumnCount: frozenColumns,
      ...(name === 'guide' ? { hideGridlines: true } : {}),
    },
    tabColorStyle: { rgbColor: rgbOf(isProtected ? '#8c8c8c' : name === 'guide' ? '#b8860b' : '#00535f') },
  };
  const wholeColumn = (column: number) => ({ sheetId, startColumnIndex: column, endColumnIndex: column + 1 });
  const protection: Request = {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId },
        warningOnly: true,
        description: '自動で書きかわるシートです',
        ...(openColumns.length === 0 ? {} : { unprotectedRanges: openColumns.map(wholeColumn) }),
      },
    },
  };
  return [{ addSheet: { properties } }, ...(isProtected ? [protection] : [])];
}

/** Rows and columns that a tab that is there lacks. */
function makeRoom({ id, cells, columns }: TabChange, sheetId: number, { tabs }: TemplateSurface): readonly Request[] {
  const size = id === null ? undefined : tabs.get(id);
  if (size === undefined) return [];
  const rows = Math.max(0, ...cells.map(({ row }) => row + 1)) - size.rowCount;
  const lacking = Math.max(0, ...cells.map(({ column }) => column + 1), ...columns.map(({ column }) => column + 1));
  const append = (dimension: string, length: number): readonly Request[] =>
    length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
  return [...append('ROWS', rows), ...append('COLUMNS', lacking - size.columnCount)];
}

interface Run {
  readonly row: number;
  readonly column: number;
  readonly fields: string;
  readonly cells: CellChange[];
}

/** Neighbours in a row of which the same is written go in one piece, and pieces that lie below each other in one request. */
function writeCells(changes: readonly CellChange[], sheetId: number): readonly Request[] {
  const merged = new Map<string, CellChange>();
  for (const change of changes) {
    const place = `${change.row}:${change.column}`;
    merged.set(place, { ...merged.get(place), ...change });
  }
  const ordered = [...merged.values()].toSorted((one, other) => one.row - other.row || one.column - other.column);
  const runs: Run[] = [];
  for (const change of ordered) {
    const last = runs.at(-1);
    const fields = fieldsOf(change);
    const isNext =
      last !== undefined &&
      last.row === change.row &&
      last.fields === fields &&
      last.column + last.cells.length === change.column;
    if (isNext) last.cells.push(change);
    else runs.push({ row: change.row, column: change.column, fields, cells: [change] });
  }
  const blocks: Run[][] = [];
  for (const run of runs) {
    const above = blocks.at(-1)?.at(-1);
    const isBelow =
      above !== undefined &&
      above.row + 1 === run.row &&
      above.column === run.column &&
      above.fields === run.fields &&
      above.cells.length === run.cells.length;
    if (isBelow) blocks.at(-1)?.push(run);
    else blocks.push([run]);
  }
  return blocks.flatMap((block) => {
    const [first] = block;
    if (first === undefined) return [];
    const rows = block.map(({ cells }) => ({ values: cells.map(cellData) }));
    const start = { sheetId, rowIndex: first.row, columnIndex: first.column };
    return [{ updateCells: { rows, fields: first.fields, start } }];
  });
}

const lookFields = [
  'userEnteredFormat.numberFormat',
  'userEnteredFormat.backgroundColorStyle',
  'userEnteredFormat.textFormat',
  'userEnteredFormat.wrapStrategy',
  'userEnteredFormat.verticalAlignment',
  'userEnteredFormat.borders',
];

function fieldsOf({ text, note, look }: CellChange): string {
  return [
    ...(text === undefined ? [] : ['userEnteredValue']),
    ...(note === undefined ? [] : ['note']),
    ...(look === undefined ? [] : lookFields),
  ].join(',');
}

function cellData({ text, note, look }: CellChange): sheets_v4.Schema$CellData {
  return {
    ...(typeof text === 'string' ? { userEnteredValue: { stringValue: text } } : {}),
    ...(note === undefined ? {} : { note }),
    ...(look === undefined ? {} : { userEnteredFormat: formatOf(look) }),
  };
}

const numberFormats: Readonly<Record<CellFormat, sheets_v4.Schema$NumberFormat | undefined>> = {
  text: { type: 'TEXT', pattern: '@' },
  integer: { type: 'NUMBER', pattern: '#,##0' },
  decimal: undefined,
  date: { type: 'DATE', pattern: 'yyyy/mm/dd' },
};

function formatOf({ format, background, colour, isBold, size, wraps, border }: CellLook): sheets_v4.Schema$CellFormat {
  const numberFormat = numberFormats[format];
  const line = border === null ? null : { style: 'SOLID', colorStyle: { rgbColor: rgbOf(border) } };
  return {
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(background === null ? {} : { backgroundColorStyle: { rgbColor: rgbOf(background) } }),
    textFormat: { bold: isBold, fontSize: size, foregroundColorStyle: { rgbColor: rgbOf(colour) } },
    wrapStrategy: wraps ? 'WRAP' : 'OVERFLOW_CELL',
    verticalAlignment: wraps ? 'TOP' : 'MIDDLE',
    ...(line === null ? {} : { borders: { top: line, bottom: line, left: line, right: line } }),
  };
}

/** A character of half width, in pixels, and what the cell's edges take. */
const [pixelsOfCharacter, pixelsOfEdges] = [7.5, 6];

export function pixelsOf(width: number): number {
  return Math.round(width * pixelsOfCharacter) + pixelsOfEdges;
}

function setUpColumns({ columns }: TabChange, sheetId: number): readonly Request[] {
  return columns.flatMap(({ column, width, format }): Request[] => {
    const range = { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 };
    const properties = { pixelSize: pixelsOf(width) };
    const sized: Request = { updateDimensionProperties: { range, properties, fields: 'pixelSize' } };
    const numberFormat = format === null ? undefined : numberFormats[format.look.format];
    if (format === null || numberFormat === undefined) return [sized];
    const below = { sheetId, startRowIndex: format.firstRow, startColumnIndex: column, endColumnIndex: column + 1 };
    const cell = { userEnteredFormat: { numberFormat } };
    return [sized, { repeatCell: { range: below, cell, fields: 'userEnteredFormat.numberFormat' } }];
  });
}

function proposeWords({ dropdowns }: TabChange, sheetId: number): readonly Request[] {
  return dropdowns.map(({ column, firstRow, lastRow, source }) => ({
    setDataValidation: {
      range: {
        sheetId,
        startRowIndex: firstRow,
        ...(lastRow === null ? {} : { endRowIndex: lastRow + 1 }),
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
      rule: {
        condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${writeRange(source)}` }] },
        strict: false,
        showCustomUi: true,
      },
    },
  }));
}

function storeIds({ name, fields, fieldsAreRows, isToBeNamed }: TabChange, sheetId: number): readonly Request[] {
  const create = (metadataKey: string, metadataValue: string, location: object): Request => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataKey, metadataValue, location, visibility: 'DOCUMENT' },
    },
  });
  return [
    ...(isToBeNamed ? [create(tabKey, name, { sheetId })] : []),
    ...fields.map(({ field, row, column }) => {
      const index = fieldsAreRows ? row : column;
      const dimension = fieldsAreRows ? 'ROWS' : 'COLUMNS';
      const dimensionRange = { sheetId, dimension, startIndex: index, endIndex: index + 1 };
      return create(fieldKey, `${name}.${field}`, { dimensionRange });
    }),
  ];
}

function rgbOf(colour: string): sheets_v4.Schema$Color {
  const part = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}
