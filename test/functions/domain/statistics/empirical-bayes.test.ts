import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorOf, smooth, smoothedIntervals } from '#functions/domain/statistics/empirical-bayes.ts';

const counts = [6, 9, 14, 45, 40, 20];
const bases = [8000, 30_000, 60_000, 120_000, 300_000, 15_000];
const areas = counts.map((count, index) => ({ count, base: bases[index] ?? 0 }));
const somePrior = priorOf(areas) ?? { mean: Number.NaN, variance: Number.NaN };

describe('smoothed rates', () => {
  test('Marshall, per 100,000', () => {
    const raw = areas.map(({ count, base }) => (count / base) * 100_000);
    const known = [54.578192, 29.241391, 23.486358, 36.953663, 13.547798, 104.113892];
    areas.forEach((area, index) => {
      expect(smooth(area, somePrior) * 100_000).toBeCloseTo(known[index] ?? Number.NaN, 6);
    });
    expect(raw.map((rate) => Number(rate.toFixed(2)))).toEqual([75, 30, 23.33, 37.5, 13.33, 133.33]);
  });

  test('are the means of the gamma distributions that their intervals come from', () => {
    const { mean, variance } = somePrior;
    for (const area of areas) {
      const posterior = (area.count + mean ** 2 / variance) / (area.base + mean / variance);
      expect(smooth(area, somePrior)).toBeCloseTo(posterior, 12);
      const intervals = smoothedIntervals(area, somePrior);
      expect(intervals).not.toBeNull();
      if (intervals === null) continue;
      expect(intervals.of95.lower < posterior && posterior < intervals.of95.upper).toBe(true);
      expect(intervals.of998.lower < intervals.of95.lower && intervals.of95.upper < intervals.of998.upper).toBe(true);
    }
  });

  test('where the areas differ by no more than chance, every area gets the rate of the group and no interval of its own', () => {
    const alike = [2, 3, 2, 3].map((count) => ({ count, base: 10_000 }));
    const prior = priorOf(alike);
    expect(prior).toEqual({ mean: 10 / 40_000, variance: 0 });
    if (prior === null) return;
    expect(smooth({ count: 0, base: 10_000 }, prior)).toBe(10 / 40_000);
    expect(smoothedIntervals({ count: 0, base: 10_000 }, prior)).toBeNull();
  });

  test('of one area is its own rate; of none there is nothing', () => {
    const prior = priorOf([{ count: 7, base: 100 }]);
    expect(prior).toEqual({ mean: 0.07, variance: 0 });
    expect(priorOf([])).toBeNull();
    expect(() => priorOf([{ count: 1, base: 0 }])).toThrow(RangeError);
    expect(() => priorOf([{ count: -1, base: 10 }])).toThrow(RangeError);
  });

  test('where nothing was counted anywhere, all are 0', () => {
    const prior = priorOf([
      { count: 0, base: 10 },
      { count: 0, base: 2000 },
    ]);
    expect(prior).toEqual({ mean: 0, variance: 0 });
    expect(prior === null ? null : smooth({ count: 0, base: 10 }, prior)).toBe(0);
  });

  test('lie between the raw rate and the rate of the group, in whatever order the areas stand', () => {
    const anArea = fc.record({ count: fc.nat(400), base: fc.integer({ min: 1, max: 500_000 }) });
    fc.assert(
      fc.property(fc.array(anArea, { minLength: 1, maxLength: 30 }), (group) => {
        const prior = priorOf(group);
        const reversed = priorOf(group.toReversed());
        if (prior === null || reversed === null) throw new Error('a group has a prior');
        expect(reversed.mean).toBeCloseTo(prior.mean, 9);
        for (const area of group) {
          const [raw, smoothed] = [area.count / area.base, smooth(area, prior)];
          const slack = 1e-9 * Math.max(raw, prior.mean);
          expect(smoothed).toBeGreaterThanOrEqual(Math.min(raw, prior.mean) - slack);
          expect(smoothed).toBeLessThanOrEqual(Math.max(raw, prior.mean) + slack);
        }
      }),
    );
  });
});

describe('smoothed proportions', () => {
  test('stay within 0 and 1, and know that a share of all scatters less', () => {
    const group = [
      { count: 90, base: 100 },
      { count: 50, base: 100 },
      { count: 99, base: 100 },
      { count: 3, base: 3 },
    ];
    const [asRate, asProportion] = [priorOf(group), priorOf(group, 'proportion')];
    expect(asProportion?.variance ?? 0).toBeGreaterThan(asRate?.variance ?? 1);
    if (asProportion === null) return;
    for (const area of group) {
      const value = smooth(area, asProportion, 'proportion');
      expect(value > 0 && value < 1).toBe(true);
    }
  });
});
