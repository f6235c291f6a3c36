/**
 * A WorkbookSource over Google spreadsheets: one Drive request says what changed, one Sheets request reads a workbook.
 * No knowledge of tabs or columns.
 */
import type { WorkbookSource } from '../../world.ts';
import { createGoogleClients, type GoogleAccess } from './client.ts';
import { entryOf, findSharedFile, listSharedFiles } from './drive.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

export interface SpreadsheetAccess extends GoogleAccess {
  /** Spreadsheet ids in registered order; asked at each run. */
  listIds(): Promise<readonly string[]>;
}

export function createSpreadsheets({ listIds, ...access }: SpreadsheetAccess): WorkbookSource {
  const { drive, sheets } = createGoogleClients(access);
  return {
    atOnce: 4,
    async list() {
      const ids = await listIds();
      if (ids.length === 0) return [];
      const shared = await listSharedFiles(drive);
      const entries = [];
      for (const id of ids) entries.push(entryOf(id, shared.get(id) ?? (await findSharedFile(drive, id))));
      return entries;
    },
    read: (entry) => readSpreadsheet(sheets, entry),
  };
}
