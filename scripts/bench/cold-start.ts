/** How long a function takes from nothing to its first answer, how much it works until then and how much memory it has: bundled, beside what it would be otherwise. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildBundle } from '../bundle/build-bundle.ts';
import { functionSpecs } from '../deploy/functions.ts';
import { answers, frameworkMain, freePort, linkFramework, writePackage } from './framework.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const times = 5;

export const coldStartSection: Section = {
  title: `Cold start: each function in a new process, from its start to its first answer, and its memory then (medians of ${times})`,
  measure,
};

async function measure({ say, atEnd }: BenchWorld): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kasanari-bench-'));
  atEnd(async () => await rm(folder, { recursive: true }));
  const bundle = await buildBundle(join(folder, 'bundle'));
  await linkFramework(bundle.folder);
  const measurements: Measurement[] = [];
  // All functions begin with the same files, so that the peers of one are those of all.
  const peers = {
    'not bundled': await writeUnbundled(join(folder, 'unbundled'), "import '#functions/main.ts';"),
    // What most examples do: every API of Google at once.
    'with all of googleapis': await writeUnbundled(
      join(folder, 'whole'),
      "import 'googleapis';\nimport '#functions/main.ts';",
    ),
  };
  for (const { name } of functionSpecs) {
    say(`cold start: ${name}`);
    const [own, ...others] = await startInTurn(
      name,
      [bundle.folder, ...(name === 'api' ? Object.values(peers) : [])],
      folder,
    );
    if (own !== undefined) measurements.push(...describeStart(name, own));
    for (const [at, other] of Object.keys(peers).entries()) {
      const started = others[at];
      if (own === undefined || started === undefined) continue;
      measurements.push(...describeStart(`${name}, ${other}`, started, { name: 'bundled', ...own }));
    }
  }
  measurements.push({
    name: 'loaded at each start',
    unit: 'bytes',
    samples: [bundle.bytesAtStart],
    note: `of ${Math.round(bundle.bytes / 1024)} KB in the bundle; the rest is loaded when it is needed`,
  });
  return measurements;
}

/** Sample by sample. */
interface Started {
  readonly milliseconds: number[];
  readonly processor: number[];
  readonly bytes: number[];
}

function describeStart(
  name: string,
  { milliseconds, processor, bytes }: Started,
  peer?: Started & { readonly name: string },
): readonly Measurement[] {
  const besides = (of: keyof Started) => (peer === undefined ? {} : { peer: { name: peer.name, samples: peer[of] } });
  return [
    { name: `${name}: first answer`, unit: 'ms', samples: milliseconds, ...besides('milliseconds') },
    { name: `${name}: processor time until then`, unit: 'ms', samples: processor, ...besides('processor') },
    { name: `${name}: memory`, unit: 'bytes', samples: bytes, ...besides('bytes') },
  ];
}

/** Translated file by file beforehand, as tsc would leave them, and every package loaded from node_modules. */
async function writeUnbundled(folder: string, entry: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'entry.ts'), entry);
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  const own = /^(?:#|\.|\/)/;
  await build({
    absWorkingDir: project,
    entryPoints: [join(folder, 'entry.ts')],
    outfile: join(folder, 'main.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    plugins: [
      {
        name: 'own-files',
        setup(setup) {
          setup.onResolve({ filter: /^#functions\/main\.ts$/ }, () => ({ path: join(project, 'functions/main.ts') }));
          setup.onResolve({ filter: /.*/ }, ({ path, kind }) =>
            kind === 'entry-point' || own.test(path) ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
  await writePackage(folder);
  return folder;
}

/** One after the other and again, so that whatever else this machine does slows all of them. */
async function startInTurn(name: string, folders: readonly string[], scratch: string): Promise<readonly Started[]> {
  const started = folders.map(() => ({
    milliseconds: [] as number[],
    processor: [] as number[],
    bytes: [] as number[],
  }));
  for (let time = 0; time < times; time += 1) {
    for (const [at, folder] of folders.entries()) {
      const once = await startOnce(name, folder, scratch);
      started[at]?.milliseconds.push(once.milliseconds);
      started[at]?.processor.push(once.processor);
      started[at]?.bytes.push(once.bytes);
    }
  }
  return started;
}

/** Until it answers anything at all: a refused method is an answer. */
async function startOnce(name: string, folder: string, scratch: string) {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [frameworkMain, `--target=${name}`, `--port=${port}`], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      KASANARI_STORE: join(scratch, 'store'),
      KASANARI_WORKBOOKS: join(scratch, 'workbooks'),
    },
    stdio: 'ignore',
  });
  try {
    const address = `http://127.0.0.1:${port}${name === 'api' ? '/api/openapi.json' : '/'}`;
    while (!(await answers(address))) {
      if (child.exitCode !== null) throw new Error(`${name} did not start in ${folder}`);
      await new Promise((again) => setTimeout(again, 5));
    }
    const milliseconds = performance.now() - from;
    return { milliseconds, processor: await processorOf(child.pid ?? 0), bytes: await memoryOf(child.pid ?? 0) };
  } finally {
    child.kill();
    if (child.exitCode === null) await new Promise((ended) => child.once('exit', ended));
  }
}

/** Resident bytes, as Linux counts them; NaN elsewhere. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}

/** Milliseconds of processor time, as Linux counts them in hundredths of a second; NaN elsewhere. */
async function processorOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
}
