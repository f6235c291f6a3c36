/**
 * Workbooks that are listed no longer, and what one workbook's new place means for others: before it takes the place of a vanished one,
 * or goes to another municipality, the store is told that those it leaves behind are to be settled, lest a run that breaks off forget it.
 */
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { Store, WorkbookEntry } from '../world.ts';
import { moveState, readState, readStates } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import type { WorkbookState } from './ingested.ts';
import type { Settled } from './settle-offices.ts';
import { holdVanished, noAreas, statePointer, statePrefix } from './workbook-state.ts';

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
  { plan: { setAside }, store, now, log }: Pick<IngestWorld, 'plan' | 'store' | 'now' | 'log'>,
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
    await moveState(holdVanished(known.state, { areasDigest, setAside, now }), known, store);
  }
}

/** Somebody says that a vanished workbook will not come back: its figures go, and its neighbours are settled again without its areas. */
export async function forgetVanished(workbook: WorkbookId, store: Store): Promise<'forgotten' | 'unknown'> {
  const names = await store.listPointers(statePrefix);
  const known = await readStates(
    names.map((name) => name.slice(statePrefix.length) as WorkbookId),
    store,
  );
  const forgotten = known.get(workbook);
  if (forgotten === undefined) return 'unknown';
  const states = [...known.values()].flatMap(({ state }) => state ?? []);
  const municipality = forgotten.state?.municipality ?? null;
  if (municipality !== null) await unsettleOneOf({ municipality, states, except: workbook }, store);
  await store.removePointer(statePointer(workbook));
  return 'forgotten';
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
  if (heirOf !== null) await unsettle(heirOf.workbook, world.store);
  const municipality = before?.municipality ?? null;
  // One that is registered nowhere was read with those it leaves, and they were settled without it.
  if (municipality === null || municipality === next.municipality || entry.municipality === undefined) return [];
  if (before?.ingested === null) return [];
  await unsettleOneOf({ municipality, states: world.plan.states.values(), except: entry.id }, world.store);
  return [municipality];
}

/** One is enough for its whole municipality to be settled. */
async function unsettleOneOf(
  {
    municipality,
    states,
    except,
  }: {
    readonly municipality: MunicipalityCode;
    readonly states: Iterable<WorkbookState>;
    readonly except: WorkbookId;
  },
  store: Store,
): Promise<void> {
  for (const state of states) {
    const isLeftBehind = state.municipality === municipality && state.hold === null && state.workbook !== except;
    if (isLeftBehind && (await unsettle(state.workbook, store))) return;
  }
}

async function unsettle(workbook: WorkbookId, store: Store): Promise<boolean> {
  const known = await readState(workbook, store);
  if (known.state === null) return false;
  return (await moveState({ ...known.state, areasDigest: noAreas }, known, store)) === 'moved';
}
