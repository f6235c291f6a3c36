/**
 * Workbooks that are listed no longer, and what one workbook's new place means for others: before it takes the place of a vanished one,
 * or goes to another municipality, the store is told that those it leaves behind are to be settled, lest a run that breaks off forget it.
 */
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { Store } from '../world.ts';
import { moveState, readAllStates, readState } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import type { WorkbookState } from './ingested.ts';
import type { Settled } from './settle-offices.ts';
import { holdVanished, isHeldForOthers, statePointer, unsettle } from './workbook-state.ts';

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
  const { state, content } = await readState(workbook, store);
  if (content === null) return 'unknown';
  const municipality = state?.municipality ?? null;
  if (municipality !== null) await unsettleOneOf(municipality, { except: workbook }, store);
  await store.removePointer(statePointer(workbook));
  return 'forgotten';
}

/** To be called before a workbook takes the place of a vanished one, or its figures in another municipality go. */
export async function unsettleOthers(
  {
    workbook,
    vanished,
    left,
  }: {
    readonly workbook: WorkbookId;
    /** Those whose place it takes. */
    readonly vanished: readonly WorkbookState[];
    readonly left: readonly MunicipalityCode[];
  },
  { store }: Pick<IngestWorld, 'store'>,
): Promise<void> {
  for (const replaced of vanished) {
    const known = await readState(replaced.workbook, store);
    if (known.state !== null) await moveState(unsettle(known.state), known, store);
  }
  for (const municipality of left) await unsettleOneOf(municipality, { except: workbook }, store);
}

/** One is enough for its whole municipality to be settled in the next run at the latest. */
async function unsettleOneOf(
  municipality: MunicipalityCode,
  { except }: { readonly except: WorkbookId },
  store: Store,
): Promise<void> {
  for (const known of (await readAllStates(store)).values()) {
    const { state } = known;
    if (state === null || state.municipality !== municipality || state.workbook === except) continue;
    if (state.hold !== null && !isHeldForOthers(state)) continue;
    if ((await moveState(unsettle(state), known, store)) === 'moved') return;
  }
}
