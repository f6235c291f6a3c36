/** The scatter as a table: both values with their classes, and the inhabitants that size the circles. */
import type { TownResult } from '#functions/publish/comparison.ts';
import { scatterWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { expandFigure } from '../figures/read-figure.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import { isState, wordOf } from './class-cells.ts';
import { figureIn } from './interval-table.ts';
import { decimalsOf, nameMeasure } from './measure-words.ts';
import { classOf, type Pair } from './scatter.ts';

export function scatterTable(of: {
  readonly pairs: readonly Pair[];
  readonly across: string;
  readonly upright: string;
  readonly own: string | null;
  readonly caption: string;
  readonly language: Language;
}): TableModel {
  const { pairs, across, upright, own, caption, language } = of;
  const cells = (measure: string, result: TownResult | null): readonly TableCell[] => {
    const cell = classOf(result);
    return [
      {
        kind: 'figure',
        figure: figureIn(result?.state ?? 'n/a', result?.value ?? null),
        decimals: decimalsOf(measure),
      },
      isState(cell) ? { kind: 'blank' } : { kind: 'text', text: wordOf(cell, language) },
    ];
  };
  return {
    caption,
    rowHeader: sharedWords.municipality[language],
    columns: [
      { key: 'inhabitants', label: sharedWords.inhabitants[language] },
      { key: 'across', label: nameMeasure(across, language) },
      { key: 'acrossClass', label: scatterWords.columnClass[language], isText: true },
      { key: 'upright', label: nameMeasure(upright, language) },
      { key: 'uprightClass', label: scatterWords.columnClass[language], isText: true },
    ],
    rows: pairs.map(({ town, x, y }) => ({
      key: town.code,
      label: town.name,
      look: town.code === own ? 'emphasised' : 'plain',
      cells: [
        town.inhabitants === null
          ? { kind: 'text', text: sharedWords.inhabitantsUnknown[language] }
          : { kind: 'figure', figure: expandFigure(town.inhabitants), decimals: 0 },
        ...cells(across, x),
        ...cells(upright, y),
      ],
    })),
  };
}
