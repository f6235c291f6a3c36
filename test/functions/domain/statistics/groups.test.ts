import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distributionOf, placeIn, ranksOf, sizeClassOf } from '#functions/domain/statistics/groups.ts';

describe('size classes', () => {
  test.each([
    [0, 'Z1'],
    [9999, 'Z1'],
    [10_000, 'Z2'],
    [49_999, 'Z2'],
    [50_000, 'Z3'],
    [199_999, 'Z3'],
    [200_000, 'Z4'],
    [2_000_000, 'Z4'],
    [null, null],
  ])('%d inhabitants', (inhabitants, expected) => {
    expect(sizeClassOf(inhabitants)).toBe(expected);
  });
});

describe('the distribution of a group', () => {
  test('has its quartiles, and a place for each', () => {
    const values = [10, 2, 8, 4, 6];
    expect(distributionOf(values)).toEqual({
      of: 5,
      least: 2,
      lowerQuartile: 4,
      median: 6,
      upperQuartile: 8,
      most: 10,
    });
    expect(placeIn(8, values)).toEqual({ below: 3, above: 1 });
    expect(placeIn(7, values)).toEqual({ below: 3, above: 2 });
  });

  test('of nobody there is none, of one there is one value', () => {
    expect(distributionOf([])).toBeNull();
    expect(distributionOf([3])).toEqual({ of: 1, least: 3, lowerQuartile: 3, median: 3, upperQuartile: 3, most: 3 });
  });

  test('does not depend on the order, and runs upwards', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: 0, max: 1e9 }), { minLength: 1 }), (values) => {
        const all = distributionOf(values);
        expect(distributionOf(values.toReversed())).toEqual(all);
        if (all === null) throw new Error('a distribution of values');
        const upwards = [all.least, all.lowerQuartile, all.median, all.upperQuartile, all.most];
        expect(upwards.toSorted((one, other) => one - other)).toEqual(upwards);
      }),
    );
  });
});

test('equal values share the better rank', () => {
  expect(ranksOf([5, 9, 5, 1])).toEqual([2, 1, 2, 4]);
  expect(ranksOf([])).toEqual([]);
});
