/**
 * How much of the pathways of each municipality and year a prefecture still sees: one by one, in a sum of two or three, in a larger one, or
 * not at all. Shares of a made-up prefecture (架空のデータ), held with a little room; docs/decisions/0009 says what they mean.
 */
import { expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import type { Period } from '#functions/domain/codes.ts';
import { mergeHidden } from '#functions/protect/merge-hidden.ts';
import { protect } from '#functions/protect/protect.ts';
import { tablesOfYear } from '#functions/protect/reach.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { createCounts, createTowns } from './prefecture.ts';

const solver = await loadSolver();
const year = 'FY2018' as Period;
const threshold = 5;

/** Of the cells of one level that are not 0. */
interface Visible {
  readonly cells: number;
  readonly large: number;
  readonly alone: number;
  readonly inFew: number;
  readonly inMany: number;
}

function visibleOf(count: number, perThousand: number): { first: Visible; second: Visible } {
  const towns = createTowns(count);
  const counts = createCounts(towns, [year], perThousand);
  const tables = tablesOfYear('prefecture', {
    prefecture: '99',
    municipalities: towns.map(({ code }) => code),
    year,
    parts: [],
    figureOf: (indicator, { municipality, period, pathway, target }) =>
      indicator === 'N01' ? counts(municipality, period, pathway, target) : 'u',
    thresholdOf: () => threshold,
  });
  const { hidden, report } = protect({ tables, zeros: 'shown', solver });
  expect(report.isSafe).toBe(true);
  const masked = new Set(hidden);
  const levelOf = (isFirst: boolean): Visible => {
    const cells = towns.flatMap(({ code }) => {
      const isShown = (pathway: string) => !masked.has(`N01|${code}|${year}|${pathway}|all`);
      const exact = (pathway: string) => counts(code, year, pathway, 'all');
      const merged = mergeHidden({ exact, isShown, least: threshold, reach: 2 });
      return pathways.codes
        .filter(({ code: pathway, parent }) => (parent === null) === isFirst && exact(pathway) > 0)
        .map(({ code: pathway }) => ({
          isLarge: exact(pathway) >= threshold,
          isAlone: isShown(pathway),
          together: merged.find((group) => group.pathways.includes(pathway))?.pathways.length ?? 0,
        }));
    });
    return {
      cells: cells.length,
      large: cells.filter(({ isLarge }) => isLarge).length / cells.length,
      alone: cells.filter(({ isAlone }) => isAlone).length / cells.length,
      inFew: cells.filter(({ together }) => together > 0 && together <= 3).length / cells.length,
      inMany: cells.filter(({ together }) => together > 3).length / cells.length,
    };
  };
  return { first: levelOf(true), second: levelOf(false) };
}

test('of 24 municipalities with 20 consultations per 1,000 people', () => {
  const { first, second } = visibleOf(24, 20);
  expect(first.cells).toBeGreaterThan(150);
  // Whatever is small can only be seen in a sum; little more than that is hidden for it.
  expect(first.large - first.alone).toBeLessThan(0.13);
  expect(second.large - second.alone).toBeLessThan(0.03);
  expect(first.alone + first.inFew).toBeGreaterThan(0.82);
  expect(first.alone + first.inFew + first.inMany).toBeGreaterThan(0.98);
  expect(second.alone + second.inFew).toBeGreaterThan(0.69);
});
