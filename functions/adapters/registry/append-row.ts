/** Adds one row to a registry, below its last one, and touches nothing else. */
import type { SheetGrid, WorkbookEntry } from '../../world.ts';
import { decodeText, findDelimiter } from '../folder/csv.ts';
import { FileProblem } from '../folder/file-problem.ts';
import type { GoogleClients } from '../google/client.ts';
import { failureOf } from '../google/errors.ts';
import { readSpreadsheet } from '../google/read-spreadsheet.ts';

/** A row of a tab as it was read. */
export interface RowToAppend {
  readonly grid: SheetGrid;
  /** From the first column on; blank where nothing is to be written. */
  readonly cells: readonly string[];
}

/**
 * Google finds the last row itself, at the moment of writing, so that nobody's typing is overwritten. Asked twice it would add two rows;
 * so it is asked once, and where the answer is lost, the spreadsheet is looked at.
 *
 * @throws WorkbookFailure
 */
export async function appendToSpreadsheet(
  { sheets }: GoogleClients,
  entry: WorkbookEntry,
  { grid, cells }: RowToAppend,
): Promise<void> {
  const values = cells.map((text) => (text === '' ? {} : { userEnteredValue: { stringValue: text } }));
  const appendCells = { sheetId: Number(grid.id), rows: [{ values }], fields: 'userEnteredValue' };
  try {
    await sheets.spreadsheets.batchUpdate(
      { spreadsheetId: entry.id, fields: 'spreadsheetId', requestBody: { requests: [{ appendCells }] } },
      { retryConfig: { shouldRetry: () => false } },
    );
  } catch (error) {
    const failure = failureOf(error, entry.name);
    if (failure.kind !== 'busy') throw failure;
    const now = (await readSpreadsheet(sheets, entry)).find(({ id }) => id === grid.id);
    const isThere = now?.rows
      .slice(grid.rows.length)
      .some((row) => cells.every((text, column) => String(row[column] ?? '') === text));
    if (isThere !== true) throw failure;
  }
}

/** The bytes of a .csv file with one more row; UTF-8 with a BOM, so that Excel reads it. @throws FileProblem */
export function appendToCsv(bytes: Uint8Array, cells: readonly string[]): string {
  const text = decodeText(bytes);
  if (text === null) throw new FileProblem('file/csv-encoding');
  const newLine = text.includes('\r\n') || !text.includes('\n') ? '\r\n' : '\n';
  const isEnded = text === '' || /[\r\n]$/.test(text);
  return `\uFEFF${text}${isEnded ? '' : newLine}${csvLine(cells, findDelimiter(text))}${newLine}`;
}

/** One line of a .csv file, without its end. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return cells.map((cell) => (/["\r\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}
