/** 集計報告 of an office that keeps no single cases: a yearly table first, then months, with zeros said and one sum that does not fit. */
import { fiscalYearOf, partsOf } from '../day.ts';
import { createRandom } from '../random.ts';
import type { SampleCell, SampleTab } from '../workbook.ts';
import { monthsUntil, type OfficeOfMunicipality } from './case.ts';

const pathways = [
  ['本人', 4],
  ['家族', 5],
  ['民生委員', 3],
  ['病院', 1],
  ['役場', 2],
] as const;

export function totalsTab(of: OfficeOfMunicipality, options: { asOf: number; seed: number }): SampleTab {
  const random = createRandom(`${options.seed}/${of.municipality.digits}/totals`);
  const rows: SampleCell[][] = [];
  const add = (year: SampleCell, month: SampleCell, indicator: string, pathway: string | null, value: SampleCell) =>
    rows.push([year, month, indicator, null, pathway, null, value, null]);
  const breakdown = (mean: number) =>
    pathways.map(([name, weight]) => [name, random.poisson((mean * weight) / 15)] as const);

  const yearly = breakdown(38);
  add('令和6年度', null, '新規相談件数', null, `${yearly.reduce((sum, [, value]) => sum + value, 0)}件`);
  for (const [name, value] of yearly) add('令和6年度', null, '新規相談件数', name, value);
  add('令和6年度', null, '延支援回数', null, '約１２０');
  add('令和6年度', null, '会議開催回数', null, 6);

  // The month of the run is not over: an office that reports totals has not sent it yet.
  const months = monthsUntil(options.asOf)
    .filter(({ from }) => fiscalYearOf(from) >= 2025)
    .slice(0, -1);
  for (const [index, { from }] of months.entries()) {
    const { month } = partsOf(from);
    const year = `R${fiscalYearOf(from) - 2018}`;
    const parts = breakdown(3.4);
    const sum = parts.reduce((total, [, value]) => total + value, 0);
    // In one month the printed total is one more than its parts.
    add(year, `${month}月`, '新規相談件数', null, index === 5 ? sum + 1 : sum);
    for (const [name, value] of parts) add(year, `${month}月`, '新規相談件数', name, value);
    add(year, month, '延支援回数', null, sum * 3 + random.whole(0, 4));
    add(year, month, '会議開催回数', null, month % 2 === 0 ? 1 : 0);
    if (index !== 2) add(year, month, '地域活動参加者数', null, random.whole(14, 40));
    else add(year, month, '地域活動参加者数', null, '未集計');
  }
  return { name: '集計報告', rows: [['年度', '月', '指標', '圏域', '経路', '対象', '値', '備考'], ...rows] };
}
