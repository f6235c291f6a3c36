/** The filters of 成果目標: what can be chosen, and which goals pass. What the year's goals do not have is not held against them. */
import type { GoalView, OfficeIndex } from '#functions/publish/release.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { ViewState } from '../../view-state.ts';
import { beginTitle } from '../title.ts';
import { nameProgramme } from './goal-names.ts';

/** A goal's 事業, 圏域, 経路 and 報告機関; `null` is all of them. */
export interface GoalFilter {
  readonly programme: string | null;
  readonly area: string | null;
  readonly pathway: string | null;
  readonly office: string | null;
}

type FilterName = keyof GoalFilter;

/** The word of a goal without 事業 in the address. */
export const noProgramme = 'none';

const filterNames: readonly FilterName[] = ['programme', 'area', 'pathway', 'office'];

function traitOf(goal: GoalView, name: FilterName): string | null {
  return name === 'programme' ? (goal.programme ?? noProgramme) : goal[name];
}

/** The filters of the address that the goals of the year know; an area of another page that no goal has is not one. */
export function readGoalFilter(goals: readonly GoalView[], state: ViewState, year: number): GoalFilter {
  const ofYear = goals.filter(({ fiscalYear }) => fiscalYear === year);
  const known = (name: FilterName) => (ofYear.some((goal) => traitOf(goal, name) === state[name]) ? state[name] : null);
  return {
    programme: known('programme'),
    area: known('area'),
    pathway: known('pathway'),
    office: known('office'),
  };
}

/** The goals that pass. */
export function filterGoals(goals: readonly GoalView[], filter: GoalFilter): readonly GoalView[] {
  return goals.filter((goal) =>
    filterNames.every((name) => filter[name] === null || traitOf(goal, name) === filter[name]),
  );
}

/** What can be chosen in a year: only where its goals differ. */
export function goalChoices(
  goals: readonly GoalView[],
  { year, index, language }: { readonly year: number; readonly index: OfficeIndex; readonly language: Language },
): readonly {
  readonly name: FilterName;
  readonly options: readonly { readonly key: string; readonly label: string }[];
}[] {
  const ofYear = goals.filter(({ fiscalYear }) => fiscalYear === year);
  const labelOf: Readonly<Record<FilterName, (key: string) => string>> = {
    programme: (key) => beginTitle(nameProgramme(key === noProgramme ? null : key, language), language),
    area: (key) => index.areas.find(({ code }) => code === key)?.name ?? key,
    pathway: (key) => beginTitle(pathways.codes.find(({ code }) => code === key)?.[language] ?? key, language),
    office: (key) => key,
  };
  return filterNames.flatMap((name) => {
    const values = new Set(ofYear.map((goal) => traitOf(goal, name)));
    const keys = [...values].filter((key) => key !== null);
    return values.size < 2 ? [] : [{ name, options: keys.map((key) => ({ key, label: labelOf[name](key) })) }];
  });
}
