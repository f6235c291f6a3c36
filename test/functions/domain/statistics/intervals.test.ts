import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byar,
  countInterval,
  exactPoisson,
  type Level,
  proportionWithIntervals,
  rateWithIntervals,
  wilson,
} from '#functions/domain/statistics/intervals.ts';

const levels = [95, 99.8] as const;
const aLevel = fc.constantFrom<Level>(...levels);

describe('the exact interval of a count', () => {
  /** chi2inv(a/2; 2x)/2 and chi2inv(1-a/2; 2x+2)/2. */
  test.each([
    [0, 0, 3.688879454, 0, 6.907755279],
    [1, 0.025317808, 5.571643391, 0.0010005, 9.233413476],
    [5, 1.62348639, 11.668332079, 0.739371732, 16.454745204],
    [10, 4.795388696, 18.390356042, 2.960520373, 24.133971145],
  ])('of %d', (count, lower95, upper95, lower998, upper998) => {
    const of95 = exactPoisson(count, 95);
    const of998 = exactPoisson(count, 99.8);
    expect(of95.lower).toBeCloseTo(lower95, 8);
    expect(of95.upper).toBeCloseTo(upper95, 8);
    expect(of998.lower).toBeCloseTo(lower998, 8);
    expect(of998.upper).toBeCloseTo(upper998, 8);
  });

  test('covers whatever mean is true in at least 95 or 99.8 of 100 cases', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 40, noNaN: true }), aLevel, (mean, level) => {
        let probability = Math.exp(-mean);
        let covered = 0;
        for (let count = 0; count < 150; count += 1) {
          const { lower, upper } = exactPoisson(count, level);
          if (lower <= mean && mean <= upper) covered += probability;
          probability *= mean / (count + 1);
        }
        expect(covered).toBeGreaterThan(level / 100 - 1e-9);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the interval of a count in use', () => {
  test('is exact below 10 and by Byar from 10 on', () => {
    for (const level of levels) {
      expect(countInterval(9, level)).toEqual(exactPoisson(9, level));
      expect(countInterval(10, level)).toEqual(byar(10, level));
      expect(countInterval(10, level)).not.toEqual(exactPoisson(10, level));
    }
  });

  test('by Byar, 65', () => {
    expect(byar(65, 95).lower).toBeCloseTo(50.163187710459454, 10);
    expect(byar(65, 95).upper).toBeCloseTo(82.849138545939837, 10);
    expect(byar(65, 99.8).lower).toBeCloseTo(42.880261471480203, 10);
    expect(byar(65, 99.8).upper).toBeCloseTo(94.000290844318016, 10);
  });

  test('holds the count, is wider at 99.8 %, and grows with the count', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), (count) => {
        const [narrow, wide, next] = [
          countInterval(count, 95),
          countInterval(count, 99.8),
          countInterval(count + 1, 95),
        ];
        expect(narrow.lower <= count && count < narrow.upper).toBe(true);
        expect(wide.lower <= narrow.lower && narrow.upper < wide.upper).toBe(true);
        expect(narrow.lower < next.lower || count === 0).toBe(true);
        expect(narrow.upper).toBeLessThan(next.upper);
      }),
    );
  });

  test('0 has an upper limit: no report of a case proves nothing', () => {
    expect(countInterval(0, 95).lower).toBe(0);
    expect(byar(0, 95).lower).toBe(0);
    expect(countInterval(0, 95).upper).toBeCloseTo(3.688879454, 8);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%d is no count', (count) => {
    for (const level of levels) {
      expect(() => countInterval(count, level)).toThrow(RangeError);
      expect(() => byar(count, level)).toThrow(RangeError);
      expect(() => wilson({ count, of: 100 }, level)).toThrow(RangeError);
    }
  });
});

describe('a rate', () => {
  test.each([
    [20, 100, 20_000, 12_211.428834876, 30_889.880369197],
    [222, 3215, 6905.132192846, 6026.574877653, 7875.729370872],
  ])('of %d in %d per 100,000', (count, base, value, lower, upper) => {
    const rate = rateWithIntervals({ count, base, per: 100_000 });
    expect(rate?.value).toBeCloseTo(value, 8);
    expect(rate?.of95.lower).toBeCloseTo(lower, 8);
    expect(rate?.of95.upper).toBeCloseTo(upper, 8);
  });

  test('a town of 8,000 with 2 shows the same as a city of 300,000 with 75, and is much less certain', () => {
    const rounded = (count: number, base: number) => {
      const rate = rateWithIntervals({ count, base, per: 100_000 });
      return [rate?.value, rate?.of95.lower, rate?.of95.upper].map((each) => each?.toFixed(1));
    };
    expect(rounded(2, 8000)).toEqual(['25.0', '3.0', '90.3']);
    expect(rounded(75, 300_000)).toEqual(['25.0', '19.7', '31.3']);
    expect(rounded(0, 8000)).toEqual(['0.0', '0.0', '46.1']);
  });

  test('may have more cases than persons; without one side it is missing, never 0', () => {
    expect(rateWithIntervals({ count: 30, base: 20, per: 1 })?.value).toBe(1.5);
    expect(rateWithIntervals({ count: null, base: 20, per: 1 })).toBeNull();
    expect(rateWithIntervals({ count: 3, base: null, per: 1 })).toBeNull();
    expect(proportionWithIntervals({ count: null, base: 20, per: 1 })).toBeNull();
    for (const base of [0, -5, Number.NaN])
      expect(() => rateWithIntervals({ count: 3, base, per: 1 })).toThrow(RangeError);
    expect(() => rateWithIntervals({ count: -1, base: 20, per: 1 })).toThrow(RangeError);
  });
});

describe('a proportion', () => {
  test.each([
    [65, 0.55254443296888, 0.736357517569025],
    [1, 0.001767432064141, 0.054486196178705],
  ])('%d of 100 by Wilson', (count, lower, upper) => {
    const interval = wilson({ count, of: 100 }, 95);
    expect(interval.lower).toBeCloseTo(lower, 12);
    expect(interval.upper).toBeCloseTo(upper, 12);
  });

  test('lies within its interval, which lies within 0 and 1, and mirrors its opposite', () => {
    const sides = fc.nat(1_000_000).chain((of) => fc.tuple(fc.nat(of), fc.constant(Math.max(1, of))));
    fc.assert(
      fc.property(sides, aLevel, ([count, of], level) => {
        const { lower, upper } = wilson({ count, of }, level);
        const mirrored = wilson({ count: of - count, of }, level);
        expect(0 <= lower && lower <= count / of && count / of <= upper && upper <= 1).toBe(true);
        expect(lower).toBeCloseTo(1 - mirrored.upper, 9);
      }),
    );
  });

  test('more than all is an error, and so is a share of nothing', () => {
    expect(() => wilson({ count: 101, of: 100 }, 95)).toThrow(RangeError);
    expect(() => wilson({ count: 0, of: 0 }, 95)).toThrow(RangeError);
    expect(proportionWithIntervals({ count: 0, base: 3, per: 100 })?.of95.lower).toBe(0);
    expect(proportionWithIntervals({ count: 3, base: 3, per: 100 })?.of95.upper).toBe(100);
  });
});
