import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectYear } from '#functions/domain/goals/projection.ts';

const course = (months: readonly number[], lastYear: readonly number[] | null = null, running = 0) =>
  projectYear({ soFar: months.reduce((sum, count) => sum + count, 0) + running, months, lastYear });
/** A year with 10 a month in its first quarter and 20 a month after it: 30, then 180. */
const slowSpring = [10, 10, 10, 20, 20, 20, 20, 20, 20, 20, 20, 20];
const aYear = fc.array(fc.nat(40), { minLength: 12, maxLength: 12 });

describe('what a year comes to', () => {
  test('60 in six months: 120, and the six months left bring 40 to 83', () => {
    // μ = 60 · 6/6 = 60, c = 1/60, s²/m < 1, so the variance is 60 + 60²/60 = 120. Quantiles by scipy: 40 and 83.
    expect(course([10, 12, 8, 10, 10, 10])).toEqual({ value: 120, low: 100, high: 143, basis: 'pace' });
  });

  test("last year's season: 30 in spring became 210, so 30 in spring become 210 again", () => {
    // μ = 30 · 180/30 = 180, c = 1/30 + 1/30 + 1/180, variance 180 + 180² c = 2520. Quantiles by scipy: 95 and 290.
    expect(course([10, 10, 10], slowSpring)).toEqual({ value: 210, low: 125, high: 320, basis: 'season' });
  });

  test('months that scatter more than chance widen the interval', () => {
    // 2, 20, 8: s²/m = 84/10 = 8.4, μ = 90, variance 8.4 · (90 + 90²/30) = 3024. Quantiles by scipy: 16 and 225.
    expect(course([2, 20, 8])).toEqual({ value: 120, low: 46, high: 255, basis: 'pace' });
    // Against 10, 10, 10: X² / 2 = 4.444, variance 4.444 · 2520 = 11200. Quantiles by scipy: 35 and 439.
    expect(course([2, 20, 8], slowSpring)).toEqual({ value: 210, low: 65, high: 469, basis: 'season' });
  });

  test('what the running month has already is never taken away', () => {
    expect(course([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], null, 30)).toEqual({
      value: 31,
      low: 31,
      high: 31,
      basis: 'pace',
    });
  });

  test('a last year without any after these months is no season', () => {
    expect(course([4, 4, 4], [4, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({ value: 48, basis: 'pace' });
    expect(course([4, 4, 4], [0, 0, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9])).toMatchObject({ value: 48, basis: 'pace' });
  });

  test('two months are too few, and so is nothing at all', () => {
    expect(course([30, 30])).toBe('tooFew');
    expect(course([0, 0, 0, 0])).toBe('tooFew');
    expect(course([])).toBe('tooFew');
  });
});

describe('laws', () => {
  test('it lies in its interval, never below what is there', () => {
    fc.assert(
      fc.property(
        aYear,
        fc.option(aYear),
        fc.integer({ min: 3, max: 12 }),
        fc.nat(20),
        (year, lastYear, known, running) => {
          const months = year.slice(0, known);
          const projected = course(months, lastYear, known === 12 ? 0 : running);
          if (projected === 'tooFew') return;
          const soFar = months.reduce((sum, count) => sum + count, 0);
          expect(projected.low).toBeGreaterThanOrEqual(soFar);
          expect(projected.value).toBeGreaterThanOrEqual(projected.low);
          expect(projected.high).toBeGreaterThanOrEqual(projected.value);
          expect([projected.low, projected.value, projected.high].every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });

  test('after March it is the result', () => {
    fc.assert(
      fc.property(aYear, fc.option(aYear), (year, lastYear) => {
        const result = year.reduce((sum, count) => sum + count, 0);
        expect(course(year, lastYear)).toMatchObject({ value: result, low: result, high: result });
      }),
    );
  });

  test('a year that goes like the last one comes to the same', () => {
    fc.assert(
      fc.property(
        aYear.map((year) => year.map((count) => count + 1)),
        fc.integer({ min: 3, max: 11 }),
        (lastYear, known) => {
          const result = lastYear.reduce((sum, count) => sum + count, 0);
          expect(course(lastYear.slice(0, known), lastYear)).toMatchObject({ value: result, basis: 'season' });
        },
      ),
    );
  });
});
