/**
 * GET /api/health: whether the store answers, when the last run was, and how many workbooks wait for somebody since when. For
 * monitors without an account: it names nobody and nothing.
 */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Hold } from '../ingest/ingested.ts';
import { problemResponses } from './problem.ts';
import { createRoutes, okJson, type RouteDependencies } from './requests.ts';

const waiting = z.object({
  count: z.int().min(0),
  since: z.iso.date().nullable().meta({ description: 'The first day of the one that has waited longest' }),
});

const healthSchema = z
  .object({
    status: z.literal('ok'),
    hasRelease: z.boolean(),
    ranAt: z.iso.datetime().nullable().meta({ description: 'When the latest run ended; null before the first' }),
    held: waiting.meta({ description: 'Workbooks whose new contents are not used' }),
    unanswered: waiting.meta({ description: 'Workbooks that could be read but not be answered in' }),
  })
  .meta({ id: 'Health' });

const route = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the store answers',
  responses: { 200: okJson(healthSchema, 'It does'), ...problemResponses },
});

export function healthRoutes({ published }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const hasRelease = (await published.readHistory()).length > 0;
    const status = await published.readStatus();
    const workbooks = status?.workbooks ?? [];
    const health = {
      status: 'ok' as const,
      hasRelease,
      ranAt: status?.ranAt ?? null,
      held: countWaiting(workbooks.map(({ hold }) => hold)),
      unanswered: countWaiting(workbooks.map(({ answerTrouble }) => answerTrouble)),
    };
    return context.json(health, 200, { 'cache-control': 'no-store' });
  });
}

function countWaiting(troubles: readonly (Hold | null)[]): z.infer<typeof waiting> {
  const days = troubles.flatMap((trouble) => trouble?.since ?? []).toSorted();
  return { count: days.length, since: days[0] ?? null };
}
