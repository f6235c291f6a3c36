/**
 * A stage for browser tests: the built dashboard and the real API on a loopback port, over a folder of workbooks that the
 * test may change, and the real Chromium that find-chromium.ts found.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { type RunResult, runOnce } from '#functions/run.ts';
import { createApi } from '#functions/serve/api.ts';
import { type Identity, localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import { chromiumArguments } from '../../scripts/chromium/find-chromium.ts';
import { createDashboard } from '../../scripts/start/dashboard-files.ts';
import { joinApps, listenOnLoopback } from '../../scripts/start/local-server.ts';
import { copyStore } from '../builders/copied-store.ts';
import { inventedWorkbook } from './invented-workbook.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Stage {
  readonly origin: string;
  /** The folder of workbooks, each a folder of .csv files: 'himi' (real) and 'fujigaura' (架空のデータ), or those that were given. */
  readonly folder: string;
  readonly browser: Browser;
  /** Takes in what changed and publishes, as `npm start` does when a file is saved. */
  run(): Promise<RunResult>;
  /** Whether the API answers nothing, as when the line is broken. */
  cut(isCut: boolean): void;
  /** Stands between the page and the API; `null` stands aside again. */
  between(step: Between | null): void;
  /** Who asks from now on; the person at this machine at first. */
  identify(identity: Identity): void;
  /** Builds the dashboard once more, as another build with other file names, and serves that one. */
  deployAnotherBuild(): Promise<void>;
  stop(): Promise<void>;
}

/** Answers a request instead of the API, or lets it `pass`. */
export type Between = (request: Request, pass: () => Promise<Response>) => Promise<Response>;

async function buildAnotherInto(outDir: string): Promise<string> {
  const { build } = await import('vite');
  await build({
    root: join(project, 'web'),
    configFile: join(project, 'web', 'vite.config.ts'),
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        output: {
          entryFileNames: 'assets/[name]-[hash]-another.js',
          chunkFileNames: 'assets/[name]-[hash]-another.js',
          assetFileNames: 'assets/[name]-[hash]-another[extname]',
        },
      },
    },
  });
  return outDir;
}

/** One for all files that a process of the tests runs, one after the other; it ends with the process. */
let launched: Promise<Browser> | null = null;

async function launchChromium(): Promise<Browser> {
  const { path, environment, reason } = inject('chromium');
  if (path === null) throw new Error(`No browser for the tests: ${reason}`);
  return await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...environment },
    args: [...chromiumArguments],
  });
}

async function writeWorkbook(folder: string, tabs: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [tab, text] of Object.entries(tabs)) await writeFile(join(folder, `${tab}.csv`), text);
}

/** What came of the first run over the workbooks, for the next file that a process of the tests runs over the same ones. */
const published = new Map<string, Store>();

/** Other workbooks than the two, by folder and tab, and the moment at which they are read. */
export interface StagedWorkbooks {
  readonly workbooks: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly now: string;
}

/** Publishes the workbooks, serves them with the dashboard that build-dashboard.ts built, and opens the browser. */
export async function setStage(staged: StagedWorkbooks | null = null): Promise<Stage> {
  const place = await mkdtemp(join(tmpdir(), 'kasanari-stage-'));
  const folder = join(place, 'workbooks');
  if (staged === null) {
    await cp(join(project, 'samples', 'himi', 'city'), join(folder, 'himi'), { recursive: true });
    await writeWorkbook(join(folder, 'fujigaura'), inventedWorkbook());
  } else for (const [name, tabs] of Object.entries(staged.workbooks)) await writeWorkbook(join(folder, name), tabs);
  let dashboard = await createDashboard(inject('dashboard'));
  let minute = 0;
  const begin = Date.parse(staged?.now ?? '2025-01-13T21:10:00Z');
  const clock = { now: () => new Date(begin + 60_000 * minute) };
  const key = JSON.stringify(staged);
  const known = published.get(key);
  const store = known === undefined ? createMemoryStore(clock) : await copyStore(known, clock);
  const source = createFolderWorkbooks(folder);
  const run = async () => {
    minute += 1;
    return await runOnce({ source, store, clock, log: silent });
  };
  if (known === undefined) {
    await run();
    published.set(key, await copyStore(store, clock));
  } else minute += 1;
  let isCut = false;
  let step: Between | null = null;
  let identity = localIdentity;
  const asked: Identity = { identify: (request) => identity.identify(request) };
  const api = createApi({ store, identity: asked, pollSeconds: 1, log: silent, clock });
  const breakable = {
    fetch: async (request: Request) => {
      if (isCut) return new Response(null, { status: 503 });
      const pass = async () => await api.fetch(request);
      return step === null ? await pass() : await step(request, pass);
    },
  };
  const files = { fetch: (request: Request) => dashboard.fetch(request) };
  const server = await listenOnLoopback(joinApps(breakable, files), { port: 0, mustBe: true });
  launched ??= launchChromium();
  const browser = await launched;
  return {
    origin: new URL(server.address).origin,
    folder,
    browser,
    run,
    cut(wanted) {
      isCut = wanted;
    },
    between(wanted) {
      step = wanted;
    },
    identify(wanted) {
      identity = wanted;
    },
    async deployAnotherBuild() {
      dashboard = await createDashboard(await buildAnotherInto(join(place, 'another')));
    },
    async stop() {
      for (const context of browser.contexts()) await context.close();
      await server.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}
