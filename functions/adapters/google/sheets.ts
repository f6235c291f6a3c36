/**
 * A WorkbookSource over Google spreadsheets: one Drive request says what changed, one Sheets request reads a workbook.
 * No knowledge of tabs or columns.
 */
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { GlobalOptions } from 'googleapis-common';
import type { Cell } from '../../../sheets-schema/cells/cell.ts';
import type { WorkbookId } from '../../domain/codes.ts';
import { type Merge, type SheetGrid, type WorkbookEntry, WorkbookFailure, type WorkbookSource } from '../../world.ts';
import { trimRows } from '../grid.ts';
import { failureOf, type Patience, retryConfig, statusOf } from './errors.ts';

export interface SpreadsheetAccess {
  /** Spreadsheet ids in registered order; asked at each run. */
  listIds(): Promise<readonly string[]>;
  readonly auth: GlobalOptions['auth'];
  /** Instead of Google (tests, private proxies); `null` is Google. */
  readonly rootUrl: string | null;
  readonly patience: Patience;
}

/** Values, dates told from numbers, and merges of all tabs: one request a workbook. */
const gridFields =
  'sheets(properties(sheetId,title,sheetType),merges,data(rowData(values(effectiveValue,effectiveFormat(numberFormat(type))))))';
const fileFields = 'id,name,modifiedTime,version,trashed';
const spreadsheetType = 'application/vnd.google-apps.spreadsheet';

/** Marks in a revision what listing already knows; the rest is Drive's version, which grows with every change. */
const trashedMark = 'trashed:';
const unreachableRevision = 'unreachable';

export function createSpreadsheets({ listIds, auth, rootUrl, patience }: SpreadsheetAccess): WorkbookSource {
  const options = {
    auth,
    retryConfig: retryConfig(patience),
    ...(rootUrl === null ? {} : { rootUrl }),
  } as GlobalOptions;
  const drive = new drive_v3.Drive(options);
  const sheets = new sheets_v4.Sheets(options);

  /** By id: every spreadsheet that is shared with us, up to 1,000 a request. */
  async function listShared(): Promise<ReadonlyMap<string, drive_v3.Schema$File>> {
    const files = new Map<string, drive_v3.Schema$File>();
    let pageToken: string | undefined;
    do {
      const { data } = await drive.files.list({
        q: `mimeType = '${spreadsheetType}'`,
        pageSize: 1000,
        fields: `nextPageToken,files(${fileFields})`,
        supportsAllDrives: true,
        includeItemsFromAllDrives: true,
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      for (const file of data.files ?? []) if (file.id) files.set(file.id, file);
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    return files;
  }

  /** Not in the list of what is shared with us, but perhaps open to whoever has the link. */
  async function findAlone(id: string): Promise<drive_v3.Schema$File> {
    try {
      return (await drive.files.get({ fileId: id, fields: fileFields, supportsAllDrives: true })).data;
    } catch (error) {
      if (![400, 403, 404].includes(statusOf(error) ?? 0)) throw error;
      return { id, name: id, version: unreachableRevision };
    }
  }

  return {
    atOnce: 4,
    async list() {
      const ids = await listIds();
      try {
        const shared = ids.length === 0 ? new Map() : await listShared();
        const files = [];
        for (const id of ids) files.push(describeEntry(id, shared.get(id) ?? (await findAlone(id))));
        return files;
      } catch (error) {
        throw failureOf(error, 'Google Drive');
      }
    },
    async read(entry) {
      const facts = { file: entry.name };
      if (entry.revision.startsWith(trashedMark)) {
        throw new WorkbookFailure({ kind: 'gone', workbook: entry.name, code: 'google/trashed', facts });
      }
      try {
        const { data } = await sheets.spreadsheets.get({
          spreadsheetId: entry.id,
          fields: gridFields,
          prettyPrint: false,
        });
        return (data.sheets ?? []).flatMap(readSheet);
      } catch (error) {
        throw failureOf(error, entry.name);
      }
    },
  };
}

function describeEntry(id: string, file: drive_v3.Schema$File): WorkbookEntry {
  const version = file.version ?? file.modifiedTime ?? '';
  return {
    id: id as WorkbookId,
    name: file.name ?? id,
    revision: file.trashed === true ? `${trashedMark}${version}` : version,
  };
}

/** Charts on tabs of their own, and connected databases, have no cells. */
function readSheet({ properties, merges, data }: sheets_v4.Schema$Sheet): readonly SheetGrid[] {
  if ((properties?.sheetType ?? 'GRID') !== 'GRID') return [];
  // Without a range asked for, the whole tab is one part that begins at A1.
  const rows = (data?.[0]?.rowData ?? []).map((row) => (row.values ?? []).map(readCell));
  return [
    {
      tab: properties?.title ?? '',
      id: String(properties?.sheetId ?? 0),
      rows: trimRows(rows),
      merges: (merges ?? []).map(readMerge),
    },
  ];
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
