/** A registry that is a file: .xlsx, a folder of .csv files, or one .csv that is the tab 登録 alone. */
import { basename, dirname, resolve } from 'node:path';
import type { SheetGrid } from '../../world.ts';
import { type FoundWorkbook, findWorkbook } from '../folder/find-workbooks.ts';
import { readFoundWorkbook } from '../folder/workbooks.ts';

/** A workbook by the path of its own, wherever it lies. */
export interface LooseFile {
  readonly folder: string;
  /** `null`: nothing is there. */
  readonly found: FoundWorkbook | null;
  readonly name: string;
}

export async function findLooseFile(path: string): Promise<LooseFile> {
  const whole = resolve(path);
  const folder = dirname(whole);
  const name = basename(whole);
  return { folder, found: await findWorkbook(folder, name), name };
}

/** @throws WorkbookFailure */
export async function readRegistryFile(file: LooseFile, tab: string): Promise<readonly SheetGrid[]> {
  if (file.found?.kind !== 'csv-loose') return await readFoundWorkbook(file);
  const grids = await readFoundWorkbook({ ...file, found: { ...file.found, kind: 'csv' } });
  return grids.map((grid) => ({ ...grid, tab }));
}
