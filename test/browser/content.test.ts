/** What stands on 対象, 成果目標, 市町村比較, データの状態 and 用語と定義 is what was published, object by object. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cut, FindingsObject, GoalsObject, OfficeIndex, PrefectureIndex } from '#functions/publish/release.ts';
import { targets } from '#sheets-schema/vocabulary/codes.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { readFigure } from '../../web/src/shape/figures/read-figure.ts';
import { click, goBack, press } from './act.ts';
import { openPage, readTable } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  await stage?.stop();
});

const city = '992054';

async function published<T>(path: string): Promise<T> {
  const answer = await fetch(`${stage.origin}/api/${path}`);
  return (await answer.json()) as T;
}

/** A published figure as the page prints it. */
function print(cut: Cut, series: string, target: string, period: string, decimals: number): string {
  const figure = readFigure(cut, { series, area: city, pathway: 'all', target, period });
  return 'value' in figure
    ? figure.value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    : figure.state;
}

test('対象・課題別 prints count and share of every 対象 as published', async () => {
  const cut = await published<Cut>(`municipalities/${city}/figures/area/${city}`);
  const { page, close } = await openPage(stage, `/${city}/targets?period=FY2023&view=targets`);
  const rows = await page
    .locator('[data-figure="targets"] tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent?.trim() ?? '')),
    );
  await close();
  expect(rows.slice(0, -1)).toEqual(
    targets.codes
      .filter(({ parent }) => parent === null)
      .map(({ code, ja }) => [
        code === targets.unknown ? '対象が不明' : ja,
        print(cut, 'N01', code, 'FY2023', 0),
        print(cut, 'share', code, 'FY2023', 1),
      ]),
  );
  expect(rows.at(-1)?.slice(0, 2)).toEqual(['相談全体', print(cut, 'N01', 'all', 'FY2023', 0)]);
});

test('成果目標 shows every goal with its state, on the page and as a table', async () => {
  const { goals } = await published<GoalsObject>(`municipalities/${city}/goals`);
  const { page, close } = await openPage(stage, `/${city}/goals`);
  const drawn = await page.locator('.goal-rows > li').count();
  const counts = await page.locator('.goal-summary button strong').allTextContents();
  await click(page.getByRole('button', { name: '表で見る' }));
  const rows = await readTable(page, 'goals');
  await goBack(page);
  await page.locator('.goal-rows > li').first().waitFor();
  await close();
  expect(drawn).toBe(goals.length);
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(goals.length);
  for (const { measure } of goals) expect(rows.map((row) => row.join(' ')).join('\n')).toContain(measure);
});

test('a state of the summary shows only its goals, by keyboard too', async () => {
  const { page, close } = await openPage(stage, `/${city}/goals`);
  const button = page.locator('.goal-summary button:not(:disabled)').first();
  const wanted = Number(await button.locator('strong').textContent());
  await button.focus();
  await press(page, 'Enter');
  const [pressed, shown] = [await button.getAttribute('aria-pressed'), await page.locator('.goal-rows > li').count()];
  await close();
  expect({ pressed, shown }).toEqual({ pressed: 'true', shown: wanted });
});

test('市町村比較 prints the rate of the prefecture’s index, and a column sorts by keyboard', async () => {
  const index = await published<PrefectureIndex>('prefectures/99');
  const year = index.years.at(-1) ?? '';
  const rate = index.series[`R06|${city}`]?.[index.years.indexOf(year)];
  const { page, close } = await openPage(stage, `/${city}/compare?period=${year}`);
  const value = await page.locator(`[data-figure="ranked"] tr[data-row="${city}"] .value`).textContent();
  const filters = await page.locator('.header-filters select').count();
  await click(page.getByRole('button', { name: '成果目標' }));
  const sort = page.locator('[data-figure="goal-states"] .sort').first();
  await sort.focus();
  await press(page, 'Enter');
  const direction = await page.locator('[data-figure="goal-states"] th[aria-sort]').getAttribute('aria-sort');
  await close();
  expect(value).toBe(Number(rate).toFixed(1));
  expect({ filters, direction }).toEqual({ filters: 1, direction: 'descending' });
});

test('データの状態 counts reports and findings as published', async () => {
  const index = await published<OfficeIndex>(`municipalities/${city}`);
  const { workbooks } = await published<FindingsObject>(`municipalities/${city}/findings`);
  const { page, close } = await openPage(stage, `/${city}/status`);
  const marks = await page
    .locator('[data-figure="calendar"] tbody tr')
    .first()
    .locator('td[data-state]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-state')));
  const kinds = await page.locator('.kinds strong').allTextContents();
  await close();
  const start = index.months.indexOf('2024-04');
  expect(marks).toEqual(index.offices[0]?.months.slice(start, start + 12));
  expect(kinds.map(Number).toSorted((a, b) => a - b)).toEqual(
    workbooks.flatMap((workbook) => workbook.kinds.map(({ count }) => count)).toSorted((a, b) => a - b),
  );
});

test('用語と定義 defines every indicator and lists every 対象, and a link leads to the definition', async () => {
  const { page, close } = await openPage(stage, `/${city}/glossary#R06`);
  const defined = await page.locator('.indicators > div').evaluateAll((all) => all.map(({ id }) => id));
  const listed = await page.locator('table.codes tr[id^="T"]').evaluateAll((all) => all.map(({ id }) => id));
  const top = await page.locator('#R06').evaluate((entry) => entry.getBoundingClientRect().top);
  await close();
  expect(defined.toSorted()).toEqual(indicators.map(({ code }) => code).toSorted());
  expect(listed).toEqual(targets.codes.map(({ code }) => code));
  expect(top).toBeLessThan(900);
});

test('a year that only goals have is no broken link: no note, and the header has no filter that does nothing', async () => {
  const { page, close } = await openPage(stage, `/${city}/goals?period=FY2013&area=X9`);
  const notes = await page.locator('.address-notes p').allTextContents();
  const filters = await page.locator('.header-filters select').count();
  await click(page.getByRole('link', { name: '概況' }).first());
  await page.getByRole('heading', { level: 1, name: '概況' }).waitFor();
  const there = await page.locator('.address-notes p').allTextContents();
  await close();
  expect({ notes, filters }).toEqual({ notes: [], filters: 1 });
  expect(there).toEqual([
    'このリンクの期間の報告はありません。令和6年度を表示しています。',
    'このリンクの圏域は、いまの登録にありません。市全体を表示しています。',
  ]);
});
