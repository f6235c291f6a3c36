/** GET /api/municipalities/{code}/figures/{division}/{slice}: one cut of a municipality's figures. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Cut } from '../publish/release.ts';
import { cutKinds } from '../publish/schemas.ts';
import { ProblemError, problemResponses } from './problem.ts';
import { openMunicipality } from './published.ts';
import { cutSchema } from './published-schemas.ts';
import { createRoutes, municipalityParams, okJson, type RouteDependencies, releaseQuery } from './requests.ts';
import { answerStored } from './stored.ts';

const route = createRoute({
  method: 'get',
  path: '/municipalities/{code}/figures/{division}/{slice}',
  summary: 'Figures of one area, or of one pathway or target by area',
  request: {
    params: municipalityParams.extend({
      division: z.enum(cutKinds).meta({
        description:
          'area: one area. division: one pathway or target of every area, or all. overview, pathways, targets (of an area) and areas ' +
          '(of a pathway or target, or all): the parts of them that a page shows first.',
      }),
      slice: z
        .string()
        .min(1)
        .max(200)
        .meta({ description: "An area's, pathway's or target's code, or 'all'", example: 'P04' }),
    }),
    query: releaseQuery,
  },
  responses: { 200: okJson(cutSchema, 'A cut'), ...problemResponses },
});

export function figureRoutes({ published }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const { code, division, slice } = context.req.valid('param');
    const { opened, index } = await openMunicipality(published, context.var.visitor, {
      code,
      ...context.req.valid('query'),
    });
    const name = index.cuts[`${division}/${slice}`];
    if (name === undefined) throw new ProblemError('not-in-release', { name: `${division}/${slice}` });
    return await answerStored<Cut>(context, { published, name, opened });
  });
}
