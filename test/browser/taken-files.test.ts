/** Whatever figure is taken along from whatever page: its files opened by LibreOffice, its drawing read as XML. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '#functions/adapters/folder/csv.ts';
import { convert, csvAsOpened, csvAsShown, findOffice } from './libreoffice.ts';
import { openPage } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

/** Each view that has figures. */
const views = [
  '',
  '/areas',
  '/pathways',
  '/pathways?show=months',
  '/pathways?show=flow',
  '/targets',
  '/targets?show=issues',
  '/support',
  '/goals',
  '/compare',
  '/compare?view=table',
  '/compare?view=goals',
  '/status',
] as const;
/** Names that a spreadsheet would compute, given to areas by whoever fills in a workbook. */
const formulas = { 本町地区: '=1+1', 港地区: '+港', 東山地区: '@東山', 桜台地区: '-桜台' } as const;

interface Taken {
  readonly name: string;
  readonly view: string;
  readonly title: string;
  readonly svg: string;
}

type Row = readonly unknown[];

const program = findOffice();
let stage: Stage;
let folder: string;
let taken: readonly Taken[];

async function save(page: Page, menu: Locator, entry: string, name: string): Promise<string> {
  await menu.locator('> button').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: entry, exact: true }).click(),
  ]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

/** Every figure of a view, saved as CSV, Excel and SVG. */
async function takeAll(view: string, at: number): Promise<readonly Taken[]> {
  const { page, close } = await openPage(stage, `/992054${view}`);
  const menus = await page.locator('main .take-along').all();
  const all: Taken[] = [];
  for (const [number, menu] of menus.entries()) {
    const name = `${at}-${number}`;
    await save(page, menu, '表（CSV）', `${name}.csv`);
    await save(page, menu, '表（Excel）', `${name}.xlsx`);
    const svg = await save(page, menu, '図（SVG）', `${name}.svg`);
    const label = (await menu.locator('> button').getAttribute('aria-label')) ?? '';
    all.push({ name, view, title: label.replace('持ち出す：', ''), svg: await readFile(svg, 'utf8') });
  }
  await close();
  return all;
}

async function rowsOf(path: string): Promise<readonly Row[]> {
  return readCsv(await readFile(path), { remainingCells: 100_000 });
}

beforeAll(async () => {
  stage = await setStage();
  folder = await mkdtemp(join(tmpdir(), 'kasanari-files-'));
  const areas = join(stage.folder, 'fujigaura', '圏域.csv');
  const text = await readFile(areas, 'utf8');
  const renamed = Object.entries(formulas).reduce((before, [name, formula]) => before.replace(name, formula), text);
  await writeFile(areas, renamed);
  await stage.run();
  const all: (readonly Taken[])[] = [];
  for (const [at, view] of views.entries()) all.push(await takeAll(view, at));
  taken = all.flat();
}, 300_000);

afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('every view has something to take along', () => {
  expect(views.filter((view) => !taken.some((one) => one.view === view))).toEqual([]);
});

test('each drawing is XML, with title, place, source and date, and says that its data are invented', async () => {
  const page = await stage.browser.newPage();
  const read = await page.evaluate(
    (all) =>
      all.map((svg) => {
        const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml');
        const texts = [...drawing.querySelectorAll('text')].map(({ textContent }) => textContent ?? '').join('');
        return {
          isRead: drawing.querySelector('parsererror') === null,
          title: drawing.querySelector('title')?.textContent ?? '',
          texts: texts.replaceAll(/\s/g, ''),
          foreign: drawing.querySelectorAll('foreignObject, script').length,
        };
      }),
    taken.map(({ svg }) => svg),
  );
  await page.close();
  for (const [at, { isRead, title, texts, foreign }] of read.entries()) {
    const one = taken[at];
    const where = `${one?.view} ${one?.title}`;
    expect({ where, isRead, foreign, title }).toEqual({ where, isRead: true, foreign: 0, title: one?.title });
    for (const wanted of [title.replaceAll(/\s/g, ''), '架空のデータ', '出典：', '公表'])
      expect(texts.includes(wanted), `${where}: ${wanted}`).toBe(true);
  }
});

const title =
  program === null
    ? 'LibreOffice (left out: there is no soffice on this machine)'
    : 'LibreOffice opens every figure of every view';

describe.skipIf(program === null)(title, { timeout: 300_000 }, () => {
  let shown: string;
  let opened: string;

  beforeAll(async () => {
    const paths = (ending: string) => taken.map(({ name }) => join(folder, `${name}.${ending}`));
    opened = await convert(program ?? '', paths('csv'), { folder: join(folder, 'a'), to: 'xlsx', as: csvAsOpened });
    shown = await convert(program ?? '', paths('xlsx'), { folder: join(folder, 'b'), to: csvAsShown });
  }, 600_000);

  test('as CSV: Japanese as it was, numbers as numbers, and nothing that is computed', async () => {
    for (const { name, view } of taken) {
      const bytes = await readFile(join(folder, `${name}.csv`));
      expect([...bytes.subarray(0, 3)], view).toEqual([0xef, 0xbb, 0xbf]);
      const written = await rowsOf(join(folder, `${name}.csv`));
      const expected = written.map((row) => row.map(asNumber));
      const workbook = await readXlsx(await readFile(join(opened, `${name}.xlsx`)));
      const read = (workbook.sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell ?? ''));
      expect({ view, rows: fill(read) }).toEqual({ view, rows: fill(expected) });
    }
  });

  test('as .xlsx: shown as they are printed, with the same states and texts as in the CSV', async () => {
    for (const { name, view } of taken) {
      const written = await rowsOf(join(folder, `${name}.csv`));
      const columns = written[0]?.filter((cell) => cell !== '注').length ?? 0;
      const table = (await rowsOf(join(shown, `${name}.csv`))).slice(0, written.length);
      const plain = (cell: Row[number] | undefined) => {
        const text = String(cell ?? '');
        const number = text.replace('＊', '').replaceAll(',', '').replace(/^[+±]/, '');
        return /^-?\d+(\.\d+)?$/.test(number) ? number : text.replace(/^'/, '');
      };
      const cut = (rows: readonly Row[]) =>
        rows.map((row) => Array.from({ length: columns }, (_, column) => plain(row[column])));
      expect({ view, rows: cut(table) }).toEqual({ view, rows: cut(written) });
    }
  });

  test('names of areas that begin like a formula are words in both', async () => {
    const areas = taken.find(({ view }) => view === '/areas');
    const csv = await readXlsx(await readFile(join(opened, `${areas?.name}.xlsx`)));
    const names = (csv.sheets[0]?.rows ?? []).map(([name]) => name);
    const excel = (await rowsOf(join(shown, `${areas?.name}.csv`))).map(([name]) => name);
    for (const formula of Object.values(formulas)) {
      expect(names).toContain(`'${formula}`);
      expect(excel).toContain(formula);
    }
  });
});

/** What a spreadsheet makes of the words of a number; 25.1% is a number too. */
function asNumber(cell: unknown): unknown {
  const [, number, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(String(cell)) ?? [];
  if (number === undefined) return cell ?? '';
  return percent === '%' ? Number(`${number}e-2`) : Number(number);
}

/** Rows of one length, without blank ones at the end. */
function fill(rows: readonly Row[]): readonly Row[] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}
