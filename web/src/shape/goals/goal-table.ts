/** The table of 成果目標: the same rows as the bars, in words. */
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import type { GoalGroup } from './goal-rows.ts';

/** Groups stand as rows of their own where there is more than one programme. */
export function shapeGoalTable(
  groups: readonly GoalGroup[],
  { caption, language }: { readonly caption: string; readonly language: Language },
): TableModel {
  const columns = [
    { key: 'state', label: goalWords.columnState[language], isText: true },
    { key: 'result', label: goalWords.columnResult[language] },
    { key: 'before', label: goalWords.columnBefore[language] },
    { key: 'difference', label: goalWords.columnDifference[language] },
    { key: 'goal', label: goalWords.columnGoal[language], isText: true },
    { key: 'attainment', label: goalWords.columnAttainment[language] },
    { key: 'projection', label: goalWords.columnProjection[language] },
    { key: 'needed', label: goalWords.columnNeeded[language] },
    { key: 'baseline', label: goalWords.columnBaseline[language] },
    { key: 'until', label: goalWords.columnUntil[language], isText: true },
    { key: 'reason', label: goalWords.columnReason[language], isText: true },
    { key: 'place', label: goalWords.columnPlace[language], isText: true },
  ];
  const text = (value: string): TableCell => (value === '' ? { kind: 'blank' } : { kind: 'text', text: value });
  // Where no row has a goal the page says so once.
  const hasGoals = groups.some((group) => group.rows.some(({ state }) => state !== 'noGoal'));
  const rows = groups.flatMap((group): TableRow[] => {
    const own = group.rows.map((row): TableRow => {
      // Of a result without a goal the columns say what its sentence says.
      const sentences = [row.state === 'noGoal' ? '' : row.sentence, row.sameAs ?? ''];
      return {
        key: row.id,
        label: row.measure,
        cells: [
          text(hasGoals ? `${row.mark} ${row.word}` : ''),
          row.rows === null ? text(row.resultWord) : { kind: 'text', text: row.resultWord, rows: row.rows },
          text(row.before?.result ?? ''),
          text(row.before?.difference ?? ''),
          text(row.goal),
          text(row.attainment),
          text(row.projection),
          text(row.needed),
          text(row.baseline),
          text(row.until),
          text(sentences.filter(Boolean).join(' ')),
          text(row.origin),
        ],
      };
    });
    if (groups.length === 1) return own;
    const heading: TableRow = {
      key: `group-${group.programme ?? ''}`,
      label: group.name,
      look: 'group',
      cells: columns.map(() => ({ kind: 'blank' })),
    };
    return [heading, ...own];
  });
  // A column that no goal of the page fills says nothing.
  const used = columns.map((_, place) => rows.some(({ cells }) => cells[place]?.kind === 'text'));
  return {
    caption,
    rowHeader: goalWords.columnMeasure[language],
    columns: columns.filter((_, place) => used[place] === true),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, place) => used[place] === true) })),
  };
}
