/**
 * Finds the browser of the tests once a run: CHROMIUM_PATH, else the system's, else the one that @sparticuz/chromium brings,
 * unpacked into a folder of its own that is removed afterwards. Without any, only tests that need a browser fail.
 */
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';

export interface FoundChromium {
  readonly path: string | null;
  /** Where the browser's own libraries lie; `null` for a browser that is installed. */
  readonly libraries: string | null;
  readonly reason: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: FoundChromium;
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome'];

async function findInstalled(): Promise<string | null> {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== '') return wanted;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

/** Vitest calls it before the first test and calls what it gives back after the last one. */
export default async function findChromium(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const installed = await findInstalled();
  if (installed !== null) {
    project.provide('chromium', { path: installed, libraries: null, reason: '' });
    return undefined;
  }
  const place = await mkdtemp(join(tmpdir(), 'kasanari-chromium-'));
  try {
    // The package unpacks into the temporary folder, and brings its libraries only where it believes that it runs in a function.
    const before = process.env.TMPDIR;
    process.env.TMPDIR = place;
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
    const { default: packed } = await import('@sparticuz/chromium');
    const path = await packed.executablePath();
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    const libraries = process.env.LD_LIBRARY_PATH ?? null;
    project.provide('chromium', { path, libraries, reason: '' });
  } catch (error) {
    project.provide('chromium', { path: null, libraries: null, reason: String(error) });
  }
  return async () => await rm(place, { recursive: true, force: true });
}
