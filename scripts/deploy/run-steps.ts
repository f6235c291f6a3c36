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
    const fail = (command: Command, said: string): Outcome => ({
      ...counts,
      failed: { number: index + 1, step, command, said },
    });
    if (step.look !== null && isFound && step.look.isOurs?.(looked.stdout.trim()) === false) {
      if (!step.removes) return fail(step.look.command, notOurs);
      counts.there += 1;
      say(`= ${index + 1}. ${ja}  ${en}: 別の人のものなので残します left alone, it is somebody else's\n`);
      continue;
    }
    // Who may not look, or cannot reach Google, does not know that it is gone.
    if (step.removes && step.look !== null && looked !== null && !isFound && !isGone(looked))
      return fail(step.look.command, saidBy(looked));
    const isDone = step.removes
      ? looked !== null && !isFound
      : isFound && step.look?.isThere(looked.stdout.trim()) === true;
    if (isDone) {
      counts.there += 1;
      say(`= ${index + 1}. ${ja}  ${en}\n`);
      continue;
    }
    say(`+ ${index + 1}. ${ja}  ${en}\n`);
    const commands = [...(isFound ? (step.change ?? step.make) : step.make)];
    for (let command = commands.shift(); command !== undefined; command = commands.shift()) {
      say(`    ${printCommand(command)}\n`);
      const ended = await run(command);
      if (ended.code === 0 || (step.removes && isGone(ended))) continue;
      if (!/already exists|ALREADY_EXISTS/i.test(ended.stderr)) return fail(command, saidBy(ended));
      // It was there all the same, though looking failed: in which form, nobody knows.
      if (!isFound) commands.unshift(...(step.change ?? []));
    }
    counts.made += 1;
  }
  return { ...counts, failed: null };
}

const notOurs =
  '同じ名前のものが、Kasanari のものではない形ですでにあります。別のプロジェクトを使ってください。 Something of this name is there that is not of Kasanari: use a project of its own.';

/** Of a thing that is not there, or whose whole API is not in use, as gcloud says it. */
function isGone({ code, stderr }: Ended): boolean {
  return code !== 0 && /NOT_FOUND|not found|status=\[404\]|does not exist|SERVICE_DISABLED/i.test(stderr);
}

function saidBy({ stdout, stderr }: Ended): string {
  return (stderr || stdout).trim();
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
