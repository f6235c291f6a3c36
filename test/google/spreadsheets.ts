/** Drive's files.list and files.get, and Sheets' spreadsheets.get, over spreadsheets in memory. */

import type { SheetGrid } from '#functions/world.ts';
import type { Cell } from '#sheets-schema/cells/cell.ts';
import { json, refusal } from './answers.ts';
import { type FieldTree, parseFields, selectFields } from './fields.ts';

export interface StandInSpreadsheet {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly tabs: readonly (SheetGrid & { readonly isHidden?: boolean; readonly isChart?: boolean })[];
  readonly isTrashed?: boolean;
  /** Not shared with us at all, or only open to whoever has the link. */
  readonly sharing?: 'none' | 'link';
  /** An .xlsx file that was put into Drive as it is. */
  readonly isExcelFile?: boolean;
}

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
const knownFileFields: FieldTree = Object.fromEntries(
  ['kind', 'id', 'name', 'mimeType', 'modifiedTime', 'version', 'trashed'].map((name) => [name, null]),
);

export function listFiles(spreadsheets: readonly StandInSpreadsheet[], query: URLSearchParams): Response {
  const shared = spreadsheets.filter(({ sharing, isExcelFile }) => sharing === undefined && isExcelFile !== true);
  if (query.get('q') !== `mimeType = '${spreadsheetType}'`) return refusal(400, { message: 'Invalid Value' });
  const size = Number(query.get('pageSize') ?? 100);
  if (!(size >= 1 && size <= 1000)) return refusal(400, { message: 'Invalid value for pageSize' });
  const start = Number(query.get('pageToken') ?? 0);
  const answer = {
    ...(start + size < shared.length ? { nextPageToken: String(start + size) } : {}),
    kind: 'drive#fileList',
    incompleteSearch: false,
    files: shared.slice(start, start + size).map(describeFile),
  };
  const fields = query.get('fields') ?? 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)';
  const known = { kind: null, incompleteSearch: null, nextPageToken: null, files: knownFileFields };
  return json(selectFields(answer, parseFields(fields), known));
}

export function findFile(spreadsheets: readonly StandInSpreadsheet[], id: string, query: URLSearchParams): Response {
  const found = spreadsheets.find((spreadsheet) => spreadsheet.id === id && spreadsheet.sharing !== 'none');
  if (found === undefined) return refusal(404, { message: `File not found: ${id}.` });
  return json(
    selectFields(describeFile(found), parseFields(query.get('fields') ?? 'kind,id,name,mimeType'), knownFileFields),
  );
}

function describeFile({ id, name, version, isTrashed, isExcelFile }: StandInSpreadsheet) {
  return {
    kind: 'drive#file',
    id,
    name,
    mimeType:
      isExcelFile === true ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : spreadsheetType,
    version,
    trashed: isTrashed === true,
    modifiedTime: '2024-04-01T00:00:00.000Z',
  };
}

const knownValueFields: FieldTree = {
  numberValue: null,
  stringValue: null,
  boolValue: null,
  formulaValue: null,
  errorValue: { type: null, message: null },
};
const knownSpreadsheetFields: FieldTree = {
  spreadsheetId: null,
  properties: { title: null, locale: null, timeZone: null },
  sheets: {
    properties: { sheetId: null, title: null, index: null, sheetType: null, hidden: null, gridProperties: {} },
    merges: { sheetId: null, startRowIndex: null, endRowIndex: null, startColumnIndex: null, endColumnIndex: null },
    data: {
      startRow: null,
      startColumn: null,
      rowData: {
        values: {
          userEnteredValue: knownValueFields,
          effectiveValue: knownValueFields,
          formattedValue: null,
          effectiveFormat: { numberFormat: { type: null, pattern: null } },
          userEnteredFormat: { numberFormat: { type: null, pattern: null } },
          note: null,
        },
      },
    },
  },
};

export function findSpreadsheet(
  spreadsheets: readonly StandInSpreadsheet[],
  id: string,
  query: URLSearchParams,
): Response {
  const found = spreadsheets.find((spreadsheet) => spreadsheet.id === id);
  if (found === undefined) return refusal(404);
  if (found.sharing === 'none') return refusal(403);
  if (found.isExcelFile === true) {
    return refusal(400, { message: 'This operation is not supported for this document', reason: 'failedPrecondition' });
  }
  const fields = query.get('fields');
  const hasGrid = fields !== null || query.get('includeGridData') === 'true';
  const spreadsheet = {
    spreadsheetId: id,
    properties: { title: found.name, locale: 'ja_JP', timeZone: 'Asia/Tokyo' },
    sheets: found.tabs.map((tab, index) => describeTab(tab, index, hasGrid)),
  };
  return json(fields === null ? spreadsheet : selectFields(spreadsheet, parseFields(fields), knownSpreadsheetFields));
}

function describeTab(tab: StandInSpreadsheet['tabs'][number], index: number, hasGrid: boolean) {
  const properties = {
    sheetId: Number(tab.id),
    title: tab.tab,
    index,
    sheetType: tab.isChart === true ? 'OBJECT' : 'GRID',
    ...(tab.isHidden === true ? { hidden: true } : {}),
  };
  if (tab.isChart === true) return { properties };
  return {
    properties: { ...properties, gridProperties: { rowCount: 1000, columnCount: 26 } },
    ...(tab.merges.length === 0 ? {} : { merges: tab.merges.map((merge) => describeMerge(tab.id, merge)) }),
    // What is empty at the end is partly there, as where somebody once coloured a cell.
    ...(hasGrid ? { data: [{ rowData: [...tab.rows.map(describeRow), {}, { values: [{}, {}] }] }] } : {}),
  };
}

/** An index of 0 is left out, as in every answer of this API. */
function describeMerge(id: string, { top, left, bottom, right }: SheetGrid['merges'][number]) {
  return {
    sheetId: Number(id),
    ...(top === 0 ? {} : { startRowIndex: top }),
    endRowIndex: bottom,
    ...(left === 0 ? {} : { startColumnIndex: left }),
    endColumnIndex: right,
  };
}

function describeRow(cells: readonly Cell[]) {
  return cells.length === 0 ? {} : { values: [...cells.map(describeCell), {}] };
}

const errorTypes: Readonly<Record<string, string>> = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};

function describeCell(cell: Cell): object {
  if (cell === null) return {};
  if (typeof cell === 'number') {
    const value = { numberValue: cell };
    return { userEnteredValue: value, effectiveValue: value, formattedValue: cell.toLocaleString('ja-JP') };
  }
  if (typeof cell === 'boolean') {
    return {
      userEnteredValue: { boolValue: cell },
      effectiveValue: { boolValue: cell },
      formattedValue: cell ? 'TRUE' : 'FALSE',
    };
  }
  if (typeof cell === 'string') {
    return { userEnteredValue: { stringValue: cell }, effectiveValue: { stringValue: cell }, formattedValue: cell };
  }
  if ('error' in cell) {
    const errorValue = { type: errorTypes[cell.error] ?? 'ERROR', message: 'Formula error' };
    return { userEnteredValue: { formulaValue: '=NA()' }, effectiveValue: { errorValue }, formattedValue: cell.error };
  }
  const format = {
    numberFormat: { type: Number.isInteger(cell.serial) ? 'DATE' : 'DATE_TIME', pattern: 'yyyy/mm/dd' },
  };
  return {
    userEnteredValue: { numberValue: cell.serial },
    effectiveValue: { numberValue: cell.serial },
    formattedValue: 'as the format says',
    userEnteredFormat: format,
    effectiveFormat: format,
  };
}
