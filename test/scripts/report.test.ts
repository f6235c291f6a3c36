/** npm run report: a paper that can be handed on, and a sentence for every way in which there is none. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readPlaces } from '../../scripts/report/read-pdf.ts';
import { runScript } from './run-script.ts';
import { funahashi, writeSmallWorkbook } from './workbooks.ts';

let folder: string;
let store: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-report-'));
  store = join(folder, 'store');
  await mkdir(join(folder, 'workbooks'));
  await mkdir(join(folder, 'empty'));
  await writeSmallWorkbook(join(folder, 'workbooks'), '舟橋村', funahashi);
  await runScript('ingest', '--workbooks', join(folder, 'workbooks'), '--store', store);
});
afterAll(async () => await rm(folder, { recursive: true }));

/** A browser that is installed, or unpacked for all tests, is named to the command as people would. */
function chromiumIsThere(): boolean {
  const { path, environment } = inject('chromium');
  return path !== null && Object.keys(environment).length === 0;
}

function findTool(name: string): boolean {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

describe('the paper', () => {
  test.skipIf(!chromiumIsThere())(
    'holds cover, contents, pages and notes, and the contents are right',
    { timeout: 180_000 },
    async () => {
      const out = join(folder, 'funahashi.pdf');
      const made = await runScript(
        'report',
        '--store',
        store,
        '--municipality',
        '163210',
        '--period',
        'FY2024',
        '--out',
        out,
      );
      expect([made.code, made.stdout]).toEqual([0, expect.stringContaining('舟橋村の会議資料')]);
      const pdf = await readFile(out);
      const pages = Number(/（(\d+)ページ）/.exec(made.stdout)?.[1]);
      const places = readPlaces(pdf);
      expect(pages).toBeGreaterThanOrEqual(6);
      expect(places).toMatchObject({ 'paper-overview': 3, 'paper-coverage': pages });
      if (!findTool('pdftotext')) return;
      const text = execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
      const sheets = text.split('\f').slice(0, -1);
      expect(sheets).toHaveLength(pages);
      expect(sheets[0]).toMatch(
        /会議資料[\s\S]*富山県\s+舟橋村[\s\S]*相談と支援の状況[\s\S]*令和6年度[\s\S]*この資料に含まれていない報告/,
      );
      expect(sheets[0]).toContain('架空のデータ');
      expect(sheets[1]).toMatch(/目次[\s\S]*1\s+概況\s+3/);
      expect(sheets.at(-1)).toContain('少ない件数もそのまま載せています');
      expect(sheets.at(-1)).toContain(`${pages} / ${pages}`);
      expect(text).not.toMatch(/持ち出す|表で見る|English/);
    },
  );

  test.skipIf(!chromiumIsThere())('speaks English', { timeout: 180_000 }, async () => {
    const out = join(folder, 'english.pdf');
    const made = await runScript('report', '--store', store, '--municipality', '163210', '--lang', 'en', '--out', out);
    expect(made.code).toBe(0);
    if (!findTool('pdftotext')) return;
    const text = execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
    expect(text).toMatch(/For the meeting[\s\S]*Contents[\s\S]*1\s+Overview\s+3[\s\S]*What the figures cover/);
  });
});

describe('nothing to write ends with 2 and a sentence', () => {
  test.each([
    ['a municipality without figures', ['--municipality', '162078'], /162078/],
    [
      'a period without reports',
      ['--municipality', '163210', '--period', 'FY1999'],
      /舟橋村のFY1999の報告はありません/,
    ],
  ] as const)('%s', async (_, args, sentence) => {
    const out = join(folder, 'nothing.pdf');
    const { code, stderr } = await runScript('report', '--store', store, ...args, '--out', out);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(await readdir(folder)).not.toContain('nothing.pdf');
  });

  test('a store in which nothing was published', async () => {
    const { code, stderr } = await runScript(
      ...([
        'report',
        '--store',
        join(folder, 'empty'),
        '--municipality',
        '163210',
        '--out',
        join(folder, 'a.pdf'),
      ] as const),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing has been published yet');
  });
});

test('without Chromium it says how to get one, and ends with 3', async () => {
  const before = process.env.CHROMIUM_PATH;
  process.env.CHROMIUM_PATH = join(folder, 'no-chromium');
  const out = join(folder, 'none.pdf');
  const made = await runScript('report', '--store', store, '--municipality', '163210', '--out', out).finally(() => {
    if (before === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = before;
  });
  expect(made.code).toBe(3);
  expect(made.stderr).toContain('Chromium が見つかりません');
});

describe('wrong usage ends with 64', () => {
  test.each([
    ['no file', ['--municipality', '163210'], /--out is missing/],
    ['no municipality', ['--out', 'a.pdf'], /--municipality is missing/],
    ['a code that is none', ['--municipality', '舟橋村', '--out', 'a.pdf'], /six digits/],
    ['a language that is none', ['--municipality', '163210', '--lang', 'fr', '--out', 'a.pdf'], /ja or en/],
    ['a period that is none', ['--municipality', '163210', '--period', '2024', '--out', 'a.pdf'], /not "2024"/],
  ] as const)('%s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await runScript('report', '--store', store, ...args);
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(sentence);
  });

  test('--help explains the exit codes: 0', async () => {
    const { code, stdout } = await runScript('report', '--help');
    expect([code, stdout.includes('Exit codes')]).toEqual([0, true]);
  });
});
