/** What a month costs: the page in docs says what the command says, and the arithmetic adds up. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeCost, dollarsOf, totalOf } from '../../../scripts/deploy/describe-cost.ts';
import { prices } from '../../../scripts/deploy/prices.ts';
import { estimateMonth } from '../../../scripts/deploy/workload.ts';

test('docs/cost.md holds the estimate; npm run deploy -- cost prints it anew', async () => {
  const page = await readFile(new URL('../../../docs/cost.md', import.meta.url), 'utf8');
  expect(page).toContain(describeCost([1, 60, 1741]));
});

test('what is free costs nothing, and one more than that the price of one', () => {
  const price = { dollars: 2, per: 10, free: 100, page: '' };
  expect([0, 99, 100, 110, 200].map((amount) => dollarsOf(amount, price))).toEqual([0, 0, 0, 2, 20]);
});

test('the total is the sum of the lines as they are printed', () => {
  for (const count of [1, 60, 1741]) {
    const lines = [...describeCost([count]).matchAll(/^\| (?!合計).* \| ([0-9.]+) \| [^|]*\|$/gm)].map(([, cost]) =>
      Number(cost),
    );
    expect(lines).toHaveLength(Object.keys(prices).length);
    expect(Math.abs(lines.reduce((sum, cost) => sum + cost, 0) - totalOf(count))).toBeLessThan(0.01 * lines.length);
  }
});

test('more municipalities never need less of anything', () => {
  const [few, many] = [estimateMonth(60), estimateMonth(1741)];
  for (const key of Object.keys(prices) as (keyof typeof prices)[])
    expect(many[key].amount, key).toBeGreaterThanOrEqual(few[key].amount);
});
