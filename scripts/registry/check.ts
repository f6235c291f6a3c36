/** `npm run registry -- check`: of every registered workbook, whether it can be read and written in, and if not, what to do. */
import { resolve } from 'node:path';
import { findLooseFile } from '#functions/adapters/registry/registry-file.ts';
import type { RegisteredWorkbook } from '#functions/domain/registration.ts';
import { parseState, statePointer } from '#functions/ingest/workbook-state.ts';
import {
  checkRegistered,
  type FileAtHand,
  type LastReading,
  type SpreadsheetAtHand,
} from '#functions/plan/registry-check.ts';
import type { Store } from '#functions/world.ts';
import { describeGuide } from './describe-guide.ts';
import { describeProtection } from './describe-protection.ts';
import type { Desk } from './desk.ts';
import { exitCodes } from './exit-codes.ts';
import { lineOf, type Printing, type Said, say, sayFailure, sayFinding, sayJson, sentence } from './say.ts';

export interface CheckedWorkbook {
  readonly row: number;
  readonly workbook: string;
  readonly municipality: string;
  readonly office: string;
  /** 無 is not looked at. */
  readonly isActive: boolean;
  readonly contact: string | null;
  /** What to mend; empty where all is well. */
  readonly remarks: readonly Said[];
}

/** Gives the exit code. */
export async function checkRegistry(desk: Desk, { isJson }: Printing): Promise<number> {
  const { name, folder, registry } = await desk.read();
  const { registrations } = registry.troubles;
  const troubles = Object.values(registry.troubles).flatMap((trouble) =>
    trouble === null ? [] : [sayFailure({ ...trouble, facts: { file: name, ...trouble.facts } })],
  );
  const store = await desk.openStore();
  const isInGoogle =
    desk.place.kind === 'spreadsheet' || registry.workbooks.some(({ place }) => place.kind === 'spreadsheet');
  const account = isInGoogle ? await desk.findAccount() : null;
  const checked: CheckedWorkbook[] = [];
  for (const workbook of registry.workbooks) {
    const { row, place, municipality, officeName, isActive, contact } = workbook;
    const remarks = isActive ? await lookAt(workbook, { desk, folder, account, store }) : [];
    checked.push({ row, workbook: place.id, municipality, office: officeName, isActive, contact, remarks });
  }
  const findings = registry.findings.map(sayFinding);
  const toMend = checked.filter(({ remarks }) => remarks.length > 0);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const { guides, protections } = registry;
  if (isJson) sayJson({ registry: name, account, workbooks: checked, guides, protections, troubles, findings });
  else {
    for (const one of toMend) say(describeChecked(one));
    for (const { ja, en } of troubles) say(`${ja}\n${en}`);
    if (findings.length > 0) say(`登録簿 Registry:\n${findings.map(lineOf).join('\n')}`);
    if (account !== null && toMend.length > 0) say(sentence('share-with', { account }));
    if (guides.length > 0) say(`目安値 Guide values:\n${guides.map(describeGuide).join('\n')}`);
    if (protections.length > 0) say(`秘匿 Small numbers:\n${protections.map(describeProtection).join('\n')}`);
    const rows = errors.length + troubles.length;
    const facts = { count: checked.length, trouble: toMend.length, rows };
    say(sentence(toMend.length + rows === 0 ? 'all-fine' : 'to-mend', facts));
  }
  if (registrations !== null) return exitCodes.failed;
  return toMend.length + errors.length + troubles.length === 0 ? exitCodes.done : exitCodes.toMend;
}

/** What is wrong with one workbook, in words. */
export async function lookAt(
  workbook: Pick<RegisteredWorkbook, 'place' | 'municipality'>,
  {
    desk,
    folder,
    account,
    store,
  }: {
    readonly desk: Desk;
    readonly folder: string | null;
    readonly account: string | null;
    readonly store: Store | null;
  },
): Promise<readonly Said[]> {
  const atHand = await findAtHand(workbook, desk, folder);
  const last = store === null ? null : await readLast(workbook, store);
  return checkRegistered(workbook, { atHand, last, account, hasFeedback: desk.hasFeedback }).map(sayFailure);
}

async function findAtHand(
  { place }: Pick<RegisteredWorkbook, 'place'>,
  { drive }: Desk,
  folder: string | null,
): Promise<SpreadsheetAtHand | FileAtHand | null> {
  if (place.kind === 'file') return (await findLooseFile(resolve(folder ?? '.', place.path))).found;
  const file = await drive.find(place.id);
  return file === null ? null : { kind: 'spreadsheet', ...file };
}

async function readLast({ place }: Pick<RegisteredWorkbook, 'place'>, store: Store): Promise<LastReading | null> {
  const pointer = await store.readPointer(statePointer(place.id));
  return pointer === null ? null : parseState(pointer.content);
}

function describeChecked({ row, municipality, office, workbook, contact, remarks }: CheckedWorkbook): string {
  const head = `${row}行目 row ${row}: ${municipality} ${office}${contact === null ? '' : `（${contact}）`}\n  ${workbook}`;
  return [head, ...remarks.map(({ ja, en }) => `  - ${ja}\n    ${en}`)].join('\n');
}
