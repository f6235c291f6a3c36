/**
 * Answers for offices that work with files. We never write into an office's own file: it may be open in Excel, and nobody could tell
 * our change from theirs. So チェック結果 of each workbook stands in a file of its own beside the others.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Cell } from '../../../sheets-schema/cells/cell.ts';
import {
  type AnswerCell,
  type AnswerRow,
  type AnswerTab,
  type Feedback,
  type SheetGrid,
  type WorkbookEntry,
  WorkbookFailure,
} from '../../world.ts';
import { systemClock } from '../clock.ts';
import { hasSameRows } from '../same-contents.ts';
import { shownRows } from '../shown-rows.ts';
import { encodeAnswer } from './answer-file.ts';
import { readExcel } from './excel.ts';
import { isFileError, writeWholeFile } from './whole-file.ts';

/**
 * One .xlsx a workbook below the directory: '本所.xlsx' is answered in '本所 チェック結果.xlsx', the folder '支所' of .csv files in
 * '支所/チェック結果.xlsx'. Marks on cells are left out. `workbooks`: the folder in which the workbooks lie, so that links lead into
 * them; without it their places are plain text.
 */
export function createFolderAnswers(
  directory: string,
  { workbooks = null }: { readonly workbooks?: string | null } = {},
): Feedback {
  return {
    async answer(entry, { tab }, read) {
      if (tab !== null) {
        const path = join(directory, answerPath(entry.id));
        try {
          if (!(await standsThere(path, tab))) {
            const file = workbooks === null || !isExcel(entry.id) ? null : resolve(workbooks, entry.id);
            const linkTo = file === null ? null : relative(dirname(resolve(path)), file).replaceAll('\\', '/');
            const tabs = new Map(read.map((grid) => [grid.id, grid.tab]));
            await writeWholeFile(path, await encodeAnswer(tab, { linkTo, tabs }));
          }
        } catch (error) {
          throw explain(error, entry);
        }
      }
      return { outcome: 'settled', at: systemClock.now().toISOString() };
    },
    async readBack({ id }) {
      try {
        const [grid] = await readAnswer(join(directory, answerPath(id)));
        return grid ?? null;
      } catch {
        // Missing, being saved just now, or overwritten with something else: nobody has answered.
        return null;
      }
    },
  };
}

async function readAnswer(path: string): Promise<readonly SheetGrid[]> {
  const file = await open(path, 'r');
  try {
    return await readExcel(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

/** By this name a folder that holds answers beside workbooks tells them apart. */
const answerName = 'チェック結果';

/** Where the answer to a workbook lies, relative to the directory, with '/'. Never outside it, and no two workbooks share one. */
export function answerPath(id: string): string {
  const folders = id
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.')
    .map(safeName);
  const isPlain = folders.join('/') === id;
  // Of ids that differ only in what no path takes, each has a name of its own.
  const mark = isPlain ? '' : ` ${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;
  const file = isExcel(id)
    ? `${(folders.pop() ?? '').replace(/\.xlsx$/, '')}${mark} ${answerName}`
    : `${answerName}${mark}`;
  return `${[...folders, file].join('/')}.xlsx`;
}

/** What no file system refuses: no signs that are special anywhere, nothing hidden, not too long with our ending. */
function safeName(name: string): string {
  let safe = name
    .replace(/[<>:"|?*\p{Cc}]/gu, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '_');
  while (Buffer.byteLength(safe) > 180) safe = [...safe].slice(0, -1).join('');
  return safe;
}

function isExcel(id: string): boolean {
  return /\.xls[xm]$/i.test(id);
}

/** Whether the file says the same already, whatever time it tells. One that cannot be read is written anew. */
async function standsThere(path: string, tab: AnswerTab): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
  try {
    const [grid, ...others] = await readExcel(file, (await file.stat()).size);
    if (grid === undefined || others.length > 0 || grid.tab !== tab.title) return false;
    const time = tab.rows.findIndex(isTime);
    const compared = (rows: SheetGrid['rows']) =>
      rows
        .map((row, index) =>
          row.map((cell, column) => (isAsking(tab.rows[index]?.cells[column]) ? null : asText(cell))),
        )
        .filter((_, index) => index !== time);
    return hasSameRows(compared(grid.rows), compared(shownRows(tab.rows)));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** What people have put there is theirs until it is answered. */
function isAsking(cell: AnswerCell | undefined): boolean {
  return cell !== undefined && cell !== null && typeof cell === 'object' && 'asks' in cell;
}

/** A quoted '#N/A' is read back as an error. */
function asText(cell: Cell): Cell {
  return cell !== null && typeof cell === 'object' && 'error' in cell ? cell.error : cell;
}

/** The plain row above the headers tells when it was found out. */
function isTime({ look }: AnswerRow): boolean {
  return look === 'plain';
}

/** A file that is open somewhere and a full disk are worth another try; a directory that cannot be one is not. */
function explain(error: unknown, { name }: WorkbookEntry): unknown {
  const failure = (kind: 'busy' | 'broken', code: 'file/answer-locked' | 'file/answer-unwritable') =>
    new WorkbookFailure({ kind, workbook: name, code, facts: { file: name } }, { cause: error });
  if (isFileError(error, 'EBUSY', 'EPERM', 'EACCES')) return failure('busy', 'file/answer-locked');
  if (isFileError(error, 'ENOSPC', 'EDQUOT')) return failure('busy', 'file/answer-unwritable');
  const isUnfit = isFileError(error, 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENAMETOOLONG');
  return isUnfit ? failure('broken', 'file/answer-unwritable') : error;
}
