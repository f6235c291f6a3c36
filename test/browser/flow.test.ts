/** 経路別 in a real Chromium: the flow by mouse and by keyboard, its table twin, the months, and where there are no rows. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, goBack, press } from './act.ts';
import { addDetailWorkbook } from './detail-workbook.ts';
import { findAtEveryWidth } from './find-with-axe.ts';
import { openPage, readTable } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await addDetailWorkbook(stage);
});

afterAll(async () => {
  await stage?.stop();
});

const open = async (address: string, width?: number) => await openPage(stage, address, width);
const addressOf = (page: { url(): string }) => page.url().slice(stage.origin.length);

test('the flow is reached from 経路別 with one choice, and the drawing says what the table says', async () => {
  const { page, complaints, close } = await open('/992062/pathways');
  await click(page.getByRole('button', { name: '流れ（経路→対象→つなぎ先）' }));
  await page.locator('svg.flow [data-node]').first().waitFor();
  const nodes = await page.locator('svg.flow [data-node^="0|"] text').allTextContents();
  const rows = await readTable(page, 'flow-table');
  const columns = await page.locator('svg.flow [data-node^="1|"]').count();
  await close();
  expect(nodes).toEqual(['本人　15件', '家族・親族　15件', '地域　15件', '専門機関　15件', '行政　12件']);
  // Of the 72 cases the 15 of 地域 and the 12 of 行政 were handed on, the other 45 stay.
  expect(rows.at(-1)).toEqual(['相談全体', '15', '15', '15', '15', '12', '72', '15', '12', '45']);
  expect({ columns, complaints }).toEqual({ columns: 8, complaints: [] });
});

test('by keyboard every name and band is read out, and Enter chooses, which the address holds', async () => {
  const { page, close } = await open('/992062/pathways?show=flow');
  const stageOf = page.locator('.flow-stage');
  await page.locator('svg.flow [data-node]').first().waitFor();
  const said = page.locator('.flow-frame [aria-live]');
  await stageOf.focus();
  await press(page, 'ArrowDown');
  const first = await said.textContent();
  await press(page, 'ArrowRight');
  const band = await said.textContent();
  await press(page, 'ArrowLeft');
  await press(page, 'Enter');
  const chosen = addressOf(page);
  const faint = await page.locator('.flow-link.faint').count();
  const note = await page.locator('[data-figure="flow"] .note').first().textContent();
  await click(page.getByRole('button', { name: '選択を外す' }));
  const cleared = addressOf(page);
  await close();
  expect(first).toBe('経路「本人」から来た相談は15件です。 Enterキーで選びます。');
  expect(band).toMatch(/^「本人」から来た「.+」の相談は\d+件です。$/);
  expect(chosen).toBe('/992062/pathways?pathway=P01&show=flow');
  expect(faint).toBeGreaterThan(0);
  expect(note).toContain('経路「本人」の帯を強調しています。');
  expect(cleared).toBe('/992062/pathways?show=flow');
});

test('a name is chosen by a click, too, and Back takes it back', async () => {
  const { page, close } = await open('/992062/pathways?show=flow');
  await click(page.locator('svg.flow [data-node="1|T01"]'));
  const chosen = addressOf(page);
  await goBack(page);
  const back = addressOf(page);
  await close();
  expect({ chosen, back }).toEqual({
    chosen: '/992062/pathways?target=T01&show=flow',
    back: '/992062/pathways?show=flow',
  });
});

test('on a telephone the table stands before the drawing, which scrolls inside its frame', async () => {
  const { page, close } = await open('/992062/pathways?show=flow', 360);
  await page.locator('svg.flow [data-node]').first().waitFor();
  const seen = await page.evaluate(() => {
    const top = (id: string) => document.querySelector(`[data-figure="${id}"]`)?.getBoundingClientRect().top ?? 0;
    const frame = document.querySelector('.flow-frame');
    return {
      isTableFirst: top('flow-table') < top('flow'),
      scrolls: frame !== null && frame.scrollWidth > frame.clientWidth,
      overflow: document.documentElement.scrollWidth - innerWidth,
    };
  });
  await close();
  expect(seen).toEqual({ isTableFirst: true, scrolls: true, overflow: 0 });
});

test('of a municipality that sends totals only, the page says why there is no flow and no month', async () => {
  const { page, close } = await open('/162051/pathways?show=flow');
  const flow = await page.locator('main .state-block:not(.loading)').textContent();
  await click(page.getByRole('button', { name: '月の動き' }));
  const months = await page.getByText('月ごとの件数がありません').textContent();
  await close();
  expect(flow).toBe('氷見市の報告には1件ごとの記録がありません。「相談受付」に行が入ると、ここに表示されます。');
  expect(months).toContain('年度の合計だけが報告されています。');
});

test('months stand side by side, a silent one as a gap in table and drawing', async () => {
  const { page, complaints, close } = await open('/992054/pathways?show=months&period=FY2022');
  await page.locator('[data-figure="month-shares"] canvas').waitFor();
  const header = await page.locator('[data-figure="months-counts"] thead th').allTextContents();
  const total = (await readTable(page, 'months-counts')).at(-1);
  const shares = (await readTable(page, 'months-shares')).at(-1);
  const gaps = await page.locator('[data-figure="month-counts"] .month-multiple rect[fill^="url"]').count();
  await close();
  expect(header.slice(0, 3)).toEqual(['経路', '4月', '5月']);
  expect(header.at(-1)).toBe('令和4年度');
  expect(total?.[8]).toContain('未報告');
  expect(shares?.slice(1, 8)).toEqual(Array.from({ length: 7 }, () => '100.0'));
  expect(gaps).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test.each(['?show=flow', '?show=months', '?show=flow&lang=en&pathway=P01'])(
  'axe finds nothing at %s',
  async (query) => {
    const { page, close } = await open(`/992062/pathways${query}`);
    await page.locator('[data-figure]').first().waitFor();
    const found = await findAtEveryWidth(page);
    await close();
    expect(found).toEqual([]);
  },
);
