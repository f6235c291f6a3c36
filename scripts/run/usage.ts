/** Wrong usage of a command, said in a sentence, with the help text and exit code 64 (EX_USAGE of sysexits.h). */
import { describeError, describeRefusedArguments } from './describe-error.ts';
import { statIfThere } from './stat-if-there.ts';

export const exitWrongUsage = 64;

/** What was typed on the command line cannot be meant. */
export class WrongUsage extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WrongUsage';
  }
}

/**
 * Runs a command's body and ends the process with its exit code, once everything written has left.
 * Whatever the body did not foresee is said on stderr and ends with `exitFailed`.
 */
export async function runCommand(command: {
  readonly usage: string;
  readonly exitFailed: number;
  readonly body: () => Promise<number>;
}): Promise<void> {
  try {
    process.exitCode = await command.body();
  } catch (error) {
    const wrongUsage = error instanceof WrongUsage ? error.message : describeRefusedArguments(error);
    if (wrongUsage !== null) {
      process.stderr.write(`${wrongUsage}\n\n${command.usage}\n`);
      process.exitCode = exitWrongUsage;
    } else {
      process.stderr.write(`${describeError(error)}\n`);
      process.exitCode = command.exitFailed;
    }
  }
}

/** The value of an option that must be given. */
export function requireOption(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new WrongUsage(`${option} がありません。 ${option} is missing.`);
  return value;
}

/** A folder that must be there. */
export async function requireFolder(folder: string, option: string): Promise<string> {
  const found = await statIfThere(folder);
  if (found === null)
    throw new WrongUsage(`${option} のフォルダ「${folder}」がありません。 There is no folder "${folder}" (${option}).`);
  if (!found.isDirectory())
    throw new WrongUsage(
      `${option} の「${folder}」はフォルダではありません。 "${folder}" (${option}) is not a folder.`,
    );
  return folder;
}

/** A folder that may still have to be made, but must not be a file. */
export async function requireFolderOrNothing(folder: string, option: string): Promise<string> {
  return (await statIfThere(folder)) === null ? folder : await requireFolder(folder, option);
}
