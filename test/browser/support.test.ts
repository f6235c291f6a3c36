/** 支援・会議・地域活動 in a real Chromium: what was done by kind, its trend, and the parts that nobody reported. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, press } from './act.ts';
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

test('the page stands in the navigation between targets and goals, and is reached by keyboard', async () => {
  const { page, close } = await open('/992062/targets');
  const names = await page.locator('nav.navigation .pages a').allTextContents();
  const link = page.locator('nav.navigation a', { hasText: '支援・会議・地域活動' });
  await link.focus();
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: '支援・会議・地域活動' }).waitFor();
  const address = page.url().slice(stage.origin.length);
  await close();
  const at = names.indexOf('支援・会議・地域活動');
  expect([names[at - 1], names[at + 1], address]).toEqual(['対象・課題別', '成果目標', '/992062/support']);
});

test('actions, meetings and activities stand by kind; places that were not reported are no zero', async () => {
  const { page, complaints, close } = await open('/992062/support');
  await page.locator('[data-figure="activities"]').waitFor();
  const methods = await readTable(page, 'methods');
  const programmes = await readTable(page, 'programmes');
  const meetings = await readTable(page, 'meetings');
  const activities = await readTable(page, 'activities');
  await close();
  expect(methods).toEqual([
    ['電話・メール', '72', '', '1,440'],
    ['訪問', '36', '', '2,160'],
  ]);
  expect(programmes).toEqual([
    ['包括的相談支援', '72', ''],
    ['記入なし', '36', ''],
  ]);
  expect(meetings).toEqual([
    ['地域ケア会議', '2', '', '5', '22', '11'],
    ['支援会議', '1', '', '7', '8', '4'],
  ]);
  expect(activities).toEqual([
    ['見守り活動', '9', '', '9', '9', '…未報告'],
    ['サロン・居場所', '8', '', '130', '26', '5'],
  ]);
  expect(complaints).toEqual([]);
});

test('the trend follows the chosen indicator, and the address holds it', async () => {
  const { page, close } = await open('/992062/support');
  await choose(page.locator('#support-indicator'), 'N15');
  await page.locator('[data-figure="trend"] h2', { hasText: '活動拠点数' }).waitFor();
  const measure = await page.locator('[data-figure="trend"] .measure').textContent();
  const address = page.url().slice(stage.origin.length);
  await close();
  expect(measure).toContain('活動拠点数（か所、月末）');
  expect(address).toBe('/992062/support?indicator=N15');
});

test('a tab that was not reported in the year is named', async () => {
  const { page, close } = await open('/992054/support?period=FY2023');
  await page.locator('[data-figure="meetings"]').waitFor();
  const said = await page
    .locator('[data-figure="meetings"] .state-block, [data-figure="activities"] .state-block')
    .allTextContents();
  const cell = await page.locator('[data-figure="key"] [data-row="N09"] td').first().textContent();
  await close();
  expect(said).toEqual(['令和5年度の「会議」の報告がありません。', '令和5年度の「地域活動」の報告がありません。']);
  expect(cell).toContain('未報告');
});

test('of a municipality that sends totals only, the numbers stand and the page says why there are no kinds', async () => {
  const { page, close } = await open('/162051/support');
  const title = await page.locator('[data-figure="key"] h2').textContent();
  const said = await page.getByText('1件ごとの記録がありません').textContent();
  await close();
  expect(title).toBe('支援は6,456回で、前年同期から214回増えました');
  expect(said).toContain('「支援記録・会議・地域活動」に行が入ると');
});

test.each(['?lang=en&pathway=P01&target=T01'])('axe finds nothing at "%s"', async (query) => {
  const { page, close } = await open(`/992062/support${query}`);
  await page.locator('[data-figure="activities"]').waitFor();
  const found = await findAtEveryWidth(page);
  await close();
  expect(found).toEqual([]);
});
