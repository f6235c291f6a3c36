/** Which fiscal year a page shows that has years only. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { fiscalYearOf, periodKind } from '../periods/periods.ts';

/** The fiscal year of a period, else the newest. */
export function shownYear({ years }: Pick<PrefectureIndex, 'years'>, period: string | null): string {
  const wanted = period === null || periodKind(period) === null ? null : `FY${fiscalYearOf(period)}`;
  return wanted !== null && years.includes(wanted) ? wanted : (years.at(-1) ?? 'FY2000');
}
