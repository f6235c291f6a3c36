/**
 * Puts the commands of scripts/ together once, each with all that it needs of the project: to read and to translate some hundred
 * files takes a process longer than most of what the tests ask of it.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the commands as they were put together, like ingest.mjs. */
    commands: string;
  }
}

/** Each file still believes that it lies where it lies, and finds what lies beside it. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return null;
    return { code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)), map: null };
  },
};

/** Vitest calls it before the first test and calls what it gives back after the last one. */
export default async function provideCommands(project: TestProject): Promise<() => Promise<void>> {
  const { root } = project.config;
  const names = (await readdir(join(root, 'scripts'))).filter((name) => name.endsWith('.ts') && name !== 'bench.ts');
  // Below the packages of the project, where packages are looked for.
  await mkdir(join(root, 'node_modules', '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, 'node_modules', '.cache', 'kasanari-commands-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [keepPlaces],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name.slice(0, -'.ts'.length), join(root, 'scripts', name)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  project.provide('commands', folder);
  return async () => await rm(folder, { recursive: true });
}
