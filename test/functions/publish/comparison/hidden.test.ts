/** What may not be seen leaves no trace: neither the count itself, nor anything that was computed from it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#functions/publish/canonical.ts';
import { computeComparison } from '#functions/publish/comparison/compute-comparison.ts';
import { cellsBehind } from '#functions/publish/comparison/mask.ts';
import type { TownToCompare } from '#functions/publish/comparison/town.ts';
import { measures } from '#sheets-schema/vocabulary/measures.ts';
import { asOf, aTown, codeOf, periodOf, resultOf } from './town-builder.ts';

const years = ['FY2014', 'FY2015', 'FY2016', 'FY2017', 'FY2018'];
const wholeOf = (towns: readonly TownToCompare[], mayBeSeen?: (cell: string) => boolean) => {
  const comparison = computeComparison({
    prefecture: '99',
    towns,
    asOf,
    ...(mayBeSeen === undefined ? {} : { mayBeSeen }),
  });
  return canonicalJson([comparison.measures, comparison.start({})]);
};

/** A town whose every measure has counts, so that each could tell on another. */
const full = (code: string, counts: readonly number[], inhabitants: number): TownToCompare =>
  aTown(code, {
    years,
    inhabitants,
    measures: Object.fromEntries(
      measures.map(({ code: measure }) => [measure, { counts, bases: counts.map((count) => inhabitants + count * 2) }]),
    ),
  });
const counts = fc.array(fc.nat(60), { minLength: 5, maxLength: 5 });

test('nothing published changes with a hidden count, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.array(counts, { minLength: 11, maxLength: 11 }),
      counts,
      counts,
      fc.nat(4),
      (others, one, other, year) => {
        const place = (hidden: readonly number[]) => [
          ...others.map((each, number) => full(codeOf(number), each, 3000 + 500 * number)),
          // All years but the hidden one are the same.
          full(
            codeOf(50),
            hidden.map((count, index) => (index === year ? count : 20)),
            4000,
          ),
        ];
        const isShown = (cell: string) => !cell.includes(`|${codeOf(50)}|${years[year]}|`);
        // The year after begins with the stock that the hidden one ends with.
        expect(wholeOf(place(one), isShown)).toBe(wholeOf(place(other), isShown));
      },
    ),
    { numRuns: 6 },
  );
});

test('a shown count does change it', () => {
  const place = (count: number) => [
    full(codeOf(1), [1, 2, 3, 4, 50], 9000),
    full(codeOf(2), [1, 2, 3, 4, count], 9000),
  ];
  expect(wholeOf(place(30))).not.toBe(wholeOf(place(31)));
});

describe('a measure is seen only where all its counts are', () => {
  test.each([
    ['R06', ['N01|992000|FY2018|all|all']],
    ['R07', ['N01|992000|FY2018|all|T01']],
    ['R01', ['N01|992000|FY2018|P04|all', 'N01|992000|FY2018|known|all']],
    ['R03', ['N06|992000|FY2018|all|all', 'N01|992000|FY2018|all|all', 'N07|992000|FY2017|all|all']],
    ['N13', ['N13|992000|FY2018|all|all']],
  ])('%s: %j', (measure, cells) => {
    const counts = cellsBehind(measure, '992000', 'FY2018').filter((cell) => !cell.startsWith(`${measure}/`));
    expect(counts).toEqual(cells);
  });

  test('a ratio whose sides leave something out has them as cells of its own', () => {
    expect(cellsBehind('R02', '992000', 'FY2018').slice(2)).toEqual([
      'R02/upper|992000|FY2018|all|all',
      'R02/base|992000|FY2018|all|all',
    ]);
  });

  test('hiding 地域 hides its share, and leaves the number of consultations', () => {
    const towns = [1, 2, 3].map((number) => aTown(codeOf(number), { measures: { R01: { counts: [5], bases: [20] } } }));
    const { measures: compared } = computeComparison({
      prefecture: '99',
      towns,
      asOf,
      mayBeSeen: (cell) => cell !== `N01|${codeOf(2)}|FY2018|P04|all`,
    });
    expect(resultOf(periodOf(compared, 'R01'), codeOf(2))).toMatchObject({
      state: 'suppressed',
      sentence: 'hidden',
      base: null,
    });
    expect(periodOf(compared, 'R01').reference).toMatchObject({ count: 10, base: 40, towns: 2 });
    expect(resultOf(periodOf(compared, 'R06'), codeOf(2)).state).toBe('value');
  });

  test('who has not reported is unreported, not hidden', () => {
    const { measures: compared } = computeComparison({
      prefecture: '99',
      towns: [aTown(codeOf(1), { cases: ['u'], months: 0 }), aTown(codeOf(2))],
      asOf,
      mayBeSeen: () => false,
    });
    expect(periodOf(compared, 'R06').towns.map(({ state }) => state)).toEqual(['unreported', 'suppressed']);
  });
});
