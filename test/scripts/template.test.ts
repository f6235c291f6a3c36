/** npm run template: a new workbook as a file and as a spreadsheet, and renewing one that is filled in. 架空のデータ. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { folderWith } from '../functions/adapters/folder/read-file.ts';
import { keyOf, writeKeyFile } from '../functions/adapters/google/key-files.ts';
import { serveStandIn } from '../google/server.ts';
import { createGoogleStandIn } from '../google/stand-in.ts';
import { runScript } from './run-script.ts';

const standIn = createGoogleStandIn();
let server: Awaited<ReturnType<typeof serveStandIn>>;
let folder: string;
beforeAll(async () => {
  server = await serveStandIn(standIn);
});
afterAll(async () => await server.close());
beforeEach(async () => {
  folder = await folderWith({});
  vi.stubEnv('KASANARI_KEY_FILE', await writeKeyFile(keyOf()));
  vi.stubEnv('KASANARI_GOOGLE_ROOT_URL', server.rootUrl);
  Object.assign(standIn, { spreadsheets: [], faults: [] });
  standIn.requests.length = 0;
});
afterEach(() => vi.unstubAllEnvs());

const asked = ['new', '--municipality', '162051', '--office', '架空相談室', '--name', '氷見市'] as const;

const profile = [
  ['項目', '値'],
  ['市区町村コード', '162051'],
  ['市区町村名', '氷見市'],
  ['報告機関名', '架空相談室'],
  ['様式版', '1'],
];
const cases = [
  ['番号は手で振る（架空のデータ）'],
  ['受付番号', '受付日', '圏域', '経路', '対象1', '所感'],
  ['R6-0001', '令和6年4月2日', '東山', '本人', '高齢者', '○'],
];

/** A workbook of the first version, filled in. */
async function filledFile(version = '1'): Promise<string> {
  const path = join(folder, '台帳.xlsx');
  const rows = profile.map((row) => (row[0] === '様式版' ? ['様式版', version] : row));
  await writeFile(
    path,
    await writeXlsx({
      sheets: [
        { name: '基本情報', rows },
        { name: '相談受付', rows: cases },
      ],
    }),
  );
  return path;
}

describe('a new workbook', () => {
  test('is written as a file, and never over one that is there', async () => {
    const path = join(folder, '氷見市.xlsx');
    const first = await runScript('template', ...asked, '--out', path);
    expect([first.code, first.stdout, first.stderr]).toEqual([0, `「${path}」を書きました。 Wrote ${path}.\n`, '']);
    const bytes = await readFile(path);
    const second = await runScript('template', ...asked, '--out', path);
    expect([second.code, second.stdout]).toEqual([2, '']);
    expect(second.stderr).toContain('upgrade');
    expect(await readFile(path)).toEqual(bytes);
    const renewed = await runScript('template', 'upgrade', path);
    expect([renewed.code, renewed.stderr]).toEqual([0, '']);
    expect(renewed.stdout).toContain('変えるところはありません');
  });

  test('is only described as a spreadsheet until --send, and then made and shared', async () => {
    const dry = await runScript('template', ...asked, '--google', '--share', 'clerk@example.jp');
    expect([dry.code, standIn.requests]).toEqual([1, []]);
    expect(dry.stdout).toContain('clerk@example.jp を編集者に加えます。');
    const sent = await runScript('template', ...asked, '--google', '--share', 'clerk@example.jp', '--send');
    expect([sent.code, sent.stderr]).toEqual([0, '']);
    const [made] = standIn.spreadsheets;
    expect(sent.stdout).toContain(`https://docs.google.com/spreadsheets/d/${made?.id}/edit`);
    const again = await runScript('template', 'upgrade', made?.id ?? '');
    expect([again.code, again.stdout.includes('変えるところはありません')]).toEqual([0, true]);
  });

  test('an account that has no room is told what to do', async () => {
    standIn.faults = [
      { path: /^\/drive\/v3\/files$/, status: 403, times: 9, more: { message: 'x', reason: 'storageQuotaExceeded' } },
    ];
    const { code, stderr } = await runScript('template', ...asked, '--google', '--send');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--folder')]);
  });
});

describe('renewing', () => {
  test('first lists what would change, then changes it and keeps the file as it was', async () => {
    const path = await filledFile();
    const before = await readFile(path);
    const dry = await runScript('template', 'upgrade', path);
    expect([dry.code, await readFile(path), await readdir(folder)]).toEqual([1, before, ['台帳.xlsx']]);
    expect(dry.stdout).toContain('様式版を1から3に上げます。');
    expect(dry.stdout).toContain('シート「はじめに」を加えます。');
    const sent = await runScript('template', 'upgrade', path, '--send');
    expect([sent.code, sent.stderr]).toEqual([0, '']);
    const [backup = '', ...others] = (await readdir(folder)).toSorted();
    expect([backup.startsWith('.'), others]).toEqual([true, ['台帳.xlsx']]);
    expect(await readFile(join(folder, backup))).toEqual(before);
    const again = await runScript('template', 'upgrade', path, '--send');
    expect([again.code, again.stdout.includes('変えるところはありません'), (await readdir(folder)).length]).toEqual([
      0,
      true,
      2,
    ]);
  });

  test('a spreadsheet is renewed with one write', async () => {
    standIn.spreadsheets = [
      {
        id: '1abcdefghijklmnopqrstuvwxyz0123456789',
        name: '台帳',
        version: '3',
        tabs: [
          { tab: '基本情報', id: '0', rows: profile, merges: [] },
          { tab: '相談受付', id: '5', rows: cases, merges: [] },
        ],
      },
    ];
    const { code, stderr } = await runScript('template', 'upgrade', '1abcdefghijklmnopqrstuvwxyz0123456789', '--send');
    expect([code, stderr, standIn.writes()]).toEqual([0, '', 1]);
  });

  test('a file that somebody has open, is newer, or is no workbook of ours stays as it is', async () => {
    const path = await filledFile();
    await writeFile(join(folder, '~$台帳.xlsx'), '');
    const inUse = await runScript('template', 'upgrade', path, '--send');
    expect([inUse.code, inUse.stderr]).toEqual([2, expect.stringContaining('閉じてから')]);
    await writeFile(join(folder, 'other.xlsx'), await writeXlsx({ sheets: [{ name: '名簿', rows: [['一']] }] }));
    const other = await runScript('template', 'upgrade', join(folder, 'other.xlsx'), '--send');
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('adopt')]);
    await writeFile(join(folder, 'text.xlsx'), 'これはブックではありません');
    const text = await runScript('template', 'upgrade', join(folder, 'text.xlsx'), '--send');
    expect([text.code, text.stderr]).toEqual([2, expect.stringContaining('ブックとして読めません')]);
  });

  test('a workbook of a newer template is left alone', async () => {
    const { code, stderr } = await runScript('template', 'upgrade', await filledFile('99'), '--send');
    expect([code, stderr]).toEqual([2, expect.stringContaining('99')]);
  });
});

describe('wrong usage ends with 64', () => {
  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['neither new nor upgrade', []],
    ['no office', ['new', '--municipality', '162051', '--out', 'a.xlsx']],
    ['a code that is none', ['new', '--municipality', '162052', '--office', '室', '--out', 'a.xlsx']],
    ['neither a file nor Google', [...asked]],
    ['both', [...asked, '--out', 'a.xlsx', '--google']],
    ['a file that is no .xlsx', [...asked, '--out', 'a.xls']],
    ['somebody without an address', [...asked, '--google', '--share', '係長']],
    ['a year in words', [...asked, '--out', 'a.xlsx', '--fiscal-year', '令和6']],
    ['a file that is not there', ['upgrade', 'nowhere.xlsx']],
    ['an option of new', ['upgrade', 'a.xlsx', '--office', '室']],
  ];
  test.each(wrong)('%s', async (_, args) => {
    const { code, stderr } = await runScript('template', ...args);
    expect([code, stderr.includes('使い方 Usage')]).toEqual([64, true]);
  });
});
