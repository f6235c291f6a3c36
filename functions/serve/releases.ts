/** GET /api/releases: which releases are still kept, newest first. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { requireMayOpenAnything } from './identity.ts';
import { problemResponses } from './problem.ts';
import { createRoutes, okJson, type RouteDependencies } from './requests.ts';
import { answerComposed } from './stored.ts';

const releaseListSchema = z
  .object({
    format: z.literal(1),
    releases: z.array(
      z.object({
        release: z.string().meta({ description: 'Name for the parameter `release` of other routes' }),
        publishedAt: z.iso.datetime(),
        isCurrent: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ReleaseList' });

const route = createRoute({
  method: 'get',
  path: '/releases',
  summary: 'The releases that are still kept, newest first',
  responses: { 200: okJson(releaseListSchema, 'Newest first'), ...problemResponses },
});

export function releaseRoutes({ published }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    requireMayOpenAnything(context.var.visitor);
    const history = await published.readHistory();
    const releases = history.map((entry, position) => ({ ...entry, isCurrent: position === 0 }));
    return await answerComposed(context, { format: 1 as const, releases }, false);
  });
}
