/** Puts bytes into a folder and reads them as one workbook, through the same source that people use. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { type SheetGrid, WorkbookFailure } from '#functions/world.ts';

/** A new folder with these files. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kasanari-workbooks-'));
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  return folder;
}

/** The grids of the first workbook of a folder. @throws WorkbookFailure */
export async function readFirst(folder: string): Promise<readonly SheetGrid[]> {
  const source = createFolderWorkbooks(folder);
  const [entry] = await source.list();
  if (entry === undefined) throw new Error('The folder has no workbook');
  return await source.read(entry);
}

/** The rows of the first tab of an .xlsx file. */
export async function rowsOf(bytes: Uint8Array): Promise<SheetGrid['rows']> {
  return (await readFirst(await folderWith({ 'ブック.xlsx': bytes })))[0]?.rows ?? [];
}

/** What reading the first workbook says when it fails: kind, code and facts. */
export async function failureOf(
  folder: string,
): Promise<Pick<WorkbookFailure, 'workbook' | 'kind' | 'code' | 'facts'>> {
  try {
    await readFirst(folder);
  } catch (error) {
    if (!(error instanceof WorkbookFailure)) throw error;
    const { workbook, kind, code, facts } = error;
    return { workbook, kind, code, facts };
  }
  throw new Error('It was read without a failure');
}
