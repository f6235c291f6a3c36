/**
 * Takes in the workbooks that changed: reads them, unites the areas of each municipality, checks the rows, and leaves an object and
 * a state for each in the store. One failing workbook never stops another. No rules here; the only async file of this step.
 */
import type { Finding } from '#sheets-schema';
import { fold } from '#sheets-schema';
import type { Day, MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { RunPlan } from '../plan/plan.ts';
import { canonicalBytes, canonicalJson, nameOfBytes } from '../publish/canonical.ts';
import {
  type Log,
  type SheetGrid,
  type Store,
  type WorkbookEntry,
  WorkbookFailure,
  type WorkbookSource,
} from '../world.ts';
import { checkWorkbook } from './check-workbook.ts';
import type { HoldReason } from './hold-reason.ts';
import type { IngestedWorkbook, WorkbookState } from './ingested.ts';
import { type OpenedWorkbook, openWorkbook } from './open-workbook.ts';
import { type Claim, settleOffices } from './settle-offices.ts';
import { type UnitedAreas, uniteAreas } from './unite-areas.ts';
import { acceptWorkbook, holdWorkbook, noRevision, parseState, statePointer } from './workbook-state.ts';

export interface IngestCounts {
  readonly accepted: number;
  readonly held: number;
  readonly unchanged: number;
}

export interface IngestProgress {
  readonly step: 'ingest';
  readonly done: number;
  readonly total: number;
  readonly name: string | null;
}

interface World {
  readonly source: WorkbookSource;
  readonly store: Store;
  readonly today: Day;
  readonly log: Log;
}

/** Opened workbooks are kept between the two halves of reading up to this many cells; the others are read once more. */
const mostCellsKept = 4_000_000;

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
      await putState(entry.id, holdEntry(entry, states, reading, today), states, world);
      outcomes.set(entry.id, 'held');
      progress.finish(entry.name);
      continue;
    }
    cellsKept += reading.cells;
    opened.set(entry.id, cellsKept <= mostCellsKept ? reading.workbook : 'read-again');
    claims.set(entry.id, claimOf(entry, reading.workbook));
  }
  for (const { id, name } of plan.entries) {
    const object = states.get(id)?.state?.ingested ?? null;
    if (opened.has(id) || object === null) continue;
    const claim = await readClaim({ id, name, object, isListed: true }, store);
    if (claim !== null) claims.set(id, claim);
  }
  for (const { workbook, name, ingested } of plan.vanished) {
    if (ingested === null) continue;
    const claim = await readClaim({ id: workbook, name, object: ingested, isListed: false }, store);
    if (claim !== null) claims.set(workbook, claim);
  }

  const order = [...plan.entries.map(({ id }) => id), ...plan.vanished.map(({ workbook }) => workbook)];
  const settled = settleOffices(order.flatMap((id) => claims.get(id) ?? []));
  const heirs = await settleVanished(plan.vanished, settled.shutOut, world);
  for (const { claim, by } of settled.shutOut) {
    const entry = plan.entries.find(({ id }) => id === claim.workbook);
    if (entry === undefined) continue;
    // Its figures are those of the other workbook too: to keep its last good ones would count the office twice.
    const reason = { code: 'workbook/same-office', facts: { other: by.name } } as const;
    const held = holdEntry(entry, states, { reason, findings: [] }, today);
    await putState(entry.id, { ...held, ingested: null }, states, world);
    outcomes.set(entry.id, 'held');
    if (opened.delete(entry.id)) progress.finish(entry.name);
  }

  for (const municipality of new Set(settled.claims.map(({ office }) => office.municipality))) {
    const members = settled.claims.filter(({ office }) => office.municipality === municipality);
    const united = uniteAreas(
      members.flatMap(({ areas }) => (areas === null ? [] : [areas])),
      ({ code, name }) => isMunicipality(members, municipality, [code, name]),
    );
    const areasDigest = await digestAreas(united);
    for (const { workbook } of members) {
      const entry = plan.entries.find(({ id }) => id === workbook);
      if (entry === undefined) continue;
      let kept = opened.get(workbook);
      opened.delete(workbook);
      if (kept === undefined) {
        const state = states.get(workbook)?.state;
        if (state === undefined || state === null || state.areasDigest === areasDigest || state.hold !== null) continue;
        progress.add(entry.name);
        kept = 'read-again';
      }
      const reading =
        kept === 'read-again' ? await openEntry(entry, world) : ({ outcome: 'opened', workbook: kept } as const);
      const heirOf = heirs.get(workbook) ?? null;
      const state =
        reading.outcome === 'held'
          ? holdEntry(entry, states, reading, today)
          : await checkEntry({ entry, opened: reading.workbook, united, areasDigest, heirOf, states }, world);
      await putState(workbook, state, states, world);
      outcomes.set(workbook, state.hold === null ? 'accepted' : 'held');
      progress.finish(entry.name);
    }
  }
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

type Read =
  | { readonly outcome: 'opened'; readonly workbook: OpenedWorkbook; readonly cells: number }
  | {
      readonly outcome: 'held';
      readonly reason: HoldReason | FailureReason;
      readonly findings: readonly Finding[];
      readonly isToRetry: boolean;
    };

/** What the world said of a workbook that it could not give; its code is a key of failureMessages. */
interface FailureReason {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

async function openEntry(entry: WorkbookEntry, { source, log }: World): Promise<Read> {
  try {
    const grids = await source.read(entry);
    const opened = openWorkbook(grids);
    return opened.outcome === 'held'
      ? { ...opened, isToRetry: false }
      : { outcome: 'opened', workbook: opened.workbook, cells: countCells(grids) };
  } catch (error) {
    return failed(entry, error, log);
  }
}

/** A failure of the world is said in its words; anything else is a bug of ours, which must not cost the other workbooks their run. */
function failed(entry: WorkbookEntry, error: unknown, log: Log): Read & { readonly outcome: 'held' } {
  if (error instanceof WorkbookFailure) {
    log.warn('ingest/failed', { workbook: entry.id, kind: error.kind, code: error.code });
    const reason = { code: error.code, facts: error.facts };
    return { outcome: 'held', reason, findings: [], isToRetry: error.kind !== 'broken' };
  }
  const name = error instanceof Error ? error.name : typeof error;
  const where = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? null) : null;
  log.error('ingest/crashed', { workbook: entry.id, error: name, where });
  return { outcome: 'held', reason: { code: 'workbook/broken-answer' }, findings: [], isToRetry: true };
}

function holdEntry(
  entry: WorkbookEntry,
  states: States,
  held: { readonly reason: FailureReason; readonly findings: readonly Finding[]; readonly isToRetry?: boolean },
  today: Day,
): WorkbookState {
  return holdWorkbook({
    entry,
    before: states.get(entry.id)?.state ?? null,
    reason: held.reason,
    findings: held.findings,
    revision: held.isToRetry === true ? noRevision : entry.revision,
    today,
  });
}

async function checkEntry(
  {
    entry,
    opened,
    united,
    areasDigest,
    heirOf,
    states,
  }: {
    readonly entry: WorkbookEntry;
    readonly opened: OpenedWorkbook;
    readonly united: UnitedAreas;
    readonly areasDigest: string;
    readonly heirOf: WorkbookState | null;
    readonly states: States;
  },
  { store, today, log }: World,
): Promise<WorkbookState> {
  if (united.stated.size === 0) {
    const reason = { code: 'workbook/no-required-tabs', facts: { tabs: '圏域' } };
    return holdEntry(entry, states, { reason, findings: opened.findings }, today);
  }
  try {
    const { ingested, recheckOn } = checkWorkbook({ workbook: entry.id, name: entry.name, opened, united, today });
    const bytes = canonicalBytes(ingested);
    const object = await nameOfBytes(bytes);
    await store.putObject(object, bytes);
    const before = states.get(entry.id)?.state ?? null;
    return acceptWorkbook({ entry, before, heirOf, object, ingested, areasDigest, recheckOn, today });
  } catch (error) {
    return holdEntry(entry, states, failed(entry, error, log), today);
  }
}

function claimOf({ id, name }: WorkbookEntry, { profile, areas }: OpenedWorkbook): Claim {
  const { office, fiscalYear } = profile;
  return { workbook: id, name, office, fiscalYear, areas: areas?.areas ?? null, isListed: true };
}

async function readClaim(
  { id, name, object, isListed }: { id: WorkbookId; name: string; object: string; isListed: boolean },
  store: Store,
): Promise<Claim | null> {
  const bytes = await store.readObject(object);
  if (bytes === null) return null;
  const { office, fiscalYear, areas, refusedAreas } = JSON.parse(new TextDecoder().decode(bytes)) as IngestedWorkbook;
  return { workbook: id, name, office, fiscalYear, areas: [...areas, ...refusedAreas], isListed };
}

/** A vanished workbook whose office has another one now is dropped, and its history passed on; the others are held, and stay. */
async function settleVanished(
  vanished: readonly WorkbookState[],
  shutOut: readonly { readonly claim: Claim; readonly by: Claim }[],
  { store, today, log }: World,
): Promise<ReadonlyMap<WorkbookId, WorkbookState>> {
  const heirs = new Map<WorkbookId, WorkbookState>();
  for (const state of vanished) {
    const name = statePointer(state.workbook);
    const heir = shutOut.find(({ claim }) => claim.workbook === state.workbook)?.by;
    if (heir !== undefined || state.ingested === null) {
      if (heir !== undefined) heirs.set(heir.workbook, state);
      await store.removePointer(name);
      log.info('ingest/dropped', { workbook: state.workbook, heir: heir?.workbook ?? null });
      continue;
    }
    const entry = { id: state.workbook, name: state.name, revision: noRevision };
    const held = canonicalJson(holdWorkbook({ entry, before: state, reason: { code: 'workbook/gone' }, today }));
    const pointer = await store.readPointer(name);
    if (pointer !== null && pointer.content !== held) await store.movePointer(name, held, pointer.version);
  }
  return heirs;
}

function isMunicipality(members: readonly Claim[], municipality: MunicipalityCode, words: readonly string[]): boolean {
  const own = new Set([municipality, ...members.map(({ office }) => office.municipalityName)].map(fold));
  return words.some((word) => own.has(fold(word)));
}

async function digestAreas(united: UnitedAreas): Promise<string> {
  const stated = [...united.stated.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return await nameOfBytes(canonicalBytes({ root: united.root, stated }));
}

function countCells(grids: readonly SheetGrid[]): number {
  return grids.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0);
}

function createProgress(workbooks: number, onProgress: (progress: IngestProgress) => void) {
  let done = 0;
  let total = workbooks;
  const say = (name: string | null) => onProgress({ step: 'ingest', done, total, name });
  return {
    at: say,
    add(name: string) {
      total += 1;
      say(name);
    },
    finish(name: string) {
      done += 1;
      say(name);
    },
  };
}
