/** Reports due and given in a period, as publish counted them: one a month of each tab of each office. */
import type { OfficeIndex, ReportCount } from '#functions/publish/release.ts';

/** Nothing is due in a period that publish does not name. */
export function countReports({ reports }: Pick<OfficeIndex, 'reports'>, period: string): ReportCount {
  return reports[period] ?? { due: 0, reported: 0 };
}

/** Reports due and not given. */
export function unreportedMonths(index: Pick<OfficeIndex, 'reports'>, period: string): number {
  const { due, reported } = countReports(index, period);
  return due - reported;
}
