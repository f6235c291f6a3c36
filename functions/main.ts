/**
 * The composition root of the cloud: reads the settings, chooses the adapters, and registers the functions. The only
 * file that knows functions-framework. What plan, ingest and publish do when they are called is in open-calls.ts.
 */
import type { IncomingMessage } from 'node:http';
import { http } from '@google-cloud/functions-framework';
import { pause, systemClock } from './adapters/clock.ts';
import { googleRequests } from './adapters/google/request-count.ts';
import { createJsonLog, traceField, withFields } from './adapters/log.ts';
import { packBytes } from './adapters/pack.ts';
import { requestFields, withRequestFields } from './adapters/request-fields.ts';
import { createListener } from './listener.ts';
import { openAccess } from './open-access.ts';
import { openCalls, openInvokerCheck, openQueue } from './open-calls.ts';
import { openKeeping } from './open-keeping.ts';
import { renewPeopleTwice } from './open-people.ts';
import { openReceivers } from './open-receivers.ts';
import { openStore } from './open-store.ts';
import { type OpenedWorkbooks, openWorkbooks, type RegistryReport } from './open-workbooks.ts';
import { MalformedMessage } from './queue/messages.ts';
import type { RunWorld } from './run.ts';
import { openApi } from './serve/api.ts';
import { keepRelease } from './serve/kept-release.ts';
import { readAccessSettings } from './settings/access-settings.ts';
import { readKeepSettings } from './settings/keep-settings.ts';
import { readRunSettings } from './settings/run-settings.ts';
import { readTellSettings } from './settings/tell-settings.ts';
import { readSettings } from './settings.ts';
import { leaveBodiesUnread } from './unread-bodies.ts';

// Express answers malformed JSON by itself, with a stack trace unless it is told that this is no workbench.
process.env.NODE_ENV ??= 'production';

const settings = readSettings(process.env);
const access = readAccessSettings(process.env, settings.audiences);
const tellSettings = readTellSettings(process.env);
const log = createJsonLog(process.stdout, requestFields);
const store = await openStore(settings.store, settings.googleRootUrl);

/** A new release may be seen so many seconds later; without it every answer reads the pointer first. */
const releaseSeconds = 1;
const opened = openApi({
  store: keepRelease(store, systemClock, releaseSeconds),
  ...openAccess({ ...settings, settings: access, store, log, clock: systemClock }),
  pollSeconds: settings.pollSeconds,
  log,
  clock: systemClock,
  expectedMinutes: tellSettings.expectedMinutes,
  metricsToken: tellSettings.metricsToken,
  pack: packBytes,
});

// Where only the API runs, the cloud says so; elsewhere its addresses do.
leaveBodiesUnread((address) => process.env.FUNCTION_TARGET === 'api' || address.startsWith('/api/'));
http(
  'api',
  createListener(opened, async (request, work) => await withRequestFields(fieldsOf(request), work)),
);

const afterwards = openKeeping(store, readKeepSettings(process.env), settings.googleRootUrl);
const runSettings = readRunSettings(process.env);
const check = await openInvokerCheck(runSettings, { rootUrl: settings.googleRootUrl, clock: systemClock });
const calls = openCalls({
  openWorld: async () => {
    const opened = await openRegistered();
    return { opened, world: worldOf(opened) };
  },
  queue: await openQueue(runSettings, settings.googleRootUrl),
  runSeconds: settings.runSeconds,
  createHolder: () => crypto.randomUUID(),
});

onCall('plan', async (body) => {
  const planned = (await calls.plan(body)) as { readonly registry: RegistryReport | null };
  warnOfRegistry(planned.registry);
  return planned;
});
onCall('ingest', calls.ingest);
onCall('publish', calls.publish);
// On a schedule of its own: a run that never starts tells nobody.
onCall('tell', tell);
// Called each minute: a role that is taken ends within one.
onCall('people', async () => {
  const { workbooks: place, googleRootUrl: rootUrl, keyFile } = settings;
  if (place?.kind !== 'registry') throw new Error('KASANARI_REGISTRY is not set: there are no 利用者 to read.');
  const google = { rootUrl, keyFile, hasFeedback: false };
  const world = { registry: place.registry, store, google, clock: systemClock, log };
  return await renewPeopleTwice(world, async () => await pause(access.peopleAgainSeconds * 1000));
});

/** A function that does the work of a POST, for the invoker alone. What failed is logged; whoever called tries again. */
function onCall(name: string, work: (body: unknown) => Promise<object>): void {
  http(name, async (request, response) => {
    if (request.method !== 'POST') {
      response.status(405).set('allow', 'POST').json({ error: 'Use POST.' });
      return;
    }
    const caller = check === null ? 'ours' : await check(request.get('authorization'), name);
    if (caller !== 'ours') {
      log.warn('call/refused', { path: name, caller });
      response.status(caller === 'unsure' ? 503 : 401).json({ error: 'Only Kasanari itself may call this.' });
      return;
    }
    try {
      const isRun = name === 'plan' || name === 'publish';
      const answer = await withRequestFields(fieldsOf(request), async () => {
        try {
          return await work(request.body);
        } finally {
          if (isRun) await tellAfterRun();
        }
      });
      response.status(200).json(answer);
    } catch (error) {
      if (error instanceof MalformedMessage) {
        response.status(400).json({ error: 'The body must be JSON like { "workbook": "…" }, or a message of ours.' });
        return;
      }
      log.error('run/failed', {
        path: request.path,
        cause: error instanceof Error ? `${error.name}: ${error.message}` : '',
      });
      response.status(500).json({ error: 'The run failed; the last release stands. The log says why.' });
    }
  });
}

async function openRegistered(): Promise<OpenedWorkbooks> {
  const { workbooks: place, googleRootUrl: rootUrl, keyFile, hasFeedback } = settings;
  if (place === null) {
    throw new Error('Neither KASANARI_REGISTRY nor KASANARI_WORKBOOKS is set: this deployment only serves.');
  }
  return await openWorkbooks({ place, store, google: { rootUrl, keyFile, hasFeedback } });
}

function worldOf({ source, feedback, guides, protections, registryProblems }: OpenedWorkbooks): RunWorld {
  const run = `${systemClock.now().toISOString()}-${crypto.randomUUID().slice(0, 4)}`;
  const requests = () => googleRequests.made;
  const opened = { source, feedback, guides, protections, registryProblems };
  return { ...opened, run, requests, afterwards, store, clock: systemClock, log: withFields(log, { run }) };
}

/** Tells whoever is to know what is wrong, where anything is. */
async function tell(): Promise<object> {
  const { tellNow } = await import('./tell-now.ts');
  const { expectedMinutes } = tellSettings;
  const receivers = await openReceivers(tellSettings);
  return await tellNow({ store, clock: systemClock, log, receivers, expectedMinutes, publicUrl: access.publicUrl });
}

/** The run stands, whatever becomes of telling. */
async function tellAfterRun(): Promise<void> {
  try {
    await tell();
  } catch (error) {
    log.error('tell/not-told', { cause: error instanceof Error ? `${error.name}: ${error.message}` : '' });
  }
}

/** Cloud Logging puts the lines of one request together by its trace. */
function fieldsOf({ headers }: IncomingMessage) {
  const context = headers['x-cloud-trace-context'];
  return traceField(typeof context === 'string' ? context : undefined, process.env.GOOGLE_CLOUD_PROJECT);
}

/** The log is what the administrator's alerts look at. Rows of the registry are named, nothing in them. */
function warnOfRegistry(registry: RegistryReport | null): void {
  for (const { code } of registry?.troubles ?? []) log.warn('registry/trouble', { code });
  const errors = registry?.findings.filter(({ severity }) => severity === 'error') ?? [];
  for (const { code, row } of errors) log.warn('registry/finding', { code, row });
}
