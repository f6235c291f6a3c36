/**
 * Publish: the last good figures of all workbooks → a release. Objects are written first, each under the name of its
 * content; then one pointer is moved with a precondition. A reader sees the old release or the new one, never a mixture;
 * a run that breaks off leaves the old one whole, and the next run writes only what is missing.
 */

import { describeFailure, describeFinding } from '#sheets-schema';
import type { Day, MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { IngestedWorkbook, WorkbookState } from '../ingest/ingested.ts';
import type { Log, Store } from '../world.ts';
import { officeAudience, prefectureAudience } from './audiences.ts';
import { canonicalJson } from './canonical.ts';
import { computeCuts } from './compute-cuts.ts';
import { computeFindings } from './compute-findings.ts';
import { computeGoals } from './compute-goals.ts';
import { computeIndex } from './compute-index.ts';
import { computePrefecture, type MunicipalSummary, summarise } from './compute-prefecture.ts';
import { readHistory, releasePointer, withRelease } from './history.ts';
import { createMunicipality, type WorkbookInput } from './municipality.ts';
import { type ObjectName, type Release, releaseFormat } from './release.ts';
import {
  cutSchema,
  findingsSchema,
  goalsSchema,
  officeIndexSchema,
  prefectureIndexSchema,
  releaseSchema,
} from './schemas.ts';
import { readJson, writeObject } from './stored-objects.ts';

export interface PublishResult {
  /** nothing: no workbook could ever be read and there is no earlier release. */
  readonly outcome: 'published' | 'unchanged' | 'nothing';
  readonly release: ObjectName | null;
  readonly municipalities: number;
  /** Objects that were not in the store before. */
  readonly objectsWritten: number;
}

/** How often the pointer is tried again after another publisher was quicker. */
const attempts = 5;

export async function publish({
  store,
  order,
  today,
  now,
  log,
  onProgress = () => undefined,
}: {
  store: Store;
  /** Workbooks in registered order; states of others (files that are gone) follow, sorted. */
  order: readonly WorkbookId[];
  today: Day;
  now: Date;
  log: Log;
  onProgress?: (progress: {
    readonly step: 'publish';
    readonly done: number;
    readonly total: number;
    readonly name: string | null;
  }) => void;
}): Promise<PublishResult> {
  for (let attempt = 1; ; attempt += 1) {
    // The pointer is read before the states: whoever moves it in between makes this attempt lose and start again.
    const before = await readHistory(store);
    const states = await readStates(store, order);
    if (states.length === 0 && before.version === null) {
      return { outcome: 'nothing', release: null, municipalities: 0, objectsWritten: 0 };
    }
    const { release, municipalities, objectsWritten } = await writeRelease({ store, states, today, log, onProgress });
    const current = before.history.releases[0]?.release ?? null;
    if (release.name === current) return { outcome: 'unchanged', release: current, municipalities, objectsWritten };
    const content = canonicalJson(withRelease(before.history, release.name, now.toISOString()));
    const moved = await store.movePointer(releasePointer, content, before.version);
    if (moved === 'moved') {
      log.info('published', { release: release.name, municipalities, objectsWritten });
      return { outcome: 'published', release: release.name, municipalities, objectsWritten };
    }
    log.warn('publish/lost-race', { attempt });
    if (attempt >= attempts) throw new Error(`Another publisher was quicker ${attempts} times`);
  }
}

/** The states of workbooks that have figures, in registered order. */
async function readStates(store: Store, order: readonly WorkbookId[]): Promise<WorkbookState[]> {
  const position = new Map(order.map((id, index) => [id as string, index]));
  const states: WorkbookState[] = [];
  for (const name of (await store.listPointers('workbooks/')).toSorted()) {
    const pointer = await store.readPointer(name);
    if (pointer === null) continue;
    const state = JSON.parse(pointer.content) as WorkbookState;
    if (state.ingested !== null) states.push(state);
  }
  const rank = ({ workbook }: WorkbookState) => position.get(workbook) ?? order.length;
  return states.toSorted((one, other) => rank(one) - rank(other) || (one.workbook < other.workbook ? -1 : 1));
}

async function writeRelease({
  store,
  states,
  today,
  log,
  onProgress,
}: {
  store: Store;
  states: readonly WorkbookState[];
  today: Day;
  log: Log;
  onProgress: (progress: {
    readonly step: 'publish';
    readonly done: number;
    readonly total: number;
    readonly name: string | null;
  }) => void;
}): Promise<{ release: { name: ObjectName }; municipalities: number; objectsWritten: number }> {
  let objectsWritten = 0;
  const write = async (schema: Parameters<typeof writeObject>[1], value: unknown): Promise<ObjectName> => {
    const { name, isNew } = await writeObject(store, schema, value);
    if (isNew) objectsWritten += 1;
    return name;
  };
  const groups = await groupByMunicipality(store, states, log);
  const audiences: Record<string, ObjectName> = {};
  const summaries: MunicipalSummary[] = [];
  const workbooks: { workbook: string; object: ObjectName }[] = [];
  let done = 0;
  for (const [code, group] of groups) {
    // One municipality at a time: its facts and figures are dropped before the next is read.
    const inputs: WorkbookInput[] = [];
    for (const state of group) {
      const ingested =
        state.ingested === null ? null : ((await readJson(store, state.ingested)) as IngestedWorkbook | null);
      if (ingested !== null && state.ingested !== null) inputs.push({ state, ingested });
    }
    onProgress({
      step: 'publish',
      done,
      total: groups.size,
      name: inputs[0]?.ingested.office.municipalityName ?? code,
    });
    const municipality = createMunicipality(code, inputs, today);
    const cuts: Record<string, ObjectName> = {};
    for (const cut of computeCuts(municipality)) cuts[cut.cut] = await write(cutSchema, cut);
    const goals = computeGoals(municipality);
    const findings = computeFindings(municipality, describeFinding);
    const index = computeIndex(
      municipality,
      { cuts, goals: await write(goalsSchema, goals), findings: await write(findingsSchema, findings) },
      describeFailure,
    );
    audiences[officeAudience(code)] = await write(officeIndexSchema, index);
    summaries.push(summarise(municipality, index.profile, goals));
    workbooks.push(
      ...inputs.map(({ state }) => ({ workbook: state.workbook as string, object: state.ingested ?? '' })),
    );
    done += 1;
    onProgress({ step: 'publish', done, total: groups.size, name: municipality.name.name });
  }
  for (const prefecture of [...new Set(summaries.map(({ name }) => name.prefecture))].toSorted()) {
    const own = summaries.filter(({ name }) => name.prefecture === prefecture);
    audiences[prefectureAudience(prefecture)] = await write(
      prefectureIndexSchema,
      computePrefecture(prefecture, own, today),
    );
  }
  const registered = new Map(states.map(({ workbook }, position) => [workbook as string, position]));
  const release: Release = {
    format: releaseFormat,
    asOf: today,
    audiences,
    workbooks: workbooks.toSorted(
      (one, other) => (registered.get(one.workbook) ?? 0) - (registered.get(other.workbook) ?? 0),
    ),
  };
  return { release: { name: await write(releaseSchema, release) }, municipalities: groups.size, objectsWritten };
}

/** Workbooks by municipality, municipalities by code. Only the municipality is remembered of each workbook. */
async function groupByMunicipality(
  store: Store,
  states: readonly WorkbookState[],
  log: Log,
): Promise<Map<MunicipalityCode, WorkbookState[]>> {
  const groups = new Map<MunicipalityCode, WorkbookState[]>();
  for (const state of states) {
    const ingested =
      state.ingested === null ? null : ((await readJson(store, state.ingested)) as IngestedWorkbook | null);
    if (ingested === null) {
      log.error('publish/object-missing', { workbook: state.workbook, object: state.ingested });
      continue;
    }
    const group = groups.get(ingested.office.municipality);
    if (group === undefined) groups.set(ingested.office.municipality, [state]);
    else group.push(state);
  }
  return new Map([...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
