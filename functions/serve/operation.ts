/** GET /api/operation: how it runs (運用の状態), what is wrong and who should do what, for administrators. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { OperationAnswer } from '../publish/run-status.ts';
import { describeTrouble, nameOf } from '../tell/compose.ts';
import { findTroubles } from '../tell/find-troubles.ts';
import { judgeHealth } from '../tell/run-health.ts';
import { type Told, toldPointer, toldSchema } from '../tell/told.ts';
import { type Trouble, troubleKinds } from '../tell/trouble.ts';
import type { Store } from '../world.ts';
import { requireAdministrator } from './identity.ts';
import { readAnswers } from './let-through.ts';
import { ProblemError, problemResponses } from './problem.ts';
import { createRoutes, okJson, type RouteDependencies } from './requests.ts';
import { readRuns, readUpkeep } from './runs.ts';
import { readPlaces } from './workbook-places.ts';

const runsShown = 20;
const both = z.object({ ja: z.string(), en: z.string() });
const count = z.int().min(0);

const operationSchema = z
  .object({
    format: z.literal(1),
    status: z.enum(['ok', 'late', 'failing']),
    since: z.string().nullable(),
    failedRuns: count,
    ranAt: z.string().nullable(),
    expectedMinutes: z.number().nullable(),
    expectedBy: z.string().nullable().meta({ description: 'By when the next run is to have ended' }),
    rules: z.int().nullable().meta({ description: 'The rules (rulesVersion) of the current release' }),
    troubles: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(troubleKinds),
        since: z.string(),
        name: both,
        what: both,
        who: both,
        municipality: z.string().nullable(),
        address: z.string().nullable(),
        asked: z
          .object({ workbook: z.string(), question: z.string(), isLetThrough: z.boolean() })
          .nullable()
          .meta({ description: 'The question of a held workbook, for …/let-through' }),
        toldOn: z.string().nullable().meta({ description: 'The day on which somebody was told; null: nobody yet' }),
      }),
    ),
    runs: z.array(
      z.object({
        run: z.string(),
        startedAt: z.string(),
        endedAt: z.string(),
        outcome: z.enum(['published', 'unchanged', 'nothing', 'failed']),
        error: z.string().nullable(),
        workbooks: z.object({ listed: count, read: count, held: count, unanswered: count, postponed: count }),
      }),
    ),
    receivers: z.array(
      z.object({
        name: z.string(),
        sentAt: z.string().nullable(),
        failedSince: z.string().nullable(),
        problem: z.string().nullable(),
      }),
    ),
    waiting: count.meta({ description: 'Messages that have not reached every receiver' }),
  })
  .meta({ id: 'Operation' });

const route = createRoute({
  method: 'get',
  path: '/operation',
  summary: 'How it runs, what is wrong, and who should do what (administrators)',
  responses: { 200: okJson(operationSchema, 'How it runs'), ...problemResponses },
});

export function operationRoutes({ store, published, clock, expectedMinutes }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    requireAdministrator(context.var.visitor);
    const now = clock.now();
    const [status, runs, told, upkeep] = await Promise.all([
      published.readStatus(),
      readRuns(store),
      readTold(store),
      readUpkeep(store),
    ]);
    const ranAt = status?.ranAt ?? null;
    const health = judgeHealth({ runs, ranAt, now, expectedMinutes });
    const opened = await published.openCurrent();
    const places = await readPlaces(store, status, published);
    const watchedSince = told?.watchedSince ?? null;
    const receivers = Object.entries(told?.channels ?? {});
    const brokenChannels = receivers.flatMap(([name, { failedSince }]) =>
      failedSince === null ? [] : [{ name, since: failedSince }],
    );
    const found = findTroubles({ status, runs, now, expectedMinutes, watchedSince, places, upkeep, brokenChannels });
    const last = [runs[0]?.endedAt ?? null, ranAt]
      .filter((moment) => moment !== null)
      .toSorted()
      .at(-1);
    const asked = new Map(
      (status?.workbooks ?? []).flatMap(({ workbook, question }) =>
        question == null ? [] : [[workbook, { workbook, question }]],
      ),
    );
    const answers = await readAnswers(store, asked.values());
    const answer: OperationAnswer = {
      format: 1,
      ...health,
      ranAt,
      expectedMinutes,
      expectedBy:
        last === undefined || expectedMinutes === null
          ? null
          : new Date(Date.parse(last) + expectedMinutes * 60_000).toISOString(),
      rules: opened?.release.rules ?? null,
      troubles: found.map((trouble) => ({
        key: trouble.key,
        kind: trouble.kind,
        since: trouble.since,
        name: nameOf(trouble),
        ...describeTrouble(trouble),
        municipality: trouble.workbook?.municipality ?? null,
        address: trouble.workbook?.address ?? null,
        asked: describeAsked(trouble, asked, answers),
        toldOn: told?.known[trouble.key]?.toldOn ?? null,
      })),
      runs: runs.slice(0, runsShown).map(({ run, startedAt, endedAt, outcome, cause, workbooks }) => ({
        run,
        startedAt,
        endedAt,
        outcome,
        error: cause === null ? null : (cause.code ?? cause.error),
        workbooks,
      })),
      receivers: receivers.map(([name, { sentAt, failedSince, problem }]) => ({ name, sentAt, failedSince, problem })),
      waiting: told?.outbox.length ?? 0,
    };
    return context.json(answer as z.infer<typeof operationSchema>, 200, { 'cache-control': 'private, no-store' });
  });
}

/** `null` where nothing is asked, or no longer. */
function describeAsked(
  { kind, workbook }: Trouble,
  asked: ReadonlyMap<string, { readonly workbook: string; readonly question: string }>,
  answers: Awaited<ReturnType<typeof readAnswers>>,
): NonNullable<OperationAnswer['troubles'][number]['asked']> | null {
  const question = kind === 'asked' && workbook !== null ? asked.get(workbook.id) : undefined;
  const answer = question === undefined ? undefined : answers.get(question.workbook);
  return question === undefined || answer === undefined
    ? null
    : { ...question, isLetThrough: answer === 'let-through' };
}

/** `null` where nobody was ever told anything. */
async function readTold(store: Store): Promise<Told | null> {
  try {
    const pointer = await store.readPointer(toldPointer);
    return pointer === null ? null : (toldSchema.safeParse(JSON.parse(pointer.content)).data ?? null);
  } catch (cause) {
    throw new ProblemError('store-unavailable', {}, { cause });
  }
}
