/** Wrong usage of a command, said in a sentence, with the help text and exit code 64 (EX_USAGE of sysexits.h). */
import { WorkbookFailure } from '#functions/world.ts';
import { describeFailure } from '#sheets-schema';
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
    if (isWrongUsage(error)) {
      process.stderr.write(`${error.message}\n\n${command.usage}\n`);
      process.exitCode = exitWrongUsage;
    } else {
      process.stderr.write(`${describeError(error)}\n`);
      process.exitCode = command.exitFailed;
    }
  }
}

/** What the world refused is said in a sentence of the catalogue. */
function describeError(error: unknown): string {
  if (error instanceof WorkbookFailure) {
    return `${describeFailure(error.code, error.facts, 'ja')} ${describeFailure(error.code, error.facts, 'en')}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Wrong usage said by us, or by parseArgs of node:util. */
function isWrongUsage(error: unknown): error is Error {
  if (error instanceof WrongUsage) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
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
