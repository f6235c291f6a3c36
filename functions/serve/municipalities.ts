/** GET /api/municipalities, one municipality's index, and its areas. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { OfficeIndex } from '../publish/release.ts';
import { requireMayOpenAnything } from './identity.ts';
import { listOffices } from './office-list.ts';
import { problemResponses } from './problem.ts';
import { openMunicipality } from './published.ts';
import { officeIndexSchema } from './published-schemas.ts';
import { createRoutes, municipalityParams, okJson, type RouteDependencies, releaseQuery } from './requests.ts';
import { answerComposed, answerStored, answerTagged } from './stored.ts';

const municipalityNameSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    prefecture: z.string(),
    prefectureName: z.string(),
    isFictional: z.boolean(),
  })
  .meta({ id: 'MunicipalityName' });

const municipalityListSchema = z
  .object({
    format: z.literal(1),
    asOf: z.string(),
    municipalities: z.array(municipalityNameSchema.extend({ dataUntil: z.string().nullable() })),
  })
  .meta({ id: 'MunicipalityList' });

const areaListSchema = z
  .object({
    format: z.literal(1),
    municipality: z.string(),
    areas: z
      .custom<OfficeIndex['areas']>()
      .meta({ type: 'array', items: { type: 'object' }, description: '圏域, root first' }),
  })
  .meta({ id: 'AreaList' });

const listRoute = createRoute({
  method: 'get',
  path: '/municipalities',
  summary: 'The municipalities that the visitor may open',
  request: { query: releaseQuery },
  responses: { 200: okJson(municipalityListSchema, 'Sorted by code'), ...problemResponses },
});

const indexRoute = createRoute({
  method: 'get',
  path: '/municipalities/{code}',
  summary: "A municipality's index: areas, periods, offices, and the names of its figures",
  request: { params: municipalityParams, query: releaseQuery },
  responses: { 200: okJson(officeIndexSchema, 'The index'), ...problemResponses },
});

const areasRoute = createRoute({
  method: 'get',
  path: '/municipalities/{code}/areas',
  summary: '圏域 of a municipality',
  request: { params: municipalityParams, query: releaseQuery },
  responses: { 200: okJson(areaListSchema, 'The areas'), ...problemResponses },
});

export function municipalityRoutes({ published }: RouteDependencies) {
  return createRoutes()
    .openapi(listRoute, async (context) => {
      requireMayOpenAnything(context.var.visitor);
      const opened = await published.openRelease(context.req.valid('query').release);
      const offices = await listOffices(published, opened, context.var.visitor);
      const municipalities = offices.map(({ municipality, dataUntil }) => ({ ...municipality, dataUntil }));
      return await answerComposed(
        context,
        { format: 1 as const, asOf: opened.release.asOf, municipalities },
        opened.isPinned,
      );
    })
    .openapi(indexRoute, async (context) => {
      const request = { ...context.req.valid('param'), ...context.req.valid('query') };
      const { opened, name } = await openMunicipality(published, context.var.visitor, request);
      return await answerStored<OfficeIndex>(context, { published, name, opened });
    })
    .openapi(areasRoute, async (context) => {
      const request = { ...context.req.valid('param'), ...context.req.valid('query') };
      const { opened, name, index } = await openMunicipality(published, context.var.visitor, request);
      const body = { format: 1 as const, municipality: index.municipality.code, areas: index.areas };
      return await answerTagged<typeof body>(context, {
        tag: `${name}.areas`,
        isPinned: opened.isPinned,
        contentType: 'application/json; charset=utf-8',
        read: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(body))),
      });
    });
}
