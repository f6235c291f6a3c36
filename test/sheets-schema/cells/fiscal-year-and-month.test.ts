import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, eraYear } from '#sheets-schema';
import { readFiscalYear } from '#sheets-schema/cells/fiscal-year.ts';
import { readMonth } from '#sheets-schema/cells/month.ts';
import { outcomeOf } from './read.ts';

describe('年度', () => {
  test.each<[Cell, number]>([
    [2024, 2024],
    ['2024', 2024],
    ['2024年度', 2024],
    ['2024年', 2024],
    ['FY2024', 2024],
    ['ＦＹ２０２４', 2024],
    ['令和6', 2024],
    ['令和6年度', 2024],
    ['令和６年度', 2024],
    ['R6', 2024],
    ['r06', 2024],
    ['R6年度', 2024],
    ['令和元年度', 2019],
    ['平成31年度', 2019],
    ['平成２８年度', 2016],
    ['H27', 2015],
    ['昭和63年度', 1988],
  ])('%j is %d without a word', (cell, value) => {
    expect(outcomeOf(readFiscalYear(cell))).toEqual({ value });
  });

  test.each<[Cell, string]>([
    [6, 'fiscal-year/without-era'],
    ['6', 'fiscal-year/without-era'],
    ['24年度', 'fiscal-year/without-era'],
    ['元年度', 'fiscal-year/without-era'],
    ['令和0年度', 'fiscal-year/not-a-year'],
    ['令和', 'fiscal-year/not-a-year'],
    ['2024～2026', 'fiscal-year/not-a-year'],
    [1949, 'fiscal-year/not-a-year'],
    [2101, 'fiscal-year/not-a-year'],
    [2024.5, 'fiscal-year/not-a-year'],
    [{ serial: 45_383 }, 'fiscal-year/not-a-year'],
    [true, 'fiscal-year/not-a-year'],
  ])('%j is no fiscal year: %s', (cell, problem) => {
    expect(outcomeOf(readFiscalYear(cell))).toEqual({ problem });
  });

  test('a fiscal year printed with its era is read as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2100 }), (value) => {
        for (const typed of [eraYear(value), `${value}`, `${value}年度`, `FY${value}`]) {
          expect(outcomeOf(readFiscalYear(typed))).toEqual({ value });
        }
      }),
    );
  });
});

describe('eraYear', () => {
  test.each([
    [2018, '平成30年度'],
    [2019, '令和元年度'],
    [2020, '令和2年度'],
    [2024, '令和6年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
  ])('%d is printed as %s', (year, words) => {
    expect(eraYear(year)).toBe(words);
  });
});

describe('月', () => {
  test.each<[Cell, number]>([
    [4, 4],
    ['4', 4],
    ['04', 4],
    ['4月', 4],
    ['4月分', 4],
    ['４月', 4],
    ['12月', 12],
    ['1', 1],
  ])('%j is %d', (cell, value) => {
    expect(outcomeOf(readMonth(cell))).toEqual({ value });
  });

  test.each<[Cell, unknown]>([
    [0, { problem: 'month/not-a-month' }],
    [13, { problem: 'month/not-a-month' }],
    ['4～6月', { problem: 'month/not-a-month' }],
    ['年間', { problem: 'month/not-a-month' }],
    [4.5, { problem: 'month/not-a-month' }],
    ['2024年4月', { problem: 'month/not-a-month', suggestion: '4' }],
    [{ serial: 45_383 }, { problem: 'month/not-a-month', suggestion: '4' }],
  ])('%j is no month', (cell, outcome) => {
    expect(outcomeOf(readMonth(cell))).toEqual(outcome);
  });

  test.each<[Cell]>([[null], [''], ['-']])('%j is blank: the whole year', (cell) => {
    expect(outcomeOf(readMonth(cell))).toBe('blank');
  });
});
