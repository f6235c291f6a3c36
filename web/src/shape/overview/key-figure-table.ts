/** The tiles of 概況 as a table: what is taken along. Where the value itself is not what is compared, both stand in it. */
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { differenceOf } from '../figures/difference.ts';
import { formatMonthAlone } from '../figures/format.ts';
import { describeAim } from '../goals/goal-rows.ts';
import { nameMonths } from '../periods/month-names.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import type { KeyFigure } from './key-figures.ts';

const blank: TableCell = { kind: 'blank' };

/** '4〜10月', for a stock '10月末'; blank where the whole period is compared. */
function comparedMonths({ comparison, moment }: KeyFigure, language: Language): TableCell {
  const months = comparison?.months ?? [];
  const last = months.at(-1);
  if (last === undefined) return blank;
  const month = formatMonthAlone(last, language);
  return {
    kind: 'text',
    text: moment === '' ? nameMonths(months, language) : say(overviewWords.monthEnd, language, { month }),
  };
}

function rowOf(tile: KeyFigure, language: Language): TableRow {
  const { comparison, decimals, isPartial } = tile;
  const compared: readonly TableCell[] =
    comparison === null
      ? [blank, blank, blank, blank]
      : [
          comparedMonths(tile, language),
          { kind: 'figure', figure: comparison.after, decimals },
          { kind: 'figure', figure: comparison.before, decimals },
          { kind: 'difference', difference: differenceOf(comparison.before, comparison.after, decimals), decimals },
        ];
  return {
    key: tile.code,
    label: [tile.name, tile.moment].filter(Boolean).join(language === 'ja' ? '　' : ', '),
    cells: [
      { kind: 'figure', figure: tile.figure, decimals, isPartial },
      { kind: 'text', text: tile.unit },
      ...compared,
      tile.goal === null ? blank : { kind: 'text', text: describeAim(tile.goal, language) },
    ],
  };
}

/** @param shown whose figures they are and of which period: '氷見市 平成29年度' */
export function keyFigureTable(tiles: readonly KeyFigure[], shown: string, language: Language): TableModel {
  return {
    caption: say(overviewWords.keyMeasure, language, { shown }),
    rowHeader: overviewWords.columnFigure[language],
    columns: [
      { key: 'value', label: overviewWords.columnValue[language] },
      { key: 'unit', label: overviewWords.columnUnit[language], isText: true },
      { key: 'months', label: overviewWords.columnMonths[language], isText: true },
      { key: 'after', label: overviewWords.columnAfter[language] },
      { key: 'before', label: overviewWords.columnBefore[language] },
      { key: 'difference', label: overviewWords.columnDifference[language] },
      { key: 'goal', label: overviewWords.columnGoal[language], isText: true },
    ],
    rows: tiles.map((tile) => rowOf(tile, language)),
  };
}
