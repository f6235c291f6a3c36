/**
 * Finds the browser of the tests once a run: CHROMIUM_PATH, else the system's, else the one that @sparticuz/chromium brings,
 * unpacked into a folder of its own that is removed afterwards. Without any, only tests that need a browser fail.
 */
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';

export interface FoundChromium {
  readonly path: string | null;
  /** What the browser needs in its environment; nothing for one that is installed. */
  readonly environment: Readonly<Record<string, string>>;
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

/**
 * The package's own settings name folders of its usual place only, and without any font text has no size at all. These name
 * the system's fonts, for Japanese, and then the one Latin font that the package brings.
 */
async function writeFontSettings(place: string): Promise<string> {
  const folder = join(place, 'font-settings');
  const dirs = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts'), join(place, 'fonts')];
  await mkdir(folder);
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs
      .map((dir) => `<dir>${dir}</dir>`)
      .join('')}<cachedir>${join(place, 'font-cache')}</cachedir></fontconfig>`,
  );
  return folder;
}

/** Vitest calls it before the first test and calls what it gives back after the last one. */
export default async function findChromium(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const installed = await findInstalled();
  if (installed !== null) {
    project.provide('chromium', { path: installed, environment: {}, reason: '' });
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
    const fonts = await writeFontSettings(place);
    const environment = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '', FONTCONFIG_PATH: fonts };
    project.provide('chromium', { path, environment, reason: '' });
  } catch (error) {
    project.provide('chromium', { path: null, environment: {}, reason: String(error) });
  }
  return async () => await rm(place, { recursive: true, force: true });
}
