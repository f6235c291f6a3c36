/** The workbook that is to be adopted, wherever it is: a spreadsheet, an .xlsx file, a folder of .csv files. */
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FileProblem } from '#functions/adapters/folder/file-problem.ts';
import { openTemplateFile, TemplateProblem } from '#functions/adapters/folder/template-xlsx.ts';
import { readFoundWorkbook } from '#functions/adapters/folder/workbooks.ts';
import { entryOf, findSharedFile } from '#functions/adapters/google/drive.ts';
import { readSpreadsheet } from '#functions/adapters/google/read-spreadsheet.ts';
import { openSpreadsheet } from '#functions/adapters/google/template-google.ts';
import { findLooseFile } from '#functions/adapters/registry/registry-file.ts';
import { readRegisteredPlace } from '#functions/plan/registered-place.ts';
import { compareTyped } from '#functions/template/compare-typed.ts';
import type { SheetGrid } from '#functions/world.ts';
import { describeFailure } from '#sheets-schema';
import type { TabChange } from '#sheets-schema/template-change.ts';
import { WrongUsage } from '../run/usage.ts';
import { openClients } from '../template/google.ts';
import { describeTrouble } from '../template/say.ts';
import { replaceFile } from './replace-file.ts';
import { writeCsvChanges } from './write-csv.ts';

export interface Target {
  readonly name: string;
  readonly grids: readonly SheetGrid[];
  /**
   * Reads once more, plans on what stands there now, and writes. `backup` is the copy of what was there, where one was made.
   * @throws CannotWrite
   */
  write(plan: (grids: readonly SheetGrid[]) => readonly TabChange[]): Promise<{ readonly backup: string | null }>;
}

/** Reading is possible and writing is not: the rows can still be pasted. */
export class CannotWrite extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'CannotWrite';
  }
}

/** @throws WrongUsage, WorkbookFailure, GoogleAccessError */
export async function openTarget(typed: string, { canWrite }: { readonly canWrite: boolean }): Promise<Target> {
  const place = readRegisteredPlace(typed);
  if (place === null)
    throw new WrongUsage(
      `「${typed}」はスプレッドシートでもファイルでもありません。 "${typed}" is neither a spreadsheet nor a file.`,
    );
  if (place.kind === 'spreadsheet') return await openInGoogle(place.id, canWrite);
  const file = await findLooseFile(place.path);
  const grids = await readFoundWorkbook(file);
  const path = join(file.folder, file.found?.path ?? file.name);
  const again = async () => await readFoundWorkbook(await findLooseFile(place.path));
  return file.found?.kind === 'excel'
    ? { name: basename(path), grids, write: async (plan) => await writeExcel(path, plan) }
    : {
        name: file.name,
        grids,
        async write(plan) {
          const now = await again();
          try {
            await writeCsvChanges(path, now, plan(now));
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            throw new CannotWrite(error.message, { cause: error });
          }
          return { backup: null };
        },
      };
}

async function openInGoogle(id: string, canWrite: boolean): Promise<Target> {
  const clients = await openClients({ canWrite, canCreate: false });
  const shared = await findSharedFile(clients.drive, id);
  const entry = entryOf(id, shared);
  return {
    name: entry.name,
    grids: await readSpreadsheet(clients.sheets, entry),
    async write(plan) {
      if (shared !== null && !shared.canEdit) throw new CannotWrite(describeReadOnly(entry.name));
      const opened = await openSpreadsheet(clients, entry);
      const changes = plan(opened.grids);
      if (changes.length > 0) await opened.write(changes);
      return { backup: null };
    },
  };
}

function describeReadOnly(file: string): string {
  return `${describeFailure('google/read-only', { file }, 'ja')} ${describeFailure('google/read-only', { file }, 'en')}`;
}

async function writeExcel(
  path: string,
  plan: (grids: readonly SheetGrid[]) => readonly TabChange[],
): Promise<{ readonly backup: string | null }> {
  return await replaceFile(path, async (size) => {
    const file = await open(path, 'r');
    try {
      const opened = await openTemplateFile(file, size);
      const changes = plan(opened.grids);
      if (changes.length === 0) return null;
      const bytes = await opened.write(changes);
      return {
        bytes,
        async check(written) {
          const after = await readFoundWorkbook(await findLooseFile(written));
          const different = compareTyped(opened.grids, after, changes);
          if (different.length > 0) throw new CannotWrite(different.slice(0, 5).join('、'));
        },
      };
    } catch (error) {
      if (error instanceof TemplateProblem || error instanceof FileProblem)
        throw new CannotWrite(describeTrouble(error, basename(path)), { cause: error });
      throw error;
    } finally {
      await file.close();
    }
  });
}
