/**
 * Months that count as 0 because the office reported before and after them: after two in a row it is asked about once, and an
 * explicit 0 in 集計報告 answers (workbook.md, "Zero or not reported?"). Which months these are is decided in domain/reporting.ts.
 */
import type { Finding } from '#sheets-schema';
import { fiscalYearOf, monthOf } from '../../domain/calendar.ts';
import type { Day, Month } from '../../domain/codes.ts';
import { fiscalYearsOf } from '../../domain/counting/office-record.ts';
import type { Facts, RowCounts } from '../../domain/fact.ts';
import { type CountedSource, countedSources, createPeriodAxis } from '../../domain/period-axis.ts';
import { computeReporting } from '../../domain/reporting.ts';
import { createFinding } from '../findings/create-finding.ts';

/** At most one notice a tab, on the latest of its runs of empty months. */
export function askAboutZeros({
  office,
  fiscalYear,
  facts,
  rowCounts,
  tabOf,
  today,
}: {
  office: string;
  fiscalYear: number | null;
  facts: Facts;
  rowCounts: RowCounts;
  /** The tab's name as the office wrote it; `null` where the workbook has none. */
  tabOf: (source: CountedSource) => string | null;
  today: Day;
}): readonly Finding[] {
  const record = { office, dueFrom: null, dueUntil: null, parts: [{ fiscalYear, facts, rowCounts }] };
  const axis = createPeriodAxis({ ...fiscalYearsOf([record], fiscalYearOf(monthOf(today))), today });
  const { tabs } = computeReporting(record, axis);
  return countedSources.flatMap((source) => {
    const tab = tabOf(source);
    const months = tab === null ? [] : findLatestRun(tabs[source].states, axis.months);
    if (months.length < 2) return [];
    return [
      createFinding(
        { tab, row: null, header: null, cell: null },
        { code: 'reporting/zero-months', facts: { months: months.join(',') } },
      ),
    ];
  });
}

/** The latest two or more months in a row that count as 0 without anyone having said so. */
function findLatestRun(states: readonly string[], months: readonly Month[]): readonly Month[] {
  let latest: readonly Month[] = [];
  let run: Month[] = [];
  for (const [position, month] of months.entries()) {
    if (states[position] === 'zero') run.push(month);
    else run = [];
    if (run.length >= 2) latest = run;
  }
  return latest;
}
