/** npm run adopt: an office's own form as a file, as .csv files and as a spreadsheet. 架空のデータ. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Cell } from '#sheets-schema';
import { encodeCp932 } from '../../scripts/sample/cp932.ts';
import { folderWith, readFirst } from '../functions/adapters/folder/read-file.ts';
import { keyOf, writeKeyFile } from '../functions/adapters/google/key-files.ts';
import { serveStandIn } from '../google/server.ts';
import { createGoogleStandIn } from '../google/stand-in.ts';
import { runScript } from './run-script.ts';

const form: readonly (readonly string[])[] = [
  ['よろず相談台帳（架空のデータ）'],
  ['整理番号', '受理年月日', '氏名', '地区', '誰から', '属性'],
  ...Array.from({ length: 12 }, (_, row) => [
    `R6-${row + 1}`,
    `2024/5/${row + 1}`,
    '架空太郎',
    row % 2 === 0 ? '東山地区' : '西川地区',
    ['町の人', '家族', '本人'][row % 3] ?? '',
    row % 2 === 0 ? 'お年寄り' : '障害者',
  ]),
];

/** What saying yes to everything that is sure writes. */
const written = [
  ['シート', '', 'よろず相談台帳', '相談受付'],
  ['列', '相談受付', '受理年月日', '受付日'],
  ['列', '相談受付', '誰から', '経路'],
  ['列', '相談受付', '属性', '対象1'],
  ['値', '相談受付', 'お年寄り', '高齢者'],
  ['値', '相談受付', '町の人', '地域'],
];
const sorted = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => row.map((cell) => cell ?? '').join('|')).toSorted();

let folder: string;
beforeEach(async () => {
  folder = await folderWith({});
});

async function ownFile(): Promise<string> {
  const path = join(folder, 'よろず相談.xlsx');
  await writeFile(path, await writeXlsx({ sheets: [{ name: 'よろず相談台帳', rows: form.map((row) => [...row]) }] }));
  return path;
}

describe('an .xlsx file', () => {
  test('is only looked at without --send, and nothing about persons is shown', async () => {
    const path = await ownFile();
    const before = await readFile(path);
    const { code, stdout, stderr } = await runScript('adopt', path);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('シート「よろず相談台帳」は「相談受付」');
    expect(stdout).toContain('「町の人」 4件 → 「地域」');
    expect(stdout).toContain('シート「基本情報」がありません。');
    expect(stdout).toContain('まだ何も書いていません。');
    expect(stdout).not.toContain('架空太郎');
    expect(await readFile(path)).toEqual(before);
  });

  test('is given its rows of 読替 with --send, once, and keeps a copy of itself and every cell', async () => {
    const path = await ownFile();
    const before = await readFile(path);
    const [cases] = await readFirst(folder);
    const sent = await runScript('adopt', path, '--send', '--add-tabs');
    expect([sent.code, sent.stderr]).toEqual([0, '']);
    const grids = await readFirst(folder);
    expect(grids.map(({ tab }) => tab)).toEqual(['よろず相談台帳', '基本情報', '圏域', '読替']);
    expect(grids[0]?.rows).toEqual(cases?.rows);
    expect(sorted(grids[3]?.rows.slice(1) ?? [])).toEqual(sorted(written));
    const copies = (await readdir(folder)).filter((name) => name.startsWith('.'));
    expect(await Promise.all(copies.map((name) => readFile(join(folder, name))))).toEqual([before]);

    const bytes = await readFile(path);
    const again = await runScript('adopt', path, '--send', '--add-tabs');
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toContain('「読替」に書き足すものはありません。');
    expect(await readFile(path)).toEqual(bytes);
  });

  test('that somebody has open in Excel stays as it is, and the rows are shown for pasting', async () => {
    const path = await ownFile();
    const before = await readFile(path);
    await writeFile(join(folder, '~$よろず相談.xlsx'), '');
    const { code, stderr } = await runScript('adopt', path, '--send');
    expect(code).toBe(2);
    expect(stderr).toContain('列\t相談受付\t誰から\t経路');
    expect(await readFile(path)).toEqual(before);
  });
});

describe('a folder of .csv files', () => {
  test('is given 読替.csv, and lines at the end of one that is there, in its own encoding', async () => {
    const line = '値,,隣組,自治会・町内会\r\n';
    const aliases = encodeCp932(`種別,シート,元の表記,標準の表記\r\n${line}`);
    const csv = form.map((row) => row.join(',')).join('\r\n');
    folder = await folderWith({ '架空社協/よろず相談台帳.csv': csv, '架空社協/読替.csv': aliases });
    const office = join(folder, '架空社協');
    const sent = await runScript('adopt', office, '--send');
    expect([sent.code, sent.stderr]).toEqual([0, '']);
    const bytes = await readFile(join(office, '読替.csv'));
    expect(bytes.subarray(0, aliases.length)).toEqual(Buffer.from(aliases));
    const grids = await readFirst(folder);
    expect(sorted(grids.find(({ tab }) => tab === '読替')?.rows.slice(2) ?? [])).toEqual(sorted(written));
    await runScript('adopt', office, '--send');
    expect(await readFile(join(office, '読替.csv'))).toEqual(bytes);
  });
});

describe('a spreadsheet', () => {
  const standIn = createGoogleStandIn();
  const id = 'a-form-of-their-own-12345678901234567890';
  let server: Awaited<ReturnType<typeof serveStandIn>>;
  beforeAll(async () => {
    server = await serveStandIn(standIn);
  });
  afterAll(async () => await server.close());
  beforeEach(async () => {
    vi.stubEnv('KASANARI_KEY_FILE', await writeKeyFile(keyOf()));
    vi.stubEnv('KASANARI_GOOGLE_ROOT_URL', server.rootUrl);
    standIn.requests.length = 0;
  });
  afterEach(() => vi.unstubAllEnvs());
  const share = (sharing: 'editor' | 'viewer') => {
    const tabs = [{ tab: 'よろず相談台帳', id: '7', rows: form, merges: [] }];
    standIn.spreadsheets = [{ id, name: 'よろず相談', version: '1', sharing, tabs }];
  };

  test('is given its rows of 読替 with one write, and none by a second run', async () => {
    share('editor');
    const dry = await runScript('adopt', `https://docs.google.com/spreadsheets/d/${id}/edit#gid=7`);
    expect([dry.code, dry.stderr, standIn.writes()]).toEqual([1, '', 0]);
    const sent = await runScript('adopt', id, '--send', '--json');
    expect([sent.code, sent.stderr, standIn.writes()]).toEqual([0, '', 1]);
    expect(sorted(JSON.parse(sent.stdout).rows)).toEqual(sorted(written));
    const again = await runScript('adopt', id, '--send', '--json');
    expect([again.code, standIn.writes()]).toEqual([0, 1]);
    expect(JSON.parse(again.stdout)).toMatchObject({ rows: [], addedTabs: [], written: null });
  });

  test('that we may only read has its rows shown for pasting', async () => {
    share('viewer');
    const { code, stderr } = await runScript('adopt', id, '--send');
    expect([code, standIn.writes()]).toEqual([2, 0]);
    expect(stderr).toContain('値\t相談受付\t町の人\t地域');
  });
});

test('wrong usage and a file that is not there are said in a sentence', async () => {
  expect((await runScript('adopt')).code).toBe(64);
  expect((await runScript('adopt', 'a.xlsx', '--accept', 'everything')).code).toBe(64);
  const gone = await runScript('adopt', join(folder, 'ない.xlsx'));
  expect([gone.code, gone.stdout]).toEqual([2, '']);
  expect(gone.stderr).toMatch(/ない\.xlsx/);
});
