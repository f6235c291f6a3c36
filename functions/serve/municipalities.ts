/** GET /api/municipalities, one municipality's index, and its areas. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { OfficeIndex } from '../publish/release.ts';
import type { Visitor } from './identity.ts';
import { mayOpen, requireMayOpenAnything } from './identity.ts';
import { problemResponses } from './problem.ts';
import { type OpenRelease, openMunicipality, type Published } from './published.ts';
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
      const indexes = await openOffices(published, opened, context.var.visitor);
      const municipalities = indexes.map(({ index }) => ({ ...index.municipality, dataUntil: index.dataUntil }));
      return await answerComposed(
        context,
        { format: 1 as const, asOf: opened.release.asOf, municipalities },
        opened.isPinned,
      );
    })
    .openapi(indexRoute, async (context) => {
      const request = { ...context.req.valid('param'), ...context.req.valid('query') };
      const { opened, name } = await openMunicipality(published, context.var.visitor, request);
      return await answerStored<OfficeIndex>(context, { published, name, isPinned: opened.isPinned });
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

/** What each municipality that the visitor may open starts from, by code. */
export async function openOffices(
  published: Published,
  opened: OpenRelease,
  visitor: Visitor,
): Promise<readonly { readonly name: string; readonly index: OfficeIndex }[]> {
  const codes = Object.keys(opened.release.audiences)
    .filter((audience) => audience.startsWith('office:'))
    .map((audience) => audience.slice('office:'.length))
    .filter((code) => mayOpen(visitor, `office:${code}`))
    .toSorted();
  return await Promise.all(codes.map(async (code) => await published.openOffice(opened.release, code)));
}
