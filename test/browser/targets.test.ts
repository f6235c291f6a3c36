/** 対象・課題別 in a real Chromium: what overlaps, by mouse and keyboard, and what a filter cannot reach. */
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

test('the matrix has the persons on its diagonal, as many as the bars say', async () => {
  const { page, complaints, close } = await open('/992062/targets');
  await page.locator('table.matrix').waitFor();
  const diagonal = await page.locator('table.matrix tbody td.diagonal').allTextContents();
  const bars = (await readTable(page, 'targets'))
    .map(([, count]) => count?.replace('＊', ''))
    .filter((count) => count !== '0');
  const below = await page.locator('table.matrix tbody td.left-out').first().textContent();
  await close();
  expect(diagonal).toEqual(bars);
  expect({ below, complaints }).toEqual({ below: '', complaints: [] });
});

test('targets, issues and both are three choices, held by the address', async () => {
  const { page, close } = await open('/992062/targets');
  await click(page.getByRole('button', { name: '課題と課題' }));
  await page.locator('table.matrix thead th', { hasText: '経済的困窮' }).waitFor();
  const issues = await page.locator('table.matrix thead th').allTextContents();
  const address = page.url().slice(stage.origin.length);
  await click(page.getByRole('button', { name: '対象と課題' }));
  await page
    .locator('table.matrix thead th', { hasText: '高齢者' })
    .or(page.locator('table.matrix tbody th', { hasText: '高齢者' }))
    .first()
    .waitFor();
  const corner = await page.locator('table.matrix tbody td.left-out, table.matrix tbody td.diagonal').count();
  await goBack(page);
  const back = page.url().slice(stage.origin.length);
  await close();
  expect(issues).toEqual(['課題', '経済的困窮', '介護', '病気・けが', '住まい', '就労']);
  expect({ address, corner, back }).toEqual({
    address: '/992062/targets?show=issues',
    corner: 0,
    back: '/992062/targets?show=issues',
  });
});

test('by keyboard the arrows go through the cells, jump over what is left out, and each is read out', async () => {
  const { page, close } = await open('/992062/targets');
  const said = page.locator('.matrix-frame [aria-live]');
  await page.locator('.matrix-frame').focus();
  const sentences: (string | null)[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft']) {
    await press(page, key);
    sentences.push(await said.textContent());
  }
  await press(page, 'Escape');
  const after = await said.textContent();
  await close();
  expect(sentences[0]).toMatch(/^高齢者の相談は\d+件です。$/);
  expect(sentences[1]).toMatch(/^高齢者と障害者の両方がある相談は\d+件です。$/);
  expect(sentences[2]).toMatch(/^障害者の相談は\d+件です。$/);
  // Below the diagonal nothing stands: the mark stays where it is.
  expect(sentences.slice(3)).toEqual([sentences[2], sentences[2]]);
  expect(after).toBe('');
});

test('ages that are unknown or blank stand apart, and all of them are all consultations', async () => {
  const { page, close } = await open('/992062/targets');
  const apart = await page.locator('table.pyramid .pyramid-apart th').allTextContents();
  const numbers = await page
    .locator('table.pyramid tbody td:not(.pyramid-bar)')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
  await close();
  expect(apart).toEqual(['年代不明', '年代の記入なし']);
  expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(72);
});

test('a pathway narrows the bars; the figures that cannot follow it say so', async () => {
  const { page, close } = await open('/992062/targets?pathway=P01');
  const notes = await page.locator('.note', { hasText: '経路で絞り込めません' }).count();
  const persons = await page.locator('table.matrix tbody td.diagonal').first().textContent();
  await close();
  expect(notes).toBe(3);
  expect(Number(persons)).toBeGreaterThan(0);
});

test('a period without rows offers the nearest one that has some', async () => {
  const { page, close } = await open('/992062/targets?period=2024-06');
  const said = await page.getByText('「相談受付」の行がありません').textContent();
  await click(page.getByRole('button', { name: '令和6年度を表示する' }));
  await page.locator('table.matrix').waitFor();
  const address = page.url().slice(stage.origin.length);
  await close();
  expect({ said, address }).toEqual({
    said: '令和6年6月には「相談受付」の行がありません。',
    address: '/992062/targets?period=FY2024',
  });
});

test.each(['?lang=en&show=issues', '?show=cross&target=T01'])('axe finds nothing at "%s"', async (query) => {
  const { page, close } = await open(`/992062/targets${query}`);
  await page.locator('table.matrix').waitFor();
  const found = await findAtEveryWidth(page);
  await close();
  expect(found).toEqual([]);
});
