/** Months due and months reported in a period, counted from the marks of the offices (● ⓪ …), as the status strip says them. */
import type { OfficeIndex, ReportState } from '#functions/publish/release.ts';
import { monthsOf } from '../periods/periods.ts';

export interface ReportCount {
  /** Office-months due. */
  readonly due: number;
  /** Those with a report, 0 included. */
  readonly reported: number;
}

/** Office-months of a period by state; months that are not due are neither. */
export function countReports(index: Pick<OfficeIndex, 'months' | 'offices'>, period: string): ReportCount {
  const months = new Set(monthsOf(period));
  const states: ReportState[] = index.offices.flatMap((office) =>
    office.months.filter((_, position) => months.has(index.months[position] ?? '')),
  );
  const reported = states.filter((state) => state === 'reported' || state === 'zero').length;
  return { due: reported + states.filter((state) => state === 'unreported').length, reported };
}

/** Office-months due without a report. */
export function unreportedMonths(index: Pick<OfficeIndex, 'months' | 'offices'>, period: string): number {
  const { due, reported } = countReports(index, period);
  return due - reported;
}
