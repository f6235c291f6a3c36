/** Differences are those of printed values, and a state stays a state. */
import { expect, test } from 'vitest';
import type { Figure } from '#functions/domain/figure.ts';
import { changeShare, differenceOf, remainderOf, sumOfPrinted } from '../../../../web/src/shape/figures/difference.ts';

const value = (number: number): Figure => ({ state: 'value', value: number });
const zero: Figure = { state: 'zero', value: 0 };

test('a pocket calculator agrees: 22.7 less 10.6 is 12.1, whatever lies behind the decimals', () => {
  expect(differenceOf(value(10.555), value(22.707), 1)).toEqual({ state: 'value', value: 12.1 });
  expect(differenceOf(value(2.2), value(1.8), 1)).toEqual({ state: 'value', value: -0.4 });
});

test('where either side is a state, the difference is that state, the later one first', () => {
  expect(differenceOf(value(3), { state: 'unreported' }, 0)).toEqual({ state: 'unreported' });
  expect(differenceOf({ state: 'suppressed' }, value(3), 0)).toEqual({ state: 'suppressed' });
  expect(differenceOf({ state: 'suppressed' }, { state: 'n/a' }, 0)).toEqual({ state: 'n/a' });
});

test('zero is a number', () => {
  expect(differenceOf(zero, value(3), 0)).toEqual({ state: 'value', value: 3 });
  expect(changeShare(zero, value(3), 0)).toBe(null);
  expect(changeShare(value(180), value(229), 0)).toBe(27.2);
});

test('printed shares add up, and one state among them leaves no sum', () => {
  expect(sumOfPrinted([value(6.7), value(11.1), value(2.2), value(10.6), value(23.3), value(46.1)], 1)).toEqual(
    value(100),
  );
  expect(sumOfPrinted([value(6.7), { state: 'suppressed' }], 1)).toEqual({ state: 'suppressed' });
  expect(sumOfPrinted([], 1)).toEqual(zero);
});

test('what is in no part is said only where all parts are numbers and something is left', () => {
  expect(remainderOf(value(10), [value(4), value(5)], 0)).toEqual(value(1));
  expect(remainderOf(value(9), [value(4), value(5)], 0)).toBe(null);
  expect(remainderOf(value(10), [value(4), { state: 'unreported' }], 0)).toBe(null);
  expect(remainderOf({ state: 'unreported' }, [value(4)], 0)).toBe(null);
});
