/** The funnel as a table: expected and real counts, values, classes, and who is drawn. */
import type { TownResult } from '#functions/publish/comparison.ts';
import { classWords, comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import { nameTown } from './compared-finding.ts';
import { figureIn, labelCount, noteOf, type ShownComparison } from './interval-table.ts';
import { decimalsOf } from './measure-words.ts';

/** The largest expected count first; whoever is not compared stands below with the reason. */
export function funnelTable(shown: ShownComparison, caption: string): TableModel {
  const { comparison, measure, period, language } = shown;
  const label = (phrase: keyof typeof comparisonWords) => comparisonWords[phrase][language];
  const text = (words: string): TableCell => (words === '' ? { kind: 'blank' } : { kind: 'text', text: words });
  const cellsOf = (town: TownResult): readonly TableCell[] => [
    town.expected === null
      ? { kind: 'blank' }
      : { kind: 'figure', figure: figureIn('value', town.expected), decimals: 1 },
    { kind: 'figure', figure: figureIn(town.state, town.count), decimals: 0 },
    { kind: 'figure', figure: figureIn(town.state, town.value), decimals: decimalsOf(measure.measure) },
    text(town.value === null ? '' : classWords[town.class ?? 'unclassed'][language]),
    text(town.value === null ? noteOf(shown, town) : label(town.isDrawn ? 'drawn' : 'notDrawn')),
  ];
  return {
    caption,
    rowHeader: label('columnTown'),
    columns: [
      { key: 'expected', label: label('columnExpected') },
      { key: 'count', label: labelCount(measure.measure, language) },
      { key: 'value', label: label('columnValue') },
      { key: 'class', label: label('columnClass'), isText: true },
      { key: 'drawn', label: label('columnDrawn'), isText: true },
    ],
    rows: period.towns
      .toSorted((one, other) => (other.expected ?? -1) - (one.expected ?? -1) || (one.code < other.code ? -1 : 1))
      .map((town) => ({ key: town.code, label: nameTown(comparison, town.code), cells: cellsOf(town) })),
  };
}
