/**
 * Workbooks that are listed no longer, and what one workbook's new place means for others: before it takes the place of a vanished one,
 * or goes to another municipality, the store is told that those it leaves behind are to be settled, lest a run that breaks off forget it.
 */
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { WorkbookEntry } from '../world.ts';
import { moveState, readState } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import type { WorkbookState } from './ingested.ts';
import type { Settled } from './settle-offices.ts';
import { holdVanished, noAreas, statePointer } from './workbook-state.ts';

/** A vanished workbook is dropped once another one of its office is accepted; the others are held, and their figures stay. */
export async function settleVanished(
  {
    vanished,
    shutOut,
    outcomes,
    areasDigest,
  }: {
    readonly vanished: readonly WorkbookState[];
    readonly shutOut: Settled['shutOut'];
    readonly outcomes: ReadonlyMap<WorkbookId, 'accepted' | 'held'>;
    readonly areasDigest: string;
  },
  { store, now, log }: Pick<IngestWorld, 'store' | 'now' | 'log'>,
): Promise<void> {
  for (const { workbook } of vanished) {
    const known = await readState(workbook, store);
    if (known.state === null) continue;
    const heir = shutOut.find(({ claim }) => claim.workbook === workbook)?.by;
    if (known.state.ingested === null || (heir !== undefined && outcomes.get(heir.workbook) !== 'held')) {
      await store.removePointer(statePointer(workbook));
      log.info('ingest/dropped', { workbook, heir: heir?.workbook ?? null });
      continue;
    }
    await moveState(holdVanished(known.state, areasDigest, now), known, store);
  }
}

/** To be called before `next` is left in the store. Returns the municipality that loses a workbook, if one does. */
export async function unsettleOthers(
  {
    entry,
    before,
    heirOf,
    next,
  }: {
    readonly entry: WorkbookEntry;
    readonly before: WorkbookState | null;
    readonly heirOf: WorkbookState | null;
    readonly next: WorkbookState;
  },
  world: Pick<IngestWorld, 'plan' | 'store'>,
): Promise<readonly MunicipalityCode[]> {
  if (next.hold !== null) return [];
  if (heirOf !== null) await unsettle(heirOf.workbook, world);
  const municipality = before?.municipality ?? null;
  // One that is registered nowhere was read with those it leaves, and they were settled without it.
  if (municipality === null || municipality === next.municipality || entry.municipality === undefined) return [];
  if (before?.ingested === null) return [];
  for (const state of world.plan.states.values()) {
    const isLeftBehind = state.municipality === municipality && state.hold === null && state.workbook !== entry.id;
    if (isLeftBehind && (await unsettle(state.workbook, world))) break;
  }
  return [municipality];
}

async function unsettle(workbook: WorkbookId, { store }: Pick<IngestWorld, 'store'>): Promise<boolean> {
  const known = await readState(workbook, store);
  if (known.state === null) return false;
  return (await moveState({ ...known.state, areasDigest: noAreas }, known, store)) === 'moved';
}
