/**
 * Names of periods: '2018-04', 'FY2018Q1', 'FY2018', and what follows from a name alone.
 * A fiscal year (年度) runs from April to March.
 */
import type { OfficeIndex } from '#functions/publish/release.ts';

export type PeriodKind = 'month' | 'quarter' | 'year';

/** The kind of a period's name, or `null` where it is no name of a period. */
export function periodKind(period: string): PeriodKind | null {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return 'month';
  if (/^FY\d{4}Q[1-4]$/.test(period)) return 'quarter';
  return /^FY\d{4}$/.test(period) ? 'year' : null;
}

/** The fiscal year that a period lies in: 2023 for '2024-03'. */
export function fiscalYearOf(period: string): number {
  if (period.startsWith('FY')) return Number(period.slice(2, 6));
  const year = Number(period.slice(0, 4));
  return Number(period.slice(5, 7)) >= 4 ? year : year - 1;
}

/** The quarter of a fiscal year that a month lies in: 1 for April to June. */
export function quarterOf(month: string): number {
  return Math.floor(((Number(month.slice(5, 7)) + 8) % 12) / 3) + 1;
}

/** The calendar months of a period, in order. */
export function monthsOf(period: string): readonly string[] {
  const kind = periodKind(period);
  if (kind === null) return [];
  if (kind === 'month') return [period];
  const year = fiscalYearOf(period);
  const all = Array.from({ length: 12 }, (_, offset) => {
    const month = ((offset + 3) % 12) + 1;
    return `${month >= 4 ? year : year + 1}-${String(month).padStart(2, '0')}`;
  });
  if (kind === 'year') return all;
  const quarter = Number(period.slice(7));
  return all.slice(3 * (quarter - 1), 3 * quarter);
}

/** The same period a year earlier: '2023-04' for '2024-04'. */
export function yearBefore(period: string): string {
  const digits = period.startsWith('FY') ? period.slice(2, 6) : period.slice(0, 4);
  return period.replace(digits, String(Number(digits) - 1).padStart(4, '0'));
}

/** The month that a day lies in. */
export function monthOfDay(day: string): string {
  return day.slice(0, 7);
}

/** The period shown when the address names none: the fiscal year of the last data, else the last one that is known, else that of the run. */
export function defaultPeriod(index: Pick<OfficeIndex, 'years' | 'dataUntil' | 'asOf'>): string {
  const last = index.years.at(-1) ?? `FY${fiscalYearOf(monthOfDay(index.asOf))}`;
  if (index.dataUntil === null) return last;
  const year = `FY${fiscalYearOf(monthOfDay(index.dataUntil))}`;
  return index.years.includes(year) ? year : last;
}
