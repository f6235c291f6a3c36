/** GET /api/municipalities/{code}/goals: 成果目標 with their results, judged or not and why. */
import { createRoute } from '@hono/zod-openapi';
import type { GoalsObject } from '../publish/release.ts';
import { problemResponses } from './problem.ts';
import { openMunicipality } from './published.ts';
import { goalsSchema } from './published-schemas.ts';
import { createRoutes, municipalityParams, okJson, type RouteDependencies, releaseQuery } from './requests.ts';
import { answerStored } from './stored.ts';

const route = createRoute({
  method: 'get',
  path: '/municipalities/{code}/goals',
  summary: '成果目標 of a municipality',
  request: { params: municipalityParams, query: releaseQuery },
  responses: { 200: okJson(goalsSchema, 'The goals'), ...problemResponses },
});

export function goalRoutes({ published }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const request = { ...context.req.valid('param'), ...context.req.valid('query') };
    const { opened, index } = await openMunicipality(published, context.var.visitor, request);
    return await answerStored<GoalsObject>(context, { published, name: index.goals, opened });
  });
}
