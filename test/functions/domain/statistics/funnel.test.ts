import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  classify,
  classifyByLimits,
  type DeviationClass,
  proportionLimits,
  rateLimits,
  weakerClass,
} from '#functions/domain/statistics/funnel.ts';

describe('funnel limits', () => {
  test.each([
    [15, 0.5596924, 1.649348],
    [20, 0.610826, 1.544419],
    [30, 0.6746958, 1.427562],
  ])('of a rate at %d expected', (expected, lower, upper) => {
    const limits = rateLimits(expected, 95);
    expect(limits.lower).toBeCloseTo(lower, 7);
    expect(limits.upper).toBeCloseTo(upper, 6);
  });

  test('of a proportion', () => {
    const limits = proportionLimits({ common: 0.80642448, of: 190 }, 95);
    expect(limits.lower).toBeCloseTo(0.75024492, 8);
    expect(limits.upper).toBeCloseTo(0.86260404, 8);
  });

  test('a proportion stays within 0 and 1', () => {
    expect(proportionLimits({ common: 0.01, of: 5 }, 99.8).lower).toBe(0);
    expect(proportionLimits({ common: 0.99, of: 5 }, 99.8).upper).toBe(1);
    expect(() => proportionLimits({ common: 1.2, of: 5 }, 95)).toThrow(RangeError);
    expect(() => proportionLimits({ common: 0.5, of: 0 }, 95)).toThrow(RangeError);
  });

  test('close in on the common value as more is expected', () => {
    const expected = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(expected, expected, fc.constantFrom(95 as const, 99.8 as const), (one, other, level) => {
        const [few, many] = one < other ? [one, other] : [other, one];
        fc.pre(many / few > 1.001);
        const [wide, narrow] = [rateLimits(few, level), rateLimits(many, level)];
        expect(0 <= wide.lower && wide.lower <= narrow.lower && narrow.lower < 1).toBe(true);
        expect(1 < narrow.upper && narrow.upper < wide.upper).toBe(true);
      }),
    );
    for (const none of [0, -1, Number.NaN]) expect(() => rateLimits(none, 95)).toThrow(RangeError);
  });
});

describe('the class of an area', () => {
  const interval = (lower95: number, upper95: number, lower998: number, upper998: number) => ({
    of95: { lower: lower95, upper: upper95 },
    of998: { lower: lower998, upper: upper998 },
  });

  test.each<[string, ReturnType<typeof interval>, DeviationClass]>([
    ['above at 99.8 %', interval(12, 20, 11, 22), 'clearlyHigh'],
    ['above at 95 % only', interval(11, 20, 9, 22), 'high'],
    ['touching it at 95 %', interval(10, 20, 9, 22), 'within'],
    ['touching it at 99.8 %', interval(11, 20, 10, 22), 'high'],
    ['around it', interval(5, 20, 4, 22), 'within'],
    ['touching it from below', interval(5, 10, 4, 22), 'within'],
    ['below at 95 % only', interval(5, 9, 4, 11), 'low'],
    ['below at 99.8 %', interval(5, 8, 4, 9), 'clearlyLow'],
  ])('%s, with the prefecture at 10', (_, intervals, expected) => {
    expect(classify(intervals, 10)).toBe(expected);
  });

  test('by limits, a value on the limit is within', () => {
    const limits = interval(0.5, 1.5, 0.4, 1.8);
    expect([0.39, 0.4, 0.49, 0.5, 1.5, 1.51, 1.8, 1.81].map((value) => classifyByLimits(value, limits))).toEqual([
      'clearlyLow', 'low', 'low', 'within', 'within', 'high', 'high', 'clearlyHigh',
    ]); // biome-ignore format: one line
  });

  test('the weaker of two never says more than either', () => {
    expect(weakerClass('clearlyHigh', 'high')).toBe('high');
    expect(weakerClass('within', 'clearlyLow')).toBe('within');
    expect(weakerClass('clearlyLow', 'clearlyLow')).toBe('clearlyLow');
    expect(weakerClass('clearlyHigh', 'low')).toBe('within');
  });
});
