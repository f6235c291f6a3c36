/**
 * createApi: the read API under /api, put together from its resources. It identifies the asker, hands out stored bytes
 * and computes nothing. The same app runs as the cloud function `api` and under `npm start`.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { auditRoutes } from './audit.ts';
import { createCommandList, findForgery, isReading } from './commands.ts';
import { detailRoutes } from './details.ts';
import { exportRoutes } from './exports.ts';
import { figureRoutes } from './figures.ts';
import { findingRoutes } from './findings.ts';
import { goalRoutes } from './goals.ts';
import { healthRoutes } from './health.ts';
import { createKnownAnswers } from './known-answers.ts';
import { letThroughRoutes } from './let-through.ts';
import { metricsRoutes } from './metrics.ts';
import { municipalityRoutes } from './municipalities.ts';
import { operationRoutes } from './operation.ts';
import { createPackedObjects } from './packed.ts';
import { prefectureRoutes } from './prefectures.ts';
import { answerProblem, answerThrown } from './problem.ts';
import { createPublished } from './published.ts';
import { releaseRoutes } from './releases.ts';
import { createRequestLimiter, limitAddresses, limitPeople, limitSize } from './request-limits.ts';
import type { ApiDependencies, RequestVariables } from './requests.ts';
import { apiPolicy, setSecurityHeaders } from './security-headers.ts';
import { sessionRoutes } from './session.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { answerComposed } from './stored.ts';
import { variesBy } from './stored-headers.ts';
import { workbookRoutes } from './workbooks.ts';

/** None of them says anything about anybody, so they are answered before it is known who asks. */
const openPaths: ReadonlySet<string> = new Set([
  '/api/health',
  '/api/openapi.json',
  // Asks for its token, or who it is, by itself.
  '/api/metrics',
  '/api/sign-in',
  '/api/sign-in/callback',
  '/api/sign-out',
]);

const description = {
  openapi: '3.1.0',
  info: {
    title: 'Kasanari',
    version: '1',
    description:
      'Figures of the multi-layered support programme (重層的支援体制整備事業), precomputed for each audience. ' +
      'Every answer has an ETag; errors are application/problem+json with a Japanese and an English sentence.',
  },
  servers: [{ url: '/' }],
};

export function createApi(asked: ApiDependencies) {
  return openApi(asked).api;
}

/** The app, and what it has answered: known answers may be given without it. */
export function openApi(asked: ApiDependencies) {
  const { store, identity, pollSeconds, log, clock, publicUrl = null, expectedMinutes = null } = asked;
  const { signIn = null, limits = null, metricsToken = null } = asked;
  const limiter = limits === null ? null : createRequestLimiter(limits, clock);
  const packed = asked.pack ? createPackedObjects(asked.pack) : null;
  const known = 'recallRelease' in store ? createKnownAnswers({ store, identity, limiter, packed }) : null;
  const dependencies = { store, published: createPublished(store), pollSeconds, log, clock, expectedMinutes, signIn };
  const app = new OpenAPIHono<RequestVariables>();
  app.onError((thrown, context) => answerThrown(thrown, context, log));
  app.notFound(() => answerProblem('no-such-address'));
  app.use(compress());
  app.use(setSecurityHeaders(apiPolicy));
  app.use(async (context, next) => {
    await next();
    context.res.headers.set('vary', variesBy);
  });
  app.use(limitSize());
  if (limiter !== null) app.use(limitAddresses(limiter));
  app.use(async (context, next) => {
    const { method, path } = context.req;
    if (!isReading(method)) {
      if (!isCommand(method, path)) return answerProblem('read-only');
      const forgery = findForgery(context.req.raw.headers, publicUrl);
      if (forgery !== null) return answerProblem(forgery);
    }
    context.set('known', known);
    context.set('packed', packed);
    if (!openPaths.has(context.req.path)) context.set('visitor', await identity.identify(context.req.raw));
    await next();
    return undefined;
  });
  if (limiter !== null) app.use(limitPeople(limiter));
  const routes = app
    .route('/api', healthRoutes(dependencies))
    .route('/api', sessionRoutes(dependencies))
    .route('/api', releaseRoutes(dependencies))
    .route('/api', municipalityRoutes(dependencies))
    .route('/api', figureRoutes(dependencies))
    .route('/api', detailRoutes(dependencies))
    .route('/api', goalRoutes(dependencies))
    .route('/api', findingRoutes(dependencies))
    .route('/api', workbookRoutes(dependencies))
    .route('/api', prefectureRoutes(dependencies))
    .route('/api', exportRoutes(dependencies))
    .route('/api', operationRoutes(dependencies))
    .route('/api', auditRoutes(dependencies))
    .route('/api', metricsRoutes({ ...dependencies, identity, metricsToken }))
    .route('/api', signInRoutes(dependencies))
    .route('/api', letThroughRoutes(dependencies));
  const isCommand = createCommandList(routes.routes);
  let document: object | null = null;
  routes.get('/api/openapi.json', async (context) => {
    document ??= routes.getOpenAPI31Document(description);
    return await answerComposed(context, document, false);
  });
  return { api: routes, known };
}

/** The routes with their parameters and answers, for typed clients. */
export type Api = ReturnType<typeof createApi>;
