/**
 * Takes in the workbooks that changed, municipality by municipality, so that little time passes between the reading of a workbook and
 * the answer in it: those that wait longest come first, and what a run has no time for is left to the next one, as it was.
 */
import { dayInJapan } from '../domain/calendar.ts';
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { RunPlan } from '../plan/plan.ts';
import type { Feedback, Log, Store, WorkbookSource } from '../world.ts';
import { createCellRoom } from './cell-room.ts';
import { findGroups, type Group, type Joining, nextTurn, openWork, type Placed, regroup } from './groups.ts';
import { ingestGroup } from './ingest-group.ts';
import { moveState, readState } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import { createProgress, type IngestProgress } from './progress.ts';
import { placeWorkbook, statePointer } from './workbook-state.ts';

export interface IngestCounts {
  readonly accepted: number;
  readonly held: number;
  readonly unchanged: number;
  /** Workbooks that are left to the next run, since time was up. */
  readonly postponed: number;
}

/** Reads what the plan says. @throws when the store fails; what was left in it until then stands */
export async function ingestWorkbooks({
  plan,
  only = null,
  source,
  store,
  feedback,
  now,
  log,
  isTimeUp,
  onProgress = () => undefined,
}: {
  readonly plan: RunPlan;
  /** Just this workbook, and those that it concerns. */
  readonly only?: WorkbookId | null;
  readonly source: WorkbookSource;
  readonly store: Store;
  /** `null`: no workbook is answered. */
  readonly feedback: Feedback | null;
  readonly now: Date;
  readonly log: Log;
  /** Asked before each municipality; the first one is taken in even so, lest nothing ever be. */
  readonly isTimeUp: () => boolean;
  readonly onProgress?: (progress: IngestProgress) => void;
}): Promise<IngestCounts> {
  let waiting = findGroups(plan, only);
  const changed = waiting.reduce((sum, group) => sum + openWork(group).length, 0);
  const progress = createProgress(changed, onProgress);
  const world = { plan, source, store, feedback, now, today: dayInJapan(now), log, room: createCellRoom(), progress };
  const outcomes = new Map<WorkbookId, 'accepted' | 'held'>();
  const placed: Placed[] = [];
  if (only === null) await dropNeverAccepted(world);
  let isFirst = true;
  const mayGoOn = () => {
    const may = isFirst || !isTimeUp();
    isFirst = false;
    return may;
  };
  for (let isOver = false; waiting.length > 0 && !isOver; ) {
    const turn = nextTurn(waiting);
    const round = await takeTurns(turn, world, outcomes, mayGoOn);
    placed.push(...round.joining.map(({ entry, claim }) => ({ entry, municipality: claim.office.municipality })));
    const others = waiting.filter((group) => !turn.includes(group));
    waiting = regroup({ plan, placed, ...round, rest: [...round.rest, ...others] });
    isOver = round.isOver;
  }
  const postponed = waiting.flatMap(openWork);
  progress.add(-postponed.length);
  await placeForNextRun(waiting, world);
  const count = (outcome: 'accepted' | 'held') => [...outcomes.values()].filter((one) => one === outcome).length;
  const unchanged = plan.entries.length - new Set([...outcomes.keys(), ...postponed.map(({ id }) => id)]).size;
  return { accepted: count('accepted'), held: count('held'), unchanged, postponed: postponed.length };
}

interface Round {
  /** Groups that nobody began with. */
  readonly rest: readonly Group[];
  readonly joining: readonly Joining[];
  readonly left: readonly MunicipalityCode[];
  /** Whether time was up. */
  readonly isOver: boolean;
}

/** As many groups at a time as the source allows. Ends early where those that wait for others of their municipality fill the room. */
async function takeTurns(
  groups: readonly Group[],
  world: IngestWorld,
  outcomes: Map<WorkbookId, 'accepted' | 'held'>,
  mayGoOn: () => boolean,
): Promise<Round> {
  const rest = [...groups];
  const joining: Joining[] = [];
  const left: MunicipalityCode[] = [];
  let isOver = false;
  let isBroken = false;
  const takeTurn = async () => {
    while (rest.length > 0 && !isBroken && !joining.some(({ kept }) => kept === null)) {
      isOver ||= !mayGoOn();
      const group = isOver ? undefined : rest.shift();
      if (group === undefined) return;
      try {
        const ingested = await ingestGroup(group, world);
        for (const [workbook, outcome] of ingested.outcomes) outcomes.set(workbook, outcome);
        joining.push(...ingested.joining);
        left.push(...ingested.left);
      } catch (error) {
        isBroken = true;
        throw error;
      }
    }
  };
  // All come to an end before a failure of the store is passed on: nothing goes on behind the back of who started the run.
  const turns = await Promise.allSettled(Array.from({ length: Math.max(1, world.source.atOnce) }, takeTurn));
  for (const turn of turns) if (turn.status === 'rejected') throw turn.reason;
  return { rest, joining, left, isOver };
}

/** Workbooks that are listed no longer and never were of any municipality: nothing is lost with them. */
export async function dropNeverAccepted({
  plan,
  store,
  log,
}: Pick<IngestWorld, 'plan' | 'store' | 'log'>): Promise<void> {
  for (const { workbook, municipality, ingested } of plan.vanished) {
    if (municipality !== null || ingested !== null) continue;
    await store.removePointer(statePointer(workbook));
    log.info('ingest/dropped', { workbook, heir: null });
  }
}

/** What was read without time to use it is read again; the next run then knows with which others. */
async function placeForNextRun(groups: readonly Group[], { store }: IngestWorld): Promise<void> {
  for (const { entry, claim } of groups.flatMap(({ joining }) => joining)) {
    const known = await readState(entry.id, store);
    const { municipality } = claim.office;
    if (known.state?.municipality === municipality || (known.state?.ingested ?? null) !== null) continue;
    await moveState(placeWorkbook(entry, known.state, municipality), known, store);
  }
}
