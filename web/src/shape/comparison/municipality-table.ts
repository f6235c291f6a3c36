/** 一覧表 of 市町村比較: every indicator that is offered, by municipality, in one fiscal year; sorted with states below values. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import type { Indicator } from '#sheets-schema/vocabulary/indicators.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatPeriod } from '../figures/format.ts';
import { say } from '../say.ts';
import type { TableModel, TableRow } from '../table-model.ts';
import { unusualMonths } from './months-with-data.ts';
import { comparedIndicators, figureOf, sayUsualMonths } from './ranking.ts';

/** How the table is sorted: by an indicator, or `null` for the order of the municipalities' codes. */
export interface TableOrder {
  readonly column: string | null;
  readonly isDescending: boolean;
}

/** The heading of an indicator with its unit: '新規相談件数（件）'. */
export function columnLabel(indicator: Indicator, language: Language): string {
  return language === 'ja' ? `${indicator.ja}（${indicator.unit}）` : `${indicator.en} (${indicator.unitEn})`;
}

/** Municipalities in an order; whatever the direction, states stay below values, and the prefecture is last. */
export function shapeMunicipalityTable(
  index: PrefectureIndex,
  { year, order, language }: { readonly year: string; readonly order: TableOrder; readonly language: Language },
): TableModel {
  const figure = (place: string, code: string) => figureOf(index, { code, place, year });
  const columns = comparedIndicators.filter(
    ({ code }) => index.series[`${code}|${index.prefecture.code}`] !== undefined,
  );
  const places = index.municipalities.toSorted((a, b) => {
    const byCode = a.code.localeCompare(b.code);
    if (order.column === null) return byCode;
    const left = figure(a.code, order.column);
    const right = figure(b.code, order.column);
    if ('value' in left && 'value' in right) {
      return (order.isDescending ? right.value - left.value : left.value - right.value) || byCode;
    }
    return Number('value' in right) - Number('value' in left) || byCode;
  });
  const rowOf = (code: string, label: string, months: number | null): TableRow => ({
    key: code,
    label,
    cells: columns.map((column) => {
      const shown = figure(code, column.code);
      const isOverMonths = column.source === 'cases' && column.kind !== 'stock';
      const isPartial = months !== null && isOverMonths && 'value' in shown;
      return { kind: 'figure', figure: shown, decimals: column.decimals, isPartial };
    }),
  });
  const rows = places.map((place) => {
    return rowOf(place.code, place.name, unusualMonths(index, place.code, year));
  });
  const label = say(compareWords.prefectureRow, language, { prefecture: index.prefecture.name });
  return {
    caption:
      say(compareWords.tableMeasure, language, {
        prefecture: index.prefecture.name,
        year: formatPeriod(year, language),
      }) + sayUsualMonths(index, year, language),
    rowHeader: compareWords.columnMunicipality[language],
    columns: columns.map((column) => ({ key: column.code, label: columnLabel(column, language) })),
    rows: [...rows, { ...rowOf(index.prefecture.code, label, null), look: 'total' }],
  };
}
