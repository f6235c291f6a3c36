/**
 * Publish: the last good figures of all workbooks → a release. Objects are written first, each under the name of its
 * content; then one pointer is moved with a precondition. A reader sees the old release or the new one, never a mixture;
 * a run that breaks off leaves the old one whole, and the next run writes only what is missing. A municipality for which
 * nothing changed keeps the objects of the release before; where nothing changed at all, nothing is computed.
 */

import type { Day, WorkbookId } from '../domain/codes.ts';
import { rulesVersion } from '../domain/rules-version.ts';
import type { WorkbookState } from '../ingest/ingested.ts';
import type { Log, Store } from '../world.ts';
import { officeAudience } from './audiences.ts';
import { canonicalBytes, canonicalJson, nameOfBytes } from './canonical.ts';
import { computeStatus } from './compute-status.ts';
import { readHistory, readRelease, releasePointer, withRelease, withRules } from './history.ts';
import { groupByMunicipality, inputsOf } from './municipality.ts';
import {
  type Audience,
  type MunicipalSummary,
  type ObjectName,
  type Release,
  type RulesInForce,
  releaseFormat,
} from './release.ts';
import { releaseSchema } from './release-schemas.ts';
import { type RunStatus, statusPointer } from './run-status.ts';
import { digestOfBasis, leaveBasis, readBasis, stands } from './write-basis.ts';
import { findLost, takeLast, takeOver } from './write-kept.ts';
import { type Writing, writeMunicipality } from './write-municipality.ts';
import { readRemovals } from './write-removals.ts';
import { type SharingWorld, writeShared } from './write-shared.ts';

/** How far publishing has come; `name` is the municipality (or its workbook) being worked on. */
export type OnPublishProgress = (progress: {
  readonly step: 'publish';
  readonly done: number;
  readonly total: number;
  readonly name: string | null;
}) => void;

export interface PublishResult {
  /** nothing: no workbook could ever be read and there is no earlier release. */
  readonly outcome: 'published' | 'unchanged' | 'nothing';
  readonly release: ObjectName | null;
  readonly municipalities: number;
  /** Objects of the release that were not in the store before. */
  readonly objectsWritten: number;
  /** Audiences that keep their last objects, or see nothing of some years, since small numbers could be found out of the new ones. */
  readonly withheld: readonly Audience[];
  /**
   * Workbooks to be read again, since the store lost what was last read of them: their municipalities keep what the release before has of
   * them. Left out where there are none.
   */
  readonly lost?: readonly WorkbookId[];
}

/** How often the pointer is tried again after another publisher was quicker. */
const attempts = 10;

export async function publish({
  store,
  order,
  today,
  now,
  log,
  sharing,
  onProgress = () => undefined,
}: {
  store: Store;
  /** Workbooks in registered order; states of others (files that are gone) follow, sorted. */
  order: readonly WorkbookId[];
  today: Day;
  now: Date;
  log: Log;
  sharing: SharingWorld;
  onProgress?: OnPublishProgress;
}): Promise<PublishResult> {
  for (let attempt = 1; ; attempt += 1) {
    // The pointer is read before the states: whoever moves it in between makes this attempt lose and start again.
    const before = await readHistory(store);
    const all = await readStates(store, order);
    const states = all.filter(({ ingested }) => ingested !== null);
    const tell = async () => await tellStatus(store, computeStatus(all, now));
    if (states.length === 0 && before.version === null) {
      await tell();
      return { outcome: 'nothing', release: null, municipalities: 0, objectsWritten: 0, withheld: [] };
    }
    const current = before.history.releases[0]?.release ?? null;
    const basis = await digestOfBasis(states, { today, sharing });
    const last = await readBasis(store);
    if (last !== null && last.release === current && last.basis === basis && (await stands(store, current))) {
      await tell();
      const { release, municipalities, withheld } = last;
      return { outcome: 'unchanged', release, municipalities, objectsWritten: 0, withheld };
    }
    const removals = await readRemovals(store);
    const written = await writeRelease({
      store,
      states,
      before: await readRelease(store, current),
      today,
      log,
      sharing,
      onProgress,
    });
    // Objects that were found may have been thrown away since: then all is looked for again.
    const areThere = (await readRemovals(store)) === removals;
    if (written !== 'lost-race' && areThere) {
      const { rules, ...result } = written;
      const { release, municipalities, objectsWritten } = result;
      const isSame = release === current;
      const ruled = withRules(before.history, rules);
      const content = canonicalJson(isSame ? ruled : withRelease(ruled, release, now.toISOString()));
      const isTold = content === canonicalJson(before.history);
      if (isTold || (await store.movePointer(releasePointer, content, before.version)) === 'moved') {
        await tell();
        // What was lost is computed as soon as it is there again, which its digest does not show.
        if (result.lost === undefined) await leaveBasis(store, { basis, ...result });
        if (!isSame) log.info('published', { release, municipalities, objectsWritten });
        return { outcome: isSame ? 'unchanged' : 'published', ...result };
      }
    }
    log.warn('publish/lost-race', { attempt });
    if (attempt >= attempts) throw new Error(`Another publisher was quicker ${attempts} times`);
  }
}

/** Whoever loses a race for this pointer was the earlier run: the later one tells more. */
async function tellStatus(store: Store, status: RunStatus): Promise<void> {
  const before = await store.readPointer(statusPointer);
  await store.movePointer(statusPointer, canonicalJson(status), before?.version ?? null);
}

/** So many pointers are asked for at the same time; one after the other, those of a whole prefecture take minutes. */
const readAtOnce = 32;

/** The states of all workbooks, in registered order. */
async function readStates(store: Store, order: readonly WorkbookId[]): Promise<WorkbookState[]> {
  const position = new Map(order.map((id, index) => [id as string, index]));
  const names = (await store.listPointers('workbooks/')).toSorted();
  const states: WorkbookState[] = [];
  for (let from = 0; from < names.length; from += readAtOnce) {
    const some = names.slice(from, from + readAtOnce);
    for (const pointer of await Promise.all(some.map(async (name) => await store.readPointer(name)))) {
      if (pointer !== null) states.push(JSON.parse(pointer.content) as WorkbookState);
    }
  }
  const rank = ({ workbook }: WorkbookState) => position.get(workbook) ?? order.length;
  return states.toSorted((one, other) => rank(one) - rank(other) || (one.workbook < other.workbook ? -1 : 1));
}

async function writeRelease({
  store,
  states,
  before,
  today,
  log,
  sharing,
  onProgress,
}: {
  store: Store;
  states: readonly WorkbookState[];
  before: Release | null;
  today: Day;
  log: Log;
  sharing: SharingWorld;
  onProgress: OnPublishProgress;
}): Promise<
  (Omit<PublishResult, 'outcome'> & { readonly release: ObjectName; readonly rules: RulesInForce }) | 'lost-race'
> {
  let objectsWritten = 0;
  const leave = async (bytes: Uint8Array<ArrayBuffer>): Promise<[ObjectName, boolean]> => {
    const name = await nameOfBytes(bytes);
    const isNew = !(await store.hasObject(name));
    if (isNew) await store.putObject(name, bytes);
    return [name, isNew];
  };
  const put = async (schema: { parse(value: unknown): unknown }, value: unknown): Promise<[ObjectName, boolean]> => {
    schema.parse(value);
    return await leave(canonicalBytes(value));
  };
  const count = ([name, isNew]: readonly [ObjectName, boolean]): ObjectName => {
    if (isNew) objectsWritten += 1;
    return name;
  };
  const write: Writing['write'] = async (schema, value) => count(await put(schema, value));
  const writeBytes: Writing['writeBytes'] = async (bytes) => count(await leave(bytes));
  const writing: Writing = { store, today, write, writeBytes, log };
  const groups = groupByMunicipality(states);
  const audiences: Record<string, ObjectName> = {};
  const municipalities: Record<string, { inputs: string; summary: ObjectName }> = {};
  const summaries: MunicipalSummary[] = [];
  const used = new Set<string>();
  const lost: WorkbookId[] = [];
  let done = 0;
  for (const [code, group] of groups) {
    onProgress({ step: 'publish', done, total: groups.size, name: group[0]?.name ?? code });
    const inputs = await nameOfBytes(canonicalBytes(inputsOf(group, today)));
    const same = await takeOver(store, before, code, inputs);
    const gone = same === null ? await findLost(store, group) : [];
    lost.push(...gone);
    // Rather the last good figures of all than figures without some.
    const last = gone.length === 0 ? null : await takeLast(store, before, code);
    const written = same ?? last ?? (await writeMunicipality(writing, { code, states: group, before }));
    done += 1;
    if (written === null) continue;
    audiences[officeAudience(code)] = written.index;
    municipalities[code] = { inputs: last?.inputs ?? inputs, summary: written.summaryName };
    summaries.push(written.summary);
    for (const { workbook } of group) used.add(workbook);
    onProgress({ step: 'publish', done, total: groups.size, name: written.summary.name.name });
  }
  const shared = await writeShared(writing, {
    summaries,
    before,
    sharing,
    keep: async (schema, value) => (await put(schema, value))[0],
  });
  if (shared === 'lost-race') return shared;
  const release: Release = {
    format: releaseFormat,
    asOf: today,
    rules: rulesVersion,
    audiences: { ...audiences, ...shared.audiences },
    municipalities,
    workbooks: states.flatMap(({ workbook, ingested }) =>
      ingested !== null && used.has(workbook) ? [{ workbook, object: ingested }] : [],
    ),
  };
  const name = await write(releaseSchema, release);
  const { withheld, rules } = shared;
  for (const workbook of lost) log.error('publish/object-missing', { workbook });
  const found = lost.length === 0 ? {} : { lost };
  return { release: name, municipalities: summaries.length, objectsWritten, withheld, rules, ...found };
}
