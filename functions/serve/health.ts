/** GET /api/health: whether the store answers. Says nothing about what is in it. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { problemResponses } from './problem.ts';
import { createRoutes, okJson, type RouteDependencies } from './requests.ts';

const healthSchema = z.object({ status: z.literal('ok'), hasRelease: z.boolean() }).meta({ id: 'Health' });

const route = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the store answers',
  responses: { 200: okJson(healthSchema, 'It does'), ...problemResponses },
});

export function healthRoutes({ published }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const hasRelease = (await published.readHistory()).length > 0;
    return context.json({ status: 'ok' as const, hasRelease }, 200, { 'cache-control': 'no-store' });
  });
}
