/** The filters of 成果目標 in the address. */
import { expect, test } from 'vitest';
import { filterGoals, goalChoices, readGoalFilter } from '../../../../web/src/shape/goals/goal-filter.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { aGoal, officeIndex as index } from '../../fixtures/invented-city.ts';

const goals = [
  aGoal({ id: 'a', measure: 'A', state: 'met', pathway: 'P04' }),
  aGoal({ id: 'b', measure: 'B', state: 'met', programme: null, office: '社協' }),
  aGoal({ id: 'c', measure: 'C', state: 'met', fiscalYear: 2023, pathway: 'P01' }),
];
const year = 2024;

test('only what the goals of the year differ in can be chosen', () => {
  expect(goalChoices(goals, { year, index, language: 'ja' })).toEqual([
    {
      name: 'programme',
      options: [
        { key: 'J01', label: '包括的相談支援' },
        { key: 'none', label: '事業の記入なし' },
      ],
    },
    { name: 'pathway', options: [{ key: 'P04', label: '地域' }] },
    {
      name: 'office',
      options: [
        { key: '福祉総合相談課', label: '福祉総合相談課' },
        { key: '社協', label: '社協' },
      ],
    },
  ]);
});

test('a choice of the address lists its goals; one that no goal of the year knows is left aside', () => {
  const listed = (change: object) =>
    filterGoals(
      goals.filter(({ fiscalYear }) => fiscalYear === year),
      readGoalFilter(goals, { ...plainView, ...change }, year),
    ).map(({ id }) => id);
  expect(listed({ programme: 'none' })).toEqual(['b']);
  expect(listed({ pathway: 'P04', office: '福祉総合相談課' })).toEqual(['a']);
  expect(listed({ pathway: 'P01', area: 'X9' })).toEqual(['a', 'b']);
  expect(listed({ office: '社協', pathway: 'P04' })).toEqual([]);
});
