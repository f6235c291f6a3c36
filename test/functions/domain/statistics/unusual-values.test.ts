import { describe, expect, test } from 'vitest';
import { isUnusual, predictCount } from '#functions/domain/statistics/unusual-values.ts';

const times = (count: number, months: number): number[] => Array.from({ length: months }, () => count);

describe('what the months before predict', () => {
  /** By scipy: negative binomial with mean m and variance max(s², m)(1 + 1/n). */
  test.each([
    ['24 months of 10', times(10, 24), { expected: 10, low: 2, high: 21 }],
    ['12 months of 5', times(5, 12), { expected: 5, low: 0, high: 14 }],
    ['12 months of 4: only the high side', times(4, 12), { expected: 4, low: 0, high: 12 }],
    ['12 months of none', times(0, 12), { expected: 0, low: 0, high: 2 }],
    [
      '2 and 18 in turn: far apart, so wide',
      [2, 18, 2, 18, 2, 18, 2, 18, 2, 18, 2, 18],
      { expected: 10, low: 0, high: 57 },
    ],
    ['one month with all of it', [...times(0, 11), 12], { expected: 1, low: 0, high: 40 }],
  ])('%s', (_, counts, limits) => {
    expect(predictCount(counts)).toEqual(limits);
  });

  test('a value at a limit is usual, one beyond it is not', () => {
    const limits = predictCount(times(10, 24));
    expect([1, 2, 21, 22].map((value) => isUnusual(value, limits))).toEqual([true, false, false, true]);
  });

  test('below a mean of 5 no month is too low, not even 0', () => {
    expect(isUnusual(0, predictCount([...times(5, 11), 4]))).toBe(false);
    expect(isUnusual(0, predictCount(times(30, 12)))).toBe(true);
  });
});
