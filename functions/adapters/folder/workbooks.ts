/** A WorkbookSource over a folder: each .xlsx or .xlsm file is a workbook, and so is each folder of .csv files. */
import { type FileHandle, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { WorkbookId } from '../../domain/codes.ts';
import { type SheetGrid, type WorkbookEntry, WorkbookFailure, type WorkbookSource } from '../../world.ts';
import { readCsv } from './csv.ts';
import { readExcel } from './excel.ts';
import { FileProblem } from './file-problem.ts';
import { type FoundWorkbook, findWorkbooks } from './find-workbooks.ts';
import { limits, megabytes } from './limits.ts';
import { isFileError } from './whole-file.ts';

/** A folder without workbooks lists none. One that is missing or closed to us throws `folder/missing` or `folder/forbidden`. */
export function createFolderWorkbooks(folder: string): WorkbookSource {
  /** As last listed, so that reading a hundred workbooks does not look through the folder a hundred times. */
  let listed: readonly FoundWorkbook[] = [];
  return {
    atOnce: 1,
    async list() {
      listed = await listFolder(folder);
      return listed.map(
        (workbook): WorkbookEntry => ({
          id: workbook.path as WorkbookId,
          name: workbook.kind === 'csv' ? workbook.path : basename(workbook.path),
          revision: workbook.revision,
          ...(workbook.changedAt === null ? {} : { changedAt: workbook.changedAt }),
        }),
      );
    },
    async read(entry) {
      const isAskedFor = (workbook: FoundWorkbook) => workbook.path === entry.id;
      const found = listed.find(isAskedFor) ?? (await listFolder(folder)).find(isAskedFor);
      return await readFoundWorkbook({ folder, found: found ?? null, name: entry.name });
    },
  };
}

/** Reads a workbook where it was found; `null` is one that is gone. @throws WorkbookFailure */
export async function readFoundWorkbook({
  folder,
  found,
  name,
}: {
  readonly folder: string;
  readonly found: FoundWorkbook | null;
  readonly name: string;
}): Promise<readonly SheetGrid[]> {
  try {
    if (found === null) throw new FileProblem('file/gone', { kind: 'gone' });
    return await readFound(folder, found);
  } catch (error) {
    throw explain(error, name);
  }
}

async function listFolder(folder: string): Promise<readonly FoundWorkbook[]> {
  try {
    return await findWorkbooks(folder);
  } catch (error) {
    const facts = { folder, file: folder };
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) {
      throw new WorkbookFailure({ kind: 'gone', workbook: folder, code: 'folder/missing', facts }, { cause: error });
    }
    if (isFileError(error, 'EACCES', 'EPERM')) {
      throw new WorkbookFailure(
        { kind: 'forbidden', workbook: folder, code: 'folder/forbidden', facts },
        { cause: error },
      );
    }
    throw error;
  }
}

async function readFound(folder: string, found: FoundWorkbook): Promise<readonly SheetGrid[]> {
  switch (found.kind) {
    case 'excel':
      return await readWhole(folder, found.path, readExcel);
    case 'csv':
      return await readCsvFolder(folder, found);
    case 'csv-loose':
      throw new FileProblem('file/csv-loose');
    case 'forbidden':
      throw new FileProblem('file/forbidden', { kind: 'forbidden' });
    case 'old-excel':
      throw new FileProblem('file/old-excel');
    case 'unknown':
      throw new FileProblem('file/unsupported-type');
    default:
      return found.kind satisfies never;
  }
}

async function readCsvFolder(folder: string, found: FoundWorkbook): Promise<readonly SheetGrid[]> {
  const grids: SheetGrid[] = [];
  const budget = { remainingBytes: limits.fileBytes, remainingCells: limits.cells };
  for (const path of found.files) {
    const rows = await readWhole(folder, path, async (file, size) => {
      budget.remainingBytes -= size;
      if (budget.remainingBytes < 0) throw tooLarge(limits.fileBytes - budget.remainingBytes);
      return readCsv(await file.readFile(), budget);
    });
    grids.push({ tab: basename(path).replace(/\.csv$/i, ''), id: String(grids.length), rows, merges: [] });
  }
  return grids;
}

function tooLarge(bytes: number): FileProblem {
  return new FileProblem('file/too-large', {
    facts: { megabytes: megabytes(bytes), limit: megabytes(limits.fileBytes) },
  });
}

/**
 * Opens a file once its size is known to be bearable, and makes sure that nobody wrote to it meanwhile:
 * half of the old contents and half of the new would be figures that never existed.
 */
async function readWhole<T>(
  folder: string,
  path: string,
  read: (file: FileHandle, size: number) => Promise<T>,
): Promise<T> {
  const file = await open(join(folder, path), 'r');
  try {
    const before = await file.stat({ bigint: true });
    const size = Number(before.size);
    if (size > limits.fileBytes) throw tooLarge(size);
    const contents = await read(file, size).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const after = await file.stat({ bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs) {
      throw new FileProblem('file/changing', { kind: 'busy' });
    }
    if ('error' in contents) throw contents.error;
    return contents.value;
  } catch (error) {
    throw error instanceof FileProblem ? withFile(error, path) : error;
  } finally {
    await file.close();
  }
}

/** The message names the very file, also where a workbook has several. */
function withFile({ code, kind, facts, cause }: FileProblem, file: string): FileProblem {
  return new FileProblem(code, { kind, facts: { file, ...facts }, cause });
}

/** What the file system or the reader says, as a failure of one workbook. */
function explain(error: unknown, workbook: string): WorkbookFailure {
  const problem = error instanceof FileProblem ? error : problemOfFileSystem(error);
  const { code, kind, facts } = problem;
  return new WorkbookFailure({ kind, workbook, code, facts: { file: workbook, ...facts } }, { cause: error });
}

function problemOfFileSystem(error: unknown): FileProblem {
  if (isFileError(error, 'ENOENT')) return new FileProblem('file/gone', { kind: 'gone' });
  if (isFileError(error, 'EBUSY', 'EMFILE', 'ENFILE')) return new FileProblem('file/locked', { kind: 'busy' });
  if (isFileError(error, 'EACCES', 'EPERM')) return new FileProblem('file/forbidden', { kind: 'forbidden' });
  // A file may be damaged in ways that nobody foresaw; the cause goes along.
  return new FileProblem('file/unreadable');
}
