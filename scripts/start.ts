/** npm start: everything on this machine, with sample workbooks: dashboard and API on one loopback port, kept up to date. */
import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import type { RegisteredPlace } from '#functions/domain/registration.ts';
import { pruneReleases } from '#functions/keep/prune.ts';
import { type Afterwards, openKeeping } from '#functions/open-keeping.ts';
import { type OpenedWorkbooks, openWorkbooks } from '#functions/open-workbooks.ts';
import { runOnce } from '#functions/run.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { isLoopbackHost } from '#functions/serve/loopback.ts';
import { readKeepSettings } from '#functions/settings/keep-settings.ts';
import type { WorkbooksPlace } from '#functions/settings.ts';
import type { Store } from '#functions/world.ts';
import { describeRegistry, readGoogleSettings, requireWorkbooks } from './run/opened-workbooks.ts';
import { createProgressBar } from './run/progress-bar.ts';
import { describeEmptyFolder, describeRun } from './run/summary.ts';
import { terminalLog } from './run/terminal-log.ts';
import { requireFolderOrNothing, runCommand, WrongUsage } from './run/usage.ts';
import { buildDashboard } from './start/dashboard-build.ts';
import { createDashboard } from './start/dashboard-files.ts';
import { isPortTaken, joinApps, listenOnLoopback } from './start/local-server.ts';
import { makeSamplesOnce } from './start/make-samples-once.ts';
import { createOneAtATime } from './start/one-at-a-time.ts';
import { watchWorkbooks } from './start/watch-workbooks.ts';

const defaultPort = 8787;
/** Every edit of the samples leaves a release; older ones go at the next start. */
const sampleReleasesKept = 20;
const usage = `使い方 Usage: npm start [-- --workbooks DIR | --registry PLACE] [--store DIR] [--port N]

  --workbooks DIR  自分のブックのフォルダ your own folder of workbooks
                   （なければ見本を .kasanari/workbooks に作ります otherwise samples are made in .kasanari/workbooks）
  --registry PLACE 登録簿（スプレッドシートか .csv など）。1分ごとに、変わったブックを読みます
                   a registry (a spreadsheet, .csv …); what changed is read every minute
  --store DIR      保存場所のフォルダ the folder where releases are kept
                   （なければ .kasanari の中 otherwise below .kasanari）
  --port N         ${defaultPort}（使われていれば次の空き otherwise the next free one）
  --host NAME      127.0.0.1 だけです。サインインがないので、ほかでは始めません only 127.0.0.1: nobody signs in here

Ctrl-C で終わります Ctrl-C ends it. 終了コード Exit codes: 0, 1 始められない could not start, 64 使い方の誤り wrong usage`;

await runCommand({ usage, exitFailed: 1, body: start });

async function start(): Promise<number> {
  const { values } = parseArgs({
    options: {
      workbooks: { type: 'string' },
      registry: { type: 'string' },
      store: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  requireLoopback(values.host);
  const project = fileURLToPath(new URL('..', import.meta.url));
  const port = readPort(values.port);
  const place = await findPlace(project, values);
  const shown = place.kind === 'folder' ? shorten(place.folder) : place.registry.id;
  const own =
    place.kind === 'registry' ? nameOfRegistry(place.registry) : values.workbooks && resolve(values.workbooks);
  requireNoBucket(values.store);
  const storeFolder = resolve(values.store ?? join(project, '.kasanari', storeNameFor(own)));
  const store = createFolderStore(await requireFolderOrNothing(storeFolder, '--store'));
  const isOwn = own !== undefined || values.store !== undefined;
  const dashboard = await createDashboard(await buildDashboard(project, say));
  const api = createApi({ store, identity: localIdentity, pollSeconds: 1, log: terminalLog, clock: systemClock });
  const server = await listen(joinApps(api, dashboard), port);
  const ended = waitForEnd();

  if (!isOwn)
    await pruneReleases({ store, keep: sampleReleasesKept, now: systemClock.now(), graceMilliseconds: 60 * 60 * 1000 });
  const opened = await openWorkbooks({ place, store, google: readGoogleSettings() });
  // What belongs to somebody is kept as everywhere else: a day's last release for 90 days, a month's for ten years.
  const { keep } = readKeepSettings(process.env);
  const afterwards = isOwn ? openKeeping(store, { keep, bigQuery: null }, null) : null;
  const runs = createOneAtATime(async () => await runAndSay({ place, opened, store, afterwards }));
  const watcher = await watch(place, () => void runs.run());
  await Promise.race([runs.run(), ended]);
  say(`\n  ${server.address}\n\nブック Workbooks: ${shown}\nCtrl-C で終わります Ctrl-C ends it.\n`);

  await ended;
  await Promise.all([watcher.close(), server.close()]);
  // A run under way is given up: whatever moment it is, the store keeps the last whole release.
  process.exit(0);
}

async function findPlace(
  project: string,
  { workbooks, registry }: { readonly workbooks?: string; readonly registry?: string },
): Promise<WorkbooksPlace> {
  if (workbooks === undefined && registry === undefined)
    return { kind: 'folder', folder: await makeSamplesOnce(join(project, '.kasanari', 'workbooks')) };
  return await requireWorkbooks({ workbooks: workbooks === undefined ? workbooks : resolve(workbooks), registry });
}

/** A folder tells of changes itself; a registry, and what it lists, is looked at every minute. */
async function watch(place: WorkbooksPlace, onChange: () => void): Promise<{ close(): Promise<void> }> {
  if (place.kind === 'folder') return await watchWorkbooks(place.folder, onChange);
  const timer = setInterval(onChange, 60_000);
  return { close: async () => clearInterval(timer) };
}

/** A run that fails is said, and ends nothing. */
async function runAndSay({
  place,
  opened,
  store,
  afterwards,
}: {
  readonly place: WorkbooksPlace;
  readonly opened: OpenedWorkbooks;
  readonly store: Store;
  readonly afterwards: Afterwards | null;
}): Promise<void> {
  const bar = createProgressBar();
  try {
    const { source, feedback, guides, protections, registryProblems } = opened;
    const world = {
      source,
      feedback,
      guides,
      protections,
      registryProblems,
      store,
      clock: systemClock,
      log: terminalLog,
    };
    const kept = afterwards === null ? {} : { afterwards };
    const result = await runOnce({ ...world, ...kept, onProgress: bar.onProgress }).finally(bar.stop);
    if (result.workbooks === 0 && place.kind === 'folder') say(describeEmptyFolder(place.folder));
    const registry = describeRegistry(opened.report());
    if (registry !== '') say(registry);
    // A registry is looked at every minute; what has not changed is not said again.
    if (place.kind === 'folder' || result.outcome !== 'unchanged') say(describeRun(result, 10));
  } catch (error) {
    say(`取り込めませんでした。前の公開版のままです。 The run failed; the last release stands.\n${String(error)}`);
  }
}

/** Settles at Ctrl-C. */
function waitForEnd(): Promise<void> {
  return new Promise((end) => {
    process.once('SIGINT', () => end());
    process.once('SIGTERM', () => end());
  });
}

function nameOfRegistry(registry: RegisteredPlace): string {
  return registry.kind === 'file' ? resolve(registry.path) : registry.id;
}

/** One's own folder gets a store of its own, or the samples would count as workbooks that have vanished from it. */
function storeNameFor(workbooks: string | undefined): string {
  if (workbooks === undefined) return 'store';
  return `store-${createHash('sha256').update(workbooks).digest('hex').slice(0, 12)}`;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function shorten(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path === '' || path.startsWith('..') ? folder : path;
}

/** Here nobody signs in and everybody may choose a role, so that it is for whoever sits at this machine alone. */
function requireLoopback(host: string): void {
  if (isLoopbackHost(host)) return;
  throw new WrongUsage(
    `--host「${host}」では始められません。npm start はサインインなしですべてを見せるので、このパソコン（127.0.0.1）だけで動きます。ほかの人にも見せるには、docs/runbook.md のとおり配備してください。
npm start shows everything without anybody signing in, so it listens on this machine alone (127.0.0.1), not on ${host}. To let others look, deploy it (docs/runbook.md).`,
  );
}

/** Every change of a workbook would be published to everybody the moment it is saved, without anybody having looked at it. */
function requireNoBucket(store: string | undefined): void {
  if (store?.includes('://') !== true) return;
  throw new WrongUsage(
    `--store「${store}」では始められません。npm start の保存場所は、このパソコンのフォルダーです。バケットに取り込むのは npm run ingest、バケットの中身を手もとで見るには、npm run store -- restore でフォルダーに写してください。
npm start keeps releases in a folder of this machine, not in ${store}. Use npm run ingest to publish into a bucket; to look at what is in one, copy it into a folder with npm run store -- restore.`,
  );
}

function readPort(text: string | undefined): { readonly port: number; readonly mustBe: boolean } {
  if (text === undefined) return { port: defaultPort, mustBe: false };
  const port = Number(text);
  if (!/^[0-9]{1,5}$/.test(text) || port > 65_535)
    throw new WrongUsage(`--port「${text}」は 0〜65535 の数ではありません。 --port takes a number from 0 to 65535.`);
  return { port, mustBe: true };
}

async function listen(
  app: Parameters<typeof listenOnLoopback>[0],
  wanted: { readonly port: number; readonly mustBe: boolean },
) {
  try {
    return await listenOnLoopback(app, wanted);
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    throw new Error(
      `ポート${wanted.port}は使われています。--port で別の番号にしてください。 Port ${wanted.port} is taken; choose another one with --port.`,
      { cause: error },
    );
  }
}
