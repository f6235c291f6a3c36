/** npm run ingest as people and schedulers run it: what it prints, what it leaves, how it ends. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunResult } from '#functions/run.ts';
import { runScript } from './run-script.ts';
import { funahashi, writeSmallWorkbook } from './workbooks.ts';

let folder: string;
let workbooks: string;
let store: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  workbooks = join(folder, 'workbooks');
  store = join(folder, 'store');
  await mkdir(workbooks);
});
afterEach(async () => await rm(folder, { recursive: true }));

const ingest = async (...more: readonly string[]) =>
  await runScript('ingest', '--workbooks', workbooks, '--store', store, ...more);

async function ingestJson(...more: readonly string[]) {
  const { code, stdout } = await ingest('--json', ...more);
  return { code, result: JSON.parse(stdout) as RunResult };
}

/** Names and bytes of all objects of a store. */
async function readObjects(of: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(join(of, 'objects'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(of.length), await readFile(file, 'utf8')] as const)),
  );
}

describe('a run', () => {
  test('over good workbooks publishes them: 0', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    await writeSmallWorkbook(workbooks, '舟橋村', funahashi);
    const { code, stdout, stderr } = await ingest();
    expect([code, stdout.split('\n')[0]]).toEqual([0, '公開しました。 Published.']);
    expect(stdout).toContain('Workbooks: 2 (2 taken in, 0 unchanged, 0 held). Municipalities: 2. Rows: 6 of 6 counted');
    expect(stderr).toMatch(/取込 ingest/);
  });

  test('with --json prints one object and nothing else on stdout', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    const { code, result } = await ingestJson();
    expect([code, result]).toEqual([
      0,
      {
        outcome: 'published',
        release: expect.stringMatching(/^[0-9a-f]{64}$/),
        workbooks: 1,
        accepted: 1,
        unchanged: 0,
        postponed: 0,
        held: [],
        unanswered: [],
        municipalities: 1,
        withheld: [],
        rows: { read: 3, accepted: 3 },
        findings: { errors: 0, notices: expect.any(Number) },
      },
    ]);
  });

  test('over the same workbooks again changes nothing: 0', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    const first = await ingestJson();
    const objects = await readObjects(store);
    const second = await ingestJson();
    expect([second.code, second.result]).toEqual([
      0,
      { ...first.result, outcome: 'unchanged', accepted: 0, unchanged: 1 },
    ]);
    expect(await readObjects(store)).toEqual(objects);
  });

  test('reads only what changed', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    await writeSmallWorkbook(workbooks, '舟橋村', funahashi);
    const first = await ingestJson();
    await writeSmallWorkbook(workbooks, '氷見市', { cases: [['2024/4/1', '本人', '高齢者']] });
    const { code, result } = await ingestJson();
    expect([code, result.outcome, result.accepted, result.unchanged]).toEqual([0, 'published', 1, 1]);
    expect(result.release).not.toBe(first.result.release);
    expect(result.rows.accepted).toBe(4);
  });

  test('into two fresh stores leaves byte-identical objects', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    await writeSmallWorkbook(workbooks, '舟橋村', funahashi);
    await ingest();
    const other = join(folder, 'other');
    await runScript('ingest', '--workbooks', workbooks, '--store', other);
    expect(await readObjects(other)).toEqual(await readObjects(store));
  });
});

describe('bad input stops nobody else', () => {
  test('one broken workbook among good ones is held, with a reason in two languages: 1', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    await writeFile(join(workbooks, '舟橋村.xlsx'), 'this is no workbook');
    const { code, result } = await ingestJson();
    expect([code, result.outcome, result.municipalities]).toEqual([1, 'published', 1]);
    expect(result.held).toEqual([
      {
        workbook: '舟橋村.xlsx',
        fileName: '舟橋村.xlsx',
        since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        code: expect.any(String),
        reason: { ja: expect.stringContaining('舟橋村.xlsx'), en: expect.stringContaining('舟橋村.xlsx') },
        keepsFigures: false,
      },
    ]);
  });

  test('the summary names it for people', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    await writeFile(join(workbooks, '報告.pdf'), '%PDF-1.7');
    const { code, stdout } = await ingest();
    expect(code).toBe(1);
    expect(stdout).toMatch(/保留しているブック Held:\n- 報告\.pdf\n {2}[^\n]*報告\.pdf[^\n]*[ぁ-ん]/);
  });

  test('a workbook that broke later keeps its last good figures: 1', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    const before = await ingestJson();
    await rm(join(workbooks, '氷見市', '基本情報.csv'));
    const after = await ingestJson();
    expect([after.code, after.result.held.map(({ workbook, keepsFigures }) => [workbook, keepsFigures])]).toEqual([
      1,
      [['氷見市', true]],
    ]);
    expect(after.result.rows).toEqual(before.result.rows);
  });

  test('everything broken publishes nothing: 2', async () => {
    await writeFile(join(workbooks, 'a.xlsx'), 'no');
    await writeFile(join(workbooks, 'b.xls'), 'no');
    const { code, result } = await ingestJson();
    expect([code, result.outcome, result.release, result.held.length]).toEqual([2, 'nothing', null, 2]);
  });

  test('an empty folder publishes nothing and says what to do: 2', async () => {
    for (const option of [[], ['--json']]) {
      const { code, stderr } = await ingest(...option);
      expect(code).toBe(2);
      expect(stderr).toContain(`フォルダー「${workbooks}」にブックがありません。`);
      expect(stderr).toContain(`There are no workbooks in the folder "${workbooks}".`);
    }
  });

  test('a workbook that vanished stays until it is forgotten', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    await writeSmallWorkbook(workbooks, '舟橋村', funahashi);
    await ingest();
    await rm(join(workbooks, '舟橋村'), { recursive: true });
    const vanished = await ingestJson();
    expect([vanished.code, vanished.result.municipalities, vanished.result.held.map(({ code }) => code)]).toEqual([
      1,
      2,
      ['workbook/gone'],
    ]);
    const forgotten = await ingestJson('--forget', '舟橋村');
    expect([forgotten.code, forgotten.result.municipalities, forgotten.result.held]).toEqual([0, 1, []]);
  });
});

describe('wrong usage ends with 64 and a sentence', () => {
  const wrong: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['no options', () => [], /--workbooks is missing/],
    ['no store', () => ['--workbooks', workbooks], /--store is missing/],
    [
      'a folder that is not there',
      () => ['--workbooks', join(folder, 'nowhere'), '--store', store],
      /There is no folder .*nowhere/,
    ],
    ['a file for a folder', () => ['--workbooks', join(folder, 'a-file'), '--store', store], /is not a folder/],
    ['a file for a store', () => ['--workbooks', workbooks, '--store', join(folder, 'a-file')], /is not a folder/],
    [
      'a store of no kind that there is',
      () => ['--workbooks', workbooks, '--store', 's3://kasanari'],
      /neither a folder nor gs:/,
    ],
    ['an unknown option', () => ['--workbooks', workbooks, '--store', store, '--jsno'], /--jsno/],
    ['a stray word', () => ['--workbooks', workbooks, '--store', store, 'now'], /now/],
    [
      'forgetting what is still there',
      () => ['--workbooks', workbooks, '--store', store, '--forget', '氷見市'],
      /still in the folder/,
    ],
    [
      'forgetting what never was',
      () => ['--workbooks', workbooks, '--store', store, '--forget', 'x'],
      /no workbook "x"/,
    ],
  ];
  test.each(wrong)('%s', async (_, args, sentence) => {
    await writeFile(join(folder, 'a-file'), '');
    await writeSmallWorkbook(workbooks, '氷見市');
    const { code, stdout, stderr } = await runScript('ingest', ...args());
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).toContain('Usage: npm run ingest');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('--help explains the exit codes: 0', async () => {
    const { code, stdout } = await runScript('ingest', '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Exit codes:[\s\S]*0 [\s\S]*1 [\s\S]*2 [\s\S]*64 /);
  });
});

describe('answers', () => {
  test('--answers leaves what was found beside each workbook’s name, and nothing in the workbooks', async () => {
    await writeSmallWorkbook(workbooks, '氷見市', { cases: [['11/5', '本人', '高齢者']] });
    const before = await readdir(join(workbooks, '氷見市'));
    const answers = join(folder, 'answers');
    const { code, result } = await ingestJson('--answers', answers);
    expect([code, result.unanswered]).toEqual([0, []]);
    expect(await readdir(answers, { recursive: true })).toEqual(['氷見市', join('氷見市', 'チェック結果.xlsx')]);
    expect(await readdir(join(workbooks, '氷見市'))).toEqual(before);
  });

  test('--answers inside the folder of workbooks would be read as workbooks: 64', async () => {
    const { code, stderr } = await ingest('--answers', join(workbooks, 'answers'));
    expect([code, stderr.split('\n')[0]]).toEqual([
      64,
      '--answers は、ブックのフォルダの外にしてください。 --answers must lie outside the folder of workbooks.',
    ]);
  });
});

describe('time', () => {
  test('what --minutes leaves no time for is said, and read by the next run: 0', async () => {
    await writeSmallWorkbook(workbooks, '氷見市');
    await writeSmallWorkbook(workbooks, '舟橋村', funahashi);
    const { code, stdout } = await ingest('--minutes', '0');
    expect(code).toBe(2);
    expect(stdout).toContain('時間になったので、2ブックは次の回に読みます。');
    expect(stdout).toContain('Time was up: 2 workbooks are left to the next run.');
    const { result } = await ingestJson();
    expect([result.postponed, result.accepted]).toEqual([0, 2]);
  });

  test('--minutes that is no number is wrong usage: 64', async () => {
    expect((await ingest('--minutes', 'soon')).code).toBe(64);
  });
});
