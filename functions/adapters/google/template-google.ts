/**
 * Makes spreadsheets of the template, and renews those that people have filled in: what is needed is read with two requests, and
 * written with one, whole or not at all.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellRange, TabChange, TabSurface, TemplateSurface } from '../../../sheets-schema/template-change.ts';
import type { SheetGrid, WorkbookEntry } from '../../world.ts';
import { readRange } from '../folder/template-address.ts';
import type { GoogleClients } from './client.ts';
import { bodyOf, failureOf, statusOf, wasRepeated } from './errors.ts';
import { contentFields, readGrids } from './read-grids.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { templateRequests } from './template-requests.ts';

/** Google keeps the spreadsheet from being made. `reason` is a key into templateMessages. */
export class CannotCreate extends Error {
  readonly reason: 'no-room' | 'no-folder';
  constructor(reason: 'no-room' | 'no-folder', options?: ErrorOptions) {
    super(reason, options);
    this.name = 'CannotCreate';
    this.reason = reason;
  }
}

export interface NewSpreadsheet {
  readonly id: string;
  readonly url: string;
}

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';

/**
 * Makes a spreadsheet, empty at first: where nobody says a folder, in our own Drive.
 * @throws CannotCreate, WorkbookFailure
 */
export async function createSpreadsheet(
  { drive, sheets }: GoogleClients,
  { title, folder, changes }: { title: string; folder: string | null; changes: readonly TabChange[] },
): Promise<NewSpreadsheet> {
  const id = await createEmpty({ drive, sheets }, title, folder);
  const look = async () =>
    (await sheets.spreadsheets.get({ spreadsheetId: id, fields: 'spreadsheetUrl,sheets(properties(sheetId))' })).data;
  try {
    const data = await look();
    const first = (data.sheets ?? []).map(({ properties }) => properties?.sheetId ?? 0);
    const properties = { locale: 'ja_JP', timeZone: 'Asia/Tokyo' };
    const requests = [
      { updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } },
      ...templateRequests(changes, { tabs: new Map() }, new Set(first)),
      ...first.map((sheetId) => ({ deleteSheet: { sheetId } })),
    ];
    try {
      await sheets.spreadsheets.batchUpdate({ spreadsheetId: id, fields: 'spreadsheetId', requestBody: { requests } });
    } catch (error) {
      // Refused when repeated: it may have been carried out, and only its answer lost. Then what was there first has gone.
      const now = isRefusedRepetition(error) ? await look() : null;
      const isCarriedOut = now?.sheets?.every(({ properties: each }) => !first.includes(each?.sheetId ?? 0)) === true;
      if (!isCarriedOut) throw error;
    }
    return { id, url: data.spreadsheetUrl ?? `https://docs.google.com/spreadsheets/d/${id}/edit` };
  } catch (error) {
    throw failureOf(error, title);
  }
}

function isRefusedRepetition(error: unknown): boolean {
  return statusOf(error) === 400 && wasRepeated(error);
}

async function createEmpty({ drive }: GoogleClients, title: string, folder: string | null): Promise<string> {
  try {
    const { data } = await drive.files.create({
      requestBody: { name: title, mimeType: spreadsheetType, ...(folder === null ? {} : { parents: [folder] }) },
      supportsAllDrives: true,
      fields: 'id',
    });
    return data.id ?? '';
  } catch (error) {
    if (/storageQuotaExceeded|storage quota/i.test(bodyOf(error))) throw new CannotCreate('no-room', { cause: error });
    const isAboutFolder =
      statusOf(error) === 404 || /insufficientFilePermissions|insufficientParentPermissions/.test(bodyOf(error));
    if (folder !== null && isAboutFolder) throw new CannotCreate('no-folder', { cause: error });
    throw failureOf(error, title);
  }
}

/** Adds an editor. They get Google's mail with the link. @throws WorkbookFailure */
export async function shareSpreadsheet({ drive }: GoogleClients, id: string, address: string): Promise<void> {
  try {
    await drive.permissions.create({
      fileId: id,
      supportsAllDrives: true,
      requestBody: { type: 'user', role: 'writer', emailAddress: address },
      fields: 'id',
    });
  } catch (error) {
    throw failureOf(error, id);
  }
}

/** A spreadsheet that was opened to be renewed. */
export interface OpenedSpreadsheet {
  readonly grids: readonly SheetGrid[];
  readonly surface: TemplateSurface;
  /**
   * Writes whole or not at all, and gives what the spreadsheet holds then; `null` where the answer does not say.
   * @throws WorkbookFailure
   */
  write(changes: readonly TabChange[]): Promise<readonly SheetGrid[] | null>;
}

/** @throws WorkbookFailure */
export async function openSpreadsheet({ sheets }: GoogleClients, entry: WorkbookEntry): Promise<OpenedSpreadsheet> {
  const grids = await readSpreadsheet(sheets, entry);
  const surface = await readTemplateSurface(sheets, entry, grids);
  return {
    grids,
    surface,
    async write(changes) {
      try {
        const { data } = await sheets.spreadsheets.batchUpdate({
          spreadsheetId: entry.id,
          fields: `updatedSpreadsheet(${contentFields})`,
          prettyPrint: false,
          requestBody: {
            requests: [...templateRequests(changes, surface, new Set(grids.map(({ id }) => Number(id))))],
            includeSpreadsheetInResponse: true,
          },
        });
        return readGrids(data.updatedSpreadsheet);
      } catch (error) {
        // What was added is there already, or was changed by somebody: one more reading tells what the spreadsheet holds.
        if (isRefusedRepetition(error)) return await readSpreadsheet(sheets, entry);
        throw failureOf(error, entry.name);
      }
    },
  };
}

/** Below the header row, which is one of the first ten; of 基本情報 beside its items. */
const rowsWithDropdowns = 60;

async function readTemplateSurface(
  sheets: sheets_v4.Sheets,
  entry: WorkbookEntry,
  grids: readonly SheetGrid[],
): Promise<TemplateSurface> {
  try {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId: entry.id,
      ranges: grids.map(({ tab, surface }) => {
        const rows = Math.max(1, Math.min(rowsWithDropdowns, surface?.rowCount ?? rowsWithDropdowns));
        return `'${tab.replaceAll("'", "''")}'!1:${rows}`;
      }),
      fields: 'sheets(properties(sheetId),data(rowData(values(dataValidation(condition)))))',
      prettyPrint: false,
    });
    const rules = new Map((data.sheets ?? []).map((sheet) => [String(sheet.properties?.sheetId ?? 0), sheet] as const));
    return { tabs: new Map(grids.map((grid) => [grid.id, surfaceOf(grid, rules.get(grid.id))])) };
  } catch (error) {
    throw failureOf(error, entry.name);
  }
}

function surfaceOf({ surface }: SheetGrid, sheet: sheets_v4.Schema$Sheet | undefined): TabSurface {
  const rows = sheet?.data?.[0]?.rowData ?? [];
  return {
    rowCount: surface?.rowCount ?? 0,
    columnCount: surface?.columnCount ?? 0,
    notes: surface?.notes ?? new Map(),
    dropdownAt(row, column): CellRange | 'own' | null {
      const condition = rows[row]?.values?.[column]?.dataValidation?.condition;
      if (!condition) return null;
      if (condition.type !== 'ONE_OF_RANGE') return 'own';
      return readRange(condition.values?.[0]?.userEnteredValue ?? '') ?? 'own';
    },
  };
}
