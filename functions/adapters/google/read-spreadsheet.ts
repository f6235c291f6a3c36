/** Reads one spreadsheet with one request: values, ids, notes and colours. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type SheetGrid, type WorkbookEntry, WorkbookFailure } from '../../world.ts';
import { limits } from '../folder/limits.ts';
import { isInBin } from './drive.ts';
import { failureOf, tooLarge } from './errors.ts';
import { readGrids, workbookFields } from './read-grids.ts';

/** How often an answer that is not what was asked for is asked for again. */
const mostReadings = 3;

/** @throws WorkbookFailure; an answer that lacks its tabs or their cells is a failure, never an empty workbook */
export async function readSpreadsheet(sheets: sheets_v4.Sheets, entry: WorkbookEntry): Promise<readonly SheetGrid[]> {
  const facts = { file: entry.name };
  if (isInBin(entry)) {
    throw new WorkbookFailure({ kind: 'gone', workbook: entry.name, code: 'google/trashed', facts });
  }
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const grids = readGrids(await requestSpreadsheet(sheets, entry));
    if (grids === null) continue;
    if (cellsOf(grids) > limits.cells) throw tooLarge(entry.name);
    return grids;
  }
  throw new WorkbookFailure({
    kind: 'broken',
    workbook: entry.name,
    code: 'google/broken',
    facts: { ...facts, status: 200 },
  });
}

async function requestSpreadsheet(sheets: sheets_v4.Sheets, entry: WorkbookEntry): Promise<unknown> {
  try {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId: entry.id,
      fields: workbookFields,
      prettyPrint: false,
    });
    return data;
  } catch (error) {
    throw failureOf(error, entry.name);
  }
}

/** Each row counted up to its last filled cell. */
function cellsOf(grids: readonly SheetGrid[]): number {
  return grids.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0);
}
