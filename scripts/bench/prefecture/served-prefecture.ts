/**
 * The measured prefecture as `npm start` would serve it: read, checked and published by the real steps into a store that is
 * kept for the next bench (what has not changed is not made again), the dashboard built into a temporary folder, both on a free port of this machine; and the Chromium to open it with.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { createMemoryWorkbooks } from '#functions/adapters/memory/workbooks.ts';
import { runOnce } from '#functions/run.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import { type FoundChromium, findChromium } from '../../chromium/find-chromium.ts';
import { buildDashboardInto } from '../../start/dashboard-build.ts';
import { createDashboard } from '../../start/dashboard-files.ts';
import { joinApps, listenOnLoopback } from '../../start/local-server.ts';
import type { BenchWorld } from '../measurement.ts';
import { benchNow, benchWorkbooks } from './prefecture.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface ServedPrefecture {
  /** 'http://127.0.0.1:…', without a slash at the end. */
  readonly origin: string;
  readonly store: Store;
  readonly chromium: FoundChromium & { readonly path: string };
}

let served: Promise<ServedPrefecture> | null = null;

/** Made once for all sections of a bench, and taken away at its end. */
export async function serveBenchPrefecture(world: BenchWorld): Promise<ServedPrefecture> {
  served ??= serve(world);
  return await served;
}

let published: Promise<{ readonly store: Store; readonly folder: string }> | null = null;

/** The store of the measured prefecture, brought up to date once a bench. */
export async function publishBenchPrefecture(
  world: BenchWorld,
): Promise<{ readonly store: Store; readonly folder: string }> {
  published ??= publishPrefecture(world);
  return await published;
}

async function publishPrefecture({ say }: BenchWorld): Promise<{ readonly store: Store; readonly folder: string }> {
  say('測る県（架空のデータ）を作っています… Making the measured prefecture …');
  const clock = { now: () => benchNow };
  const folder = join(project, '.kasanari', 'bench-store');
  const store = createFolderStore(folder);
  const workbooks = benchWorkbooks();
  const result = await runOnce({ source: createMemoryWorkbooks(() => workbooks), store, clock, log: quiet });
  if (result.municipalities !== workbooks.length || result.held.length > 0)
    throw new Error(`The measured prefecture was not published whole: ${JSON.stringify(result)}`);
  say(`${result.municipalities} municipalities, ${result.rows.accepted} of ${result.rows.read} rows`);
  return { store, folder };
}

async function serve(world: BenchWorld): Promise<ServedPrefecture> {
  const { found, remove } = await findChromium();
  world.atEnd(remove);
  if (found.path === null) throw new Error(`Chromium がありません。 There is no Chromium: ${found.reason}`);
  const folder = await mkdtemp(join(tmpdir(), 'kasanari-bench-'));
  world.atEnd(async () => await rm(folder, { recursive: true, force: true }));
  await buildDashboardInto(project, folder);
  const { store } = await publishBenchPrefecture(world);
  const api = createApi({
    store,
    identity: localIdentity,
    pollSeconds: 3600,
    log: quiet,
    clock: { now: () => benchNow },
  });
  const dashboard = await createDashboard(folder);
  const server = await listenOnLoopback(joinApps(api, dashboard), { port: 0, mustBe: true });
  world.atEnd(server.close);
  return { origin: new URL(server.address).origin, store, chromium: { ...found, path: found.path } };
}
