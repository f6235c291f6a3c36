/** LibreOffice as a second reader of what is taken along. Needs soffice; without it a test says that it was left out. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The name under which it can be started, or `null`. */
export function findOffice(): string | null {
  for (const name of ['soffice', 'libreoffice']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore', timeout: 60_000 });
      return name;
    } catch {
      // Not on this machine, or it does not start: the next name, or none.
    }
  }
  return null;
}

/**
 * Converts files in one go, with a profile of its own below `folder`.
 * @returns the folder of the new files, which keep their names
 */
export async function convert(
  program: string,
  paths: readonly string[],
  { folder, to, as }: { readonly folder: string; readonly to: string; readonly as?: string },
): Promise<string> {
  const out = join(folder, 'converted');
  await mkdir(out, { recursive: true });
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const options = [`-env:UserInstallation=${profile}`, '--headless', '--norestore'];
  const reading = as === undefined ? [] : [`--infilter=${as}`];
  await run(program, [...options, ...reading, '--convert-to', to, '--outdir', out, ...paths], { timeout: 240_000 });
  return out;
}

/** As a double click opens a CSV: comma, quotes, UTF-8, nothing guessed. */
export const csvAsOpened = 'Text - txt - csv (StarCalc):44,34,76,1';
/** Every cell as it is shown on the screen. */
export const csvAsShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
