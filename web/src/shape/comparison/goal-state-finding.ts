/** What the states of 成果目標 of a prefecture say first: who has most goals at risk or not met, else most that are met. */
import type { GoalState, PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber, formatPeriod } from '../figures/format.ts';
import { goalStates } from '../goals/goal-rows.ts';
import { say } from '../say.ts';
import { listSome } from './town-lists.ts';

/** In the order of what needs a decision. */
const told: readonly GoalState[] = ['behind', 'missed', 'met'];

type Place = Pick<PrefectureIndex['municipalities'][number], 'name' | 'goals'>;

/** Where states are hidden (秘匿) nobody can be said to have most; then, and without any of these states, only the subject is said. */
export function sayGoalStates(
  { municipalities }: { readonly municipalities: readonly Place[] },
  { year, language }: { readonly year: string; readonly language: Language },
): string {
  const facts = { year: formatPeriod(year, language) };
  const isHidden = municipalities.some(({ goals }) => (goals[year]?.hidden ?? 0) > 0);
  const countOf = (place: Place, state: GoalState) => place.goals[year]?.[state] ?? 0;
  const state = isHidden ? undefined : told.find((one) => municipalities.some((place) => countOf(place, one) > 0));
  const word = goalStates.find((one) => one.state === state)?.word[language];
  if (state === undefined || word === undefined) return say(compareWords.goalsFinding, language, facts);
  const most = Math.max(...municipalities.map((place) => countOf(place, state)));
  const names = municipalities.filter((place) => countOf(place, state) === most).map(({ name }) => name);
  return say(names.length > 1 ? compareWords.goalsMostEach : compareWords.goalsMost, language, {
    ...facts,
    state: word,
    names: listSome(names, language),
    count: formatNumber(most),
  });
}
