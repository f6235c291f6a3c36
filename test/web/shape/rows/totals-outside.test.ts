/** What an office gave for 圏域 不明 lies in none of its areas: the figures of the municipality lead back to it all the same. */
import { expect, test } from 'vitest';
import { pathwayNumber, sliceNumber } from '#functions/domain/counting/slices.ts';
import type { RowsQuery } from '../../../../web/src/shape/rows/rows-query.ts';
import { selectRows } from '../../../../web/src/shape/rows/select-rows.ts';
import { keepTogether } from '../../../builders/kept-municipality.ts';
import { aCase, aTotal, aWorkbook, someAreas, type TypedRow } from '../../../builders/workbook.ts';

/** The figure as it is published, and what its lists come to. */
function led(
  typed: { readonly cases?: readonly TypedRow[]; readonly totals: readonly TypedRow[] },
  series: string,
  period: string,
) {
  const kept = keepTogether({ 'a.xlsx': aWorkbook({ areas: someAreas, cases: [], ...typed }) });
  const { figures } = kept.municipality;
  const slot = figures.slots.cases.findIndex(({ name }) => name === period);
  const figure = figures.seriesOf(sliceNumber(0, pathwayNumber('all'), 0)).get(series)?.[slot];
  const query: RowsQuery = { series, area: '162051', pathway: 'all', target: 'all', period };
  const sides = selectRows(query, { index: kept.index, objects: kept.rows });
  return { figure, amounts: sides.map(({ amount }) => amount), cells: sides.map(({ totals }) => totals.length) };
}

const given = (changes: TypedRow) => aTotal({ fiscalYear: '令和6年度', area: '不明', ...changes });

test('no action of a whole year outside of the areas leaves none for its months, so that the ratio is 0 of that many', () => {
  const typed = {
    cases: [aCase({ receivedOn: '2024/4/1' })],
    totals: [given({ month: null, indicator: '延支援回数', value: 0 })],
  };
  expect(led(typed, 'R08', '2024-04')).toEqual({ figure: 0, amounts: [0, 1], cells: [1, 0] });
});

test('to a number from outside of the areas those of the areas are added, neither pathways nor months', () => {
  const typed = {
    totals: [
      given({ month: '4', indicator: '新規相談件数', value: 3 }),
      given({ month: '4', indicator: '新規相談件数', area: '東山地区', value: 2 }),
      given({ month: '4', indicator: '新規相談件数', area: '西川地区', pathway: '本人', value: 9 }),
      given({ month: '5', indicator: '新規相談件数', area: '東山地区', pathway: '本人', value: 4 }),
      given({ month: '5', indicator: '新規相談件数', value: 1 }),
    ],
  };
  expect(led(typed, 'N01', '2024-04')).toEqual({ figure: 5, amounts: [5], cells: [2] });
  expect(led(typed, 'N01', '2024-05')).toEqual({ figure: 1, amounts: [1], cells: [1] });
});
