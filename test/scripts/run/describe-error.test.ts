import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { describeError, describeRefusedArguments } from '../../../scripts/run/describe-error.ts';

/** What is said of these words on a command line that knows --store VALUE and --send. */
function refuse(...args: readonly string[]): string | null {
  try {
    parseArgs({ args: [...args], options: { store: { type: 'string' }, send: { type: 'boolean' } } });
    return 'accepted';
  } catch (error) {
    return describeRefusedArguments(error);
  }
}

async function failing(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => 'done',
    (error: unknown) => describeError(error),
  );
}

test('whatever cannot be meant on a command line is said in Japanese first, by its name', () => {
  expect([
    refuse('--stroe', 'x'),
    refuse('--store'),
    refuse('--store', '--send'),
    refuse('--send=3'),
    refuse('x'),
  ]).toEqual([
    "「--stroe」という指定はありません。 Unknown option '--stroe'.",
    "「--store」のあとに値を書いてください。 Option '--store <value>' argument missing.",
    "「--store」のあとに値を書いてください。 Option '--store' argument is ambiguous.",
    "「--send」のあとには何も書きません。 Option '--send' does not take an argument.",
    "「x」は余分です。 Unexpected argument 'x'.",
  ]);
});

test('a file that cannot be written or read is named in a sentence, and not with a code', async () => {
  const nowhere = join(tmpdir(), 'kasanari-no-such-folder', 'facts.csv');
  expect(await failing(writeFile(`${nowhere}.writing`, ''))).toBe(
    `「${nowhere}」がありません。場所と名前を確かめてください（書き出すときは、フォルダを先に作ります）。 There is no "${nowhere}". Check its place and name; a folder to write into has to be made first.`,
  );
  expect(await failing(writeFile(tmpdir(), ''))).toBe(
    `「${tmpdir()}」はフォルダです。ファイルの名前にしてください。 "${tmpdir()}" is a folder; name a file.`,
  );
});

test('what is no failure of the file system keeps its own sentence, and is no wrong usage', async () => {
  const own = new Error('送り先が決まっていません。');
  expect([describeError(own), describeRefusedArguments(own)]).toEqual(['送り先が決まっていません。', null]);
});
