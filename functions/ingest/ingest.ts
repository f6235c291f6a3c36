/**
 * Takes in the workbooks that changed: reads them, unites the areas of each municipality, checks the rows, and leaves an object and
 * a state for each in the store. One failing workbook never stops another. No rules here; the only async file of this step.
 */
import type { Day, WorkbookId } from '../domain/codes.ts';
import type { RunPlan } from '../plan/plan.ts';
import { canonicalBytes, canonicalJson, nameOfBytes } from '../publish/canonical.ts';
import type { Log, Store, WorkbookEntry, WorkbookSource } from '../world.ts';
import { checkWorkbook } from './checks/check-workbook.ts';
import { explainFailure, type HeldReading } from './hold-reason.ts';
import type { IngestedWorkbook, WorkbookState } from './ingested.ts';
import { createProgress, type IngestProgress } from './progress.ts';
import { settleAreas, type UnitedAreas } from './settle-areas.ts';
import { type Claim, claimOf, isMunicipality, settleOffices } from './settle-offices.ts';
import { type OpenedWorkbook, openWorkbook } from './tables/open-workbook.ts';
import { acceptWorkbook, holdWorkbook, noRevision, parseState, statePointer } from './workbook-state.ts';

export interface IngestCounts {
  readonly accepted: number;
  readonly held: number;
  readonly unchanged: number;
}

interface World {
  readonly source: WorkbookSource;
  readonly store: Store;
  readonly today: Day;
  readonly log: Log;
}

/** Opened workbooks are kept between the two halves of reading up to this many cells; the others are read once more. */
const mostCellsKept = 1_500_000;

/** Reads what the plan says. */
export async function ingestWorkbooks({
  plan,
  source,
  store,
  today,
  log,
  onProgress = () => undefined,
}: World & {
  readonly plan: RunPlan;
  readonly onProgress?: (progress: IngestProgress) => void;
}): Promise<IngestCounts> {
  const world: World = { source, store, today, log };
  if (plan.changed.length === 0 && plan.vanished.every((state) => state.hold?.code === 'workbook/gone')) {
    return { accepted: 0, held: 0, unchanged: plan.entries.length };
  }
  const states = await readStates(plan.entries, store);
  const toRead = plan.entries.filter(
    (entry) =>
      plan.changed.some((one) => one.id === entry.id) ||
      states.get(entry.id)?.state?.hold?.code === 'workbook/same-office',
  );
  const outcomes = new Map<WorkbookId, 'accepted' | 'held'>();
  const progress = createProgress(toRead.length, onProgress);

  const opened = new Map<WorkbookId, OpenedWorkbook | 'read-again'>();
  const claims = new Map<WorkbookId, Claim>();
  let cellsKept = 0;
  for (const entry of toRead) {
    progress.at(entry.name);
    const reading = await openEntry(entry, world);
    if (reading.outcome === 'held') {
      await putState(entry.id, holdWorkbook(entry, states.get(entry.id)?.state, reading, today), states, world);
      outcomes.set(entry.id, 'held');
      progress.finish(entry.name);
      continue;
    }
    cellsKept += reading.cells;
    opened.set(entry.id, cellsKept <= mostCellsKept ? reading.workbook : 'read-again');
    claims.set(entry.id, claimOf(entry, reading.workbook));
  }
  const known = plan.entries.flatMap(({ id }) => states.get(id)?.state ?? []);
  for (const state of [...known.filter(({ workbook }) => !opened.has(workbook)), ...plan.vanished]) {
    const claim = await readClaim(state, { isListed: !plan.vanished.includes(state) }, store);
    if (claim !== null) claims.set(state.workbook, claim);
  }

  const order = [...plan.entries.map(({ id }) => id), ...plan.vanished.map(({ workbook }) => workbook)];
  const settled = settleOffices(order.flatMap((id) => claims.get(id) ?? []));
  for (const { claim, by } of settled.shutOut) {
    const entry = plan.entries.find(({ id }) => id === claim.workbook);
    if (entry === undefined) continue;
    // Its figures are those of the other workbook too: to keep its last good ones would count the office twice.
    const reason = { code: 'workbook/same-office', facts: { other: by.name } } as const;
    const held = holdWorkbook(entry, states.get(entry.id)?.state, { reason }, today);
    await putState(entry.id, { ...held, ingested: null }, states, world);
    outcomes.set(entry.id, 'held');
    if (opened.delete(entry.id)) progress.finish(entry.name);
  }

  for (const municipality of new Set(settled.claims.map(({ office }) => office.municipality))) {
    const members = settled.claims.filter(({ office }) => office.municipality === municipality);
    const united = settleAreas(
      members.flatMap(({ areas }) => (areas === null ? [] : [areas])),
      ({ code, name }) => isMunicipality(members, municipality, [code, name]),
    );
    const areasDigest = await digestAreas(united);
    for (const { workbook } of members) {
      const entry = plan.entries.find(({ id }) => id === workbook);
      if (entry === undefined) continue;
      const before = states.get(workbook)?.state ?? null;
      let kept = opened.get(workbook);
      opened.delete(workbook);
      if (kept === undefined) {
        if (before === null || before.areasDigest === areasDigest || before.hold !== null) continue;
        progress.add(entry.name);
        kept = 'read-again';
      }
      const reading =
        kept === 'read-again' ? await openEntry(entry, world) : ({ outcome: 'opened', workbook: kept } as const);
      const replaced = settled.shutOut.find(({ claim, by }) => by.workbook === workbook && !claim.isListed)?.claim;
      const heirOf = plan.vanished.find((one) => one.workbook === replaced?.workbook) ?? null;
      const state =
        reading.outcome === 'held'
          ? holdWorkbook(entry, before, reading, today)
          : await checkEntry({ entry, opened: reading.workbook, united, areasDigest, heirOf, before }, world);
      await putState(workbook, state, states, world);
      outcomes.set(workbook, state.hold === null ? 'accepted' : 'held');
      progress.finish(entry.name);
    }
  }
  await settleVanished(plan.vanished, settled.shutOut, outcomes, world);
  const count = (outcome: 'accepted' | 'held') => [...outcomes.values()].filter((one) => one === outcome).length;
  return { accepted: count('accepted'), held: count('held'), unchanged: plan.entries.length - outcomes.size };
}

interface KnownState {
  readonly state: WorkbookState | null;
  readonly content: string | null;
  readonly version: string | null;
}

type States = Map<WorkbookId, KnownState>;

async function readStates(entries: readonly WorkbookEntry[], store: Store): Promise<States> {
  const states: States = new Map();
  for (const { id } of entries) {
    const pointer = await store.readPointer(statePointer(id));
    states.set(id, {
      state: pointer === null ? null : parseState(pointer.content),
      content: pointer?.content ?? null,
      version: pointer?.version ?? null,
    });
  }
  return states;
}

/** Another run may have moved the pointer meanwhile; then its reading, which is later, stands. */
async function putState(
  workbook: WorkbookId,
  state: WorkbookState,
  states: States,
  { store, log }: World,
): Promise<void> {
  const known = states.get(workbook);
  const content = canonicalJson(state);
  if (known?.content === content) return;
  const moved = await store.movePointer(statePointer(workbook), content, known?.version ?? null);
  if (moved === 'lost-race') log.warn('ingest/lost-race', { workbook });
}

type Read = { readonly outcome: 'opened'; readonly workbook: OpenedWorkbook; readonly cells: number } | HeldReading;

async function openEntry(entry: WorkbookEntry, { source, log }: World): Promise<Read> {
  try {
    const grids = await source.read(entry);
    const opened = openWorkbook(grids);
    return opened.outcome === 'held'
      ? { ...opened, isToRetry: false }
      : {
          outcome: 'opened',
          workbook: opened.workbook,
          cells: grids.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0),
        };
  } catch (error) {
    return explainFailure(entry, error, log);
  }
}

interface Task {
  readonly entry: WorkbookEntry;
  readonly opened: OpenedWorkbook;
  readonly united: UnitedAreas;
  readonly areasDigest: string;
  readonly heirOf: WorkbookState | null;
  readonly before: WorkbookState | null;
}

async function checkEntry(task: Task, { store, today, log }: World): Promise<WorkbookState> {
  const { entry, opened, united, areasDigest, heirOf, before } = task;
  if (united.stated.size === 0) {
    const reason =
      opened.areas === null
        ? { code: 'workbook/no-required-tabs', facts: { tabs: '圏域' } }
        : { code: 'workbook/no-areas' };
    return holdWorkbook(entry, before, { reason, findings: opened.findings }, today);
  }
  try {
    const { ingested, recheckOn } = checkWorkbook({ workbook: entry.id, name: entry.name, opened, united, today });
    const bytes = canonicalBytes(ingested);
    const object = await nameOfBytes(bytes);
    await store.putObject(object, bytes);
    return acceptWorkbook({ entry, before, heirOf, object, ingested, areasDigest, recheckOn, today });
  } catch (error) {
    return holdWorkbook(entry, before, explainFailure(entry, error, log), today);
  }
}

async function readClaim(
  { workbook, name, ingested }: WorkbookState,
  { isListed }: { readonly isListed: boolean },
  store: Store,
): Promise<Claim | null> {
  const bytes = ingested === null ? null : await store.readObject(ingested);
  if (bytes === null) return null;
  const { office, fiscalYear, areas, refusedAreas } = JSON.parse(new TextDecoder().decode(bytes)) as IngestedWorkbook;
  return { workbook, name, office, fiscalYear, areas: [...areas, ...refusedAreas], isListed };
}

/** A vanished workbook is dropped once another one of its office is accepted; the others are held, and their figures stay. */
async function settleVanished(
  vanished: readonly WorkbookState[],
  shutOut: readonly { readonly claim: Claim; readonly by: Claim }[],
  outcomes: ReadonlyMap<WorkbookId, 'accepted' | 'held'>,
  { store, today, log }: World,
): Promise<void> {
  for (const state of vanished) {
    const name = statePointer(state.workbook);
    const heir = shutOut.find(({ claim }) => claim.workbook === state.workbook)?.by;
    if (state.ingested === null || (heir !== undefined && outcomes.get(heir.workbook) !== 'held')) {
      await store.removePointer(name);
      log.info('ingest/dropped', { workbook: state.workbook, heir: heir?.workbook ?? null });
      continue;
    }
    const entry = { id: state.workbook, name: state.name, revision: noRevision };
    const held = canonicalJson(holdWorkbook(entry, state, { reason: { code: 'workbook/gone' } }, today));
    const pointer = await store.readPointer(name);
    if (pointer !== null && pointer.content !== held) await store.movePointer(name, held, pointer.version);
  }
}

async function digestAreas(united: UnitedAreas): Promise<string> {
  const stated = [...united.stated.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return await nameOfBytes(canonicalBytes({ root: united.root, stated }));
}
