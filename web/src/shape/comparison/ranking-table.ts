/** The ranked list of 市町村比較 as a table: what is taken along. Whoever is not ranked has no rank and the reason instead. */
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import { countIndicator, type RankedRow, type Ranking } from './ranking.ts';

const blank: TableCell = { kind: 'blank' };

export function rankingTable(ranking: Ranking, language: Language): TableModel {
  const { indicator, prefecture, prefectureCount } = ranking;
  const count = countIndicator(indicator.code);
  const rows = [...ranking.ranked, ...ranking.unranked];
  const hasMonths = rows.some(({ months }) => months !== null);
  const rowOf = (row: Pick<RankedRow, 'rank' | 'figure' | 'count' | 'months' | 'note'>): readonly TableCell[] => [
    row.rank === null ? blank : { kind: 'figure', figure: { state: 'value', value: row.rank }, decimals: 0 },
    ...(count === null
      ? []
      : [row.count === null ? blank : ({ kind: 'figure', figure: row.count, decimals: 0 } as const)]),
    { kind: 'figure', figure: row.figure, decimals: indicator.decimals },
    ...(hasMonths
      ? [
          row.months === null
            ? blank
            : ({ kind: 'figure', figure: { state: 'value', value: row.months }, decimals: 0 } as const),
        ]
      : []),
    // A state is said by the value itself.
    { kind: 'text', text: 'value' in row.figure ? row.note : '' },
  ];
  const whole: TableRow = {
    key: 'prefecture',
    label: compareWords.prefectureAll[language],
    look: 'total',
    cells: rowOf({
      rank: null,
      figure: prefecture,
      count: count === null ? null : prefectureCount,
      months: null,
      note: '',
    }),
  };
  return {
    caption: ranking.measure,
    rowHeader: compareWords.columnMunicipality[language],
    columns: [
      { key: 'rank', label: compareWords.columnRank[language] },
      ...(count === null ? [] : [{ key: 'count', label: count[language] }]),
      { key: 'value', label: ranking.valueLabel },
      ...(hasMonths ? [{ key: 'months', label: compareWords.columnMonths[language] }] : []),
      { key: 'note', label: compareWords.columnNote[language], isText: true },
    ],
    rows: [...rows.map((row): TableRow => ({ key: row.code, label: row.name, cells: rowOf(row) })), whole],
  };
}
