/** npm start: everything on this machine, with sample workbooks: dashboard and API on one loopback port, kept up to date. */
import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { pruneReleases } from '#functions/publish/history.ts';
import { runOnce } from '#functions/run.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import type { Store, WorkbookSource } from '#functions/world.ts';
import { createProgressBar } from './run/progress-bar.ts';
import { describeEmptyFolder, describeRun } from './run/summary.ts';
import { terminalLog } from './run/terminal-log.ts';
import { requireFolder, requireFolderOrNothing, runCommand, WrongUsage } from './run/usage.ts';
import { buildDashboard } from './start/dashboard-build.ts';
import { createDashboard } from './start/dashboard-files.ts';
import { isPortTaken, joinApps, listenOnLoopback } from './start/local-server.ts';
import { makeSamplesOnce } from './start/make-samples-once.ts';
import { createOneAtATime } from './start/one-at-a-time.ts';
import { watchWorkbooks } from './start/watch-workbooks.ts';

const defaultPort = 8787;
/** Every edit leaves a release; older ones go at the next start. */
const releasesKept = 20;
const usage = `使い方 Usage: npm start [-- --workbooks DIR] [--store DIR] [--port N]

  --workbooks DIR  自分のブックのフォルダ your own folder of workbooks
                   （なければ見本を .kasanari/workbooks に作ります otherwise samples are made in .kasanari/workbooks）
  --store DIR      保存場所 where releases are kept
                   （なければ .kasanari の中 otherwise below .kasanari）
  --port N         ${defaultPort}（使われていれば次の空き otherwise the next free one）

Ctrl-C で終わります Ctrl-C ends it. 終了コード Exit codes: 0, 1 始められない could not start, 64 使い方の誤り wrong usage`;

await runCommand({ usage, exitFailed: 1, body: start });

async function start(): Promise<number> {
  const { values } = parseArgs({
    options: {
      workbooks: { type: 'string' },
      store: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const project = fileURLToPath(new URL('..', import.meta.url));
  const port = readPort(values.port);
  const folder =
    values.workbooks === undefined
      ? await makeSamplesOnce(join(project, '.kasanari', 'workbooks'))
      : await requireFolder(resolve(values.workbooks), '--workbooks');
  const storeFolder = resolve(values.store ?? join(project, '.kasanari', storeNameFor(values.workbooks)));
  const store = createFolderStore(await requireFolderOrNothing(storeFolder, '--store'));
  const dashboard = await createDashboard(await buildDashboard(project, say));
  const api = createApi({ store, identity: localIdentity, pollSeconds: 1, log: terminalLog });
  const server = await listen(joinApps(api, dashboard), port);
  const ended = waitForEnd();

  await pruneReleases({ store, keep: releasesKept, now: systemClock.now(), graceMilliseconds: 60 * 60 * 1000 });
  const source = createFolderWorkbooks(folder);
  const runs = createOneAtATime(async () => await runAndSay({ folder, source, store }));
  const watcher = await watchWorkbooks(folder, () => void runs.run());
  await Promise.race([runs.run(), ended]);
  say(`\n  ${server.address}\n\nブック Workbooks: ${shorten(folder)}\nCtrl-C で終わります Ctrl-C ends it.\n`);

  await ended;
  await Promise.all([watcher.close(), server.close()]);
  // A run under way is given up: whatever moment it is, the store keeps the last whole release.
  process.exit(0);
}

/** A run that fails is said, and ends nothing. */
async function runAndSay({
  folder,
  source,
  store,
}: {
  readonly folder: string;
  readonly source: WorkbookSource;
  readonly store: Store;
}): Promise<void> {
  const bar = createProgressBar();
  try {
    const world = { source, store, clock: systemClock, log: terminalLog };
    const result = await runOnce({ ...world, onProgress: bar.onProgress }).finally(bar.stop);
    if (result.workbooks === 0) say(describeEmptyFolder(folder));
    say(describeRun(result, 10));
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

/** One's own folder gets a store of its own, or the samples would count as workbooks that have vanished from it. */
function storeNameFor(workbooks: string | undefined): string {
  if (workbooks === undefined) return 'store';
  return `store-${createHash('sha256').update(resolve(workbooks)).digest('hex').slice(0, 12)}`;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function shorten(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path === '' || path.startsWith('..') ? folder : path;
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
