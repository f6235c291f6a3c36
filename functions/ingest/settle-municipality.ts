/**
 * A municipality's workbooks beside each other: which of them speaks for an office, one tree of areas, and each that was read, or that
 * other areas concern now, checked against it, left in the store and answered. Waits for the world; no rules here.
 */
import type { MunicipalityCode } from '../domain/codes.ts';
import type { WorkbookEntry } from '../world.ts';
import { settleHeld, settleWorkbook } from './answer-workbook.ts';
import { checkEntry } from './check-entry.ts';
import { type Group, homeOf } from './groups.ts';
import type { ReadGroup } from './ingest-group.ts';
import { digestOf, type KnownState, moveState, readState, recallObject, unknownState } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import type { IngestedWorkbook, WorkbookState } from './ingested.ts';
import { isToRead } from './is-to-read.ts';
import { openEntry } from './open-entry.ts';
import { settleAreas, type UnitedAreas } from './settle-areas.ts';
import { type Claim, isMunicipality, type Settled, settleOffices } from './settle-offices.ts';
import { settleVanished, unsettleOthers } from './settle-vanished.ts';
import { dropFigures, holdWorkbook, leftBehind, noAreas } from './workbook-state.ts';

type MunicipalGroup = Group & { readonly municipality: MunicipalityCode };

/** What the workbooks of a municipality have come to together. */
interface Together {
  readonly group: MunicipalGroup;
  readonly read: ReadGroup;
  readonly vanished: readonly WorkbookState[];
  readonly settled: Settled;
  readonly united: UnitedAreas;
  readonly areasDigest: string;
}

export async function settleMunicipality(group: MunicipalGroup, read: ReadGroup, world: IngestWorld): Promise<void> {
  const { municipality, entries } = group;
  const vanished = group.vanished.flatMap(({ workbook }) => read.states.get(workbook)?.state ?? []);
  await recallClaims(group, vanished, read, world);
  const order = [...entries.map(({ id }) => id), ...vanished.map(({ workbook }) => workbook)];
  const settled = settleOffices(order.flatMap((id) => read.claims.get(id) ?? []));
  const united = settleAreas(
    settled.claims.flatMap(({ areas }) => (areas === null ? [] : [areas])),
    ({ code, name }) => isMunicipality(settled.claims, municipality, [code, name]),
  );
  const stated = [...united.stated.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const areasDigest = await digestOf({ root: united.root, stated });
  const together = { group, read, vanished, settled, united, areasDigest };

  for (const { claim, by } of settled.shutOut) await holdSecond(claim, by, together, world);
  for (const { workbook } of settled.claims) {
    const entry = entries.find(({ id }) => id === workbook);
    if (entry !== undefined) await settleEntry(entry, together, world);
  }
  await settleVanished({ vanished, shutOut: settled.shutOut, outcomes: read.outcomes, areasDigest }, world);
}

/**
 * What workbooks that were not read now, or could not be, said when they last were. One that is about to be read for another
 * municipality says nothing here: if that does not accept it, this one is settled again.
 */
async function recallClaims(
  { entries, municipality, away }: MunicipalGroup,
  vanished: readonly WorkbookState[],
  { states, kept, claims, joining }: ReadGroup,
  { store, today }: IngestWorld,
): Promise<void> {
  const gone = new Set([...kept.keys(), ...joining.map(({ entry }) => entry.id)]);
  const listed = entries.flatMap((entry) => {
    const state = states.get(entry.id)?.state ?? null;
    if (state === null || gone.has(entry.id)) return [];
    const isLeaving = away.has(entry.id) || homeOf(entry, state) !== municipality;
    return isLeaving && isToRead(entry, state, today) ? [] : [state];
  });
  for (const state of [...listed, ...vanished]) {
    const ingested = (await recallObject(state.ingested, store)) as IngestedWorkbook | null;
    if (ingested?.office.municipality !== municipality) continue;
    const { workbook, name } = state;
    const { office, fiscalYear, areas, refusedAreas } = ingested;
    const isListed = !vanished.includes(state);
    claims.set(workbook, { workbook, name, office, fiscalYear, areas: [...areas, ...refusedAreas], isListed });
  }
}

/** A second workbook of an office. Its figures are those of the first too: to keep its last good ones would count the office twice. */
async function holdSecond(claim: Claim, by: Claim, { group, read }: Together, world: IngestWorld): Promise<void> {
  const entry = group.entries.find(({ id }) => id === claim.workbook);
  if (entry === undefined) return;
  const { municipality } = group;
  const { room, progress, now, feedback } = world;
  const known = await knownOf(entry, read, world);
  const kept = read.kept.get(entry.id) ?? null;
  const wasRead = read.kept.delete(entry.id);
  // Where its cells are not at hand, the next run reads it and says in it what happened.
  const isToRetry = kept === null && feedback !== null;
  const reason = { code: 'workbook/same-office', facts: { other: by.name } } as const;
  const state =
    !wasRead && known.state !== null && known.state.hold !== null
      ? dropFigures(known.state, { isToRetry })
      : {
          ...holdWorkbook(entry, known.state, { reason, isToRetry, municipality }, now),
          ingested: null,
          rows: null,
          municipality,
        };
  const { grids, cellMarks } =
    kept === null ? { grids: null, cellMarks: true } : { grids: kept.grids, cellMarks: kept.opened.profile.cellMarks };
  const left = goneFrom(entry, known.state, municipality);
  await unsettleOthers({ workbook: entry.id, vanished: [], left }, world);
  await settleWorkbook({ entry, known, state, ingested: null, grids, cellMarks }, world);
  read.left.push(...left);
  if (kept !== null) room.leave(kept.grids);
  read.outcomes.set(entry.id, 'held');
  if (wasRead) progress.finish(entry.name);
}

/** Checks a workbook that was read; one that was not is read if the areas are others now, since its findings may be. */
async function settleEntry(
  entry: WorkbookEntry,
  { group, read, vanished, settled, united, areasDigest }: Together,
  world: IngestWorld,
): Promise<void> {
  const { room, progress } = world;
  const { municipality } = group;
  const known = await knownOf(entry, read, world);
  const before = known.state;
  if (!read.kept.has(entry.id)) {
    if (before === null || before.areasDigest === areasDigest) return;
    if (before.hold !== null) {
      // It cannot be read beside these areas, but is counted among those that are.
      if (before.areasDigest === noAreas) await moveState({ ...before, areasDigest }, known, world.store);
      return;
    }
    if (homeOf(entry, before) !== municipality) return;
    progress.add(1);
  }
  const kept = read.kept.get(entry.id) ?? null;
  const reading = kept ?? (await openEntry(entry, world));
  const heirOf = settled.shutOut.flatMap(({ claim, by }) =>
    by.workbook === entry.id ? (read.states.get(claim.workbook)?.state ?? []) : [],
  );
  let left = leftBehind(before, municipality);
  if (reading.outcome === 'held') {
    await settleHeld(reading, { entry, known, municipality }, world);
    read.outcomes.set(entry.id, 'held');
  } else {
    const { grids, opened } = reading;
    const checked = await checkEntry({ entry, opened, united, areasDigest, heirOf, before, grids }, world);
    if (checked.state.hold === null) {
      const replaced = heirOf.filter((state) => vanished.includes(state));
      left = goneFrom(entry, before, municipality);
      await unsettleOthers({ workbook: entry.id, vanished: replaced, left }, world);
    }
    await settleWorkbook({ entry, known, grids, cellMarks: opened.profile.cellMarks, ...checked }, world);
    read.outcomes.set(entry.id, checked.state.hold === null ? 'accepted' : 'held');
  }
  read.left.push(...left);
  if (kept !== null) room.leave(kept.grids);
  progress.finish(entry.name);
}

/** The municipality that its figures go from, unless it was read with those there: they were settled without it then. */
function goneFrom(entry: WorkbookEntry, before: WorkbookState | null, municipality: MunicipalityCode) {
  return homeOf(entry, before) === before?.municipality ? [] : leftBehind(before, municipality);
}

/** Where it stands. One that could not be used in this run has moved on already. */
async function knownOf(entry: WorkbookEntry, read: ReadGroup, { store }: IngestWorld): Promise<KnownState> {
  return read.outcomes.has(entry.id) ? await readState(entry.id, store) : (read.states.get(entry.id) ?? unknownState);
}
