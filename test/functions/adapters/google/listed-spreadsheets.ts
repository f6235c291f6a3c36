/** The plainest WorkbookSource over Google spreadsheets: a list of ids, without a registry. */
import { createGoogleClients, type GoogleAccess } from '#functions/adapters/google/client.ts';
import { entryOf, findSharedFile, listSharedFiles } from '#functions/adapters/google/drive.ts';
import { readSpreadsheet } from '#functions/adapters/google/read-spreadsheet.ts';
import type { WorkbookSource } from '#functions/world.ts';

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
