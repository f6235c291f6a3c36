/**
 * The composition root of the cloud: reads the settings, chooses the adapters, and registers the functions. The only
 * file that knows functions-framework. `plan` does a whole run in one process; `ingest` takes one workbook and `publish`
 * none, so that a queue can be put between them without changing either.
 */
import { http, type Request, type Response } from '@google-cloud/functions-framework';
import { getRequestListener } from '@hono/node-server';
import * as z from 'zod';
import { systemClock } from './adapters/clock.ts';
import { createJsonLog } from './adapters/log.ts';
import { openStore } from './open-store.ts';
import { type OpenedWorkbooks, openWorkbooks, type RegistryReport } from './open-workbooks.ts';
import { ingestOne, publishNow, type RunWorld, runOnce } from './run.ts';
import { createApi } from './serve/api.ts';
import { createFixedIdentity } from './serve/identity.ts';
import { readSettings } from './settings.ts';

// Express answers malformed JSON by itself, with a stack trace unless it is told that this is no workbench.
process.env.NODE_ENV ??= 'production';

const settings = readSettings(process.env);
const log = createJsonLog();
const store = await openStore(settings.store, settings.googleRootUrl);

const api = createApi({
  store,
  identity: createFixedIdentity(settings.audiences),
  pollSeconds: settings.pollSeconds,
  log,
  clock: systemClock,
});

http('api', getRequestListener(api.fetch, { overrideGlobalObjects: false }));

http('plan', async (request, response) => {
  await answer(request, response, async () => {
    const opened = await openRegistered();
    const result = await runOnce({ ...worldOf(opened), timeLimitSeconds: settings.runSeconds });
    const registry = opened.report();
    warnOfRegistry(registry);
    return { ...result, registry };
  });
});

/** One workbook, as JSON { "workbook": "…" } or as the data of a CloudEvent. */
const ingestRequest = z.union([
  z.object({ workbook: z.string().min(1) }),
  z.object({ data: z.object({ workbook: z.string().min(1) }) }).transform(({ data }) => data),
]);

http('ingest', async (request, response) => {
  const asked = ingestRequest.safeParse(request.body);
  if (!asked.success) {
    response.status(400).json({ error: 'The body must be JSON like { "workbook": "…" }.' });
    return;
  }
  await answer(request, response, async () => await ingestOne(worldOf(await openRegistered()), asked.data.workbook));
});

http('publish', async (request, response) => {
  await answer(request, response, async () => await publishNow(worldOf(await openRegistered())));
});

/** Does the work of a POST and answers with what came of it. What failed is logged; whoever called tries again. */
async function answer(request: Request, response: Response, work: () => Promise<object>): Promise<void> {
  if (request.method !== 'POST') {
    response.status(405).set('allow', 'POST').json({ error: 'Use POST.' });
    return;
  }
  try {
    response.status(200).json(await work());
  } catch (error) {
    log.error('run/failed', {
      path: request.path,
      cause: error instanceof Error ? `${error.name}: ${error.message}` : '',
    });
    response.status(500).json({ error: 'The run failed; the last release stands. The log says why.' });
  }
}

async function openRegistered(): Promise<OpenedWorkbooks> {
  const { workbooks: place, googleRootUrl: rootUrl, keyFile, hasFeedback } = settings;
  if (place === null) {
    throw new Error('Neither KASANARI_REGISTRY nor KASANARI_WORKBOOKS is set: this deployment only serves.');
  }
  return await openWorkbooks({ place, store, google: { rootUrl, keyFile, hasFeedback } });
}

function worldOf({ source, feedback, guides, protections }: OpenedWorkbooks): RunWorld {
  return { source, feedback, guides, protections, store, clock: systemClock, log };
}

/** The log is what the administrator's alerts look at. Rows of the registry are named, nothing in them. */
function warnOfRegistry(registry: RegistryReport | null): void {
  for (const { code } of registry?.troubles ?? []) log.warn('registry/trouble', { code });
  const errors = registry?.findings.filter(({ severity }) => severity === 'error') ?? [];
  for (const { code, row } of errors) log.warn('registry/finding', { code, row });
}
