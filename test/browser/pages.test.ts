/** The pages in a real Chromium, over the real pipeline and API: what people see, reach and do. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, click, goBack, press } from './act.ts';
import { openPage, readTable } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  await stage?.stop();
});

const open = async (address: string, width?: number) => await openPage(stage, address, width);

test('the pathways of 氷見市 are right in every cell, with shares that add up to 100.0', async () => {
  const { page, close } = await open('/162051/pathways');
  const rows = await readTable(page, 'table');
  const title = await page.locator('[data-figure="shares"] h2').textContent();
  await close();
  expect(title).toBe('地域からの相談は10.6%から22.7%へ、2倍を超えました');
  expect(rows).toEqual([
    ['本人', '12', '6.7', '9', '5.8', '9', '5.0', '25', '10.9', '+13', '+4.2'],
    ['家族・親族', '20', '11.1', '6', '3.8', '19', '10.6', '30', '13.1', '+10', '+2.0'],
    ['知人・近隣', '4', '2.2', '1', '0.6', '1', '0.6', '4', '1.8', '±0', '−0.4'],
    ['地域', '19', '10.6', '14', '9.0', '29', '16.1', '52', '22.7', '+33', '+12.1'],
    ['専門機関', '42', '23.3', '46', '29.5', '53', '29.4', '57', '24.9', '+15', '+1.6'],
    ['行政', '83', '46.1', '80', '51.3', '69', '38.3', '61', '26.6', '−22', '−19.5'],
    ['年度合計', '180', '100.0', '156', '100.0', '180', '100.0', '229', '100.0', '+49', ''],
  ]);
});

test('a filter is part of the address, and Back undoes one choice', async () => {
  const { page, close } = await open('/992054/pathways');
  const address = () => page.url().slice(stage.origin.length);
  await choose(page.locator('#bar-period'), 'FY2023');
  await choose(page.locator('#bar-target'), 'T01');
  await click(page.getByRole('button', { name: '小分類' }));
  const after = address();
  await goBack(page);
  const back = address();
  await goBack(page);
  const further = address();
  const shown = await page.locator('#bar-target').inputValue();
  await close();
  expect({ after, back, further, shown }).toEqual({
    after: '/992054/pathways?period=FY2023&target=T01&level=2',
    back: '/992054/pathways?period=FY2023&target=T01',
    further: '/992054/pathways?period=FY2023',
    shown: 'all',
  });
});

test('a link with codes that are not registered says so and shows the whole municipality', async () => {
  const { page, close } = await open('/992054/areas?area=X9&pathway=P77');
  const notes = await page.locator('.address-notes p').allTextContents();
  const rows = await readTable(page, 'areas');
  await close();
  expect(notes).toEqual([
    'このリンクの圏域は、いまの登録にありません。市全体を表示しています。',
    'このリンクの経路は、いまの一覧にありません。すべての経路を表示しています。',
  ]);
  expect(rows.at(-1)?.[0]).toBe('藤ヶ浦市 合計');
});

test('the areas are a tree with parallel divisions, and an area leads to its parts', async () => {
  const { page, close } = await open('/992054/areas');
  const names = async () => (await readTable(page, 'areas')).map(([name]) => name?.replace('▼', ''));
  const first = await names();
  await click(page.getByRole('button', { name: '中学校区と地区' }));
  const second = await names();
  await click(page.locator('.area-table').getByRole('link', { name: '第二中学校区' }));
  const below = await names();
  const address = page.url().slice(stage.origin.length);
  await close();
  expect(first).toEqual([
    '中央圏域',
    '本町地区',
    '港地区',
    '東部圏域',
    '東山地区',
    '桜台地区',
    '南部圏域',
    '南条地区',
    '圏域が不明',
    '藤ヶ浦市 合計',
  ]);
  expect(second.slice(0, 4)).toEqual(['第一中学校区', '本町地区', '港地区', '東山地区']);
  expect(below).toEqual(['桜台地区', '南条地区', '第二中学校区 合計']);
  expect(address).toBe('/992054/areas?area=J02');
});

test('every control can be reached with Tab, and the focus is always seen', async () => {
  const { page, close } = await open('/992054');
  await page.locator('.drawing').first().waitFor();
  const controls = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, select, [tabindex="0"]')].filter(
        (element) => element.offsetParent !== null || element.closest('.status-strip') !== null,
      ).length,
  );
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let step = 0; step < controls + 5; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      element.setAttribute('data-reached', 'yes');
      return { name: element.textContent?.slice(0, 20) ?? '', outline: getComputedStyle(element).outlineStyle };
    });
    if (at !== null && at.outline === 'none') unseen.push(at.name);
  }
  for (const name of await page.locator('[data-reached]').allTextContents()) reached.add(name);
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, select, [tabindex="0"]')]
      .filter((element) => element.offsetParent !== null && !element.hasAttribute('data-reached'))
      .map((element) => element.textContent),
  );
  await close();
  expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
  expect(reached.size).toBeGreaterThan(20);
});

test('arrows go through the points of a chart and say them, Enter opens the rows of a point; Esc, then Enter, the table', async () => {
  const { page, close } = await open('/992054');
  const stage1 = page.locator('[data-figure="trend"] .chart-stage');
  await stage1.waitFor();
  await stage1.focus();
  await press(page, 'ArrowRight');
  const said = await page.locator('[data-figure="trend"] [aria-live]').textContent();
  await press(page, 'Enter');
  const rows = await page.locator('.rows-sentence').textContent();
  await press(page, 'Escape');
  await page.locator('.rows-panel').waitFor({ state: 'detached' });
  const focused = await page.evaluate(() =>
    document.activeElement?.closest('[data-figure]')?.getAttribute('data-figure'),
  );
  await press(page, 'Escape');
  await press(page, 'Enter');
  await page.locator('[data-figure="trend"] table tbody tr').first().waitFor();
  const months = (await readTable(page, 'trend')).length;
  const address = page.url().slice(stage.origin.length);
  await goBack(page);
  await page.locator('[data-figure="trend"] .drawing').waitFor();
  await close();
  expect(rows).toBe('この数字は相談受付の14行です。');
  expect({ said, focused, months, address }).toEqual({
    ...{ said: '令和4年4月 14件', focused: 'trend', months: 12, address: '/992054?view=trend' },
  });
});

test('a month without a report is a gap: 未報告 in the table of the trend, never 0', async () => {
  const { page, close } = await open('/992054?view=table');
  const rows = await readTable(page, 'trend');
  await close();
  expect(rows.find(([month]) => month === '11月')?.[1]).toBe('…未報告');
});

test('what a clerk saves is on the page without a reload, and the view stays', async () => {
  const { page, close } = await open('/162051/pathways?level=2');
  await page.evaluate(() => {
    document.body.dataset.mark = 'not reloaded';
    scrollTo(0, 200);
  });
  const file = join(stage.folder, 'himi', '集計報告.csv');
  const before = await readFile(file, 'utf8');
  expect(before).toContain('地域,,52');
  await writeFile(file, before.replace('地域,,52', '地域,,53'));
  await stage.run();
  const cell = page.locator('[data-figure="table"] tr[data-row="P04"] td[data-column="FY2017-count"]');
  await cell.filter({ hasText: '53' }).waitFor();
  const after = await page.evaluate(() => ({ mark: document.body.dataset.mark, scrolled: scrollY > 0 }));
  const address = page.url().slice(stage.origin.length);
  await writeFile(file, before);
  await stage.run();
  await cell.filter({ hasText: '52' }).waitFor();
  await close();
  expect({ ...after, address }).toEqual({ mark: 'not reloaded', scrolled: true, address: '/162051/pathways?level=2' });
});

test('while the server does not answer the last figures stay, and the page says so without calling itself offline', async () => {
  const { page, close } = await open('/162051');
  stage.cut(true);
  const told = page.getByText(/^いまサーバーから答えがありません。1月14日 .*の値を表示しています。$/);
  await told.waitFor();
  const offline = await page.getByText('オフラインです。').count();
  const value = await page.locator('[data-indicator="N01"] strong').textContent();
  stage.cut(false);
  await told.waitFor({ state: 'detached' });
  await close();
  expect({ value, offline }).toEqual({ value: '229', offline: 0 });
});

test('a page that could not be loaded says so, and can be tried again', async () => {
  stage.cut(true);
  const { page, close } = await open('/162051');
  await page.getByText('表示できませんでした。入力したデータは無事です。').waitFor();
  stage.cut(false);
  await click(page.getByRole('button', { name: 'もう一度試す' }));
  await page.locator('[data-indicator="N01"] strong').waitFor();
  const value = await page.locator('[data-indicator="N01"] strong').textContent();
  await close();
  expect(value).toBe('229');
});

test('on a telephone one sheet 「変える」 holds the filters, Esc closes it', async () => {
  const { page, close } = await open('/992054', 360);
  await click(page.getByRole('button', { name: '変える' }));
  await choose(page.locator('#sheet-period'), 'FY2023');
  const address = page.url().slice(stage.origin.length);
  await press(page, 'Escape');
  const isOpen = await page.locator('dialog[open]').count();
  await close();
  expect({ address, isOpen }).toEqual({ address: '/992054?period=FY2023', isOpen: 0 });
});

test('in English the page speaks English, and the address says so', async () => {
  const { page, close } = await open('/162051/pathways');
  await click(page.getByRole('link', { name: 'English' }));
  await page.getByRole('heading', { level: 1, name: 'Pathways' }).waitFor();
  const title = await page.locator('[data-figure="shares"] h2').textContent();
  const [lang, address] = [await page.locator('html').getAttribute('lang'), page.url().slice(stage.origin.length)];
  await close();
  expect({ title, lang, address }).toEqual({
    title: 'Consultations through the community more than doubled, from 10.6% to 22.7%',
    lang: 'en',
    address: '/162051/pathways?lang=en',
  });
});
