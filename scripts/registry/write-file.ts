/** Adds a row to a registry that is a file: whole or not at all, and not while somebody has it open. */
import { copyFile, open, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { systemClock } from '#functions/adapters/clock.ts';
import { openTemplateFile, TemplateProblem } from '#functions/adapters/folder/template-xlsx.ts';
import { writeWholeFile } from '#functions/adapters/folder/whole-file.ts';
import { appendToCsv, type RowToAppend } from '#functions/adapters/registry/append-row.ts';
import type { SheetGrid } from '#functions/world.ts';
import { statIfThere } from '../run/stat-if-there.ts';
import { sentence } from './say.ts';

export type Appended =
  | { readonly kind: 'written'; readonly said: string | null }
  | { readonly kind: 'refused'; readonly said: string };

export async function appendToFile(
  registry: string,
  grids: readonly SheetGrid[],
  row: RowToAppend & { readonly rowIndex: number },
): Promise<Appended> {
  const path = await fileOf(resolve(registry), grids.indexOf(row.grid));
  const file = basename(path);
  const before = await statIfThere(path);
  if ((await statIfThere(join(dirname(path), `~$${file}`))) !== null)
    return { kind: 'refused', said: sentence('in-use', { file }) };
  const isExcel = /\.xls[xm]$/i.test(path);
  const contents = isExcel ? await appendToExcel(path, row) : appendToCsv(await readFile(path), row.cells);
  if (contents === null) return { kind: 'refused', said: sentence('paste-instead', { file, tab: row.grid.tab }) };
  const now = await statIfThere(path);
  if (before === null || now === null || now.mtimeMs !== before.mtimeMs || now.size !== before.size) {
    return { kind: 'refused', said: sentence('edited', { file }) };
  }
  if (!isExcel) {
    await writeWholeFile(path, contents);
    return { kind: 'written', said: null };
  }
  // Hidden, so that whoever looks for the registry does not find two.
  const stamp = systemClock.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  const backup = join(dirname(path), `.${stamp}-${file}`);
  await copyFile(path, backup);
  await writeWholeFile(path, contents);
  return { kind: 'written', said: sentence('backup', { file: backup }) };
}

/** Of a folder, the .csv file that is the tab; files of a folder are read in the order of their names. */
async function fileOf(path: string, position: number): Promise<string> {
  if ((await statIfThere(path))?.isDirectory() !== true) return path;
  const names = (await readdir(path)).filter((name) => /\.csv$/i.test(name) && !/^\.|^readme/i.test(name)).toSorted();
  return join(path, names[position] ?? '');
}

/** `null`: a file that must not be changed (signed, or shared in the old way). */
async function appendToExcel(path: string, { grid, rowIndex, cells }: RowToAppend & { readonly rowIndex: number }) {
  const file = await open(path);
  try {
    const opened = await openTemplateFile(file, (await file.stat()).size);
    const change = {
      name: 'registrations',
      title: grid.tab,
      id: grid.id,
      added: null,
      cells: cells.flatMap((text, column) => (text === '' ? [] : [{ row: rowIndex, column, text }])),
      columns: [],
      dropdowns: [],
      isToBeNamed: false,
      fields: [],
      fieldsAreRows: false,
    };
    return await opened.write([change]);
  } catch (error) {
    if (error instanceof TemplateProblem) return null;
    throw error;
  } finally {
    await file.close();
  }
}
