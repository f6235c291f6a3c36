/** この数字の行: from a figure to the rows that it was counted from, by click, by keyboard and by link. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, goBack, goTo, press } from './act.ts';
import { openPage } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage.stop();
});

const city = '/992054';

/** How many rows the list says that a figure has; waits for the list. */
async function rowsSaid(page: Page): Promise<number> {
  const sentence = await page.locator('.rows-sentence').textContent();
  const [, count = ''] = /([\d,]+)行です/.exec(sentence ?? '') ?? [];
  return Number(count.replaceAll(',', ''));
}

/** Escapes from the list, and says what has the focus then. */
async function leave(page: Page): Promise<string> {
  await press(page, 'Escape');
  await page.locator('.rows-panel').waitFor({ state: 'detached' });
  return await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}

async function complaintsOfAxe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

test('a tile opens its rows, a hundred at a time; Esc gives the focus back, and Back undoes', async () => {
  const { page, complaints, close } = await openPage(stage, city);
  const figure = page.locator('[data-indicator="N01"] .rows-open');
  const value = (await figure.textContent()) ?? '';
  await click(figure);
  expect(await rowsSaid(page)).toBe(Number(value.replaceAll(',', '')));
  const rows = page.locator('.rows-table tbody tr');
  expect(await rows.count()).toBe(100);
  await click(page.getByRole('button', { name: /さらに表示/ }));
  await page.waitForFunction(() => document.querySelectorAll('.rows-table tbody tr').length > 100);
  expect(await page.locator('.rows-table tbody th').first().textContent()).toMatch(
    /R-\d+.*相談受付.*\d+行目|R-\d+\d+行目/,
  );
  expect(await complaintsOfAxe(page)).toEqual([]);
  expect(await leave(page)).toBe(value);
  await goBack(page);
  await page.locator('.rows-sentence').waitFor();
  await goBack(page);
  await page.locator('.rows-panel').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await close();
});

test('by keyboard every cell of a table and every point of a chart leads to its rows', async () => {
  const { page, close } = await openPage(stage, `${city}/pathways`);
  await page.locator('[data-figure="table"] .table-frame').focus();
  await press(page, 'ArrowDown', 'ArrowDown');
  const cell = await page.evaluate(() => document.activeElement?.textContent ?? '');
  await press(page, 'Enter');
  expect(await rowsSaid(page)).toBe(Number(cell.replaceAll(',', '')));
  expect(await leave(page)).toBe(cell);
  await page.locator('[data-figure="shares"] .chart-stage svg').waitFor();
  await page.locator('[data-figure="shares"] .chart-stage').focus();
  await press(page, 'ArrowRight');
  await press(page, 'Enter');
  await page.locator('.rows-sentence').waitFor();
  const [above, below] = await page
    .locator('.rows-panel .choice-switch button, .rows-panel .choice-switch label')
    .allTextContents();
  expect([above, below]).toEqual([expect.stringMatching(/^分子 [\d,]+行$/), expect.stringMatching(/^分母 [\d,]+行$/)]);
  await leave(page);
  await close();
});

test('every point of the small charts leads to its rows, by arrows and by click', async () => {
  const { page, complaints, close } = await openPage(stage, `${city}/pathways`);
  const charts = page.locator('[data-figure="counts"] .small-multiples');
  await charts.focus();
  await press(page, 'ArrowRight', 'ArrowDown', 'ArrowRight');
  const told = page.locator('[data-figure="counts"] [aria-live]');
  await told.filter({ hasText: /\d/ }).waitFor();
  const point = (await told.textContent()) ?? '';
  const marked = await charts.locator('.point-at').count();
  await press(page, 'Enter');
  const rows = await rowsSaid(page);
  const figure = (await page.locator('.rows-figure').textContent()) ?? '';
  await leave(page);
  const isBack = await charts.evaluate((element) => element === document.activeElement);
  const last = charts.locator('svg').first().locator('text.last');
  const printed = (await last.textContent()) ?? '';
  await click(last);
  const clicked = await rowsSaid(page);
  await leave(page);
  await goTo(page, `${stage.origin}${city}/pathways?show=months`);
  const lastMonth = page.locator('[data-figure="month-counts"] svg').first().locator('text.last');
  const month = (await lastMonth.textContent()) ?? '';
  await click(lastMonth);
  const inMonth = await rowsSaid(page);
  const monthName = await page.locator('.rows-figure').textContent();
  await close();
  const [, name = '', said = ''] = /^(\S+) .* ([\d,]+)$/.exec(point) ?? [];
  expect(figure).toContain(name);
  expect([rows, clicked, inMonth]).toEqual([said, printed, month].map((text) => Number(text.replaceAll(',', ''))));
  expect({ marked, isBack, complaints }).toEqual({ marked: 1, isBack: true, complaints: [] });
  expect(monthName).toContain('令和6年12月の新規相談件数');
});

test('a figure inside a sentence of what changed leads to its rows, and the sentence reads as before', async () => {
  const { page, complaints, close } = await openPage(stage, city);
  const sentence = page.locator('.changes li p', { has: page.locator('.rows-open') }).first();
  const text = await sentence.textContent();
  const figure = sentence.locator('.rows-open').first();
  const value = (await figure.textContent()) ?? '';
  await figure.focus();
  await press(page, 'Enter');
  const rows = await rowsSaid(page);
  const back = await leave(page);
  const violations = await complaintsOfAxe(page);
  await close();
  expect(text).toContain(value);
  expect(rows).toBe(Number(value.replaceAll(/[^\d]/g, '')));
  expect({ back, violations, complaints }).toEqual({ back: value, violations: [], complaints: [] });
});

test('a link opens the list on a telephone, in English too; on paper it follows the page', async () => {
  const address = `${city}?rows=N01.2024-05.all.all.E01&lang=en`;
  const { page, complaints, close } = await openPage(stage, address, 360);
  await page.locator('.rows-sentence').waitFor();
  expect(await page.locator('.rows-figure').textContent()).toBe('New consultations, 中央圏域, May 2024');
  const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(isWithin).toBe(true);
  expect(await complaintsOfAxe(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await click(page.getByRole('button', { name: 'Save as CSV' }).first());
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const place = await page.locator('.rows-panel').evaluate((panel) => getComputedStyle(panel).position);
  expect(place).toBe('static');
  expect(await page.locator('.rows-panel').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test('where an office sends totals only, the rows of its totals are listed and said', async () => {
  const { page, close } = await openPage(stage, '/162051/pathways');
  await click(page.locator('[data-figure="table"] .rows-open').first());
  await page.locator('.rows-sentence').waitFor();
  expect(await page.locator('.rows-sentence').textContent()).toContain('集計報告');
  expect(await page.locator('.rows-table tbody tr').count()).toBeGreaterThan(0);
  await goTo(page, `${stage.origin}/162051?rows=R01.FY2017.all.all.162051`);
  await page.locator('.rows-sentence').waitFor();
  // 地域 52 of the 229 whose 経路 is known, as the office reported them: 22.7 %.
  expect(await page.locator('.rows-sentence').textContent()).toBe(
    '新規相談件数52件を、経路が分かる新規相談229で割った数字です。',
  );
  await close();
});

test('a link to a figure that does not exist says so', async () => {
  const { page, close } = await openPage(stage, `${city}?rows=nothing`);
  await page.locator('.rows-panel').getByText('いまのデータにありません').waitFor();
  await close();
});
