import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gammaQuantile, type Tail } from '#functions/domain/statistics/gamma-quantile.ts';

/** Within a part of itself. */
const within = (value: number, known: number, part: number) =>
  expect(Math.abs(value / known - 1), `${value} for ${known}`).toBeLessThan(part);

describe('quantiles of the gamma distribution', () => {
  /** By scipy 1.17 (stats.gamma.ppf and isf). */
  test.each<[number, number, Tail, number]>([
    [3.7, 0.025, 'lower', 0.9408724643774055],
    [123.4, 0.001, 'upper', 160.59447504810174],
    [0.3, 0.001, 'lower', 6.972699096783344e-11],
    [0.01, 0.001, 'lower', 5.660738147062265e-301],
    [0.01, 0.001, 'upper', 1.5090841476947527],
    [1e7, 0.001, 'upper', 10009775.022500927],
  ])('shape %d, %d in the %s tail', (shape, probability, tail, known) => {
    within(gammaQuantile({ shape, probability, tail }), known, 1e-11);
  });

  test('of shape 1 are those of the exponential distribution, which has a formula', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (probability) => {
        within(gammaQuantile({ shape: 1, probability, tail: 'upper' }), -Math.log(probability), 1e-9);
        within(gammaQuantile({ shape: 1, probability, tail: 'lower' }), -Math.log1p(-probability), 1e-9);
      }),
    );
  });

  test('of shape 2 give their probability back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (probability) => {
        const x = gammaQuantile({ shape: 2, probability, tail: 'upper' });
        within((1 + x) * Math.exp(-x), probability, 1e-9);
      }),
    );
  });

  test('grow with the shape, and meet from both tails', () => {
    const shape = fc.double({ min: 0.05, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(shape, shape, (one, other) => {
        const [small, large] = one < other ? [one, other] : [other, one];
        fc.pre(large / small > 1 + 1e-6);
        const of = (shape: number) => gammaQuantile({ shape, probability: 0.025, tail: 'lower' });
        expect(of(small)).toBeLessThan(of(large));
        within(gammaQuantile({ shape: small, probability: 0.975, tail: 'upper' }), of(small), 1e-9);
      }),
    );
  });

  test.each([
    [0, 0.5],
    [-1, 0.5],
    [Number.NaN, 0.5],
    [1, 0],
    [1, 1],
    [1, Number.NaN],
  ])('there are none for shape %d and probability %d', (shape, probability) => {
    expect(() => gammaQuantile({ shape, probability, tail: 'lower' })).toThrow(RangeError);
  });
});
