/** npm run export: the tidy facts of an audience, as a file or on stdout, and every way in which there is nothing to write. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { runScript } from './run-script.ts';
import { funahashi, writeSmallWorkbook } from './workbooks.ts';

let folder: string;
let store: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  store = join(folder, 'store');
  await mkdir(join(folder, 'workbooks'));
  await mkdir(join(folder, 'empty'));
  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市');
  await writeSmallWorkbook(join(folder, 'workbooks'), '舟橋村', funahashi);
  await runScript('ingest', '--workbooks', join(folder, 'workbooks'), '--store', store);
});
afterAll(async () => await rm(folder, { recursive: true }));

const header = '\uFEFFindicator,municipality,area,period,pathway,target,value,state';

function rowsOf(csv: string): readonly string[] {
  const [first, ...rows] = csv.trimEnd().split('\r\n');
  expect(first).toBe(header);
  return rows;
}

describe('what an audience gets', () => {
  test('an office its own municipality, by month, area, pathway and target', async () => {
    const { code, stdout, stderr } = await runScript('export', '--store', store, '--audience', 'office:162051');
    const rows = rowsOf(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(rows).toEqual(
      expect.arrayContaining([
        'N01,162051,162051,2024-04,all,all,2,value',
        'N01,162051,162051,FY2024,all,all,3,value',
        'N01,162051,E01,2024-04,P04,all,1,value',
        'N01,162051,E01,2024-04,P0401,T05,1,value',
        'N01,162051,162051,2024-05,P01,all,0,zero',
      ]),
    );
    expect(rows.filter((row) => !row.includes(',162051,'))).toEqual([]);
    expect(new Set(rows.map((row) => row.split(',').slice(0, 6).join(','))).size).toBe(rows.length);
  });

  test.each([['prefecture:16'], ['public']])(
    '%s totals by fiscal year, and new consultations by pathway and target: few of them are suppressed, without a value',
    async (audience) => {
      const { code, stdout } = await runScript('export', '--store', store, '--audience', audience);
      const rows = rowsOf(stdout);
      expect(code).toBe(0);
      expect(rows).toEqual(
        expect.arrayContaining([
          'N01,162051,162051,FY2024,all,all,,suppressed',
          'N01,163210,163210,FY2024,all,all,,suppressed',
          'N01,162051,162051,FY2024,P04,all,,suppressed',
        ]),
      );
      for (const row of rows) {
        expect(row).toMatch(/^[NRQ]\d\d,(\d{6}),\1,FY\d{4},(?:all,all|P\d+,all|all,T\d+),/);
        // Of two towns with three cases each nothing but zeros may be told.
        if (row.startsWith('N01')) expect(row).toMatch(/,(?:,suppressed|0,zero|,unreported|,n\/a)$/);
      }
    },
  );

  test('--municipality narrows it', async () => {
    const { stdout } = await runScript(
      'export',
      '--store',
      store,
      '--audience',
      'prefecture:16',
      '--municipality',
      '163210',
    );
    expect(new Set(rowsOf(stdout).map((row) => row.split(',')[1]))).toEqual(new Set(['163210']));
  });

  test('a file has the same bytes as stdout and as the API', async () => {
    const file = join(folder, 'facts.csv');
    const written = await runScript('export', '--store', store, '--audience', 'office:162051', '--out', file);
    const { stdout } = await runScript('export', '--store', store, '--audience', 'office:162051', '--out', '-');
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const api = createApi({
      store: createFolderStore(store),
      identity: localIdentity,
      pollSeconds: 1,
      log: quiet,
      clock: { now: () => new Date('2026-11-21T03:00:00Z') },
    });
    const response = await api.request('/api/exports/facts.csv?audience=office:162051');
    const bytes = await readFile(file);
    expect([written.code, written.stdout]).toEqual([0, '']);
    expect(bytes.toString('utf8')).toBe(stdout);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.startsWith('facts'))).toEqual(['facts.csv']);
  });
});

describe('nothing to write ends with 2 and a sentence', () => {
  const nothing: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an office without figures', ['--audience', 'office:162078'], /162078/],
    ['a prefecture without figures', ['--audience', 'prefecture:09'], /09/],
    ['a municipality of somebody else', ['--audience', 'office:162051', '--municipality', '163210'], /163210/],
  ];
  test.each(nothing)('%s', async (_, args, sentence) => {
    const file = join(folder, 'nothing.csv');
    const { code, stdout, stderr } = await runScript('export', '--store', store, ...args, '--out', file);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(await readdir(folder)).not.toContain('nothing.csv');
  });

  test('a store in which nothing was published', async () => {
    const { code, stderr } = await runScript('export', '--store', join(folder, 'empty'), '--audience', 'office:162051');
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing has been published yet');
  });

  test('a folder to write into that is not there', async () => {
    const { code, stderr } = await runScript(
      'export',
      '--store',
      store,
      '--audience',
      'office:162051',
      '--out',
      join(folder, 'no', 'a.csv'),
    );
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('wrong usage ends with 64', () => {
  const wrong: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['no store', () => ['--audience', 'office:162051'], /--store is missing/],
    ['no audience', () => ['--store', store], /--audience is missing/],
    ['an audience that is none', () => ['--store', store, '--audience', '162051'], /not "162051"/],
    [
      'a store that is not there',
      () => ['--store', join(folder, 'nowhere'), '--audience', 'office:162051'],
      /There is no folder/,
    ],
    [
      'a code that is none',
      () => ['--store', store, '--audience', 'office:162051', '--municipality', 'E01'],
      /six digits/,
    ],
    ['an unknown option', () => ['--store', store, '--audience', 'office:162051', '--format', 'xlsx'], /--format/],
  ];
  test.each(wrong)('%s', async (_, args, sentence) => {
    await writeFile(join(folder, 'a-file'), '');
    const { code, stdout, stderr } = await runScript('export', ...args());
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(sentence);
  });

  test('--help explains the exit codes: 0', async () => {
    const { code, stdout } = await runScript('export', '--help');
    expect([code, stdout.includes('Exit codes')]).toEqual([0, true]);
  });
});
