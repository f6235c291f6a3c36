/** 圏域別 as a plain table: what is taken along, and what 「表で見る」 shows. */
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatMonthAlone } from '../figures/format.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import type { AreaRow, AreaShape } from './area-rows.ts';

export function areaTableModel(shape: AreaShape, caption: string, language: Language): TableModel {
  const label = (key: keyof typeof areaWords) => say(areaWords[key], language);
  const cellsOf = (row: AreaRow): readonly TableCell[] => [
    { kind: 'figure', figure: row.count, decimals: 0, isPartial: row.isPartial },
    { kind: 'figure', figure: row.share, decimals: 1 },
    ...(shape.hasRates ? [{ kind: 'figure', figure: row.rate, decimals: 1 } as const] : []),
    ...(shape.hasDifferences
      ? [{ kind: 'difference', difference: row.difference, decimals: shape.decimals } as const]
      : []),
    ...row.months.map(
      ({ figure, isPartial }): TableCell => ({
        kind: 'figure',
        figure,
        decimals: shape.decimals,
        isPartial: isPartial && row.look === 'total',
      }),
    ),
  ];
  return {
    caption,
    rowHeader: label('area'),
    columns: [
      { key: 'count', label: label('count') },
      { key: 'share', label: label('share'), isQuiet: true },
      ...(shape.hasRates ? [{ key: 'rate', label: label('rate') }] : []),
      ...(shape.hasDifferences ? [{ key: 'difference', label: label('difference') }] : []),
      ...shape.months.map((month) => ({ key: month, label: formatMonthAlone(month, language) })),
    ],
    rows: shape.rows.map(
      (row, position): TableRow => ({
        key: `${position} ${row.code}`,
        label: row.name,
        depth: row.depth,
        look: row.look,
        cells: cellsOf(row),
      }),
    ),
  };
}
