/** The table of the small drawings: a row a municipality, a column a year, the trend in words, and the prefecture last. */
import type { ComparisonObject, MeasureComparison } from '#functions/publish/comparison.ts';
import { multiplesWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatPeriod } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import { decimalsOf } from './measure-words.ts';
import type { Multiple } from './multiples.ts';
import type { YearValue } from './year-values.ts';

export function multiplesTable(of: {
  readonly multiples: readonly Multiple[];
  readonly measure: MeasureComparison;
  readonly years: ComparisonObject['years'];
  readonly values: ReadonlyMap<string, readonly YearValue[]>;
  readonly references: readonly (number | null)[];
  readonly caption: string;
  readonly language: Language;
}): TableModel {
  const { multiples, measure, years, values, references, caption, language } = of;
  const decimals = decimalsOf(measure.measure);
  const cells = (code: string): readonly TableCell[] =>
    (values.get(code) ?? []).map(({ stored, isPartial }) => ({
      kind: 'figure',
      figure: expandFigure(stored),
      decimals,
      isPartial,
    }));
  return {
    caption,
    rowHeader: sharedWords.municipality[language],
    columns: [
      ...years.map((year) => ({ key: year, label: formatPeriod(year, language) })),
      { key: 'trend', label: multiplesWords.columnTrend[language], isText: true },
    ],
    rows: [
      ...multiples.map(({ code, name, isOwn, trendSentence }) => ({
        key: code,
        label: name,
        look: isOwn ? ('emphasised' as const) : ('plain' as const),
        cells: [...cells(code), { kind: 'text' as const, text: trendSentence }],
      })),
      {
        key: 'prefecture',
        label: multiplesWords.prefectureRow[language],
        look: 'total',
        cells: references.map((value) => ({ kind: 'figure', figure: expandFigure(value ?? 'n'), decimals })),
      },
    ],
  };
}
