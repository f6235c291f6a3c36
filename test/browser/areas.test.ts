/** 圏域別 in a real Chromium: down and up the tree, counts and rates, siblings, the table on a telephone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, press } from './act.ts';
import { openPage, readTable } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  await stage?.stop();
});

test('down to an area and up again by keyboard, the way standing above', async () => {
  const { page, close } = await openPage(stage, '/992054/areas');
  const address = () => page.url().slice(stage.origin.length);
  await page.locator('.area-table').getByRole('link', { name: '東部圏域' }).focus();
  await press(page, 'Enter');
  await page.locator('.area-table').getByRole('link', { name: '東山地区' }).focus();
  await press(page, 'Enter');
  const way = await page.locator('.breadcrumbs li').allTextContents();
  const leaf = address();
  await page.locator('.breadcrumbs').getByRole('link', { name: '東部圏域' }).focus();
  await press(page, 'Enter');
  const up = address();
  await close();
  expect({ way, leaf, up }).toEqual({
    way: ['藤ヶ浦市', '東部圏域', '東山地区'],
    leaf: '/992054/areas?area=D03',
    up: '/992054/areas?area=E02',
  });
});

test('a part of the tree closes and opens by keyboard', async () => {
  const { page, close } = await openPage(stage, '/992054/areas');
  const before = (await readTable(page, 'areas')).length;
  const toggle = page.locator('.tree-toggle').first();
  await toggle.focus();
  await press(page, 'Enter');
  const [closed, state] = [(await readTable(page, 'areas')).length, await toggle.getAttribute('aria-expanded')];
  await press(page, 'Enter');
  const after = (await readTable(page, 'areas')).length;
  await close();
  expect(closed).toBeLessThan(before);
  expect({ state, after }).toEqual({ state: 'false', after: before });
});

test('sibling areas stand side by side, and say by what they are compared', async () => {
  const { page, close } = await openPage(stage, '/992054/areas');
  const figure = page.locator('[data-figure="siblings"]');
  const names = await figure.locator('.sibling-name').allTextContents();
  const measure = await figure.locator('.measure').first().textContent();
  await click(figure.getByRole('button', { name: '表で見る' }));
  const rows = await readTable(page, 'siblings');
  await close();
  expect(names.toSorted()).toEqual(['中央圏域', '南部圏域', '東部圏域']);
  expect(measure).toMatch(/人口10万人あたり|人口の登録がないため/);
  expect(rows.at(-1)?.[0]).toBe('藤ヶ浦市全体');
});

test('on a telephone the table moves sideways, it is said, and by keyboard too', async () => {
  const { page, close } = await openPage(stage, '/992054/areas', 360);
  const hint = await page.locator('.sideways').isVisible();
  const frame = page.locator('[data-figure="areas"] .table-frame');
  await frame.focus();
  for (let step = 0; step < 29; step += 1) await page.keyboard.press('ArrowRight');
  await press(page, 'ArrowRight');
  const moved = await frame.evaluate(({ scrollLeft }) => scrollLeft);
  const [name, month] = await Promise.all([
    frame.locator('tbody th').first().boundingBox(),
    frame.locator('thead th').last().boundingBox(),
  ]);
  await close();
  expect({ hint, moves: moved > 100 }).toEqual({ hint: true, moves: true });
  // The names stay; the last month comes into sight.
  expect(name?.x).toBeGreaterThanOrEqual(0);
  expect(month?.x).toBeLessThan(360);
});
