/** GET /api/prefectures/{code}: municipal totals by fiscal year, nothing finer. */
import { createRoute } from '@hono/zod-openapi';
import type { PrefectureIndex } from '../publish/release.ts';
import { requireMayOpen } from './identity.ts';
import { problemResponses } from './problem.ts';
import { prefectureIndexSchema } from './published-schemas.ts';
import { createRoutes, okJson, prefectureParams, type RouteDependencies, releaseQuery } from './requests.ts';
import { answerStored } from './stored.ts';

const route = createRoute({
  method: 'get',
  path: '/prefectures/{code}',
  summary: "A prefecture's municipalities: totals by fiscal year",
  request: { params: prefectureParams, query: releaseQuery },
  responses: { 200: okJson(prefectureIndexSchema, 'The prefecture'), ...problemResponses },
});

export function prefectureRoutes({ published }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const { code } = context.req.valid('param');
    requireMayOpen(context.var.visitor, `prefecture:${code}`);
    const opened = await published.openRelease(context.req.valid('query').release);
    const { name } = await published.openPrefecture(opened.release, code);
    return await answerStored<PrefectureIndex>(context, { published, name, isPinned: opened.isPinned });
  });
}
