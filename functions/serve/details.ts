/**
 * GET /api/municipalities/{code}/details/{kind}/{slice}: what stands beside the figures: where cases come from and go to,
 * whose problems overlap, what was done, what was corrected.
 */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { CorrectionsObject, FlowObject, PeopleObject, SupportObject } from '../publish/detail.ts';
import type { RowsObject } from '../publish/row-views.ts';
import { ProblemError, problemResponses } from './problem.ts';
import { openMunicipality } from './published.ts';
import { correctionsSchema, detailSchema } from './published-schemas.ts';
import { createRoutes, municipalityParams, okJson, type RouteDependencies, releaseQuery } from './requests.ts';
import { answerStored } from './stored.ts';

const route = createRoute({
  method: 'get',
  path: '/municipalities/{code}/details/{kind}/{slice}',
  summary:
    'The flow 経路 → 対象 → つなぎ先, the overlaps, or the support of one area; or the rows of one tab in a fiscal year',
  request: {
    params: municipalityParams.extend({
      kind: z.enum(['flow', 'people', 'support', 'rows']),
      slice: z.string().min(1).max(200).meta({
        description:
          "An area's code (the municipality's code for the root); of rows a tab and a fiscal year, like cases-FY2024",
        example: 'E01',
      }),
    }),
    query: releaseQuery,
  },
  responses: { 200: okJson(detailSchema, 'The detail'), ...problemResponses },
});

const correctionsRoute = createRoute({
  method: 'get',
  path: '/municipalities/{code}/details/corrections',
  summary: 'The ledger of corrections (訂正の記録), newest first',
  request: { params: municipalityParams, query: releaseQuery },
  responses: { 200: okJson(correctionsSchema, 'The ledger'), ...problemResponses },
});

export function detailRoutes({ published }: RouteDependencies) {
  return createRoutes()
    .openapi(correctionsRoute, async (context) => {
      const request = { ...context.req.valid('param'), ...context.req.valid('query') };
      const { opened, index } = await openMunicipality(published, context.var.visitor, request);
      const name = nameOf(index.details, 'corrections');
      return await answerStored<CorrectionsObject>(context, { published, name, opened });
    })
    .openapi(route, async (context) => {
      const { code, kind, slice } = context.req.valid('param');
      const { opened, index } = await openMunicipality(published, context.var.visitor, {
        code,
        ...context.req.valid('query'),
      });
      const name = nameOf(index.details, `${kind}/${slice}`);
      return await answerStored<FlowObject | PeopleObject | SupportObject | RowsObject>(context, {
        published,
        name,
        opened,
      });
    });
}

/** @throws ProblemError 'not-in-release'; a release of an earlier version has no details at all. */
function nameOf(details: Readonly<Record<string, string>> | undefined, name: string): string {
  const object = details?.[name];
  if (object === undefined) throw new ProblemError('not-in-release', { name });
  return object;
}
