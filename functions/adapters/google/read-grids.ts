/** A spreadsheet as Google describes it, as grids: values, merges, ids and what stands on the cells. Pure; which tab means what is told elsewhere. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Cell } from '../../../sheets-schema/cells/cell.ts';
import type { Merge, SheetGrid, StoredIds } from '../../world.ts';
import { trimRows } from '../grid.ts';
import { readSurface, type Theme, themeOf } from './read-surface.ts';

const valueFields = 'effectiveValue,effectiveFormat(numberFormat(type))';
const idFields = 'developerMetadata(metadataKey,metadataValue)';

/** All that `readGrids` reads: one answer brings everything that reading and answering need. */
export const workbookFields = [
  'properties(spreadsheetTheme(themeColors))',
  `sheets(properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)),merges,${idFields},data(${[
    `rowData(values(${valueFields},note,userEnteredFormat(backgroundColorStyle)))`,
    `rowMetadata(${idFields})`,
    `columnMetadata(${idFields})`,
  ].join(',')}))`,
].join(',');

/** What people typed and nothing else: enough to see whether it changed. `rowMetadata` has an entry for each row, so that no tab is without its data. */
export const contentFields = `sheets(properties(sheetId,title,sheetType),merges,data(rowData(values(${valueFields})),rowMetadata(${idFields})))`;

/** The keys under which a template leaves its ids in a tab, and in its columns or rows. */
export const tabKey = 'kasanari.tab';
export const fieldKey = 'kasanari.field';

/**
 * The tabs with cells, in their order; charts on tabs of their own, and connected databases, have none.
 * `null`: the answer is not what was asked for. A workbook is never empty only because its answer was.
 */
export function readGrids(spreadsheet: unknown): readonly SheetGrid[] | null {
  if (!hasSheets(spreadsheet)) return null;
  const theme = themeOf(spreadsheet);
  const tabs = spreadsheet.sheets.filter(({ properties }) => (properties?.sheetType ?? 'GRID') === 'GRID');
  if (tabs.some(({ properties, data }) => typeof properties?.title !== 'string' || !Array.isArray(data))) return null;
  return tabs.map((sheet) => readSheet(sheet, theme));
}

function hasSheets(answer: unknown): answer is sheets_v4.Schema$Spreadsheet & { sheets: sheets_v4.Schema$Sheet[] } {
  return typeof answer === 'object' && answer !== null && 'sheets' in answer && Array.isArray(answer.sheets);
}

function readSheet(sheet: sheets_v4.Schema$Sheet, theme: Theme): SheetGrid {
  // Without a range asked for, the whole tab is one part that begins at A1.
  const rowData = sheet.data?.[0]?.rowData ?? [];
  const storedIds = readStoredIds(sheet);
  return {
    tab: sheet.properties?.title ?? '',
    id: String(sheet.properties?.sheetId ?? 0),
    rows: trimRows(rowData.map((row) => (row.values ?? []).map(readCell))),
    merges: (sheet.merges ?? []).map(readMerge),
    ...(storedIds === null ? {} : { storedIds }),
    surface: readSurface(sheet, theme),
  };
}

/** Left out by the API means 0. */
function readMerge(range: sheets_v4.Schema$GridRange): Merge {
  return {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: range.endRowIndex ?? 0,
    right: range.endColumnIndex ?? 0,
  };
}

/** Ids of columns are like 'cases.receivedOn'; those of another table, as copied columns bring them along, are none of this tab. */
function readStoredIds({ developerMetadata, data }: sheets_v4.Schema$Sheet): StoredIds | null {
  const tab = storedValue(developerMetadata, tabKey);
  const fields = new Map<number, string>();
  const { columnMetadata = [], rowMetadata = [] } = data?.[0] ?? {};
  for (const dimension of [rowMetadata, columnMetadata]) {
    for (const [index, { developerMetadata: ids }] of dimension.entries()) {
      const [table, field] = storedValue(ids, fieldKey)?.split('.') ?? [];
      if (field !== undefined && (tab === null || table === tab)) fields.set(index, field);
    }
  }
  return tab === null && fields.size === 0 ? null : { tab, fields };
}

function storedValue(metadata: sheets_v4.Schema$DeveloperMetadata[] | undefined, key: string): string | null {
  return metadata?.find(({ metadataKey }) => metadataKey === key)?.metadataValue ?? null;
}

const dateTypes: readonly unknown[] = ['DATE', 'TIME', 'DATE_TIME'];

/** Google's words for failed formulas, as people see them in the cell. */
const errors: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

function readCell({ effectiveValue: value, effectiveFormat }: sheets_v4.Schema$CellData): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value.numberValue === 'number') {
    const isDate = dateTypes.includes(effectiveFormat?.numberFormat?.type);
    return isDate ? { serial: value.numberValue } : value.numberValue;
  }
  if (typeof value.boolValue === 'boolean') return value.boolValue;
  if (value.errorValue) return { error: errors[value.errorValue.type ?? ''] ?? '#ERROR!' };
  const text = value.stringValue ?? '';
  return text === '' ? null : text;
}
