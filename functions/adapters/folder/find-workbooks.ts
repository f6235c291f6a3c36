/** What lies in a folder of workbooks: .xlsx files, folders of .csv files, and files that are neither. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileError } from './whole-file.ts';

export interface FoundWorkbook {
  /** What cannot be read is listed too, so that its people are told; 'forbidden' is a folder closed to us. */
  readonly kind: 'excel' | 'csv' | 'csv-loose' | 'old-excel' | 'unknown' | 'forbidden';
  /** Relative to the folder, with '/'. */
  readonly path: string;
  /** The .csv files of a folder in order; the file itself otherwise. Relative to the folder, with '/'. */
  readonly files: readonly string[];
  readonly revision: string;
  /** When the newest of its files was last written to, in ISO 8601; `null` where that cannot be seen. */
  readonly changedAt: string | null;
}

/** Hidden files, what programs leave behind, and what people write about the folder. */
const ignored = /^(?:\..*|~\$.*|thumbs\.db|desktop\.ini|readme.*|__macosx)$/i;

/** Every workbook below the folder, sorted by path. @throws what the file system throws for the folder itself */
export async function findWorkbooks(folder: string): Promise<readonly FoundWorkbook[]> {
  return (await findBelow(folder, '')).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** One workbook by its path in the folder: a file, or a folder of .csv files (not those below it). `null` where there is none. */
export async function findWorkbook(folder: string, path: string): Promise<FoundWorkbook | null> {
  try {
    if (!(await stat(join(folder, path))).isDirectory()) {
      return { kind: kindOf(path), path, files: [path], ...(await editionOf(folder, [path])) };
    }
    const names = (await readdir(join(folder, path))).filter((name) => /\.csv$/i.test(name) && !ignored.test(name));
    const files = names.map((name) => `${path}/${name}`).toSorted();
    return files.length === 0 ? null : { kind: 'csv', path, files, ...(await editionOf(folder, files)) };
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return null;
    if (isFileError(error, 'EACCES', 'EPERM'))
      return { kind: 'forbidden', path, files: [], revision: 'forbidden', changedAt: null };
    throw error;
  }
}

async function findBelow(folder: string, below: string): Promise<readonly FoundWorkbook[]> {
  const found: FoundWorkbook[] = [];
  const csvFiles: string[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    if (ignored.test(entry.name)) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await findInSubfolder(folder, path)));
    else if (/\.csv$/i.test(entry.name) && below !== '') csvFiles.push(path);
    else found.push({ kind: kindOf(entry.name), path, files: [path], ...(await editionOf(folder, [path])) });
  }
  if (csvFiles.length > 0) {
    const files = csvFiles.toSorted();
    found.push({ kind: 'csv', path: below, files, ...(await editionOf(folder, files)) });
  }
  return found;
}

/** One closed folder must not hide the others, nor one that was removed this moment. */
async function findInSubfolder(folder: string, path: string): Promise<readonly FoundWorkbook[]> {
  try {
    return await findBelow(folder, path);
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return [];
    if (isFileError(error, 'EACCES', 'EPERM'))
      return [{ kind: 'forbidden', path, files: [], revision: 'forbidden', changedAt: null }];
    throw error;
  }
}

function kindOf(name: string): FoundWorkbook['kind'] {
  if (/\.xls[xm]$/i.test(name)) return 'excel';
  if (/\.xls$/i.test(name)) return 'old-excel';
  return /\.csv$/i.test(name) ? 'csv-loose' : 'unknown';
}

/**
 * Names, sizes and times: contents are not read to find out whether they changed. Equal for files that are gone by now.
 * As a digest, since it is kept in the store and the names of tabs that are not ours must not be.
 */
async function editionOf(
  folder: string,
  files: readonly string[],
): Promise<Pick<FoundWorkbook, 'revision' | 'changedAt'>> {
  const parts: string[] = [];
  let newest: Date | null = null;
  for (const file of files) {
    try {
      const { size, mtime, mtimeNs, ctimeNs } = await stat(join(folder, file), { bigint: true });
      parts.push(`${file}:${size}-${mtimeNs}-${ctimeNs}`);
      if (newest === null || mtime > newest) newest = mtime;
    } catch (error) {
      if (!isFileError(error, 'ENOENT')) throw error;
      parts.push(`${file}:gone`);
    }
  }
  const revision = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return { revision, changedAt: newest === null ? null : newest.toISOString() };
}
