/**
 * POST /api/workbooks/{workbook}/let-through: an administrator says that what looks like an accident is right. The next reading of the
 * workbook is used if it asks the very same question; nothing is published by this itself. Said again, it is the same as once.
 */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { appendAudit } from '../audit/append-audit.ts';
import type { WorkbookId } from '../domain/codes.ts';
import { letThrough, readState, readStates } from '../ingest/ingest-store.ts';
import type { Store } from '../world.ts';
import { requireAdministrator } from './identity.ts';
import { ProblemError, problemResponses } from './problem.ts';
import { createRoutes, okJson, type RouteDependencies } from './requests.ts';

const answerSchema = z
  .object({ format: z.literal(1), workbook: z.string(), question: z.string() })
  .meta({ id: 'LetThrough' });

const route = createRoute({
  method: 'post',
  path: '/workbooks/{workbook}/let-through',
  summary: 'Use the new contents of a held workbook with the next reading (administrators)',
  request: {
    params: z.object({ workbook: z.string().min(1).max(1_000) }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            question: z
              .string()
              .regex(/^[0-9a-f]{8}$/)
              .meta({ description: 'The question that is answered, as GET …/workbooks names it' }),
          }),
        },
      },
    },
  },
  responses: { 200: okJson(answerSchema, 'The answer is kept'), ...problemResponses },
});

/**
 * What has become of questions since the latest run asked them, by workbook. One that is asked no longer is left out.
 *
 * @throws ProblemError 'store-unavailable'
 */
export async function readAnswers(
  store: Store,
  asked: Iterable<{ readonly workbook: string; readonly question: string }>,
): Promise<ReadonlyMap<string, 'open' | 'let-through'>> {
  const questions = new Map([...asked].map(({ workbook, question }) => [workbook as WorkbookId, question]));
  try {
    const states = await readStates([...questions.keys()], store);
    return new Map(
      [...questions].flatMap(([workbook, question]) => {
        const state = states.get(workbook)?.state ?? null;
        if (state?.question?.id !== question) return [];
        return [[workbook, state.letThrough === question ? 'let-through' : 'open'] as const];
      }),
    );
  } catch (cause) {
    throw new ProblemError('store-unavailable', {}, { cause });
  }
}

export function letThroughRoutes({ store, clock }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const { visitor } = context.var;
    requireAdministrator(visitor);
    const { question } = context.req.valid('json');
    const workbook = context.req.valid('param').workbook as WorkbookId;
    const { state } = await readState(workbook, store);
    const asked = state?.question ?? null;
    if (asked?.id !== question) throw new ProblemError('no-such-question');
    // Said once, it is recorded once.
    if (state?.letThrough === question) return context.json({ format: 1 as const, workbook, question }, 200);
    const municipality = state?.municipality ?? null;
    await appendAudit(store, {
      format: 1,
      at: clock.now().toISOString(),
      action: 'let-through',
      actor: visitor.address,
      subject: workbook,
      facts: { ...(municipality !== null && { municipality }), question, changes: asked.count, by: 'administrator' },
    });
    if ((await letThrough({ workbook, question }, store)) === 'unknown') throw new ProblemError('no-such-question');
    return context.json({ format: 1 as const, workbook, question }, 200);
  });
}
