/** Which measure and period a comparison shows. 架空のデータ. */
import { expect, test } from 'vitest';
import {
  chosenMeasure,
  chosenPeriod,
  formatComparedPeriod,
  measureGroups,
  offeredPeriods,
} from '../../../../web/src/shape/comparison/compared-choice.ts';
import { nameMeasure, printCompared } from '../../../../web/src/shape/comparison/measure-words.ts';
import { comparedPrefecture } from '../../fixtures/compared-prefecture.ts';

const { start } = comparedPrefecture();

test('only measures that anybody has are on offer; a link to new consultations means those per head', () => {
  expect(measureGroups(start, 'ja')).toEqual([
    { label: '新規相談', options: [{ key: 'R06', label: '人口10万対新規相談件数(月平均)' }] },
  ]);
  expect(['N01', 'R06', 'R08', 'Q01', null].map((wanted) => chosenMeasure(start, wanted))).toEqual(
    Array.from({ length: 5 }, () => 'R06'),
  );
  expect(chosenMeasure({ ...start, measures: {} }, null)).toBeNull();
});

test('the newest period with values is shown; a month of another page means its fiscal year', () => {
  const last = '2018-05..2019-04';
  expect(offeredPeriods(start, 'R06')).toEqual([last, 'FY2018', 'FY2017']);
  expect(chosenPeriod(start, 'R06', null)).toBe(last);
  expect(chosenPeriod(start, 'R06', 'FY2017')).toBe('FY2017');
  expect(chosenPeriod(start, 'R06', '2018-02')).toBe('FY2017');
  expect(chosenPeriod(start, 'R06', 'FY2018Q3')).toBe('FY2018');
  expect(chosenPeriod(start, 'R06', 'FY2050')).toBe(last);
  const onlyYears = { ...start, classes: { ...start.classes, [`R06|${last}`]: start.towns.map(() => 'n/a' as const) } };
  expect(chosenPeriod(onlyYears, 'R06', null)).toBe('FY2018');
});

test('periods and values in both languages', () => {
  expect(formatComparedPeriod('2018-05..2019-04', 'en')).toBe('Last 12 months (May 2018 to Apr 2019)');
  expect(formatComparedPeriod('FY2018', 'ja')).toBe('平成30年度');
  expect(nameMeasure('N02', 'ja')).toBe('延支援回数（人口10万対・月）');
  expect(printCompared('R01', 21.25, 'ja')).toBe('21.3%');
  expect(printCompared('N02', 1234.5, 'ja')).toBe('1,234.5回');
});
