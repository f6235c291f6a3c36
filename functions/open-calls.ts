/**
 * What the functions plan, ingest and publish do when they are called: over a queue where there is one, else each by itself, `plan` being
 * a whole run in one process then. The steps are the same.
 */
import * as z from 'zod';
import type { OpenedWorkbooks } from './open-workbooks.ts';
import type { PublishResult } from './publish/publish.ts';
import { handleMessage } from './queue/handle-message.ts';
import { publishUnderLease } from './queue/lease.ts';
import { MalformedMessage } from './queue/messages.ts';
import { planAndEnqueue } from './queue/plan-and-enqueue.ts';
import type { QueueWorld } from './queue/steps.ts';
import { ingestOne, type RunWorld, runOnce } from './run.ts';
import { createSteps } from './run-steps.ts';
import type { RunSettings } from './settings/run-settings.ts';
import type { Queue } from './world.ts';

/** What a function does with the body of a call. @throws MalformedMessage where the body is none of ours */
export type Call = (body: unknown) => Promise<object>;

/** One workbook, as JSON { "workbook": "…" } or as the data of a CloudEvent. */
const oneWorkbook = z.union([
  z.object({ workbook: z.string().min(1) }),
  z.object({ data: z.object({ workbook: z.string().min(1) }) }).transform(({ data }) => data),
]);

const message = z.object({ kind: z.string() });

export function openCalls({
  openWorld,
  queue,
  runSeconds,
  createHolder,
}: {
  /** Anew for each call: the registry may have changed. */
  readonly openWorld: () => Promise<{ readonly world: RunWorld; readonly opened: OpenedWorkbooks }>;
  /** `null`: there is none. */
  readonly queue: Queue | null;
  /** After so many seconds no further municipality is begun with. */
  readonly runSeconds: number;
  /** Unlike any other. */
  readonly createHolder: () => string;
}): Readonly<Record<'plan' | 'ingest' | 'publish', Call>> {
  const queueWorld = (world: RunWorld, own: Queue): QueueWorld<PublishResult> => {
    const { store, clock, log } = world;
    const until = clock.now().getTime() + runSeconds * 1000;
    const isTimeUp = () => clock.now().getTime() >= until;
    return { steps: createSteps(world), queue: own, store, clock, log, isTimeUp, holder: createHolder() };
  };

  return {
    async plan(body) {
      const { world, opened } = await openWorld();
      if (queue === null)
        return { ...(await runOnce({ ...world, timeLimitSeconds: runSeconds })), registry: opened.report() };
      const own = queueWorld(world, queue);
      const outcome = isMessage(body) ? await handleMessage({ to: 'plan', body }, own) : await planAndEnqueue(own);
      return { ...outcome, registry: opened.report() };
    },

    async ingest(body) {
      const asked = oneWorkbook.safeParse(body);
      if (!asked.success && (queue === null || !isMessage(body))) throw new MalformedMessage('ingest');
      const { world } = await openWorld();
      if (asked.success || queue === null) return await ingestOne(world, asked.data?.workbook ?? '');
      return await handleMessage({ to: 'ingest', body }, queueWorld(world, queue));
    },

    async publish(body) {
      const { world } = await openWorld();
      if (queue !== null && isMessage(body))
        return await handleMessage({ to: 'publish', body }, queueWorld(world, queue));
      const { store, clock, log } = world;
      const leased = await publishUnderLease({ store, clock, log, holder: createHolder() }, createSteps(world).publish);
      return leased.outcome === 'done' ? leased.result : leased;
    },
  };
}

function isMessage(body: unknown): boolean {
  return message.safeParse(body).success;
}

/** `null` without a queue: `plan` does everything then. */
export async function openQueue(
  { queue, functionsUrl, invoker }: RunSettings,
  rootUrl: string | null,
): Promise<Queue | null> {
  if (queue === null || functionsUrl === null || invoker === null) return null;
  const { createCloudTasksQueue } = await import('./adapters/google/cloud-tasks.ts');
  return createCloudTasksQueue({ queue, functionsUrl, invoker, rootUrl });
}

/** Whether a call of the function is one of ours; `null`: the platform alone decides who may call. */
export async function openInvokerCheck(
  { functionsUrl, invoker }: RunSettings,
  { rootUrl, clock }: { readonly rootUrl: string | null; readonly clock: RunWorld['clock'] },
) {
  if (invoker === null || functionsUrl === null) return null;
  const { createInvokerCheck, googleKeys } = await import('./adapters/google/invoker.ts');
  return createInvokerCheck({ invoker, functionsUrl, clock, keys: googleKeys(rootUrl) });
}
