/** Whether rows can be listed at all: of which releases, and of which figures. Small, because every page needs it at once. */
import type { OfficeIndex } from '#functions/publish/release.ts';

/** Those of an office's own audience do; an older one that is pinned has none, and an index of an earlier version no details at all. */
export function listsRows(index: OfficeIndex): boolean {
  const details = index.details as OfficeIndex['details'] | undefined;
  return details !== undefined && Object.keys(details).some((name) => name.startsWith('rows/'));
}

/** Whether rows tell a series; findings and reports (Q01 to Q03) are no sums of rows. rowsSides says how; a test holds them together. */
export function isToldByRows(series: string): boolean {
  return /^N\d\d$|^R\d\d$|^(share|targetShare|areaShare|minutes|agencies|totals)$/.test(series);
}
