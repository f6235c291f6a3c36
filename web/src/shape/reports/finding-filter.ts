/** The filter of チェック結果 in the address: office, severity and kind. What no finding has is left aside. */
import type { FindingsObject } from '#functions/publish/release.ts';
import type { ViewState } from '../../view-state.ts';
import type { FindingFilter } from './finding-rows.ts';

export function readFindingFilter(findings: FindingsObject, { office, state, kind }: ViewState): FindingFilter {
  const kinds = findings.workbooks.flatMap((workbook) => workbook.kinds);
  return {
    workbook: findings.workbooks.find((workbook) => workbook.office === office)?.workbook ?? null,
    severity: state === 'error' || state === 'notice' ? state : null,
    code: kinds.some(({ code }) => code === kind) ? kind : null,
  };
}

/** The same filter as the address says it. */
export function printFindingFilter(
  findings: FindingsObject,
  { workbook, severity, code }: FindingFilter,
): Pick<ViewState, 'office' | 'state' | 'kind'> {
  const office = findings.workbooks.find((known) => known.workbook === workbook)?.office ?? null;
  return { office, state: severity, kind: code };
}
