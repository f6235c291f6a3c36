import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantileOf } from '#functions/domain/statistics/negative-binomial.ts';

const probabilities = [0.001, 0.025, 0.975, 0.999] as const;

describe('quantiles of counts', () => {
  /** By scipy 1.17 (stats.poisson.ppf, stats.nbinom.ppf). */
  test.each([
    [10, 10, [2, 4, 17, 21]],
    [0.5, 0.5, [0, 0, 2, 4]],
    [5000, 5000, [4783, 4862, 5139, 5220]],
    [10, 30, [0, 2, 23, 34]],
    [60, 120, [30, 40, 83, 98]],
    [250, 900, [166, 194, 312, 352]],
    [3.2, 9.9, [0, 0, 11, 20]],
    [20_000, 400_000, [18_101, 18_779, 21_258, 22_010]],
  ])('mean %d, variance %d', (mean, variance, known) => {
    expect(probabilities.map((probability) => quantileOf({ mean, variance }, probability))).toEqual(known);
  });

  test('of size 1 are those of the geometric distribution, which has a formula', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (mean, probability) => {
          const others = mean / (1 + mean);
          const formula = Math.log(1 - probability) / Math.log(others) - 1;
          // Where the formula gives a whole number, rounding decides between it and its neighbour.
          fc.pre(Math.abs(formula - Math.round(formula)) > 1e-9);
          expect(quantileOf({ mean, variance: mean + mean * mean }, probability)).toBe(Math.max(0, Math.ceil(formula)));
        },
      ),
    );
  });

  test('exact Poisson: 7 in a thousand months with none, where 4.96 are expected', () => {
    // P(0) = e^-4.96 = 0.00701, P(0 or 1) = 0.0418.
    expect(quantileOf({ mean: 4.96, variance: 4.96 }, 0.007)).toBe(0);
    expect(quantileOf({ mean: 4.96, variance: 4.96 }, 0.0071)).toBe(1);
    expect(quantileOf({ mean: 4.96, variance: 4.96 }, 0.042)).toBe(2);
  });

  test('where nothing is expected, nothing comes', () => {
    expect(quantileOf({ mean: 0, variance: 0 }, 0.999)).toBe(0);
  });
});
