/**
 * Finds a Chromium: CHROMIUM_PATH, else the system's, else the one that @sparticuz/chromium brings, unpacked into a folder of
 * its own that is removed afterwards. For the tests and for the meeting paper.
 */
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface FoundChromium {
  readonly path: string | null;
  /** What the browser needs in its environment; nothing for one that is installed. */
  readonly environment: Readonly<Record<string, string>>;
  /** Why there is none. */
  readonly reason: string;
}

/** What every start of it is given: without its background traffic; the package's own list would end it with its first context. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

async function findInstalled(): Promise<string | null> {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== '') return wanted;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    if (await isThere(path)) return path;
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

/** Finds one; `remove` takes away what was unpacked for it. */
export async function findChromium(): Promise<{ readonly found: FoundChromium; readonly remove: () => Promise<void> }> {
  const installed = await findInstalled();
  const nothing = () => Promise.resolve();
  if (installed !== null) {
    if (await isThere(installed)) return { found: { path: installed, environment: {}, reason: '' }, remove: nothing };
    return { found: { path: null, environment: {}, reason: `${installed}: CHROMIUM_PATH` }, remove: nothing };
  }
  const place = await mkdtemp(join(tmpdir(), 'kasanari-chromium-'));
  const remove = async () => await rm(place, { recursive: true, force: true });
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
    return { found: { path, environment, reason: '' }, remove };
  } catch (error) {
    return { found: { path: null, environment: {}, reason: String(error) }, remove };
  }
}
