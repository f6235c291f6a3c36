/** Numbers, periods and days as they are printed. */
import { expect, test } from 'vitest';
import {
  formatDay,
  formatDifference,
  formatFigure,
  formatMoment,
  formatNumber,
  formatPeriod,
  unitBeside,
} from '../../../../web/src/shape/figures/format.ts';

test.each([
  [0, 0, '0'],
  [999, 0, '999'],
  [1234, 0, '1,234'],
  [1234567.4, 0, '1,234,567'],
  [-5, 0, '−5'],
  [-0.04, 1, '0.0'],
  [21.15, 1, '21.2'],
  [1.005, 2, '1.01'],
  [5, 1, '5.0'],
  [0.05, 1, '0.1'],
  [12345.678, 1, '12,345.7'],
])('%d with %d decimals is printed %s', (value, decimals, printed) => {
  expect(formatNumber(value, decimals)).toBe(printed);
});

test.each([
  [64, 0, '+64'],
  [-22, 0, '−22'],
  [0, 0, '±0'],
  [0.04, 1, '±0.0'],
  [-19.5, 1, '−19.5'],
])('a difference of %d is printed %s', (value, decimals, printed) => {
  expect(formatDifference(value, decimals)).toBe(printed);
});

test.each([
  ['2019-04', '平成31年4月', 'Apr 2019'],
  ['2019-05', '令和元年5月', 'May 2019'],
  ['FY2018', '平成30年度', 'FY2018'],
  ['FY2019', '令和元年度', 'FY2019'],
  ['FY2024', '令和6年度', 'FY2024'],
  ['FY2024Q1', '令和6年度 第1四半期', 'FY2024 Q1'],
  ['2025-03', '令和7年3月', 'Mar 2025'],
])('the period %s is %s and %s', (period, ja, en) => {
  expect([formatPeriod(period, 'ja'), formatPeriod(period, 'en')]).toEqual([ja, en]);
});

test('a day and a moment are those of Japan', () => {
  expect(formatDay('2024-12-31', 'ja')).toBe('令和6年12月31日');
  expect(formatDay('2024-12-31', 'en')).toBe('31 Dec 2024');
  expect(formatMoment('2025-01-13T21:10:00Z', 'ja')).toBe('1月14日 6:10');
  expect(formatMoment('2025-01-13T14:59:00Z', 'en')).toBe('13 Jan 23:59');
});

test('a state is said with its word, and is never a number', () => {
  expect(formatFigure({ state: 'unreported' }, 0, 'ja')).toBe('未報告');
  expect(formatFigure({ state: 'suppressed' }, 0, 'ja')).toBe('秘匿');
  expect(formatFigure({ state: 'n/a' }, 0, 'ja')).toBe('対象外');
  expect(formatFigure({ state: 'zero', value: 0 }, 1, 'ja')).toBe('0.0');
});

test.each([
  ['1', 'cases', 'case'],
  ['+1', 'times', 'time'],
  ['0', 'cases', 'cases'],
  ['11', 'places', 'places'],
  ['1', '件', '件'],
  ['1', 'actions per consultation', 'actions per consultation'],
])('beside %s the unit "%s" is printed "%s"', (number, unit, printed) => {
  expect(unitBeside(number, unit)).toBe(printed);
});
