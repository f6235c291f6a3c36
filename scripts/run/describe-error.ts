/** What went wrong in a command, in a sentence: of ours, of parseArgs, or of the file system. Pure. */
import { basename, dirname } from 'node:path';
import { WorkbookFailure } from '#functions/world.ts';
import { describeFailure } from '#sheets-schema';

/** What the world refused is said in a sentence of the catalogue; what the file system refused, with the place. */
export function describeError(error: unknown): string {
  if (error instanceof WorkbookFailure) {
    return `${describeFailure(error.code, error.facts, 'ja')} ${describeFailure(error.code, error.facts, 'en')}`;
  }
  if (!(error instanceof Error)) return String(error);
  return describeFileError(error) ?? error.message;
}

const fileWords: Readonly<Record<string, (place: string) => string>> = {
  ENOENT: (place) =>
    `「${place}」がありません。場所と名前を確かめてください（書き出すときは、フォルダを先に作ります）。 There is no "${place}". Check its place and name; a folder to write into has to be made first.`,
  ENOTDIR: (place) => `「${place}」の途中がフォルダではありません。 A part of "${place}" is a file and no folder.`,
  EISDIR: (place) => `「${place}」はフォルダです。ファイルの名前にしてください。 "${place}" is a folder; name a file.`,
  EACCES: (place) => `「${place}」を読み書きする権限がありません。 There is no right to read or write "${place}".`,
  EPERM: (place) => `「${place}」を読み書きする権限がありません。 There is no right to read or write "${place}".`,
  EROFS: (place) => `「${place}」は書き込めない場所です。 "${place}" lies where nothing can be written.`,
  EBUSY: (place) =>
    `「${place}」はほかで使われています。閉じてからもう一度どうぞ。 "${place}" is in use; close it and try again.`,
  ENOSPC: (place) =>
    `空きがないので「${place}」に書けません。空きを作ってからもう一度どうぞ。 There is no room left to write "${place}"; make some and try again.`,
};

/** `null` where it is no failure of the file system. A file being written beside its place is called by its place. */
function describeFileError(error: Error): string | null {
  if (!('code' in error && 'path' in error && typeof error.path === 'string')) return null;
  const words = fileWords[String(error.code)];
  const isDraft = basename(error.path).startsWith('.writing-');
  return words?.(isDraft ? dirname(error.path) : error.path.replace(/\.writing$/, '')) ?? null;
}

/** What parseArgs of node:util refuses, in Japanese before its English; `null` where it is something else. */
export function describeRefusedArguments(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const [sentence = ''] = error.message.split(/\n|\. (?=To specify|This command)/);
  const name = /'(-{0,2}[^' ]*)/.exec(sentence)?.[1] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `「${name}」という指定はありません。 ${sentence}.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `「${name}」は余分です。 ${sentence}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return sentence.includes('does not take')
        ? `「${name}」のあとには何も書きません。 ${sentence}.`
        : `「${name}」のあとに値を書いてください。 ${sentence.replace(/\.$/, '')}.`;
    default:
      return null;
  }
}
