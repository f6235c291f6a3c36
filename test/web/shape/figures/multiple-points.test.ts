/** Arrows through a row of small charts, and what each point says. */
import { expect, test } from 'vitest';
import { sayPoint, stepThroughPoints } from '../../../../web/src/shape/figures/multiple-points.ts';

const row = { charts: 3, points: 4 };

/** The places that keys lead to, one after the other. */
function walk(...keys: readonly string[]): readonly (number | null)[] {
  let at: number | null = null;
  return keys.map((key) => {
    at = stepThroughPoints(at, key, row);
    return at;
  });
}

test('right goes through the points and on to the next chart, and round at the end', () => {
  expect(walk(...Array.from({ length: 13 }, () => 'ArrowRight'))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0]);
});

test('left begins at the last point; up and down keep the period', () => {
  expect(walk('ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown')).toEqual([11, 7, 3, 11, 3]);
});

test('other keys lead nowhere, and neither does a row without a point', () => {
  expect(stepThroughPoints(2, 'Enter', row)).toBeNull();
  expect(stepThroughPoints(null, 'ArrowRight', { charts: 0, points: 4 })).toBeNull();
});

test('a point says its chart, its period and its number, or its state by its word', () => {
  const place = { chart: '地域', period: '令和6年度' };
  expect(sayPoint({ ...place, figure: { state: 'value', value: 1052 } }, 'ja')).toBe('地域 令和6年度 1,052');
  expect(sayPoint({ ...place, figure: { state: 'unreported' } }, 'ja')).toBe('地域 令和6年度 未報告');
});
