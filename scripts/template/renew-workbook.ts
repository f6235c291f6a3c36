/** `npm run template -- upgrade`: what would change in a filled workbook, and with --send the change itself. */
import { copyFile, open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemClock } from '#functions/adapters/clock.ts';
import { FileProblem } from '#functions/adapters/folder/file-problem.ts';
import { limits, megabytes } from '#functions/adapters/folder/limits.ts';
import { openTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { temporaryPrefix, writeWholeFile } from '#functions/adapters/folder/whole-file.ts';
import { entryOf, findSharedFile } from '#functions/adapters/google/drive.ts';
import { openSpreadsheet } from '#functions/adapters/google/template-google.ts';
import { readRegisteredPlace } from '#functions/plan/registered-place.ts';
import { compareTyped } from '#functions/template/compare-typed.ts';
import { type PlannedChanges, planUpgrade } from '#functions/template/plan-changes.ts';
import { describeLine, listOf } from '#functions/template/template-line.ts';
import { describeFailure } from '#sheets-schema';
import { statIfThere } from '../run/stat-if-there.ts';
import { WrongUsage } from '../run/usage.ts';
import { exitCodes } from './exit-codes.ts';
import { openClients } from './google.ts';
import { describeTrouble, say, sentence } from './say.ts';

export interface Renewing {
  readonly isSent: boolean;
  /** Of today. */
  readonly fiscalYear: number;
}

/** Gives the exit code. */
export async function renewWorkbook(target: string, renewing: Renewing): Promise<number> {
  const place = readRegisteredPlace(target);
  if (place === null)
    throw new WrongUsage(`「${target}」はブックではありません。 "${target}" is neither a spreadsheet nor a file.`);
  try {
    return place.kind === 'spreadsheet'
      ? await renewSpreadsheet(place.id, renewing)
      : await renewFile(target, renewing);
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    return fail(describeTrouble(error, target));
  }
}

async function renewFile(path: string, renewing: Renewing): Promise<number> {
  const found = await statIfThere(path);
  if (found === null) throw new WrongUsage(`「${path}」がありません。 There is no file "${path}".`);
  if (!found.isFile())
    throw new WrongUsage(
      `「${path}」はフォルダです。.xlsx のファイルか、スプレッドシートを書いてください。 "${path}" is a folder: name an .xlsx file or a spreadsheet.`,
    );
  if (!/\.xls[xm]$/i.test(path))
    throw new WrongUsage(`「${path}」は .xlsx ではありません。 "${path}" is not an .xlsx file.`);
  if (found.size > limits.fileBytes) {
    const facts = { megabytes: megabytes(found.size), limit: megabytes(limits.fileBytes) };
    throw new FileProblem('file/too-large', { facts });
  }
  const file = basename(path);
  if ((await statIfThere(join(dirname(path), `~$${file}`))) !== null) return fail(sentence('in-use', { file }));
  const opened = await withFile(path, openTemplateFile);
  const planned = planUpgrade(opened.grids, opened.surface, renewing);
  const ready = announce(planned, file, renewing);
  if (ready === null || typeof ready === 'number') return ready ?? exitCodes.done;

  const bytes = await opened.write(ready);
  const attempt = join(dirname(path), `${temporaryPrefix}${file}`);
  try {
    await writeWholeFile(attempt, bytes);
    const after = await withFile(attempt, openTemplateFile);
    const different = compareTyped(opened.grids, after.grids, ready);
    if (different.length > 0) return fail(sentence('typed-differs', { file, cells: listOf(different) }));
  } finally {
    await rm(attempt, { force: true });
  }
  const now = await statIfThere(path);
  if (now === null || now.mtimeMs !== found.mtimeMs || now.size !== found.size)
    return fail(sentence('edited', { file }));
  // Hidden, so that whoever reads the folder does not take it for another workbook.
  const stamp = systemClock.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  const backup = join(dirname(path), `.${stamp}-${file}`);
  await copyFile(path, backup);
  await writeWholeFile(path, bytes);
  say('changed', { file });
  say('backup', { file: backup });
  return exitCodes.done;
}

async function renewSpreadsheet(id: string, renewing: Renewing): Promise<number> {
  const clients = await openClients({ canWrite: renewing.isSent, canCreate: false });
  const shared = await findSharedFile(clients.drive, id);
  const entry = entryOf(id, shared);
  const opened = await openSpreadsheet(clients, entry);
  if (renewing.isSent && shared !== null && !shared.canEdit) {
    const facts = { file: entry.name };
    return fail(
      `${describeFailure('google/read-only', facts, 'ja')} ${describeFailure('google/read-only', facts, 'en')}`,
    );
  }
  const planned = planUpgrade(opened.grids, opened.surface, renewing);
  const ready = announce(planned, entry.name, renewing);
  if (ready === null || typeof ready === 'number') return ready ?? exitCodes.done;
  const after = await opened.write(ready);
  const left = after === null ? null : planUpgrade(after, opened.surface, renewing);
  const isDone = left === null || (left.outcome === 'planned' && !left.changes.some(({ added }) => added !== null));
  if (!isDone) return fail(sentence('edited', { file: entry.name }));
  say('changed', { file: entry.name });
  const different = after === null ? [] : compareTyped(opened.grids, after, ready);
  if (different.length > 0) process.stderr.write(`${sentence('check-cells', { cells: listOf(different) })}\n`);
  return exitCodes.done;
}

/** Says what there is to do; gives the changes where they are to be made, else how to end. */
function announce(planned: PlannedChanges, file: string, { isSent }: Renewing) {
  if (planned.outcome === 'refused') return fail(sentence(planned.code, { file, ...planned.facts }));
  const { changes, lines } = planned;
  if (changes.length === 0) say('up-to-date', { file });
  else say('would-change', { file });
  for (const line of lines) process.stdout.write(`- ${describeLine(line)}\n`);
  if (changes.length === 0) return exitCodes.done;
  if (isSent) return changes;
  say('dry-run');
  return exitCodes.waiting;
}

async function withFile<T>(path: string, read: (file: Awaited<ReturnType<typeof open>>, size: number) => Promise<T>) {
  const file = await open(path);
  try {
    return await read(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return exitCodes.failed;
}
