/**
 * GET /api/prefectures/{code} and its comparison (市町村比較), small numbers hidden; under /api/public the same for everybody, with
 * more of them hidden.
 */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { ComparisonObject, MeasureComparison } from '../publish/comparison.ts';
import type { Audience, PrefectureIndex, PublicIndex } from '../publish/release.ts';
import { requireMayOpen, type Visitor } from './identity.ts';
import { ProblemError, problemResponses } from './problem.ts';
import type { Published } from './published.ts';
import {
  comparedMeasureSchema,
  comparisonObjectSchema,
  prefectureIndexSchema,
  publicIndexSchema,
} from './published-schemas.ts';
import { createRoutes, okJson, prefectureParams, type RouteDependencies, releaseQuery } from './requests.ts';
import { answerStored } from './stored.ts';

const measureParams = prefectureParams.extend({
  measure: z
    .string()
    .regex(/^[NR][0-9]{2}$/)
    .meta({ description: 'An indicator by which municipalities are compared', example: 'R06' }),
});

const indexRoute = createRoute({
  method: 'get',
  path: '/prefectures/{code}',
  summary: "A prefecture's municipalities: totals by fiscal year",
  request: { params: prefectureParams, query: releaseQuery },
  responses: { 200: okJson(prefectureIndexSchema, 'The prefecture'), ...problemResponses },
});

const comparisonRoute = createRoute({
  method: 'get',
  path: '/prefectures/{code}/comparison',
  summary: 'Where the comparison of its municipalities starts (市町村比較)',
  request: { params: prefectureParams, query: releaseQuery },
  responses: { 200: okJson(comparisonObjectSchema, 'The comparison'), ...problemResponses },
});

const measureRoute = createRoute({
  method: 'get',
  path: '/prefectures/{code}/comparison/{measure}',
  summary: 'Its municipalities by one measure, over all periods',
  request: { params: measureParams, query: releaseQuery },
  responses: { 200: okJson(comparedMeasureSchema, 'The measure'), ...problemResponses },
});

const publicRoute = createRoute({
  method: 'get',
  path: '/public',
  summary: 'The prefectures that everybody may see',
  request: { query: releaseQuery },
  responses: { 200: okJson(publicIndexSchema, 'The prefectures'), ...problemResponses },
});

const publicIndexRoute = createRoute({
  ...indexRoute,
  path: '/public/prefectures/{code}',
  summary: 'What everybody may see of a prefecture',
});
const publicComparisonRoute = createRoute({ ...comparisonRoute, path: '/public/prefectures/{code}/comparison' });
const publicMeasureRoute = createRoute({ ...measureRoute, path: '/public/prefectures/{code}/comparison/{measure}' });

type Whose = 'prefecture' | 'public';

export function prefectureRoutes({ published }: RouteDependencies) {
  const open = createOpener(published);
  return createRoutes()
    .openapi(indexRoute, async (context) => {
      const { name, opened } = await open('prefecture', context.var.visitor, {
        ...context.req.valid('param'),
        ...context.req.valid('query'),
      });
      return await answerStored<PrefectureIndex>(context, { published, name, opened });
    })
    .openapi(comparisonRoute, async (context) => {
      const { index, opened } = await open('prefecture', context.var.visitor, {
        ...context.req.valid('param'),
        ...context.req.valid('query'),
      });
      return await answerStored<ComparisonObject>(context, { published, name: index.comparison.start, opened });
    })
    .openapi(measureRoute, async (context) => {
      const { index, opened } = await open('prefecture', context.var.visitor, {
        ...context.req.valid('param'),
        ...context.req.valid('query'),
      });
      const name = measureOf(index, context.req.valid('param').measure);
      return await answerStored<MeasureComparison>(context, { published, name, opened });
    })
    .openapi(publicRoute, async (context) => {
      requireMayOpen(context.var.visitor, 'public');
      const opened = await published.openRelease(context.req.valid('query').release);
      const { name } = await published.openPublic(opened.release);
      return await answerStored<PublicIndex>(context, { published, name, opened });
    })
    .openapi(publicIndexRoute, async (context) => {
      const { name, opened } = await open('public', context.var.visitor, {
        ...context.req.valid('param'),
        ...context.req.valid('query'),
      });
      return await answerStored<PrefectureIndex>(context, { published, name, opened });
    })
    .openapi(publicComparisonRoute, async (context) => {
      const { index, opened } = await open('public', context.var.visitor, {
        ...context.req.valid('param'),
        ...context.req.valid('query'),
      });
      return await answerStored<ComparisonObject>(context, { published, name: index.comparison.start, opened });
    })
    .openapi(publicMeasureRoute, async (context) => {
      const { index, opened } = await open('public', context.var.visitor, {
        ...context.req.valid('param'),
        ...context.req.valid('query'),
      });
      const name = measureOf(index, context.req.valid('param').measure);
      return await answerStored<MeasureComparison>(context, { published, name, opened });
    });
}

function createOpener(published: Published) {
  return async (
    whose: Whose,
    visitor: Visitor,
    { code, release }: { readonly code: string; readonly release?: string | undefined },
  ) => {
    const audience: Audience = whose === 'public' ? 'public' : `prefecture:${code}`;
    requireMayOpen(visitor, audience);
    const opened = await published.openRelease(release);
    return { opened, ...(await published.openPrefecture(opened, code, whose)) };
  };
}

/** @throws ProblemError 'not-in-release' */
function measureOf({ comparison }: PrefectureIndex, measure: string): string {
  const name = comparison.measures[measure];
  if (name === undefined) throw new ProblemError('not-in-release', { name: measure });
  return name;
}
