/** `npm run registry -- init`: an empty registry, as a spreadsheet that is there already, an .xlsx file, or .csv files. */
import { basename, join, resolve } from 'node:path';
import { createTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { writeWholeFile } from '#functions/adapters/folder/whole-file.ts';
import { entryOf } from '#functions/adapters/google/drive.ts';
import { openSpreadsheet } from '#functions/adapters/google/template-google.ts';
import { csvLine } from '#functions/adapters/registry/append-row.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { planNewRegistry, registryHeaders } from '#functions/plan/new-registry.ts';
import { registryTables } from '#sheets-schema/registry/registry.ts';
import { statIfThere } from '../run/stat-if-there.ts';
import type { Desk } from './desk.ts';
import { exitCodes } from './exit-codes.ts';
import { type Printing, say, sayFailure, sayJson, sentence } from './say.ts';

type Outcome = 'made' | 'would-make' | 'there-already';

/** Gives the exit code. */
export async function makeRegistry(desk: Desk, printing: Printing): Promise<number> {
  const { place } = desk;
  const [name, outcome] =
    place.kind === 'spreadsheet'
      ? await makeInSpreadsheet(desk, place.id, printing.isSent)
      : ([basename(place.path), await makeFile(resolve(place.path), printing.isSent)] as const);
  const isOneTab = place.kind === 'file' && /\.csv$/i.test(place.path);
  const tabs = planNewRegistry().flatMap(({ title }, position) => (isOneTab && position > 0 ? [] : [title]));
  if (printing.isJson) sayJson({ registry: name, outcome, tabs });
  else {
    say(sentence(outcome, { file: name, tab: registryTables.registrations.tab, tabs: tabs.join('、') }));
    if (outcome === 'would-make') say(sentence('dry-run'));
  }
  return outcome === 'there-already' ? exitCodes.toMend : exitCodes.done;
}

async function makeInSpreadsheet(desk: Desk, id: WorkbookId, isSent: boolean): Promise<readonly [string, Outcome]> {
  const file = await desk.drive.find(id);
  const entry = entryOf(id, file);
  const opened = await openSpreadsheet(await desk.drive.clients(), entry);
  const changes = planNewRegistry().filter(({ title }) => !opened.grids.some(({ tab }) => tab === title));
  if (changes.length < planNewRegistry().length) return [entry.name, 'there-already'];
  if (!isSent) return [entry.name, 'would-make'];
  if (file?.canEdit === false) {
    const { ja, en } = sayFailure({
      code: 'registration/view-only',
      facts: { account: (await desk.findAccount()) ?? '' },
    });
    throw new Error(`${ja} ${en}`);
  }
  await opened.write(changes);
  return [entry.name, 'made'];
}

/** A name that ends in .csv is the tab 登録 alone; one without an ending is a folder with a file a tab. */
async function makeFile(path: string, isSent: boolean): Promise<Outcome> {
  const files = await contentsOf(path);
  for (const file of files.keys()) if ((await statIfThere(file)) !== null) return 'there-already';
  if (!isSent) return 'would-make';
  for (const [file, contents] of files) await writeWholeFile(file, contents);
  return 'made';
}

async function contentsOf(path: string): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const csv = (table: Parameters<typeof registryHeaders>[0]) => `\uFEFF${csvLine(registryHeaders(table))}\r\n`;
  if (/\.xls[xm]$/i.test(path)) return new Map([[path, await createTemplateFile(planNewRegistry())]]);
  if (/\.csv$/i.test(path)) return new Map([[path, csv(registryTables.registrations)]]);
  return new Map(Object.values(registryTables).map((table) => [join(path, `${table.tab}.csv`), csv(table)]));
}
