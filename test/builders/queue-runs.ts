/** Runs over a queue in memory that delivers in any order and twice, with a clock that goes on to the next task that is due. */
import { createMemoryQueue, type Delivery, type MemoryQueue } from '../../functions/adapters/memory/queue.ts';
import { handleMessage } from '../../functions/queue/handle-message.ts';
import { planAndEnqueue } from '../../functions/queue/plan-and-enqueue.ts';
import type { QueueWorld } from '../../functions/queue/steps.ts';
import type { RunWorld } from '../../functions/run.ts';
import { createSteps } from '../../functions/run-steps.ts';
import { type AnsweredRuns, createAnsweredRuns } from './answered-runs.ts';
import { silentLog } from './ingest.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface QueueRuns {
  readonly runs: AnsweredRuns;
  readonly queue: MemoryQueue;
  /** The names of events, in their order. */
  readonly events: string[];
  plan(changes?: Partial<QueueWorld>): Promise<unknown>;
  /** What a task comes to; thrown where it fails. */
  deliver(delivery: Delivery, changes?: Partial<QueueWorld>): Promise<unknown>;
  /** Until nothing is left in the queue, and what each task came to; a failure comes to 'failed'. */
  drain(changes?: Partial<QueueWorld>): Promise<readonly string[]>;
  /** Each call has a world of its own, as each has a process in the cloud. */
  worldOf(changes?: Partial<QueueWorld>): QueueWorld;
}

export function createQueueRuns({
  contents,
  registered = {},
  chance = null,
  around = (world) => world,
}: {
  readonly contents: Parameters<typeof createAnsweredRuns>[0];
  /** Municipalities by workbook; asked at each listing. */
  readonly registered?: Readonly<Record<string, string>>;
  readonly chance?: Parameters<typeof createMemoryQueue>[0]['chance'];
  readonly around?: (world: RunWorld) => RunWorld;
}): QueueRuns {
  const runs = createAnsweredRuns(contents);
  const queue = createMemoryQueue({ clock: runs.world.clock, chance });
  const events: string[] = [];
  const log = { info: () => undefined, warn: (event: string) => void events.push(event), error: silentLog.error };
  const source = withMunicipalities(runs.world.source, registered);
  const world = around({ ...runs.world, source, log: { ...log, error: (event: string) => void events.push(event) } });
  let calls = 0;
  const worldOf: QueueRuns['worldOf'] = (changes = {}) => {
    calls += 1;
    const { store, clock } = world;
    return {
      steps: createSteps(world),
      queue,
      store,
      clock,
      log: world.log,
      isTimeUp: () => false,
      holder: `call-${calls}`,
      ...changes,
    };
  };
  const deliver: QueueRuns['deliver'] = async ({ task }, changes = {}) => await handleMessage(task, worldOf(changes));
  return {
    runs,
    queue,
    events,
    worldOf,
    deliver,
    plan: async (changes = {}) => await planAndEnqueue(worldOf(changes)),
    async drain(changes = {}) {
      const outcomes: string[] = [];
      for (let next = queue.nextDue(); next !== null; next = queue.nextDue()) {
        const wait = next.getTime() - runs.world.clock.now().getTime();
        if (wait > 0) runs.wait(wait / 1000);
        const delivery = queue.take();
        if (delivery === null) throw new Error('What was due is not given out');
        try {
          const { outcome } = (await deliver(delivery, changes)) as { readonly outcome: string };
          outcomes.push(`${delivery.task.to} ${outcome}`);
          delivery.done();
        } catch {
          outcomes.push(`${delivery.task.to} failed`);
          delivery.failed();
        }
        if (outcomes.length > 2000) throw new Error('The queue is never empty');
      }
      return outcomes;
    },
  };
}

function withMunicipalities(source: RunWorld['source'], registered: Readonly<Record<string, string>>) {
  return {
    ...source,
    list: async () =>
      (await source.list()).map((entry) => {
        const municipality = registered[entry.id];
        return municipality === undefined ? entry : ({ ...entry, municipality } as typeof entry);
      }),
  };
}
