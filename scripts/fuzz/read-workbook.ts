/** One workbook through the real reader: files → grids → opened → checked, as a run does it. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileProblem } from '#functions/adapters/folder/file-problem.ts';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import type { Day, WorkbookId } from '#functions/domain/codes.ts';
import { type CheckedWorkbook, checkWorkbook } from '#functions/ingest/checks/check-workbook.ts';
import { settleAreas } from '#functions/ingest/settle-areas.ts';
import { openWorkbook } from '#functions/ingest/tables/open-workbook.ts';
import { type SheetGrid, WorkbookFailure } from '#functions/world.ts';
import type { Finding } from '#sheets-schema';
import { today } from './typed-book.ts';

/** failed: the source says why; held: what is in it says why; checked: its rows were read. crashed is never right. */
export type ReadOutcome =
  | { readonly outcome: 'failed'; readonly failure: WorkbookFailure }
  | {
      readonly outcome: 'held';
      readonly grids: readonly SheetGrid[];
      readonly code: string;
      readonly findings: readonly Finding[];
    }
  | { readonly outcome: 'checked'; readonly grids: readonly SheetGrid[]; readonly checked: CheckedWorkbook }
  | { readonly outcome: 'crashed'; readonly where: string };

/** Puts the files into an empty folder. */
export async function putFiles(folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [path, bytes] of Object.entries(files)) {
    const place = join(folder, path);
    if (path.includes('/')) await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
}

/** Reads the only workbook of a folder. */
export async function readWorkbook(folder: string): Promise<ReadOutcome> {
  let grids: readonly SheetGrid[];
  try {
    const source = createFolderWorkbooks(folder);
    const [entry] = await source.list();
    if (entry === undefined) return { outcome: 'crashed', where: 'no workbook is listed' };
    grids = await source.read(entry);
  } catch (error) {
    return readFailure(error);
  }
  try {
    const opened = openWorkbook(grids);
    if (opened.outcome === 'held')
      return { outcome: 'held', grids, code: opened.reason.code, findings: opened.findings };
    const { areas, profile, findings } = opened.workbook;
    const united = settleAreas([areas?.areas ?? []], ({ name }) => name === profile.office.municipalityName);
    if (united.stated.size === 0) return { outcome: 'held', grids, code: 'workbook/no-areas', findings };
    const workbook = 'a' as WorkbookId;
    const checked = checkWorkbook({ workbook, name: 'a', opened: opened.workbook, united, today: today as Day });
    return { outcome: 'checked', grids, checked };
  } catch (error) {
    return { outcome: 'crashed', where: whereOf(error) };
  }
}

/** The source says 'file/unreadable' of whatever it did not foresee: that keeps a run going, and here it is a crash all the same. */
function readFailure(error: unknown): ReadOutcome {
  if (!(error instanceof WorkbookFailure)) return { outcome: 'crashed', where: whereOf(error) };
  const { cause } = error;
  if (!(cause instanceof FileProblem)) return { outcome: 'crashed', where: whereOf(cause) };
  return { outcome: 'failed', failure: error };
}

function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split('\n').find((line) => line.includes('    at ')) ?? '';
  return `${error.name}: ${error.message.slice(0, 120)} ${place.trim().replace(/\(?file:\/\/\S*\/(?=functions|node_modules|sheets)/, '(')}`;
}
