/** What follows from the name of a period. */
import { expect, test } from 'vitest';
import { nameMonths } from '../../../../web/src/shape/periods/month-names.ts';
import {
  defaultPeriod,
  fiscalYearOf,
  monthsOf,
  periodKind,
  quarterOf,
  yearBefore,
} from '../../../../web/src/shape/periods/periods.ts';

test('March belongs to the fiscal year before, April to the new one', () => {
  expect([fiscalYearOf('2024-03'), fiscalYearOf('2024-04'), fiscalYearOf('FY2024Q4')]).toEqual([2023, 2024, 2024]);
  expect([quarterOf('2024-03'), quarterOf('2024-04'), quarterOf('2024-06'), quarterOf('2024-07')]).toEqual([
    4, 1, 1, 2,
  ]);
});

test('a year has twelve months from April, its last quarter lies in the next calendar year', () => {
  expect(monthsOf('FY2024')).toHaveLength(12);
  expect([monthsOf('FY2024').at(0), monthsOf('FY2024').at(-1)]).toEqual(['2024-04', '2025-03']);
  expect(monthsOf('FY2024Q4')).toEqual(['2025-01', '2025-02', '2025-03']);
  expect(monthsOf('2024-05')).toEqual(['2024-05']);
  expect(monthsOf('nothing')).toEqual([]);
});

test.each([
  ['2024-13', null],
  ['2024-00', null],
  ['2024-12', 'month'],
  ['FY2024Q5', null],
  ['FY2024Q4', 'quarter'],
  ['FY2024', 'year'],
  ['FY2024=', null],
])('%s is %s', (period, kind) => {
  expect(periodKind(period)).toBe(kind);
});

test('the year before keeps month and quarter', () => {
  expect([yearBefore('2024-04'), yearBefore('FY2024Q2'), yearBefore('FY2024')]).toEqual([
    '2023-04',
    'FY2023Q2',
    'FY2023',
  ]);
});

test('without a period in the address, the year of the last data is shown', () => {
  const years = ['FY2022', 'FY2023', 'FY2024'];
  const asOf = '2026-03-31';
  expect(defaultPeriod({ years, dataUntil: '2024-03-31', asOf })).toBe('FY2023');
  expect(defaultPeriod({ years, dataUntil: '2024-04-01', asOf })).toBe('FY2024');
  expect(defaultPeriod({ years, dataUntil: null, asOf })).toBe('FY2024');
  expect(defaultPeriod({ years: [], dataUntil: null, asOf })).toBe('FY2025');
});

test('months are named in runs, so that a gap among them is seen', () => {
  expect(nameMonths(['2024-04', '2024-05', '2024-06', '2024-11'], 'ja')).toBe('4〜6月、11月');
  expect(nameMonths(['2024-12', '2025-01'], 'ja')).toBe('12〜1月');
  expect(nameMonths(['2024-04', '2024-06'], 'en')).toBe('Apr, Jun');
});
