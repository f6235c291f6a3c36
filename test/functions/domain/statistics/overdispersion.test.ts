import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateLimits } from '#functions/domain/statistics/funnel.ts';
import {
  overdispersionOfProportions,
  overdispersionOfRates,
  quantile,
  widenedProportionLimits,
  widenedRateLimits,
  winsorise,
} from '#functions/domain/statistics/overdispersion.ts';

const times = <Value>(value: Value, count: number) => Array.from({ length: count }, () => value);

describe('overdispersion of rates', () => {
  test('by hand: half of twelve areas with twice the expected 100, half with half of it', () => {
    const areas = [...times({ count: 200, expected: 100 }, 6), ...times({ count: 50, expected: 100 }, 6)];
    const { phi, tauSquared, areas: used } = overdispersionOfRates(areas);
    // z = ±10 ln 2, weights 100: tau² = (12 φ − 11) / (1200 − 100).
    expect(used).toBe(12);
    expect(phi).toBeCloseTo(100 * Math.LN2 ** 2, 10);
    expect(tauSquared).toBeCloseTo((12 * 100 * Math.LN2 ** 2 - 11) / 1100, 10);
  });

  test('none where all areas are as expected, and none is claimed with fewer than ten', () => {
    expect(overdispersionOfRates(times({ count: 20, expected: 20 }, 30))).toEqual({ areas: 30, phi: 0, tauSquared: 0 });
    const apart = [...times({ count: 400, expected: 100 }, 5), ...times({ count: 10, expected: 100 }, 4)];
    expect(overdispersionOfRates(apart)).toEqual({ areas: 9, phi: null, tauSquared: 0 });
    expect(overdispersionOfRates([])).toEqual({ areas: 0, phi: null, tauSquared: 0 });
  });

  test('areas with an expected count below 5 do not tell about it', () => {
    const small = times({ count: 9, expected: 2 }, 40);
    expect(overdispersionOfRates(small).areas).toBe(0);
  });

  test('one area far out does not hide itself', () => {
    const usual = times({ count: 100, expected: 100 }, 20);
    expect(overdispersionOfRates([...usual, { count: 1000, expected: 100 }]).tauSquared).toBe(0);
  });

  test('a count of 0 is no infinity', () => {
    const zeros = [...times({ count: 0, expected: 30 }, 6), ...times({ count: 60, expected: 30 }, 6)];
    const { phi, tauSquared } = overdispersionOfRates(zeros);
    expect(Number.isFinite(phi) && Number.isFinite(tauSquared)).toBe(true);
    expect(tauSquared).toBeGreaterThan(0);
  });

  test('the order of the areas does not matter', () => {
    const anArea = fc.record({ count: fc.nat(500), expected: fc.double({ min: 5, max: 500, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(anArea, { minLength: 10, maxLength: 40 }), (areas) => {
        const one = overdispersionOfRates(areas);
        const other = overdispersionOfRates(areas.toReversed());
        expect(other.phi).toBeCloseTo(one.phi ?? Number.NaN, 9);
        expect(other.tauSquared).toBeCloseTo(one.tauSquared, 9);
      }),
    );
  });

  test('widened limits are never narrower than without, and never 0', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (expected, tauSquared) => {
          const [plain, wide] = [widenedRateLimits(expected, 0, 99.8), widenedRateLimits(expected, tauSquared, 99.8)];
          expect(wide.lower <= plain.lower && plain.upper <= wide.upper).toBe(true);
          expect(wide.lower).toBeGreaterThan(0);
        },
      ),
    );
    // Without overdispersion and for large counts they are those of the funnel.
    expect(widenedRateLimits(10_000, 0, 95).upper).toBeCloseTo(rateLimits(10_000, 95).upper, 3);
  });
});

describe('overdispersion of proportions', () => {
  test('by hand: half of ten areas with a quarter of 100, half with three quarters', () => {
    const areas = [...times({ count: 25, of: 100 }, 5), ...times({ count: 75, of: 100 }, 5)];
    const { phi, tauSquared } = overdispersionOfProportions(areas, 0.5);
    // arcsin √¼ = 30°, of ½ 45°: z = ±20 · π/12, weights 400.
    const z = (20 * Math.PI) / 12;
    expect(phi).toBeCloseTo(z * z, 10);
    expect(tauSquared).toBeCloseTo((10 * z * z - 9) / (4000 - 400), 10);
  });

  test('limits stay within 0 and 1', () => {
    expect(widenedProportionLimits({ common: 0.02, of: 3 }, 0.4, 99.8)).toEqual({ lower: 0, upper: 1 });
    const { lower, upper } = widenedProportionLimits({ common: 0.5, of: 1e8 }, 0, 95);
    expect([lower, upper].map((limit) => limit.toFixed(3))).toEqual(['0.500', '0.500']);
  });
});

test('the smallest and largest tenth are drawn in', () => {
  expect(winsorise([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 1000])).toEqual([
    10, 10, 20, 30, 40, 50, 60, 70, 80, 90, 90,
  ]);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
});
