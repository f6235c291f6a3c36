/** Carries out the steps of a deployment one after the other. What is there is left alone, so that a second run goes on where one stopped. */
import { spawn } from 'node:child_process';
import { type Command, printCommand, type Step } from './command.ts';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Run = (command: Command) => Promise<Ended>;

export interface Outcome {
  readonly there: number;
  readonly made: number;
  /** `null` where all is done. */
  readonly failed: {
    readonly number: number;
    readonly step: Step;
    readonly command: Command;
    readonly said: string;
  } | null;
}

export async function runSteps(steps: readonly Step[], run: Run, say: (line: string) => void): Promise<Outcome> {
  const counts = { there: 0, made: 0 };
  for (const [index, step] of steps.entries()) {
    const { ja, en } = step.title;
    const looked = step.look === null ? null : await run(step.look.command);
    const isFound = looked?.code === 0;
    const isDone = step.removes
      ? looked !== null && !isFound
      : isFound && step.look?.isThere(looked.stdout.trim()) === true;
    if (isDone) {
      counts.there += 1;
      say(`= ${index + 1}. ${ja}  ${en}\n`);
      continue;
    }
    say(`+ ${index + 1}. ${ja}  ${en}\n`);
    for (const command of isFound ? (step.change ?? step.make) : step.make) {
      say(`    ${printCommand(command)}\n`);
      const { code, stdout, stderr } = await run(command);
      if (code !== 0 && !/already exists|ALREADY_EXISTS/i.test(stderr)) {
        return { ...counts, failed: { number: index + 1, step, command, said: (stderr || stdout).trim() } };
      }
    }
    counts.made += 1;
  }
  return { ...counts, failed: null };
}

/** In a process of its own, without a shell. A program that is not installed is a command that failed. */
export function createRun(environment: Readonly<Record<string, string | undefined>>, folder: string): Run {
  return async ({ program, argv, secretInput }) => {
    return await new Promise((ended) => {
      const child = spawn(program, [...argv], { cwd: folder, env: environment });
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        stdout += piece;
      });
      child.stderr.setEncoding('utf8').on('data', (piece: string) => {
        stderr += piece;
      });
      child.once('error', (error) => ended({ code: 127, stdout: '', stderr: `${program}: ${error.message}` }));
      child.once('close', (code) => ended({ code: code ?? 1, stdout, stderr }));
      child.stdin.on('error', () => undefined);
      child.stdin.end(secretInput?.() ?? '');
    });
  };
}
