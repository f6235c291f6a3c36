/** 成果目標 on 市町村比較: how many goals of each municipality stand in which state. Counts as published, never added here. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatPeriod, stateMarks } from '../figures/format.ts';
import { goalStates } from '../goals/goal-rows.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import type { TableOrder } from './municipality-table.ts';

/** Whether any municipality has goals in a fiscal year. */
export function hasGoals(index: PrefectureIndex, year: string): boolean {
  return index.municipalities.some(({ goals }) => Object.values(goals[year] ?? {}).some((count) => count > 0));
}

/** Municipalities by states; those without goals in the year stand below with n/a. */
export function shapeGoalStateTable(
  index: PrefectureIndex,
  { year, order, language }: { readonly year: string; readonly order: TableOrder; readonly language: Language },
): TableModel {
  const states = goalStates.filter(({ state }) =>
    index.municipalities.some(({ goals }) => (goals[year]?.[state] ?? 0) > 0),
  );
  // Goals whose result is hidden (秘匿): how they stand would tell it.
  const hasHidden = index.municipalities.some(({ goals }) => (goals[year]?.hidden ?? 0) > 0);
  const column = states.find(({ state }) => state === order.column)?.state;
  const places = index.municipalities.toSorted((a, b) => {
    const [left, right] = [a.goals[year], b.goals[year]];
    const missing = Number(left === undefined) - Number(right === undefined);
    const byCount = column === undefined ? 0 : (right?.[column] ?? 0) - (left?.[column] ?? 0);
    return missing || (order.isDescending ? byCount : -byCount) || a.code.localeCompare(b.code);
  });
  return {
    caption: say(compareWords.goalsMeasure, language, {
      prefecture: index.prefecture.name,
      year: formatPeriod(year, language),
    }),
    rowHeader: compareWords.columnMunicipality[language],
    columns: [
      ...states.map(({ state, mark, word }) => ({ key: state as string, label: `${mark} ${word[language]}` })),
      ...(hasHidden ? [{ key: 'hidden', label: `${stateMarks.suppressed} ${goalWords.hiddenResult[language]}` }] : []),
    ],
    rows: places.map((place) => ({
      key: place.code,
      label: place.name,
      cells: [...states.map(({ state }) => state), ...(hasHidden ? (['hidden'] as const) : [])].map(
        (state): TableCell => {
          const goals = place.goals[year];
          const count = state === 'hidden' && goals !== undefined ? (goals.hidden ?? 0) : goals?.[state];
          if (count === undefined) return { kind: 'figure', figure: { state: 'n/a' }, decimals: 0 };
          const figure =
            count === 0 ? ({ state: 'zero', value: 0 } as const) : ({ state: 'value', value: count } as const);
          return { kind: 'figure', figure, decimals: 0 };
        },
      ),
    })),
  };
}
