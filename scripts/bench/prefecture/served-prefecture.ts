/**
 * The measured prefecture as `npm start` would serve it: read, checked and published by the real steps into a store that is
 * kept for the next bench (what has not changed is not made again), the dashboard built into a temporary folder, both on a free port of this machine; and the Chromium to open it with.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import { type FoundChromium, findChromium } from '../../chromium/find-chromium.ts';
import { buildDashboardInto } from '../../start/dashboard-build.ts';
import { createDashboard } from '../../start/dashboard-files.ts';
import { joinApps, listenOnLoopback } from '../../start/local-server.ts';
import type { BenchWorld } from '../measurement.ts';
import { benchNow } from './prefecture.ts';

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

let published: Promise<string> | null = null;

/**
 * The folder of the store of the measured prefecture, brought up to date once a bench, in a process of its own: it may be begun while
 * sections measure processor time, and gives way to them.
 */
export async function publishBenchPrefecture(world: BenchWorld): Promise<string> {
  published ??= publishPrefecture(world);
  return await published;
}

async function publishPrefecture({ say, atEnd }: BenchWorld): Promise<string> {
  say('測る県（架空のデータ）を作っています… Making the measured prefecture …');
  const folder = join(project, '.kasanari', 'bench-store');
  const script = fileURLToPath(new URL('./publish-in-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  atEnd(async () => void child.kill());
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const start = performance.now();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The measured prefecture could not be made: the reason stands above.');
  say(`prefecture: ${Math.round((performance.now() - start) / 1000)} s`);
  return folder;
}

async function serve(world: BenchWorld): Promise<ServedPrefecture> {
  const { found, remove } = await findChromium();
  world.atEnd(remove);
  if (found.path === null) throw new Error(`Chromium がありません。 There is no Chromium: ${found.reason}`);
  const folder = await mkdtemp(join(tmpdir(), 'kasanari-bench-'));
  world.atEnd(async () => await rm(folder, { recursive: true, force: true }));
  await buildDashboardInto(project, folder);
  const store = createFolderStore(await publishBenchPrefecture(world));
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
