import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateWithIntervals } from '#functions/domain/statistics/intervals.ts';
import { errorOf, leastChiSquare, trendOf } from '#functions/domain/statistics/trend.ts';

const points = (values: readonly number[], error = 1) => values.map((value, at) => ({ at, value, error }));

describe('a trend', () => {
  test('by hand: five points of equal weight, one more a year', () => {
    // Σ(t − t̄)² = 10, so that the error of the slope is error / √10.
    expect(trendOf(points([1, 2, 3, 4, 5], 1))).toEqual({
      direction: 'rising',
      slope: 1,
      chiSquare: expect.closeTo(10, 9),
    });
    expect(trendOf(points([5, 4, 3, 2, 1], 1))?.direction).toBe('falling');
    // 10 / 1.03² = 9.43, below the 99.8 % point.
    expect(trendOf(points([1, 2, 3, 4, 5], 1.03))?.direction).toBe('none');
    expect(leastChiSquare).toBeCloseTo(3.090232306167813 ** 2, 4);
  });

  test('takes the last five points', () => {
    expect(trendOf(points([900, 1, 2, 3, 4, 5], 0.1))?.direction).toBe('rising');
    expect(trendOf(points([1, 2, 3, 4]))).toBeNull();
    expect(trendOf([])).toBeNull();
  });

  test('that one point makes alone is none', () => {
    const jump = trendOf(points([10, 9.9, 9.8, 9.7, 30], 0.5));
    expect(jump?.chiSquare ?? 0).toBeGreaterThan(leastChiSquare);
    expect(jump?.direction).toBe('none');
  });

  test('is none where nothing changes, zeros too', () => {
    expect(trendOf(points([4, 4, 4, 4, 4]))?.direction).toBe('none');
    const none = rateWithIntervals({ count: 0, base: 8000, per: 1000 });
    if (none === null) throw new Error('a rate of 0');
    expect(errorOf(none)).toBeGreaterThan(0);
    expect(trendOf(points([0, 0, 0, 0, 0], errorOf(none)))).toEqual({ direction: 'none', slope: 0, chiSquare: 0 });
  });

  test('turns round with its values, and does not depend on the level', () => {
    const value = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 5 }), (values) => {
        const opposite = { rising: 'falling', falling: 'rising', none: 'none' } as const;
        const [one, mirrored] = [trendOf(points(values)), trendOf(points(values.map((each) => -each)))];
        expect(mirrored?.direction).toBe(opposite[one?.direction ?? 'none']);
        expect(trendOf(points(values.map((each) => each + 500)))?.slope).toBeCloseTo(one?.slope ?? Number.NaN, 6);
      }),
    );
  });

  test('needs to know how sure each point is', () => {
    expect(() => trendOf(points([1, 2, 3, 4, 5], 0))).toThrow(RangeError);
  });
});
