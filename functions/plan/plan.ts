/**
 * Which workbooks to read this time: those that are new, that changed or were read under other rules since they
 * were last read, or in which a day that was still to come has come. The only async file of this step.
 */
import type { Day } from '../domain/codes.ts';
import { rulesVersion } from '../domain/rules-version.ts';
import type { WorkbookState } from '../ingest/ingested.ts';
import { parseState, statePointer, statePrefix } from '../ingest/workbook-state.ts';
import type { Store, WorkbookEntry, WorkbookSource } from '../world.ts';

export interface RunPlan {
  /** Every workbook that the source lists, in registered order. */
  readonly entries: readonly WorkbookEntry[];
  /** Those of them to read. */
  readonly changed: readonly WorkbookEntry[];
  /** What the store knows of workbooks that are listed no longer. */
  readonly vanished: readonly WorkbookState[];
}

/** Compares what the source lists with what was last read. @throws when the source cannot be listed */
export async function planRun({
  source,
  store,
  today,
}: {
  source: WorkbookSource;
  store: Store;
  today: Day;
}): Promise<RunPlan> {
  const entries = await source.list();
  const names = await store.listPointers(statePrefix);
  const states = new Map<string, WorkbookState>();
  for (const name of names) {
    const pointer = await store.readPointer(name);
    const state = pointer === null ? null : parseState(pointer.content);
    if (state !== null) states.set(name, state);
  }
  const listed = new Set(entries.map((entry) => statePointer(entry.id)));
  return {
    entries,
    changed: entries.filter((entry) => isToRead(entry, states.get(statePointer(entry.id)), today)),
    vanished: [...states]
      .filter(([name]) => !listed.has(name))
      .map(([, state]) => state)
      .toSorted((a, b) => (a.workbook < b.workbook ? -1 : 1)),
  };
}

/** The day on which a date that was still to come is reached makes the same contents worth reading again. */
function isToRead(entry: WorkbookEntry, state: WorkbookState | undefined, today: Day): boolean {
  if (state === undefined || state.revision !== entry.revision || state.rules !== rulesVersion) return true;
  return state.recheckOn !== null && state.recheckOn <= today;
}
