/** The rows behind a cell of the calendar (報告機関 and month): of each tab that the office reported, one after the other. */
import type { OfficeIndex, OfficeReport } from '#functions/publish/release.ts';
import { fiscalYearOf } from '../periods/periods.ts';
import type { RowsQuery } from '../rows/rows-query.ts';

/** What counts the rows of a tab: one each, or for activities how often they were held. */
const measures = { cases: 'N01', actions: 'N02', meetings: 'N09', activities: 'N12', totals: 'totals' } as const;

type ReportedTab = keyof typeof measures;

const tabs = Object.keys(measures) as readonly ReportedTab[];

/** A tab of an office in a month, and what lists its rows. */
export interface TabOfCell {
  readonly tab: ReportedTab;
  readonly rows: RowsQuery;
}

/** The tabs that an office reported, as far as rows of that year are listed at all. */
function tabsOf(index: OfficeIndex, report: OfficeReport, month: string): readonly TabOfCell[] {
  const place = index.months.indexOf(month);
  return tabs
    .filter((tab) => report.sources[tab]?.[place] === 'reported')
    .filter((tab) => `rows/${tab}-FY${fiscalYearOf(month)}` in index.details)
    .map((tab) => ({
      tab,
      rows: {
        ...{ series: measures[tab], area: index.municipality.code, pathway: 'all', target: 'all', period: month },
        also: [{ by: 'office', codes: [report.office] }],
      },
    }));
}

/**
 * `key` is that of a row of the calendar: a workbook, or a workbook and its tab; a workbook begins with its first tab. `null` where
 * there is nothing to list.
 */
export function rowsOfCell(index: OfficeIndex, key: string, month: string): RowsQuery | null {
  for (const report of index.offices) {
    const found = tabsOf(index, report, month).find(
      ({ tab }) => key === report.workbook || key === `${report.workbook}/${tab}`,
    );
    if (found !== undefined) return found.rows;
  }
  return null;
}

/** The tabs to choose from beside the one that is listed; none where what is listed is no month of an office. */
export function tabsBeside(index: OfficeIndex, query: RowsQuery): readonly TabOfCell[] {
  const [office, ...others] = query.also ?? [];
  if (office?.by !== 'office' || others.length > 0) return [];
  const report = index.offices.find((each) => office.codes.length === 1 && office.codes.includes(each.office));
  if (report === undefined) return [];
  const { area, pathway, target } = query;
  if (area !== index.municipality.code || pathway !== 'all' || target !== 'all') return [];
  const beside = tabsOf(index, report, query.period);
  return beside.some(({ rows }) => rows.series === query.series) ? beside : [];
}
