/**
 * The calendar of Japanese administration: the fiscal year (年度) runs from April to March, quarters from April.
 * Months are also numbered, so that ranges are arithmetic. Printing (令和6年度) is elsewhere.
 */
import type { Day, Month, Period } from './codes.ts';

/** Hours that Japan is ahead of UTC; there is no summer time. */
const hoursAheadOfUtc = 9;

/** The calendar day in Japan at an instant. */
export function dayInJapan(now: Date): Day {
  return new Date(now.getTime() + hoursAheadOfUtc * 3_600_000).toISOString().slice(0, 10) as Day;
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** Months numbered without gaps: 2018-04 is 2018 × 12 + 3. */
export function numberOfMonth(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month with a number; the inverse of `numberOfMonth`. */
export function monthNumbered(number: number): Month {
  const year = Math.floor(number / 12);
  const month = number - year * 12 + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month;
}

/** Months from `first` to `last`, both included; empty where `last` is earlier. */
export function monthRange(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let number = numberOfMonth(first); number <= numberOfMonth(last); number += 1)
    months.push(monthNumbered(number));
  return months;
}

/** 年度 of a month: 2019-03 is 2018, 2019-04 is 2019. */
export function fiscalYearOf(month: Month): number {
  return Math.floor((numberOfMonth(month) - 3) / 12);
}

/** The twelve months of a fiscal year, April first. */
export function monthsOfFiscalYear(fiscalYear: number): Month[] {
  return monthRange(monthNumbered(fiscalYear * 12 + 3), monthNumbered(fiscalYear * 12 + 14));
}

/** 'FY2018'. */
export function fiscalYearPeriod(fiscalYear: number): Period {
  return `FY${fiscalYear}` as Period;
}

/** 'FY2018Q1' for April to June 2018. */
export function quarterOf(month: Month): Period {
  const fiscalYear = fiscalYearOf(month);
  const quarter = Math.floor((numberOfMonth(month) - (fiscalYear * 12 + 3)) / 3) + 1;
  return `FY${fiscalYear}Q${quarter}` as Period;
}

/** The months of '2018-04', 'FY2018Q1' or 'FY2018'. */
export function monthsOfPeriod(period: Period): Month[] {
  const match = /^FY(\d{4})(?:Q([1-4]))?$/.exec(period);
  if (match === null) return [period as string as Month];
  const months = monthsOfFiscalYear(Number(match[1]));
  if (match[2] === undefined) return months;
  const first = (Number(match[2]) - 1) * 3;
  return months.slice(first, first + 3);
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day;
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month}-${String(last).padStart(2, '0')}` as Day;
}

/** Days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The share of a fiscal year that is over at the end of a day, from 0 (before April) to 1 (31 March and after). */
export function elapsedShare(fiscalYear: number, day: Day): number {
  const first = `${fiscalYear}-04-01` as Day;
  const last = `${fiscalYear + 1}-03-31` as Day;
  const length = daysBetween(first, last) + 1;
  return Math.min(1, Math.max(0, (daysBetween(first, day) + 1) / length));
}
