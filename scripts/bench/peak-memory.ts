/** The most memory that a script needs in a process of its own, in bytes. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a script that ends with `sayPeak`. */
export async function measurePeak(script: URL, args: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...args]);
  const peak = Number(stdout.trim().split('\n').at(-1));
  if (!(peak > 0)) throw new Error(`${script.pathname} did not say its memory`);
  return peak;
}

/** Says the largest resident size of this process. */
export function sayPeak(): void {
  process.stdout.write(`${readPeak()}\n`);
}

/**
 * The largest resident size of this process so far, in bytes. Where there is /proc it is asked, since what the system counts for a child begins with
 * the size of the process that started it.
 */
export function readPeak(): number {
  const own = existsSync(status) ? /^VmHWM:\s*([0-9]+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) * 1024;
}

const status = '/proc/self/status';
