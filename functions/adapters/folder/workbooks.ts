/** A WorkbookSource over a folder: each .xlsx or .xlsm file is a workbook, and so is each folder of .csv files. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { WorkbookId } from '../../domain/codes.ts';
import {
  type FailureKind,
  type SheetGrid,
  type WorkbookEntry,
  WorkbookFailure,
  type WorkbookSource,
} from '../../world.ts';
import { readCsv } from './csv.ts';
import { readExcel } from './excel.ts';
import { type FoundWorkbook, findWorkbooks } from './find-workbooks.ts';
import { limits, megabytes } from './limits.ts';
import { isFileError } from './whole-file.ts';

/** A folder without workbooks lists none. A missing one throws `folder/missing`. */
export function createFolderWorkbooks(folder: string): WorkbookSource {
  return {
    async list() {
      const found = await listFolder(folder);
      return found.map(
        (workbook): WorkbookEntry => ({
          id: workbook.path as WorkbookId,
          name: workbook.kind === 'csv' ? workbook.path : basename(workbook.path),
          revision: workbook.revision,
        }),
      );
    },
    async read(entry) {
      const found = (await listFolder(folder)).find((workbook) => workbook.path === entry.id);
      const fail = createFail(entry.name);
      if (found === undefined) return fail('gone', 'file/gone');
      try {
        return await readFound(folder, found, fail);
      } catch (error) {
        return explain(error, fail);
      }
    },
  };
}

/** Throws the failure of one workbook. */
type Fail = (
  kind: FailureKind,
  code: string,
  facts?: Readonly<Record<string, string | number>>,
  cause?: unknown,
) => never;

function createFail(workbook: string): Fail {
  return (kind, code, facts, cause) => {
    throw new WorkbookFailure({ kind, workbook, code, facts: { file: workbook, ...facts } }, { cause });
  };
}

async function listFolder(folder: string): Promise<readonly FoundWorkbook[]> {
  try {
    return await findWorkbooks(folder);
  } catch (error) {
    if (!isFileError(error, 'ENOENT', 'ENOTDIR')) throw error;
    throw new WorkbookFailure(
      { kind: 'gone', workbook: folder, code: 'folder/missing', facts: { folder, file: folder } },
      { cause: error },
    );
  }
}

async function readFound(folder: string, found: FoundWorkbook, fail: Fail): Promise<readonly SheetGrid[]> {
  switch (found.kind) {
    case 'excel':
      return await readExcel(await readSmallFile(join(folder, found.path), found.path, fail));
    case 'csv':
      return await readCsvFolder(folder, found, fail);
    case 'csv-loose':
      return fail('broken', 'file/csv-loose');
    case 'old-excel':
      return fail('broken', 'file/old-excel');
    case 'unknown':
      return fail('broken', 'file/unsupported-type');
    default:
      return found.kind satisfies never;
  }
}

async function readCsvFolder(folder: string, found: FoundWorkbook, fail: Fail): Promise<readonly SheetGrid[]> {
  const grids: SheetGrid[] = [];
  for (const file of found.files) {
    const rows = readCsv(await readSmallFile(join(folder, file), file, fail));
    if (rows === 'encoding') return fail('broken', 'file/csv-encoding', { file });
    if (rows === 'quotes') return fail('broken', 'file/csv-quotes', { file });
    grids.push({ tab: basename(file).replace(/\.csv$/i, ''), id: String(grids.length), rows, merges: [] });
  }
  return grids;
}

/** The size is looked at first: a file over the limit is never read into memory. */
async function readSmallFile(path: string, file: string, fail: Fail): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > limits.fileBytes) {
    return fail('broken', 'file/too-large', { file, megabytes: megabytes(size), limit: megabytes(limits.fileBytes) });
  }
  return await readFile(path);
}

/** What the file system or the parser says, as one of our failures. */
function explain(error: unknown, fail: Fail): never {
  if (error instanceof WorkbookFailure) throw error;
  if (isFileError(error, 'ENOENT')) return fail('gone', 'file/gone', {}, error);
  if (isFileError(error, 'EBUSY', 'EMFILE', 'ENFILE')) return fail('busy', 'file/locked', {}, error);
  if (isFileError(error, 'EACCES', 'EPERM')) return fail('forbidden', 'file/forbidden', {}, error);
  return fail('broken', 'file/unreadable', {}, error);
}
