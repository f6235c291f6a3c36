/** The most memory that a script needs in a process of its own, in bytes. */
import { execFile } from 'node:child_process';
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
  process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`);
}
