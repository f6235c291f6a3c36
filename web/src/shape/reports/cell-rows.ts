/** The rows behind a cell of the calendar (報告機関 and month): of the tab, or of the first tab in which the office reported. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { RowsQuery } from '../rows/rows-query.ts';

/** What counts the rows of a tab: one each, or for activities how often they were held. */
const measures = { cases: 'N01', actions: 'N02', meetings: 'N09', activities: 'N12' } as const;

const tabs = Object.keys(measures) as readonly (keyof typeof measures)[];

/**
 * `key` is that of a row of the calendar: a workbook, or a workbook and its tab. `null` where there is nothing to list: nothing
 * was reported, or totals (集計報告), of which no single rows are told.
 */
export function rowsOfCell(index: OfficeIndex, key: string, month: string): RowsQuery | null {
  const report = index.offices.find(
    ({ workbook }) => key === workbook || tabs.some((tab) => key === `${workbook}/${tab}`),
  );
  const place = index.months.indexOf(month);
  if (report === undefined || report.sources.totals?.[place] === 'reported') return null;
  const tab = tabs.find(
    (one) =>
      report.sources[one]?.[place] === 'reported' && (key === report.workbook || key === `${report.workbook}/${one}`),
  );
  if (tab === undefined) return null;
  return {
    ...{ series: measures[tab], area: index.municipality.code, pathway: 'all', target: 'all', period: month },
    also: [{ by: 'office', codes: [report.office] }],
  };
}
