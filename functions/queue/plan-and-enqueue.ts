/**
 * Plan over a queue: what is to be taken in becomes one message for each municipality, since the workbooks of one share a tree of areas
 * and are settled together; then a release is asked for, whether or not anything changed (a day that came changes what is due).
 */
import type { Queue, Store } from '../world.ts';
import { askToPublish } from './ask-to-publish.ts';
import type { IngestMessage, PlanMessage, Work } from './messages.ts';
import { closeWork, openUp, openWorkPrefix, readOpenWork } from './open-work.ts';
import type { QueueWorld } from './steps.ts';

/** A message that nobody has come to an end with for so long may be lost; it is enqueued once more. */
const lostMilliseconds = 3_600_000;

/** So many messages are handed to the queue at a time. */
const enqueuedAtOnce = 8;

export interface PlanOutcome {
  readonly outcome: 'enqueued' | 'handed-over';
  readonly run: string;
  readonly workbooks: number;
  /** Pieces of work that are open now. */
  readonly open: number;
  /** Of them, messages that were not in the queue before. */
  readonly enqueued: number;
}

export async function planAndEnqueue(
  world: QueueWorld,
  message: Pick<PlanMessage, 'run' | 'part'> | null = null,
): Promise<PlanOutcome> {
  const { steps, queue, store, clock, log, isTimeUp } = world;
  const now = clock.now();
  const run = message?.run ?? runOf(now);
  const { workbooks, work } = await steps.plan();
  await closeStale(work, now, store);
  const rest = [...work];
  let [enqueued, isOver] = [0, false];
  const enqueueSome = async () => {
    while (rest.length > 0 && !isOver) {
      const next = rest.shift();
      if (next === undefined) return;
      if ((await enqueueWork(next, { run, now, store, queue })) === 'added') enqueued += 1;
      isOver ||= isTimeUp();
    }
  };
  const turns = await Promise.allSettled(Array.from({ length: enqueuedAtOnce }, enqueueSome));
  for (const turn of turns) if (turn.status === 'rejected') throw turn.reason;
  const counts = { run, workbooks, open: work.length, enqueued };
  if (rest.length > 0) {
    const part = (message?.part ?? 1) + 1;
    const body: PlanMessage = { kind: 'plan', run, part };
    await queue.enqueue({ name: `plan-${run}-${part}`, to: 'plan', body, notBefore: null });
    log.info('plan/handed-over', { run, left: rest.length });
    return { outcome: 'handed-over', ...counts };
  }
  await askToPublish({ run, since: now.toISOString() }, { queue, notBefore: now });
  log.info('plan/enqueued', counts);
  return { outcome: 'enqueued', ...counts };
}

/** Like '20241105T003000Z': a run is named after its beginning, so that its lines in the log are found by its time. */
function runOf(now: Date): string {
  return now.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** The name holds since when the work is open: enqueued twice it is one message, done and to be done again it is another. */
async function enqueueWork(
  work: Work,
  { run, now, store, queue }: { run: string; now: Date; store: Store; queue: Queue },
): Promise<'added' | 'known'> {
  const open = await openUp(work, { run, now }, store);
  const since = Date.parse(open.since);
  const time = Math.max(0, Math.floor((now.getTime() - since) / lostMilliseconds));
  const body: IngestMessage = { kind: 'ingest', run, work, part: 1 };
  return await queue.enqueue({ name: `ingest-${work.key}-${since}-${time}`, to: 'ingest', body, notBefore: null });
}

/** Work that there is no reason for any more: its workbooks changed again, and are in other work now. What is young may be another plan's. */
async function closeStale(work: readonly Work[], now: Date, store: Store): Promise<void> {
  const keys = new Set(work.map(({ key }) => key));
  for (const pointer of await store.listPointers(openWorkPrefix)) {
    const key = pointer.slice(openWorkPrefix.length);
    if (keys.has(key)) continue;
    const known = await readOpenWork(pointer, store);
    if (known !== null && now.getTime() - Date.parse(known.open.since) > lostMilliseconds) {
      await closeWork({ key }, store);
    }
  }
}
