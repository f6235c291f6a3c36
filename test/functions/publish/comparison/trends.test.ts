/** Trends of municipalities over their finished years. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#functions/domain/codes.ts';
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { RegisteredGuide } from '#functions/domain/registration.ts';
import { computeComparison } from '#functions/publish/comparison/compute-comparison.ts';
import { describeTrend } from '#functions/publish/comparison/describe-comparison.ts';
import { asOf, aTown, codeOf } from './town-builder.ts';

const years = ['FY2013', 'FY2014', 'FY2015', 'FY2016', 'FY2017', 'FY2018', 'FY2019'];
const changed = (from: string): RegisteredGuide => ({
  row: 2, measure: 'R06', value: null, from: from as Day, until: null, prefecture: null, source: null, definition: '延べから実数に', isBreak: true,
}); // biome-ignore format: a row
const trendOf = (cases: readonly StoredFigure[], guides: readonly RegisteredGuide[] = [], own = years) => {
  const { measures } = computeComparison({
    prefecture: '99',
    towns: [aTown(codeOf(1), { years: own, cases })],
    asOf,
    guides,
  });
  return measures[0]?.trends[0];
};

describe('the trend of five finished years', () => {
  const rising = [500, 50, 70, 90, 110, 130, 3];

  test('is said with its years; the year that has just begun is not one of them', () => {
    const trend = trendOf(rising);
    expect(trend).toMatchObject({ direction: 'rising', first: 'FY2014', last: 'FY2018' });
    if (trend === undefined) return;
    const spellYear = (year: string) => `${Number(year.slice(2)) - 1988}年度`;
    expect(describeTrend(trend, { spellYear, language: 'ja' })).toBe('26年度から30年度まで増える傾向です。');
  });

  test.each<[string, readonly StoredFigure[], string]>([
    ['a year is not reported', [500, 50, 70, 'u', 110, 130, 3], 'gap'],
    ['a year is hidden', [500, 50, 'x', 90, 110, 130, 3], 'gap'],
  ])('is not said where %s', (_, cases, reason) => {
    expect(trendOf(cases)).toEqual({ code: codeOf(1), direction: null, reason });
  });

  test('is not said over a change of definition within the five years', () => {
    expect(trendOf(rising, [changed('2016-10-01')])).toMatchObject({ direction: null, reason: 'broken' });
    // On the first day of the first year everything after it is counted alike.
    expect(trendOf(rising, [changed('2014-04-01')])).toMatchObject({ direction: 'rising' });
    expect(trendOf(rising, [changed('2019-04-01')])).toMatchObject({ direction: 'rising' });
  });

  test('needs five finished years', () => {
    expect(trendOf([1, 2, 3], [], ['FY2016', 'FY2017', 'FY2018'])).toMatchObject({ direction: null, reason: 'open' });
  });

  test('a change of definition breaks the line and marks the year in which it falls', () => {
    const { measures } = computeComparison({
      prefecture: '99',
      towns: [aTown(codeOf(1), { years, cases: rising }), aTown(codeOf(2), { years, cases: rising })],
      asOf,
      guides: [changed('2016-10-01')],
    });
    expect(measures[0]?.breaks).toEqual([{ scope: 'national', from: '2016-10-01', definition: '延べから実数に' }]);
    const marked = measures[0]?.periods.filter(({ towns }) => towns.some(({ notes }) => notes.includes('broken')));
    expect(marked?.map(({ period }) => period)).toEqual(['FY2016']);
  });
});
