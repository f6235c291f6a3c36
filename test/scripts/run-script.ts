/** Runs a command of scripts/ in a process of its own, as people do: put together beforehand, or as it is written. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param script like 'ingest' */
export function startScript(script: string, args: readonly string[]) {
  return startNode([join(inject('commands'), `${script}.mjs`), ...args]);
}

function startNode(args: readonly string[]) {
  return spawn(process.execPath, args, {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
  });
}

export async function runScript(script: string, ...args: readonly string[]): Promise<Ended> {
  return await waitFor(startScript(script, args));
}

/** As package.json names it. Takes a second more than what was put together. */
export async function runAsWritten(script: string, ...args: readonly string[]): Promise<Ended> {
  return await waitFor(startNode(['--import', 'tsx', `scripts/${script}.ts`, ...args]));
}

async function waitFor(child: ReturnType<typeof startNode>): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    stdout += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}
