/** `npm run registry -- add`: registers one workbook, after looking at whether it can be read. */
import { relative, resolve } from 'node:path';
import { entryOf } from '#functions/adapters/google/drive.ts';
import { appendToSpreadsheet } from '#functions/adapters/registry/append-row.ts';
import { readRegisteredPlace } from '#functions/plan/registered-place.ts';
import { type Addition, type PlannedAddition, planAddition } from '#functions/plan/registry-addition.ts';
import { statIfThere } from '../run/stat-if-there.ts';
import { lookAt } from './check.ts';
import type { Desk, OpenedRegistry } from './desk.ts';
import { exitCodes } from './exit-codes.ts';
import { lineOf, type Printing, type Said, say, sayFailure, sayFinding, sayJson, sentence } from './say.ts';
import { appendToFile } from './write-file.ts';

type Planned = Extract<PlannedAddition, { outcome: 'planned' }>;

/** Gives the exit code. */
export async function addWorkbook(desk: Desk, asked: Addition, printing: Printing): Promise<number> {
  const opened = await desk.read();
  const addition = { ...asked, workbook: await seenFromRegistry(asked.workbook, opened.folder) };
  const planned = planAddition(opened.grids, addition, { takesFiles: opened.folder !== null });
  if (planned.outcome === 'trouble') {
    const { code, facts } = planned.trouble;
    return refuse([sayFailure({ code, facts: { file: opened.name, ...facts } })], printing, exitCodes.failed);
  }
  if (planned.outcome === 'refused') {
    // Of a row that is not there yet, 'delete the others' would send people looking for it.
    const twin = planned.findings.find(({ code }) => code === 'registration/duplicate-workbook');
    if (twin === undefined || printing.isJson)
      return refuse(planned.findings.map(sayFinding), printing, exitCodes.toMend);
    say(sentence('registered-already', { file: opened.name, tab: twin.tab ?? '', row: twin.otherRows[0] ?? '' }));
    return exitCodes.toMend;
  }
  const { workbook } = planned;
  const account = workbook.place.kind === 'spreadsheet' ? await desk.findAccount() : null;
  const remarks = await lookAt(workbook, { desk, folder: opened.folder, account, store: await desk.openStore() });
  if (remarks.length > 0) return refuse(remarks, printing, exitCodes.toMend);
  return await write(desk, opened, planned, printing);
}

async function write(
  desk: Desk,
  opened: OpenedRegistry,
  planned: Planned,
  { isJson, isSent }: Printing,
): Promise<number> {
  const notices = planned.notices.map(sayFinding);
  const facts = { file: opened.name, tab: planned.grid.tab, row: planned.rowIndex + 1 };
  if (!isJson) {
    say(`${sentence('would-add', facts)}\n  ${planned.cells.join('\t')}`);
    for (const notice of notices) say(lineOf(notice));
  }
  const outcome = isSent ? await append(desk, opened, planned) : null;
  const isAdded = outcome !== null && outcome.kind === 'written';
  if (isJson) sayJson({ ...facts, cells: planned.cells, notices, isAdded, said: outcome?.said ?? null });
  else {
    say(isAdded ? sentence('added', facts) : (outcome?.said ?? sentence('dry-run')));
    if (outcome?.kind === 'refused') say(`${sentence('paste-instead', facts)}\n  ${planned.cells.join('\t')}`);
    if (isAdded && outcome.said !== null) say(outcome.said);
  }
  return outcome?.kind === 'refused' ? exitCodes.failed : exitCodes.done;
}

async function append(desk: Desk, { grids }: OpenedRegistry, planned: Planned) {
  if (desk.place.kind === 'file') return await appendToFile(desk.place.path, grids, planned);
  const file = await desk.drive.find(desk.place.id);
  const entry = entryOf(desk.place.id, file);
  if (file !== null && !file.canEdit) {
    const account = (await desk.findAccount()) ?? '';
    const { ja, en } = sayFailure({ code: 'registration/view-only', facts: { account } });
    return { kind: 'refused', said: `${ja} ${en}` } as const;
  }
  await appendToSpreadsheet(await desk.drive.clients(), entry, planned);
  return { kind: 'written', said: null } as const;
}

/** A path is typed as seen from where the command runs; in the registry it stands as seen from there. */
async function seenFromRegistry(typed: string, folder: string | null): Promise<string> {
  const place = readRegisteredPlace(typed);
  if (folder === null || place?.kind !== 'file' || (await statIfThere(resolve(place.path))) === null) return typed;
  return relative(folder, resolve(place.path)).replaceAll('\\', '/');
}

function refuse(remarks: readonly Said[], { isJson }: Printing, code: number): number {
  if (isJson) sayJson({ isAdded: false, remarks });
  else say([sentence('not-added'), ...remarks.map(({ ja, en }) => `- ${ja}\n  ${en}`)].join('\n'));
  return code;
}
