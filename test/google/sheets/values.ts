/** Sheets v4: values.get, values.batchGet, values.update and values.append. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Merge } from '#functions/world.ts';
import { invalid, json } from '../answers.ts';
import { checkBody } from '../discovery/check.ts';
import { sheetsDocument } from '../discovery/document.ts';
import type { DriveWorld } from '../drive/drive.ts';
import { contentOfFile } from '../drive/file.ts';
import { selectFields } from '../fields.ts';
import { applyRequests } from './batch-update.ts';
import { type CellData, type Content, cellAt, copyContent, putCell, type Sheet } from './content.ts';
import { nameRange } from './range.ts';
import { findRange, findSpreadsheet, findWritable, readSheetsMask, replaceContent } from './spreadsheets.ts';
import { enter, readValue, show, withValue } from './value.ts';

type Query = URLSearchParams;

function sheetOf({ sheets }: Content, id: number): Sheet {
  const sheet = sheets.find((each) => each.id === id);
  if (sheet === undefined) throw new Error(`No sheet ${id}`);
  return sheet;
}

/** Trailing empty rows and cells are left out; an empty cell within a row is ''. */
function describeValues(content: Content, text: string, query: Query): sheets_v4.Schema$ValueRange {
  const { sheetId, rectangle } = findRange(content, text);
  const sheet = sheetOf(content, sheetId);
  const render = query.get('valueRenderOption') ?? 'FORMATTED_VALUE';
  const rows = sheet.rows.slice(rectangle.top, rectangle.bottom).map((row) => {
    const cells = row.slice(rectangle.left, rectangle.right).map((cell) => render1(cell, render, query));
    return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  });
  const filled = rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
  const majorDimension = query.get('majorDimension') ?? 'ROWS';
  const values = majorDimension === 'COLUMNS' ? transpose(filled) : filled;
  return {
    range: nameRange(sheet.title, rectangle),
    majorDimension,
    // An empty range has no `values` at all.
    ...(values.length === 0 ? {} : { values }),
  };
}

function transpose(rows: readonly unknown[][]): unknown[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  });
}

function render1(cell: CellData | undefined, render: string, query: Query): string | number | boolean {
  if (cell === undefined) return '';
  if (render === 'FORMATTED_VALUE') return show(cell) ?? '';
  if (render === 'FORMULA' && cell.userEnteredValue?.formulaValue) return cell.userEnteredValue.formulaValue;
  const value = readValue(cell);
  if (value === null) return '';
  if (typeof value !== 'object') return value;
  if ('error' in value) return value.error;
  return query.get('dateTimeRenderOption') === 'FORMATTED_STRING' ? (show(cell) ?? '') : value.serial;
}

export function readValues(world: DriveWorld, id: string, range: string, query: Query): Response {
  const tree = readSheetsMask('ValueRange', query);
  return json(selectFields(describeValues(contentOfFile(findSpreadsheet(world, id)), range, query), tree));
}

export function readManyValues(world: DriveWorld, id: string, query: Query): Response {
  const tree = readSheetsMask('BatchGetValuesResponse', query);
  const content = contentOfFile(findSpreadsheet(world, id));
  const valueRanges = query.getAll('ranges').map((range) => describeValues(content, range, query));
  return json(selectFields({ spreadsheetId: id, valueRanges }, tree));
}

interface Write {
  readonly id: string;
  readonly range: string;
  readonly body: sheets_v4.Schema$ValueRange;
  readonly query: Query;
}

/** Writes into a copy of the contents; `null` leaves a cell as it is, '' empties it. */
function writeValues(sheet: Sheet, { top, left }: Merge, rows: readonly unknown[][], asTyped: boolean): number {
  let count = 0;
  rows.forEach((row, down) => {
    row.forEach((value, across) => {
      if (value === null) return;
      const before = cellAt(sheet, top + down, left + across);
      putCell(sheet, top + down, left + across, entered(before, value, asTyped));
      count += 1;
    });
  });
  return count;
}

function entered(before: CellData | undefined, value: unknown, asTyped: boolean): CellData {
  if (value === '') return withValue(before, undefined);
  if (typeof value === 'number') return withValue(before, { numberValue: value });
  if (typeof value === 'boolean') return withValue(before, { boolValue: value });
  if (typeof value !== 'string') throw invalid(`Invalid value ${JSON.stringify(value)}`);
  return asTyped ? enter(before, value) : withValue(before, { stringValue: value });
}

function readInputOption(query: Query): boolean {
  const option = query.get('valueInputOption');
  if (option !== 'RAW' && option !== 'USER_ENTERED') {
    throw invalid("'valueInputOption' is required but not specified");
  }
  return option === 'USER_ENTERED';
}

export function updateValues(world: DriveWorld, { id, range, body, query }: Write): Response {
  const tree = readSheetsMask('UpdateValuesResponse', query);
  const asTyped = readInputOption(query);
  checkBody(sheetsDocument, 'ValueRange', body);
  const file = findWritable(world, id);
  const content = copyContent(contentOfFile(file));
  const { sheetId, rectangle } = findRange(content, range);
  const sheet = sheetOf(content, sheetId);
  const rows = (body.values ?? []) as unknown[][];
  const area = areaOf(rectangle, rows);
  if (area.bottom > sheet.size.ROWS || area.right > sheet.size.COLUMNS) {
    const limits = `Max rows: ${sheet.size.ROWS}, max columns: ${sheet.size.COLUMNS}`;
    throw invalid(`Range (${nameRange(sheet.title, area)}) exceeds grid limits. ${limits}`);
  }
  const updatedCells = writeValues(sheet, rectangle, rows, asTyped);
  replaceContent(world, file, content);
  return json(selectFields(describeUpdate(id, sheet, area, updatedCells), tree));
}

function areaOf({ top, left }: Merge, rows: readonly unknown[][]): Merge {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return { top, left, bottom: top + Math.max(1, rows.length), right: left + width };
}

function describeUpdate(id: string, sheet: Sheet, area: Merge, updatedCells: number) {
  return {
    spreadsheetId: id,
    updatedRange: nameRange(sheet.title, area),
    updatedRows: area.bottom - area.top,
    updatedColumns: area.right - area.left,
    updatedCells,
  };
}

/** Adds after the last row with values, with more rows where the sheet is too small. */
export function appendValues(world: DriveWorld, { id, range, body, query }: Write): Response {
  const tree = readSheetsMask('AppendValuesResponse', query);
  const asTyped = readInputOption(query);
  checkBody(sheetsDocument, 'ValueRange', body);
  const file = findWritable(world, id);
  const before = contentOfFile(file);
  const { sheetId, rectangle } = findRange(before, range);
  const rows = (body.values ?? []) as unknown[][];
  const last = sheetOf(before, sheetId).rows.findLastIndex((row) => row.some((cell) => cell?.userEnteredValue));
  const area = areaOf({ ...rectangle, top: last + 1 }, rows);
  const missing = area.bottom - sheetOf(before, sheetId).size.ROWS;
  const grow = { appendDimension: { sheetId, dimension: 'ROWS', length: missing } };
  const content = missing > 0 ? applyRequests(before, [grow], world.account.address).content : copyContent(before);
  const sheet = sheetOf(content, sheetId);
  const updatedCells = writeValues(sheet, area, rows, asTyped);
  replaceContent(world, file, content);
  const updates = describeUpdate(id, sheet, area, updatedCells);
  return json(selectFields({ spreadsheetId: id, tableRange: range, updates }, tree));
}
