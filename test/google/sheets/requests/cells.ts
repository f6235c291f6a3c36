/** Requests that write cells: updateCells, repeatCell, appendCells, setDataValidation, mergeCells, unmergeCells. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Merge } from '#functions/world.ts';
import type { FieldTree } from '../../fields.ts';
import { settleFormat } from '../colour.ts';
import { type CellData, cellAt, putCell, type Sheet } from '../content.ts';
import { overlaps } from '../range.ts';
import { longestText, withValue } from '../value.ts';
import {
  applyMask,
  type Draft,
  findGrid,
  RequestProblem,
  requireFewEnough,
  requireMask,
  requireUnprotected,
  requireWithin,
} from './draft.ts';

const readOnly = ['effectiveValue', 'effectiveFormat', 'formattedValue', 'hyperlink'];

function requireCellMask(mask: string | null | undefined): FieldTree {
  const tree = requireMask('CellData', mask);
  const unwritable = readOnly.find((name) => name in tree);
  if (unwritable !== undefined) throw new RequestProblem(`Field '${unwritable}' is read-only`);
  return tree;
}

function writeCell(sheet: Sheet, row: number, column: number, given: CellData, tree: FieldTree): void {
  const before = cellAt(sheet, row, column);
  const writable = Object.fromEntries(Object.entries(given).filter(([name]) => !readOnly.includes(name)));
  let cell = applyMask(before ?? {}, writable, tree);
  if ('userEnteredValue' in tree || '*' in tree) cell = withValue(cell, cell.userEnteredValue ?? undefined);
  if (cell.userEnteredFormat) cell = { ...cell, userEnteredFormat: settleWritten(given, cell.userEnteredFormat, tree) };
  const length = (cell.userEnteredValue?.stringValue ?? cell.userEnteredValue?.formulaValue ?? '').length;
  if (length > longestText || (cell.note ?? '').length > longestText) {
    throw new RequestProblem(
      `Your input contains more than the maximum of ${longestText} characters in a single cell.`,
    );
  }
  if (cell.note === '') delete cell.note;
  putCell(sheet, row, column, cell);
}

/** Where only one of the two names of a colour was written, the other follows. */
function settleWritten(
  given: CellData,
  format: sheets_v4.Schema$CellFormat,
  tree: FieldTree,
): sheets_v4.Schema$CellFormat {
  const below = tree.userEnteredFormat;
  if (below === undefined || below === null || '*' in tree) return settleFormat(format);
  const { backgroundColor, backgroundColorStyle, ...rest } = format;
  const [byColor, byStyle] = ['backgroundColor' in below, 'backgroundColorStyle' in below];
  if (!byColor && !byStyle) return settleFormat(format);
  const written = given.userEnteredFormat ?? {};
  if (byStyle && written.backgroundColorStyle) {
    return settleFormat({ ...rest, backgroundColorStyle: written.backgroundColorStyle });
  }
  return settleFormat(
    byColor && written.backgroundColor ? { ...rest, backgroundColor: written.backgroundColor } : rest,
  );
}

export function updateCells(draft: Draft, request: sheets_v4.Schema$UpdateCellsRequest): object {
  const tree = requireCellMask(request.fields);
  const rows = request.rows ?? [];
  const start = request.start;
  if ((start === undefined) === (request.range === undefined)) {
    throw new RequestProblem('Must specify either start or range');
  }
  const sheet = findGrid(draft, start ? start.sheetId : request.range?.sheetId);
  const area = start ? areaFrom(sheet, start, rows) : requireWithin(sheet, request.range ?? {});
  rows.forEach(({ values }, row) => {
    requireNotBeyond('row', area.top + row, area.bottom - 1);
    if (values) requireNotBeyond('column', area.left + values.length - 1, area.right - 1);
  });
  requireUnprotected(draft, sheet, area);
  rows.forEach(({ values }, row) => {
    (values ?? []).forEach((cell, column) => {
      writeCell(sheet, area.top + row, area.left + column, cell, tree);
    });
  });
  if (start) return {};
  // A range that is given is cleared where the rows do not reach.
  for (let row = area.top; row < Math.min(area.bottom, sheet.rows.length); row += 1) {
    const given = rows[row - area.top]?.values?.length ?? 0;
    for (let column = area.left + given; column < area.right; column += 1) {
      if (cellAt(sheet, row, column) !== undefined) writeCell(sheet, row, column, {}, tree);
    }
  }
  return {};
}

function requireNotBeyond(what: 'row' | 'column', index: number, last: number): void {
  if (index > last) {
    throw new RequestProblem(`Attempting to write ${what}: ${index}, beyond the last requested ${what} of: ${last}`);
  }
}

function areaFrom(
  sheet: Sheet,
  { rowIndex, columnIndex }: sheets_v4.Schema$GridCoordinate,
  rows: readonly sheets_v4.Schema$RowData[],
): Merge {
  const [top, left] = [rowIndex ?? 0, columnIndex ?? 0];
  if (top >= sheet.size.ROWS) {
    throw new RequestProblem(`GridCoordinate.rowIndex[${top}] is after last row in grid[${sheet.size.ROWS - 1}]`);
  }
  if (left >= sheet.size.COLUMNS) {
    throw new RequestProblem(
      `GridCoordinate.columnIndex[${left}] is after last column in grid[${sheet.size.COLUMNS - 1}]`,
    );
  }
  const widest = rows.reduce((most, { values }) => Math.max(most, values?.length ?? 0), 0);
  requireNotBeyond('row', top + rows.length - 1, sheet.size.ROWS - 1);
  requireNotBeyond('column', left + widest - 1, sheet.size.COLUMNS - 1);
  return { top, left, bottom: top + rows.length, right: left + widest };
}

function forEachCell({ top, left, bottom, right }: Merge, write: (row: number, column: number) => void): void {
  for (let row = top; row < bottom; row += 1) for (let column = left; column < right; column += 1) write(row, column);
}

export function repeatCell(draft: Draft, request: sheets_v4.Schema$RepeatCellRequest): object {
  const tree = requireCellMask(request.fields);
  const sheet = findGrid(draft, request.range?.sheetId);
  const area = requireWithin(sheet, request.range ?? {});
  requireUnprotected(draft, sheet, area);
  forEachCell(area, (row, column) => writeCell(sheet, row, column, request.cell ?? {}, tree));
  return {};
}

/** Adds after the last row that holds a value, with more rows and columns where the sheet is too small. */
export function appendCells(draft: Draft, request: sheets_v4.Schema$AppendCellsRequest): object {
  const tree = requireCellMask(request.fields);
  const sheet = findGrid(draft, request.sheetId);
  const rows = request.rows ?? [];
  const top = sheet.rows.findLastIndex((row) => row.some((cell) => cell?.userEnteredValue)) + 1;
  const widest = rows.reduce((most, { values }) => Math.max(most, values?.length ?? 0), 0);
  sheet.size = {
    ROWS: Math.max(sheet.size.ROWS, top + rows.length),
    COLUMNS: Math.max(sheet.size.COLUMNS, widest),
  };
  requireFewEnough(draft);
  requireUnprotected(draft, sheet, { top, left: 0, bottom: top + rows.length, right: widest });
  rows.forEach(({ values }, row) => {
    (values ?? []).forEach((cell, column) => {
      writeCell(sheet, top + row, column, cell, tree);
    });
  });
  return {};
}

export function setDataValidation(draft: Draft, request: sheets_v4.Schema$SetDataValidationRequest): object {
  const sheet = findGrid(draft, request.range?.sheetId);
  const area = requireWithin(sheet, request.range ?? {});
  requireUnprotected(draft, sheet, area);
  const given = request.rule === undefined ? {} : { dataValidation: request.rule };
  forEachCell(area, (row, column) => writeCell(sheet, row, column, given, { dataValidation: null }));
  return {};
}

export function mergeCells(draft: Draft, request: sheets_v4.Schema$MergeCellsRequest): object {
  const sheet = findGrid(draft, request.range?.sheetId);
  const area = requireWithin(sheet, request.range ?? {});
  requireUnprotected(draft, sheet, area);
  if (request.mergeType !== undefined && request.mergeType !== 'MERGE_ALL') {
    throw new Error('The stand-in merges all or nothing');
  }
  merge(sheet, area);
  return {};
}

/** The value of the first cell stays; those of the others go. */
export function merge(sheet: Sheet, area: Merge): void {
  if (sheet.merges.some((each) => overlaps(each, area))) {
    throw new RequestProblem('You must select all cells in a merged range to merge or unmerge them.');
  }
  forEachCell(area, (row, column) => {
    if (row === area.top && column === area.left) return;
    const cell = cellAt(sheet, row, column);
    if (cell !== undefined) putCell(sheet, row, column, withValue(cell, undefined));
  });
  sheet.merges = [...sheet.merges, area];
}

export function unmergeCells(draft: Draft, request: sheets_v4.Schema$UnmergeCellsRequest): object {
  const sheet = findGrid(draft, request.range?.sheetId);
  const area = requireWithin(sheet, request.range ?? {});
  requireUnprotected(draft, sheet, area);
  sheet.merges = sheet.merges.filter((each) => !overlaps(each, area));
  return {};
}
