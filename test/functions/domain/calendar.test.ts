import { describe, expect, test } from 'vitest';
import {
  dayInJapan,
  daysBetween,
  elapsedShare,
  fiscalYearOf,
  lastDayOf,
  monthRange,
  monthsOfPeriod,
  quarterOf,
} from '#functions/domain/calendar.ts';
import type { Period } from '#functions/domain/codes.ts';
import { day, month } from '../publish/ingested-builder.ts';

describe('the calendar', () => {
  test('the day of the run is the day in Japan: at 15:00 UTC it is tomorrow there', () => {
    expect(dayInJapan(new Date('2019-03-31T14:59:59Z'))).toBe('2019-03-31');
    expect(dayInJapan(new Date('2019-03-31T15:00:00Z'))).toBe('2019-04-01');
  });

  test('the fiscal year runs from April to March', () => {
    expect(['2018-03', '2018-04', '2019-03', '2019-04'].map((name) => fiscalYearOf(month(name)))).toEqual([
      2017, 2018, 2018, 2019,
    ]);
  });

  test('quarters begin in April', () => {
    expect(['2018-04', '2018-06', '2018-07', '2019-01', '2019-03'].map((name) => quarterOf(month(name)))).toEqual([
      'FY2018Q1',
      'FY2018Q1',
      'FY2018Q2',
      'FY2018Q4',
      'FY2018Q4',
    ]);
  });

  test('periods are their months', () => {
    expect(monthsOfPeriod('FY2018Q4' as Period)).toEqual(['2019-01', '2019-02', '2019-03']);
    expect(monthsOfPeriod('FY2018' as Period).length).toBe(12);
    expect(monthsOfPeriod('2018-04' as Period)).toEqual(['2018-04']);
    expect(monthRange(month('2018-11'), month('2019-02'))).toEqual(['2018-11', '2018-12', '2019-01', '2019-02']);
    expect(monthRange(month('2018-11'), month('2018-10'))).toEqual([]);
  });

  test('February has 28 or 29 days', () => {
    expect(['2019-02', '2020-02', '2019-12'].map((name) => lastDayOf(month(name)))).toEqual([
      '2019-02-28',
      '2020-02-29',
      '2019-12-31',
    ]);
  });

  test('the elapsed share is 0 before April, 1 from 31 March on', () => {
    expect(
      ['2018-03-31', '2018-04-01', '2019-03-30', '2019-03-31', '2019-05-01'].map((name) =>
        elapsedShare(2018, day(name)),
      ),
    ).toEqual([0, 1 / 365, 364 / 365, 1, 1]);
    expect(daysBetween(day('2020-02-28'), day('2020-03-01'))).toBe(2);
  });
});
