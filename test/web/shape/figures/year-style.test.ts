/** Eras and Western years. */
import { afterEach, expect, test } from 'vitest';
import { formatDay, formatPeriod } from '../../../../web/src/shape/figures/format.ts';
import { setYearStyle } from '../../../../web/src/shape/figures/year-style.ts';
import { shortYear } from '../../../../web/src/shape/periods/short-year.ts';

afterEach(() => setYearStyle('eras'));

function printed(language: 'ja' | 'en'): readonly string[] {
  return [
    ...['FY2018', 'FY2019', 'FY2024Q1', '2019-04', '2019-05'].map((period) => formatPeriod(period, language)),
    formatDay('2024-12-31', language),
    shortYear('FY2014', language),
  ];
}

test('Japanese years are those of eras, or Western ones where that is chosen', () => {
  const eras = printed('ja');
  setYearStyle('western');
  expect(eras).toEqual([
    ...['平成30年度', '令和元年度', '令和6年度 第1四半期', '平成31年4月', '令和元年5月'],
    ...['令和6年12月31日', '26'],
  ]);
  expect(printed('ja')).toEqual([
    ...['2018年度', '2019年度', '2024年度 第1四半期', '2019年4月', '2019年5月'],
    ...['2024年12月31日', '2014'],
  ]);
});

test('English years stay Western, whatever is chosen', () => {
  const eras = printed('en');
  setYearStyle('western');
  expect(printed('en')).toEqual(eras);
});
