/**
 * Which workbooks to read this time: those that are new, that changed or were read under other rules since they
 * were last read, or in which a day that was still to come has come. The only async file of this step.
 */
import type { Day, MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import { readAllStates, readStates } from '../ingest/ingest-store.ts';
import type { WorkbookState } from '../ingest/ingested.ts';
import { isToRead } from '../ingest/is-to-read.ts';
import type { Store, WorkbookEntry, WorkbookSource } from '../world.ts';

export interface RunPlan {
  /** Every workbook that the source lists, in registered order. */
  readonly entries: readonly WorkbookEntry[];
  /** Those of them to read. */
  readonly changed: readonly WorkbookEntry[];
  /** What the store knows of listed workbooks. */
  readonly states: ReadonlyMap<WorkbookId, WorkbookState>;
  /** What the store knows of workbooks that are listed no longer. */
  readonly vanished: readonly WorkbookState[];
  /** Why those of them are listed no longer that the source leaves out on purpose, as keys into failureMessages. */
  readonly setAside: ReadonlyMap<WorkbookId, string>;
}

/** A part of what is listed: these workbooks, listed or not, and whatever is registered for these municipalities. */
export interface PlanPart {
  readonly workbooks: readonly WorkbookId[];
  readonly municipalities: readonly MunicipalityCode[];
}

/** Compares what the source lists with what was last read. @throws when the source cannot be listed */
export async function planRun({
  source,
  store,
  today,
  part = null,
}: {
  source: WorkbookSource;
  store: Store;
  today: Day;
  /** Of the others nothing is asked, where the source knows whose all its workbooks are. `null`: everything. */
  part?: PlanPart | null;
}): Promise<RunPlan> {
  const all = await source.list();
  const ids = part === null ? null : idsOf(part, all);
  const entries = ids === null ? all : all.filter(({ id }) => ids.has(id));
  const known = ids === null ? await readAllStates(store) : await readStates([...ids], store);
  const listed = new Set(entries.map(({ id }) => id));
  const states = new Map<WorkbookId, WorkbookState>();
  const vanished: WorkbookState[] = [];
  for (const [id, { state }] of known) {
    if (state === null) continue;
    if (listed.has(id)) states.set(id, state);
    else vanished.push(state);
  }
  return {
    entries,
    changed: entries.filter((entry) => isToRead(entry, states.get(entry.id), today)),
    states,
    vanished: vanished.toSorted((a, b) => (a.workbook < b.workbook ? -1 : 1)),
    setAside: source.setAside?.() ?? new Map(),
  };
}

/** `null` where a workbook may belong to them without saying so. */
function idsOf({ workbooks, municipalities }: PlanPart, entries: readonly WorkbookEntry[]): Set<WorkbookId> | null {
  if (entries.some(({ municipality }) => municipality === undefined)) return null;
  const own = entries.filter(({ municipality }) => municipality !== undefined && municipalities.includes(municipality));
  return new Set([...workbooks, ...own.map(({ id }) => id)]);
}
