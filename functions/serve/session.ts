/** GET /api/session: who asks, what they may open, and which release is current. The dashboard asks again and again. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Session } from '../publish/release.ts';
import type { Store } from '../world.ts';
import { accountSchema, describeAccount, describeLocalRoles, localRolesSchema } from './account.ts';
import { listHeldWorkbooks } from './held-workbooks.ts';
import { mayOpen, type Visitor } from './identity.ts';
import { type ListedOffice, listOffices } from './office-list.ts';
import { ProblemError, problemResponses } from './problem.ts';
import type { OpenRelease, Published } from './published.ts';
import { createRoutes, okJson, type RouteDependencies } from './requests.ts';
import { answerComposed } from './stored.ts';

const objectName = z.string().meta({ description: 'SHA-256 of the object' });
const bilingual = z.object({ ja: z.string(), en: z.string() });
const prefecture = z.object({ code: z.string(), name: z.string(), index: objectName });

const sessionSchema = z
  .object({
    format: z.literal(1),
    isLocal: z.boolean(),
    isAdministrator: z.boolean(),
    account: accountSchema,
    localRoles: localRolesSchema,
    ranAt: z.string().nullable().meta({ description: 'When the latest run that published ended' }),
    expectedMinutes: z.number().nullable(),
    release: objectName.nullable(),
    publishedAt: z.string().nullable(),
    pollSeconds: z.number(),
    municipalities: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        prefecture: z.string(),
        prefectureName: z.string(),
        isFictional: z.boolean(),
        dataUntil: z.string().nullable(),
        index: objectName,
      }),
    ),
    prefectures: z.array(prefecture),
    publicPrefectures: z.array(prefecture).meta({ description: 'What everybody may see, under /api/public' }),
    held: z.array(z.object({ fileName: z.string(), municipality: z.string().nullable(), reason: bilingual })),
  })
  .meta({ id: 'Session' });

const route = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who asks, what they may open, and the current release',
  responses: { 200: okJson(sessionSchema, 'The session'), ...problemResponses },
});

export function sessionRoutes({ store, published, pollSeconds, expectedMinutes, signIn }: RouteDependencies) {
  return createRoutes().openapi(route, async (context) => {
    const { visitor } = context.var;
    const session: Session = {
      format: 1,
      isLocal: visitor.isLocal,
      isAdministrator: visitor.isAdministrator,
      ...describeAccount(visitor, signIn !== null),
      ...(await describeLocalRoles(context.req.raw, visitor, published, await published.openCurrent())),
      ranAt: (await published.readStatus())?.ranAt ?? null,
      expectedMinutes,
      pollSeconds,
      ...(await openable(published, store, visitor)),
    };
    return await answerComposed(context, session as z.infer<typeof sessionSchema>, false);
  });
}

type Openable = Pick<
  Session,
  'release' | 'publishedAt' | 'municipalities' | 'prefectures' | 'publicPrefectures' | 'held'
>;

/** What the visitor may open in the current release; who may open nothing gets empty lists, not an error. */
async function openable(published: Published, store: Store, visitor: Visitor): Promise<Openable> {
  const opened = await published.openCurrent();
  const offices = opened === null ? [] : await listOffices(published, opened, visitor);
  return {
    release: opened?.name ?? null,
    publishedAt: opened?.publishedAt ?? null,
    municipalities: offices.map(({ municipality, dataUntil, index }) => ({ ...municipality, dataUntil, index })),
    prefectures: opened === null ? [] : await openPrefectures(published, opened, visitor),
    publicPrefectures: opened === null || !mayOpen(visitor, 'public') ? [] : await openToAll(published, opened),
    held: visitor.isLocal ? await describeHeld(store, offices) : [],
  };
}

async function openPrefectures(published: Published, opened: OpenRelease, visitor: Visitor) {
  const codes = Object.keys(opened.release.audiences)
    .filter((audience) => audience.startsWith('prefecture:'))
    .map((audience) => audience.slice('prefecture:'.length))
    .filter((code) => mayOpen(visitor, `prefecture:${code}`))
    .toSorted();
  const prefectures = await Promise.all(codes.map(async (code) => await openIfProtected(published, opened, code)));
  return prefectures.flatMap((prefecture) => prefecture ?? []);
}

/** Prefectures of which everybody may see something; none where the release holds nothing for everybody. */
async function openToAll(published: Published, opened: OpenRelease): Promise<Session['publicPrefectures']> {
  if (opened.release.audiences.public === undefined) return [];
  const { index } = await published.openPublic(opened.release);
  const prefectures = await Promise.all(
    index.prefectures.map(async ({ code }) => await openIfProtected(published, opened, code, 'public')),
  );
  return prefectures.flatMap((prefecture) => prefecture ?? []);
}

/**
 * `null` of a release that was made before small numbers were protected, or under a looser rule than today's: its municipalities
 * can be opened all the same.
 */
async function openIfProtected(
  published: Published,
  opened: OpenRelease,
  code: string,
  audience: 'prefecture' | 'public' = 'prefecture',
) {
  try {
    const { name, index } = await published.openPrefecture(opened, code, audience);
    return { code, name: index.prefecture.name, index: name };
  } catch (error) {
    if (error instanceof ProblemError && ['not-in-release', 'looser-rule'].includes(error.code)) return null;
    throw error;
  }
}

/** Held workbooks with the municipality whose figures they feed, where one is known. */
async function describeHeld(store: Store, offices: readonly ListedOffice[]): Promise<Session['held']> {
  const municipalityOf = new Map(
    offices.flatMap(({ municipality, workbooks }) =>
      workbooks.map((workbook) => [workbook, municipality.code] as const),
    ),
  );
  return (await listHeldWorkbooks(store)).map(({ workbook, fileName, reason }) => ({
    fileName,
    municipality: municipalityOf.get(workbook) ?? null,
    reason,
  }));
}
