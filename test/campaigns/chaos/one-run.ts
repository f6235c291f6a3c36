/** One seed of the campaign: trouble for a while, then quiet; and what is to be true in the end. */
import { createAnswerableWorkbooks } from '../../../functions/adapters/memory/answerable.ts';
import { createMemoryQueue } from '../../../functions/adapters/memory/queue.ts';
import { createMemoryStore } from '../../../functions/adapters/memory/store.ts';
import { pruneReleases } from '../../../functions/keep/prune.ts';
import { handleMessage } from '../../../functions/queue/handle-message.ts';
import { planAndEnqueue } from '../../../functions/queue/plan-and-enqueue.ts';
import type { QueueWorld } from '../../../functions/queue/steps.ts';
import { type RunWorld, runOnce } from '../../../functions/run.ts';
import { createSteps } from '../../../functions/run-steps.ts';
import type { Queue } from '../../../functions/world.ts';
import { silentLog } from '../../builders/ingest.ts';
import { chanceOf } from '../../builders/queue-runs.ts';
import { type Accident, type Act, prepareAccident } from './accident.ts';
import { checkEnd } from './check-end.ts';
import { createTrouble } from './faults.ts';
import { type Chaos, Crashed, createProcess, faultyWorld, type Happened, type Process } from './faulty-world.ts';
import { findUntold } from './find-untold.ts';
import { createScheduler } from './scheduler.ts';
import { createTowns, editOf, protectionsOf, registered } from './towns.ts';
import { watchStore } from './watched-store.ts';

export interface ChaosResult {
  readonly seed: number;
  readonly mode: 'one process' | 'queue';
  readonly wrong: readonly string[];
  readonly faults: readonly Happened[];
  readonly counts: ReadonlyMap<string, number>;
  readonly actions: ReadonlyMap<string, number>;
  readonly calls: number;
  readonly releases: number;
  /** Failures that were told, by how. */
  readonly told: ReadonlyMap<string, number>;
  /** Whether the last release is that of a store without a past, byte for byte. */
  readonly isSameRelease: boolean;
}

/** `only`: just these faults, by the number of their call. */
export async function runChaos(seed: number, only: ReadonlySet<number> | null = null): Promise<ChaosResult> {
  const next = chanceOf(seed);
  const mode = next() < 0.5 ? 'one process' : 'queue';
  let time = Date.parse('2024-07-10T03:00:00Z');
  const clock = { now: () => new Date(time) };
  const wait = (seconds: number) => {
    time += seconds * 1000;
  };
  const actions = new Map<string, number>();
  const act: Act = (what) => void actions.set(what, (actions.get(what) ?? 0) + 1);
  let accident: Accident | null = null;
  const watched = watchStore(createMemoryStore(clock), { mayFall: () => accident?.isAllowed() ?? false, act });
  const towns = createTowns(next);
  const workbookNames = Object.keys(towns);
  const workbooks = createAnswerableWorkbooks(
    Object.entries(towns).map(([id, grids]) => ({ id, grids })),
    clock,
  );
  const queue = createMemoryQueue({ clock, chance: { next, duplicates: 0.2 } });
  const isRegistered = next() < 0.6;
  // A chance of its own, so that what else a seed does stays as it is.
  const besides = chanceOf(seed * 977 + 5);
  let away: string | null = null;
  if (seed % 3 === 0) accident = prepareAccident(workbooks, { isTicked: seed % 2 === 0, act });
  const protections = protectionsOf(next() < 0.1);
  const source: RunWorld['source'] = {
    ...workbooks.source,
    list: async () =>
      (await workbooks.source.list())
        .filter(({ id }) => id !== away)
        .map((entry) => {
          const municipality = registered[entry.id];
          return !isRegistered || municipality === undefined ? entry : ({ ...entry, municipality } as typeof entry);
        }),
  };
  const world = {
    source,
    feedback: workbooks.feedback,
    store: watched.store,
    clock,
    log: silentLog,
    queue,
    protections: () => protections,
  };
  let edits = 0;
  const edit = (chance: () => number) => {
    edits += 1;
    const name = workbookNames[Math.floor(chance() * workbookNames.length)] ?? 'a';
    workbooks.edit(name, editOf(chance, edits));
  };
  const chaos: Chaos = {
    scheduler: createScheduler(next),
    trouble: createTrouble(seed, only),
    calls: 0,
    counts: new Map(),
    moveClock: wait,
    edit: (call) => edit(chanceOf(seed * 31 + call)),
    listings: new Map(),
  };
  const processes: Process[] = [];
  const wrong: string[] = [];
  const told = new Map<string, number>();

  /** One process does a piece of work; whether it came to its end. */
  const work = async (what: string, body: (own: RunWorld & { queue: Queue }, holder: string) => Promise<unknown>) => {
    const process = createProcess(`${what} ${processes.length}`);
    processes.push(process);
    let ended: 'well' | 'thrown' | 'crashed' = 'well';
    try {
      await body(faultyWorld(world, process, chaos), process.name);
      if (process.isDead) ended = 'crashed';
    } catch (error) {
      ended = error instanceof Crashed || process.isDead ? 'crashed' : 'thrown';
      // A bug of ours would be an error that nobody of the world threw.
      if (ended === 'thrown' && process.happened.length === 0 && chaos.trouble === null)
        wrong.push(`failed without a fault: ${String(error)}`);
    }
    const untold = findUntold(process, ended, told);
    wrong.push(...untold);
    return ended === 'well';
  };
  const ownQueueWorld = (own: RunWorld & { queue: Queue }, holder: string): QueueWorld => ({
    steps: createSteps(own),
    queue: own.queue,
    store: own.store,
    clock: own.clock,
    log: own.log,
    isTimeUp: () => chaos.trouble !== null && chanceOf(seed + chaos.calls)() < 0.1,
    holder,
  });
  const run = async () => await work('run', async (own) => await runOnce(own));
  const prune = async () =>
    await work('prune', async (own) => {
      const { store } = own;
      await pruneReleases({ store, keep: 2, now: own.clock.now(), graceMilliseconds: 3_600_000 });
    });
  const plan = async () => await work('plan', async (own, holder) => await planAndEnqueue(ownQueueWorld(own, holder)));
  const deliver = async () => {
    const delivery = queue.take();
    if (delivery === null) return;
    const { task } = delivery;
    const isDone = await work(task.to, async (own, holder) => await handleMessage(task, ownQueueWorld(own, holder)));
    if (isDone) delivery.done();
    else delivery.failed();
  };
  const drain = async (most: number) => {
    for (let times = 0; times < most; times += 1) {
      const due = queue.nextDue();
      if (due === null) return;
      time = Math.max(time, due.getTime());
      const isTogether = chaos.trouble !== null && next() < 0.4;
      await chaos.scheduler.together(isTogether ? [deliver, deliver] : [deliver]);
    }
    if (chaos.trouble === null) wrong.push('the queue is never empty');
  };

  for (let round = 1 + Math.floor(next() * 3); round > 0; round -= 1) {
    const isTogether = next() < 0.4;
    const first = mode === 'queue' ? plan : run;
    // Somebody takes a workbook out of the folder, and puts it back before the next round or the end.
    away = besides() < 0.25 ? (workbookNames[Math.floor(besides() * workbookNames.length)] ?? null) : null;
    if (away !== null) act('a workbook away for a while');
    await chaos.scheduler.together(isTogether ? [first, first] : [first]);
    if (mode === 'queue') {
      const [lost] = queue.waiting();
      if (next() < 0.1 && lost !== undefined) queue.lose(lost.name);
      await drain(12);
    }
    if (besides() < 0.4) await chaos.scheduler.together(besides() < 0.5 ? [prune] : [prune, first]);
    if (next() < 0.5) edit(next);
    if (accident !== null) (besides() < 0.5 ? accident.happen : accident.answer)();
    wait(Math.floor(next() * 3_000));
  }

  const faultyCalls = chaos.calls;
  chaos.trouble = null;
  away = null;
  // What was given up and what nobody might write into is tried again the next day, and by then a lost message has been noticed.
  const settle = async () => {
    for (const seconds of [86_400, 1_200]) {
      wait(seconds);
      await (mode === 'queue' ? plan() : run());
      if (mode === 'queue') await drain(200);
    }
  };
  await settle();
  if (accident !== null) {
    accident.answer();
    await settle();
  }
  await prune();
  const end = await checkEnd({
    workbooks,
    store: watched.store,
    clock,
    isRegistered,
    protections,
    isCompared: seed % 4 === 0,
  });
  return {
    seed,
    mode,
    wrong: [...new Set([...wrong, ...watched.wrong, ...end.wrong])],
    faults: processes.flatMap(({ happened }) => happened),
    counts: chaos.counts,
    actions,
    calls: faultyCalls,
    releases: watched.releases(),
    told,
    isSameRelease: end.isSameRelease,
  };
}

/** The fewest faults with which the same goes wrong, as far as leaving out one after the other finds them. */
export async function shrinkChaos(result: ChaosResult, mostTries: number): Promise<ChaosResult> {
  let smallest = result;
  let tries = 0;
  for (const { call } of result.faults) {
    if (tries >= mostTries) break;
    tries += 1;
    const without = new Set(smallest.faults.map((fault) => fault.call).filter((each) => each !== call));
    const tried = await runChaos(result.seed, without);
    if (tried.wrong.some((each) => result.wrong.includes(each))) smallest = tried;
  }
  return smallest;
}
