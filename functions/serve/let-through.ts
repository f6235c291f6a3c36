/**
 * POST /api/workbooks/{workbook}/let-through: an administrator says that what looks like an accident is right. The next reading of the
 * workbook is used if it asks the very same question; nothing is published by this itself.
 */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { appendAudit } from '../audit/append-audit.ts';
import type { WorkbookId } from '../domain/codes.ts';
import { letThrough, readState } from '../ingest/ingest-store.ts';
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

export function letThroughRoutes({ store, clock }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const { visitor } = context.var;
    requireAdministrator(visitor);
    const { question } = context.req.valid('json');
    const workbook = context.req.valid('param').workbook as WorkbookId;
    const { state } = await readState(workbook, store);
    const asked = state?.question ?? null;
    if (asked?.id !== question) throw new ProblemError('no-such-question');
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
