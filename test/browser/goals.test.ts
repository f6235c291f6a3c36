/** 成果目標 in a real Chromium: filters and states in the address, and bars that say what the words say. */
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('a state is part of the address, another click shows all, Back undoes one choice', async () => {
  const { page, close } = await openPage(stage, '/992054/goals');
  const address = () => page.url().slice(stage.origin.length);
  const all = await page.locator('.goal-rows > li').count();
  const button = page.locator('.goal-summary button:not(:disabled)').first();
  await click(button);
  const chosen = address();
  const some = await page.locator('.goal-rows > li').count();
  await goBack(page);
  const back = [address(), await page.locator('.goal-rows > li').count()];
  await close();
  expect(chosen).toMatch(/^\/992054\/goals\?state=\w+$/);
  expect(some).toBeLessThanOrEqual(all);
  expect(back).toEqual(['/992054/goals', all]);
});

test('a link with a state shows its goals, and the page left behind takes its choices with it', async () => {
  const { page, close } = await openPage(stage, '/992054/goals?state=behind&programme=nowhere');
  const states = await page
    .locator('.goal-rows > li')
    .evaluateAll((rows) => [...new Set(rows.map((row) => row.getAttribute('data-state')))]);
  await click(page.getByRole('link', { name: '圏域別' }).first());
  const address = page.url().slice(stage.origin.length);
  await close();
  expect(states.length).toBeLessThanOrEqual(6);
  expect(address).toBe('/992054/areas');
});

test('every goal says its state and why in words, beside the bar and in the table', async () => {
  const { page, close } = await openPage(stage, '/992054/goals');
  const said = await page.locator('.goal-rows > li').evaluateAll((rows) =>
    rows.map((row) => ({
      state: row.querySelector('.goal-state')?.textContent?.trim() ?? '',
      sentence: row.querySelector('.goal-sentence p')?.textContent ?? '',
    })),
  );
  await click(page.getByRole('button', { name: '表で見る' }));
  const rows = await readTable(page, 'goals');
  await close();
  const words = [
    '達成',
    '届く見込み',
    '届かないおそれ',
    '超えるおそれ',
    '未達',
    '判断できない',
    '実績なし',
    '目標なし',
  ];
  expect(said.filter(({ state }) => !words.some((word) => state.endsWith(word)))).toEqual([]);
  expect(said.filter(({ sentence }) => sentence === '')).toEqual([]);
  const table = rows.map((row) => row.join(' ')).join('\n');
  for (const { sentence } of said) expect(table).toContain(sentence);
});

test('the result of a goal leads to its rows: by its number, its bar and its cell of the table', async () => {
  const { page, close } = await openPage(stage, '/992054/goals');
  const line = page.locator('.goal-row', { has: page.locator('.goal-result .rows-open') }).first();
  const number = line.locator('.rows-open');
  const result = (await number.textContent()) ?? '';
  const sentence = page.locator('.rows-sentence');
  const leave = async () => {
    await press(page, 'Escape');
    await page.locator('.rows-panel').waitFor({ state: 'detached' });
  };
  await number.focus();
  await press(page, 'Enter');
  await sentence.waitFor();
  const said = (await sentence.textContent()) ?? '';
  const [above = Number.NaN, below] = [...said.matchAll(/([\d,]+)行/g)].map(([, count = '']) =>
    Number(count.replaceAll(',', '')),
  );
  const rowsOf = () => new URL(page.url()).searchParams.get('rows');
  const address = rowsOf();
  await leave();
  const isBack = await number.evaluate((element) => element === document.activeElement);
  await click(line.locator('.bar-fill'));
  await sentence.waitFor();
  const ofBar = rowsOf();
  await leave();
  await click(page.getByRole('button', { name: '表で見る' }));
  await click(page.locator('[data-figure="goals"] td .rows-open').first());
  await sentence.waitFor();
  const ofCell = rowsOf();
  await close();
  // A share is the one list over the other, a count the rows of its only list.
  expect(below === undefined ? String(above) : ((above / below) * 100).toFixed(1)).toBe(result);
  expect(address).not.toBeNull();
  expect(isBack).toBe(true);
  expect([ofBar, ofCell]).toEqual([address, address]);
});
