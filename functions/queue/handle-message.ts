/**
 * A message that has come, perhaps for the second time, perhaps before others that were sent earlier. Whatever fails is thrown, so that the
 * queue delivers it again; what fails again and again is given up with a word to its people, and never stands in the way of others.
 */
import { askToPublish } from './ask-to-publish.ts';
import { publishUnderLease } from './lease.ts';
import {
  type IngestMessage,
  ingestMessage,
  MalformedMessage,
  type PublishMessage,
  planMessage,
  publishMessage,
} from './messages.ts';
import { closeWork, countAttempt, forgetAttempts, openWorkPrefix } from './open-work.ts';
import { type PlanOutcome, planAndEnqueue } from './plan-and-enqueue.ts';
import type { QueueWorld, WorkCounts } from './steps.ts';

/** Somebody may begin so often with a piece of work; whoever comes then gives it up. */
export const mostAttempts = 5;
/** And hand it over so often. What is left then is found by the next plan. */
const mostParts = 100;
/** While work is open a release waits for it, but no longer than that. */
export const patienceMilliseconds = 600_000;

export type IngestOutcome =
  | ({ readonly outcome: 'done' | 'handed-over' } & WorkCounts)
  /** A duplicate, or there is no reason for it any more. */
  | { readonly outcome: 'done-before' | 'given-up' };

export type PublishOutcome<Published> =
  | { readonly outcome: 'done'; readonly result: Published }
  /** waiting: for work that is open; taken: somebody else is publishing. Asked for again in both cases. */
  | { readonly outcome: 'waiting' | 'taken' };

/** @throws MalformedMessage; whatever else is thrown is worth another delivery */
export async function handleMessage<Published extends object>(
  { to, body }: { readonly to: 'plan' | 'ingest' | 'publish'; readonly body: unknown },
  world: QueueWorld<Published>,
): Promise<PlanOutcome | IngestOutcome | PublishOutcome<Published>> {
  switch (to) {
    case 'plan':
      return await planAndEnqueue(world, parse(planMessage, to, body));
    case 'ingest':
      return await handleIngest(parse(ingestMessage, to, body), world);
    case 'publish':
      return await handlePublish(parse(publishMessage, to, body), world);
    default:
      return to satisfies never;
  }
}

function parse<Message>(
  schema: { safeParse(value: unknown): { success: true; data: Message } | { success: false; error: Error } },
  to: string,
  body: unknown,
): Message {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new MalformedMessage(to, { cause: parsed.error });
  return parsed.data;
}

async function handleIngest({ run, work, part }: IngestMessage, world: QueueWorld): Promise<IngestOutcome> {
  const { steps, queue, store, clock, log, isTimeUp } = world;
  const open = await countAttempt(work, store);
  if (open === null) return { outcome: 'done-before' };
  const askForRelease = async () => {
    const now = clock.now();
    await askToPublish({ run, since: now.toISOString() }, { queue, notBefore: now });
  };
  if (open.attempts > mostAttempts) {
    log.error('queue/given-up', {
      run,
      municipalities: work.municipalities.join(','),
      workbooks: work.workbooks.length,
    });
    await steps.giveUp(work);
    await askForRelease();
    await closeWork(work, store);
    return { outcome: 'given-up' };
  }
  const counts = await steps.ingest(work, isTimeUp);
  if (counts.postponed > 0 && part < mostParts) {
    await forgetAttempts(work, store);
    const body: IngestMessage = { kind: 'ingest', run, work, part: part + 1 };
    const name = `ingest-${work.key}-${Date.parse(open.since)}-part-${part + 1}`;
    await queue.enqueue({ name, to: 'ingest', body, notBefore: null });
    log.info('ingest/handed-over', { run, left: counts.postponed });
    return { outcome: 'handed-over', ...counts };
  }
  // In this order: whoever crashes in between does it once more, and a release is asked for all the same.
  await askForRelease();
  await closeWork(work, store);
  return { outcome: 'done', ...counts };
}

/** A release, once nothing is open any more or it has waited long enough. */
export async function handlePublish<Published extends object>(
  { run, since }: Pick<PublishMessage, 'run' | 'since'>,
  world: QueueWorld<Published>,
): Promise<PublishOutcome<Published>> {
  const { steps, queue, store, clock } = world;
  const now = clock.now();
  const again = async () => await askToPublish({ run, since }, { queue, notBefore: now });
  if (now.getTime() - Date.parse(since) < patienceMilliseconds) {
    if ((await store.listPointers(openWorkPrefix)).length > 0) {
      await again();
      return { outcome: 'waiting' };
    }
  }
  const leased = await publishUnderLease(world, steps.publish);
  if (leased.outcome === 'done') return leased;
  // What the other one has not seen is published after it.
  await again();
  return { outcome: 'taken' };
}
