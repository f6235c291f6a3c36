/**
 * Rows win over totals, month by month: what an office counts row by row is not counted again from its 集計報告.
 * A yearly total is left out as soon as one month of its year has rows of the same indicator (workbook.md, Totals).
 */
import type { Finding, tables } from '#sheets-schema';
import type { IndicatorCode } from '#sheets-schema/vocabulary/indicators.ts';
import { fiscalYearOf, monthOf } from '../../domain/calendar.ts';
import type { Month } from '../../domain/codes.ts';
import { createFinding } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import type { TableRows } from '../tables/read-rows.ts';
import type { AcceptedRows, CheckedTotal } from '../workbook-rows.ts';

/** What was accepted row by row. */
type CountedRows = Omit<AcceptedRows, 'totals'>;

/** Of each indicator, the months that have rows of it. */
export function monthsWithRows(rows: CountedRows): ReadonlyMap<IndicatorCode, ReadonlySet<Month>> {
  const months = new Map<IndicatorCode, Set<Month>>();
  const mark = (indicator: IndicatorCode, month: Month) => {
    const marked = months.get(indicator);
    if (marked === undefined) months.set(indicator, new Set([month]));
    else marked.add(month);
  };
  for (const { receivedOn, closedOn, handovers, isCarriedOver } of rows.cases) {
    if (closedOn !== null) {
      mark('N06', monthOf(closedOn));
      mark('N07', monthOf(closedOn));
    }
    if (isCarriedOver) continue;
    const month = monthOf(receivedOn);
    mark('N01', month);
    mark('N07', month);
    mark('N08', month);
    if (handovers.length > 0) mark('N05', month);
  }
  for (const { actedOn, method } of rows.actions) {
    const month = monthOf(actedOn);
    mark('N02', month);
    if (method === 'S03') mark('N03', month);
    if (method === 'S07') mark('N04', month);
  }
  for (const { heldOn, discussed, participants } of rows.meetings) {
    const month = monthOf(heldOn);
    mark('N09', month);
    if (discussed !== null) mark('N10', month);
    if (participants !== null) mark('N11', month);
  }
  for (const { heldOn, participants, helpers, places } of rows.activities) {
    const month = monthOf(heldOn);
    mark('N12', month);
    if (participants !== null) mark('N13', month);
    if (helpers !== null) mark('N14', month);
    if (places !== null) mark('N15', month);
  }
  return months;
}

/** Totals that are still needed beside the rows, and a notice for each that is not. */
export function preferRows(
  totals: readonly CheckedTotal[],
  counted: CountedRows,
  { found }: TableRows<typeof tables.totals>,
): { readonly totals: readonly CheckedTotal[]; readonly findings: readonly Finding[] } {
  const months = monthsWithRows(counted);
  const years = new Map([...months].map(([indicator, marked]) => [indicator, new Set([...marked].map(fiscalYearOf))]));
  const findings: Finding[] = [];
  const needed = totals.filter((total) => {
    const isCounted =
      total.month === null
        ? (years.get(total.indicator)?.has(total.fiscalYear) ?? false)
        : (months.get(total.indicator)?.has(total.month) ?? false);
    if (!isCounted) return true;
    findings.push(
      createFinding(placeIn(found, total.row, 'value'), {
        code: total.month === null ? 'total/year-counted-from-rows' : 'total/month-counted-from-rows',
        typed: total.value === null ? null : String(total.value),
      }),
    );
    return false;
  });
  return { totals: needed, findings };
}
