/**
 * The cloud functions as one folder: what functions/main.ts needs, put together by esbuild, and a package.json that asks for
 * functions-framework alone. What a function loads only when it needs it (Google's clients, the solver) stays in files of its own.
 */
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { digestOfFiles } from './digest-of-files.ts';

export interface Bundle {
  readonly folder: string;
  /** Bytes of all files, and of what is loaded at each start. */
  readonly bytes: number;
  readonly bytesAtStart: number;
  /** Equal for equal files: a deployment of the same is no deployment. */
  readonly digest: string;
  /** Files of the project and packages that it is made of, like 'functions/main.ts'. */
  readonly sources: readonly string[];
}

const project = fileURLToPath(new URL('../..', import.meta.url));
const framework = '@google-cloud/functions-framework';

/** CommonJS packages among ES modules ask for these. */
const banner = `import { createRequire as bundledRequire } from 'node:module';
import { fileURLToPath as bundledPath } from 'node:url';
const require = bundledRequire(import.meta.url);
const __filename = bundledPath(import.meta.url);
const __dirname = bundledPath(new URL('.', import.meta.url));`;

/** Into an empty folder; what is there is thrown away. */
export async function buildBundle(folder: string): Promise<Bundle> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: ['functions/main.ts'],
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    minify: true,
    keepNames: true,
    legalComments: 'none',
    // One copy: functions that register in another one are not found.
    external: [framework],
    banner: { js: banner },
    metafile: true,
    logLevel: 'error',
  });
  const solver = join(project, 'node_modules/highs/build/highs.wasm');
  await copyFile(solver, join(folder, basename(solver)));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await describePackage(), null, 2)}\n`);
  const names = (await readdir(folder)).toSorted();
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return {
    folder,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    bytesAtStart: bytesAtStart(metafile.outputs),
    digest: await digestOfFiles(folder, names),
    sources: Object.keys(metafile.inputs).toSorted(),
  };
}

async function describePackage(): Promise<object> {
  const own = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { readonly version: string };
  const installed = await readFile(join(project, 'node_modules', framework, 'package.json'), 'utf8');
  const { version } = JSON.parse(installed) as { readonly version: string };
  return {
    name: 'kasanari-functions',
    version: own.version,
    private: true,
    type: 'module',
    main: 'main.js',
    engines: { node: '>=20.19' },
    dependencies: { [framework]: version },
  };
}

interface Outputs {
  readonly [path: string]: { readonly bytes: number; readonly imports: readonly { path: string; kind: string }[] };
}

/** What main.js imports, and what that imports, but for what is asked for later. */
function bytesAtStart(outputs: Outputs): number {
  const main = Object.keys(outputs).find((path) => basename(path) === 'main.js');
  const reached = new Set(main === undefined ? [] : [main]);
  for (const path of reached) {
    for (const { path: next, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[next] !== undefined) reached.add(next);
    }
  }
  return [...reached].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}

/** Where `npm run bundle` leaves it. */
export const usualBundleFolder = join(project, 'dist', 'functions');
