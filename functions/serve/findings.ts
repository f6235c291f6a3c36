/** GET /api/municipalities/{code}/findings: チェック結果, for the office's own audience. */
import { createRoute } from '@hono/zod-openapi';
import type { FindingsObject } from '../publish/release.ts';
import { problemResponses } from './problem.ts';
import { openMunicipality } from './published.ts';
import { findingsSchema } from './published-schemas.ts';
import { createRoutes, municipalityParams, okJson, type RouteDependencies, releaseQuery } from './requests.ts';
import { answerStored } from './stored.ts';

const route = createRoute({
  method: 'get',
  path: '/municipalities/{code}/findings',
  summary: 'チェック結果 of a municipality: what could not be counted, where, and how to mend it',
  request: { params: municipalityParams, query: releaseQuery },
  responses: { 200: okJson(findingsSchema, 'The findings'), ...problemResponses },
});

export function findingRoutes({ published }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const request = { ...context.req.valid('param'), ...context.req.valid('query') };
    const { opened, index } = await openMunicipality(published, context.var.visitor, request);
    return await answerStored<FindingsObject>(context, { published, name: index.findings, opened });
  });
}
