/**
 * A stage for browser tests: the built dashboard and the real API on a loopback port, over a folder of workbooks that the
 * test may change, and the real Chromium that find-chromium.ts found.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { inject } from 'vitest';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { type RunResult, runOnce } from '#functions/run.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { chromiumArguments } from '../../scripts/chromium/find-chromium.ts';
import { createDashboard } from '../../scripts/start/dashboard-files.ts';
import { joinApps, listenOnLoopback } from '../../scripts/start/local-server.ts';
import { inventedWorkbook } from './invented-workbook.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface Stage {
  readonly origin: string;
  /** The folder of workbooks: 'himi' (real) and 'fujigaura' (架空のデータ), each a folder of .csv files. */
  readonly folder: string;
  readonly browser: Browser;
  /** Takes in what changed and publishes, as `npm start` does when a file is saved. */
  run(): Promise<RunResult>;
  /** Whether the API answers nothing, as when the line is broken. */
  cut(isCut: boolean): void;
  stop(): Promise<void>;
}

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

/** Builds the dashboard, publishes both workbooks and opens the browser. */
export async function setStage(): Promise<Stage> {
  const place = await mkdtemp(join(tmpdir(), 'kasanari-stage-'));
  const folder = join(place, 'workbooks');
  const dist = join(place, 'dist');
  await cp(join(project, 'samples', 'himi', 'city'), join(folder, 'himi'), { recursive: true });
  await writeWorkbook(join(folder, 'fujigaura'), inventedWorkbook());
  await build({
    root: join(project, 'web'),
    configFile: join(project, 'web', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: dist, emptyOutDir: true },
  });
  let minute = 0;
  const clock = { now: () => new Date(Date.parse('2025-01-13T21:10:00Z') + 60_000 * minute) };
  const store = createMemoryStore(clock);
  const source = createFolderWorkbooks(folder);
  const run = async () => {
    minute += 1;
    return await runOnce({ source, store, clock, log: silent });
  };
  await run();
  let isCut = false;
  const api = createApi({ store, identity: localIdentity, pollSeconds: 1, log: silent });
  const breakable = {
    fetch: (request: Request) => (isCut ? new Response(null, { status: 503 }) : api.fetch(request)),
  };
  const server = await listenOnLoopback(joinApps(breakable, await createDashboard(dist)), { port: 0, mustBe: true });
  const browser = await launchChromium();
  return {
    origin: new URL(server.address).origin,
    folder,
    browser,
    run,
    cut(wanted) {
      isCut = wanted;
    },
    async stop() {
      await browser.close();
      await server.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}
