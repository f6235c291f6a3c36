/** The last twelve finished months (直近12か月), the same for all municipalities of a run. */
import { monthNumbered, monthOf, numberOfMonth } from '../../domain/calendar.ts';
import type { Day, Month } from '../../domain/codes.ts';

/** The twelve months before the month of a day, the earliest first. */
export function lastTwelveMonths(today: Day): readonly Month[] {
  const now = numberOfMonth(monthOf(today));
  return Array.from({ length: 12 }, (_, offset) => monthNumbered(now - 12 + offset));
}

/** '2018-05..2019-04'. */
export function nameOfMonths(months: readonly Month[]): string {
  return `${months[0] ?? ''}..${months.at(-1) ?? ''}`;
}

/** The first and last day of a compared period: a fiscal year, or months from '2018-05' to '2019-04'. */
export function monthsOfComparedPeriod(period: string): { readonly first: string; readonly last: string } {
  const [first = '', last = ''] = period.split('..');
  const year = /^FY(\d{4})$/.exec(period)?.[1];
  return year === undefined ? { first, last } : { first: `${year}-04`, last: `${Number(year) + 1}-03` };
}
