/** All municipalities of a prefecture together, by fiscal year: what its start page says first. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { prefectureWords } from '#sheets-schema/vocabulary/words/prefecture.ts';
import { formatNumber, formatPeriod } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';

const columns = [
  { code: 'N01', decimals: 0 },
  { code: 'R06', decimals: 1 },
  { code: 'Q01', decimals: 1 },
] as const;

export interface PrefectureTotals {
  readonly title: string;
  readonly measureLine: string;
  readonly table: TableModel;
}

/** The newest year first; `null` where there is no year. */
export function shapeTotals(of: PrefectureIndex, language: Language): PrefectureTotals | null {
  const { code, name } = of.prefecture;
  const years = of.years.map((year, position) => ({ year, position })).toReversed();
  if (years.length === 0) return null;
  const figure = (indicator: string, position: number) =>
    expandFigure(of.series[`${indicator}|${code}`]?.[position] ?? 'n');
  const said = years.flatMap(({ year, position }) => {
    const total = figure('N01', position);
    return total.state === 'value' ? [{ year, count: total.value }] : [];
  })[0];
  const measureLine = say(prefectureWords.totalsMeasure, language, { prefecture: name });
  return {
    title:
      said === undefined
        ? say(prefectureWords.totalsTitleNone, language, { prefecture: name })
        : say(prefectureWords.totalsTitle, language, {
            prefecture: name,
            year: formatPeriod(said.year, language),
            count: formatNumber(said.count),
          }),
    measureLine,
    table: {
      caption: measureLine,
      rowHeader: prefectureWords.columnYear[language],
      columns: columns.map((column) => {
        const indicator = indicators.find((each) => each.code === column.code);
        return { key: column.code, label: indicator?.[language] ?? column.code };
      }),
      rows: years.map(({ year, position }) => ({
        key: year,
        label: formatPeriod(year, language),
        cells: columns.map((column) => ({
          kind: 'figure' as const,
          figure: figure(column.code, position),
          decimals: column.decimals,
        })),
      })),
    },
  };
}
