/** How complete and how fresh: said in the words of the brief, and only where it is true. */
import { expect, test } from 'vitest';
import { sayCurrency } from '../../../../web/src/shape/reports/currency.ts';
import { fujigauraIndex as index } from '../../fixtures/fujigaura.ts';
import { countMarks, himiIndex } from '../../fixtures/published.ts';

const options = { year: 'FY2024', language: 'ja' } as const;
const offices = index.offices.slice(0, 1);
const complete = { ...index, offices, reports: countMarks(index.months, offices) };

test('months without a report are counted against those due', () => {
  const [first, ...more] = sayCurrency({ ...index, dataUntil: index.asOf }, options);
  expect([first, more]).toEqual(['18か月分のうち17か月分の報告で表示しています。', []]);
});

test('a year with every report has nothing to say', () => {
  expect(sayCurrency({ ...complete, dataUntil: index.asOf }, options)).toEqual([]);
});

test.each([
  ['2025-01-31', []],
  ['2025-02-01', ['データは令和6年12月31日までです。32日間、新しい入力がありません。']],
  ['2025-02-04', ['データは令和6年12月31日までです。35日間、新しい入力がありません。']],
])('on %s, after data until 31 December', (asOf, sentences) => {
  expect(sayCurrency({ ...complete, asOf, dataUntil: '2024-12-31' }, options)).toEqual(sentences);
});

test('in English', () => {
  const late = { ...complete, asOf: '2025-02-04', dataUntil: '2024-12-31' };
  expect(sayCurrency(late, { ...options, language: 'en' })).toEqual([
    'Data until 31 Dec 2024. Nothing new for 35 days.',
  ]);
});

test('a series that ended years ago is not late', () => {
  expect(sayCurrency({ ...himiIndex, asOf: '2026-11-21' }, { year: 'FY2017', language: 'ja' })).toEqual([]);
});
