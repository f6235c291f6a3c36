/**
 * How much of the pathways of each municipality and year a prefecture still sees: one by one, in a sum of two or three, in a larger one, or
 * not at all. Shares of made-up prefectures (架空のデータ), held with a little room; docs/decisions/0009 says what they mean.
 */
import { describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import type { Period } from '#functions/domain/codes.ts';
import type { StoredFigure } from '#functions/domain/figure.ts';
import { mergeHidden } from '#functions/protect/merge-hidden.ts';
import { protect } from '#functions/protect/protect.ts';
import { tablesOfYear } from '#functions/protect/reach.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { createCounts, createTowns } from './prefecture.ts';
import { uminoYears } from './umino-counts.ts';

const solver = await loadSolver();
const threshold = 5;
/** What is promised: of the cells that are not 0, seen one by one or in a sum of two or three pathways that are alike. */
const promised = 0.85;

type CountOf = (municipality: string, pathway: string) => StoredFigure;

/** A cell of a municipality, year and pathway that is not 0. */
interface Cell {
  readonly isFirst: boolean;
  readonly isLarge: boolean;
  readonly isAlone: boolean;
  /** With how many hidden pathways it is printed together, itself among them; 0 where it is not. */
  readonly together: number;
}

/** The cells of a year, protected; new consultations by pathway alone, as nothing else costs any of them. */
function cellsOfYear(municipalities: readonly string[], year: string, countOf: CountOf): readonly Cell[] {
  const tables = tablesOfYear('prefecture', {
    prefecture: '99',
    municipalities,
    year: year as Period,
    parts: [],
    figureOf: (indicator, { municipality, pathway, target }) =>
      indicator === 'N01' && target === 'all' ? countOf(municipality, pathway) : 'u',
    thresholdOf: () => threshold,
  });
  const { hidden, report } = protect({ tables, zeros: 'shown', solver });
  expect(report.isSafe).toBe(true);
  const masked = new Set(hidden);
  return municipalities.flatMap((municipality) => {
    const isShown = (pathway: string) => !masked.has(`N01|${municipality}|${year}|${pathway}|all`);
    const exact = (pathway: string) => countOf(municipality, pathway);
    const merged = mergeHidden({ exact, isShown, least: threshold, reach: 2 });
    return pathways.codes.flatMap(({ code, parent }): Cell[] => {
      const count = exact(code);
      if (typeof count !== 'number' || count === 0) return [];
      return [
        {
          isFirst: parent === null,
          isLarge: count >= threshold,
          isAlone: isShown(code),
          together: merged.find((group) => group.pathways.includes(code))?.pathways.length ?? 0,
        },
      ];
    });
  });
}

function sharesOf(cells: readonly Cell[]) {
  const share = (isIn: (cell: Cell) => boolean) => cells.filter(isIn).length / cells.length;
  return {
    cells: cells.length,
    large: share(({ isLarge }) => isLarge),
    alone: share(({ isAlone }) => isAlone),
    inFew: share(({ together }) => together > 0 && together <= 3),
    inMany: share(({ together }) => together > 3),
  };
}

const ofLevel = (cells: readonly Cell[], isFirst: boolean) =>
  sharesOf(cells.filter((cell) => cell.isFirst === isFirst));

describe('of the pathways of each municipality and year, a prefecture sees', () => {
  test('of 海野県 what is promised, at both levels', () => {
    const municipalities = [...new Set(uminoYears.map(({ municipality }) => municipality))];
    const cells = [...new Set(uminoYears.map(({ year }) => year))].flatMap((year) =>
      cellsOfYear(municipalities, year, (municipality, pathway) => {
        const own = uminoYears.find((each) => each.municipality === municipality && each.year === year);
        return own?.counts[pathway] ?? 'u';
      }),
    );
    const [both, first, second] = [sharesOf(cells), ofLevel(cells, true), ofLevel(cells, false)];
    expect([both.cells, first.cells]).toEqual([614, 276]);
    // One by one the promise is out of reach: so many are below 5 by themselves.
    expect(both.large).toBeLessThan(0.87);
    for (const { alone, inFew } of [both, first, second]) expect(alone + inFew).toBeGreaterThanOrEqual(promised);
    expect(both.large - both.alone).toBeLessThan(0.16);
  });

  test('of 60 municipalities with 20 consultations per 1,000 people what is promised, at the first level', () => {
    const towns = createTowns(60);
    const counts = createCounts(towns, ['FY2018'], 20);
    const municipalities = towns.map(({ code }) => code);
    const cells = cellsOfYear(municipalities, 'FY2018', (municipality, pathway) =>
      counts(municipality, 'FY2018', pathway, 'all'),
    );
    const [first, second] = [ofLevel(cells, true), ofLevel(cells, false)];
    expect(first.cells).toBeGreaterThan(450);
    // Whatever is small can only be seen in a sum; little more than that is hidden for it.
    expect(first.large - first.alone).toBeLessThan(0.13);
    expect(second.large - second.alone).toBeLessThan(0.05);
    expect(first.alone + first.inFew).toBeGreaterThanOrEqual(promised);
    expect(first.alone + first.inFew + first.inMany).toBeGreaterThan(0.98);
    expect(second.alone + second.inFew).toBeGreaterThan(0.65);
  });
});
