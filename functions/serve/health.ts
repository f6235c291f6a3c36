/**
 * GET /api/health: whether the store answers, whether runs come and end well, and how many workbooks wait for somebody since when. For
 * monitors without an account: it names nobody and nothing. Where runs have stopped or fail it is a 503, since that is all that most
 * monitors look at.
 */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Hold } from '../ingest/ingested.ts';
import { judgeHealth } from '../tell/run-health.ts';
import { problemResponses } from './problem.ts';
import { createRoutes, okJson, type RouteDependencies } from './requests.ts';
import { readRuns } from './runs.ts';

const waiting = z.object({
  count: z.int().min(0),
  since: z.iso.date().nullable().meta({ description: 'The first day of the one that has waited longest' }),
});

const healthSchema = z
  .object({
    status: z
      .enum(['ok', 'late', 'failing'])
      .meta({ description: 'late: no run has ended for longer than is expected. failing: the last runs failed' }),
    since: z.iso.datetime().nullable().meta({ description: 'Since when it is late or failing; null where it is ok' }),
    hasRelease: z.boolean(),
    ranAt: z.iso.datetime().nullable().meta({
      description: 'When the latest run that published ended, whether or not figures changed; null before the first',
    }),
    expectedMinutes: z
      .number()
      .nullable()
      .meta({ description: 'Within so many minutes of a run the next has ended; null where runs have no schedule' }),
    held: waiting.meta({ description: 'Workbooks whose new contents are not used' }),
    unanswered: waiting.meta({ description: 'Workbooks that could be read but not be answered in' }),
  })
  .meta({ id: 'Health' });

const route = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the store answers, and whether runs come and end well',
  responses: {
    200: okJson(healthSchema, 'All is well'),
    ...problemResponses,
    503: {
      description: 'Runs are late or failing; or the store cannot be read',
      content: { 'application/json': { schema: healthSchema } },
    },
  },
});

export function healthRoutes({ store, published, clock, expectedMinutes }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const hasRelease = (await published.readHistory()).length > 0;
    const [status, runs] = [await published.readStatus(), await readRuns(store)];
    const workbooks = status?.workbooks ?? [];
    const ranAt = status?.ranAt ?? null;
    const judged = judgeHealth({ runs, ranAt, now: clock.now(), expectedMinutes });
    const health = {
      status: judged.status,
      since: judged.since,
      hasRelease,
      ranAt,
      expectedMinutes,
      held: countWaiting(workbooks.map(({ hold }) => hold)),
      unanswered: countWaiting(workbooks.map(({ answerTrouble }) => answerTrouble)),
    };
    return context.json(health, health.status === 'ok' ? 200 : 503, { 'cache-control': 'no-store' });
  });
}

function countWaiting(troubles: readonly (Hold | null)[]): z.infer<typeof waiting> {
  const days = troubles.flatMap((trouble) => trouble?.since ?? []).toSorted();
  return { count: days.length, since: days[0] ?? null };
}
