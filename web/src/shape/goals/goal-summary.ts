/** How many goals (成果目標) stand in which state, and the sentence over the page. A goal under several programmes counts once. */
import type { GoalState, GoalView } from '#functions/publish/release.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import { goalStates } from './goal-rows.ts';

export interface GoalSummary {
  readonly counts: readonly {
    readonly state: GoalState;
    readonly mark: string;
    readonly word: string;
    readonly count: number;
  }[];
  readonly sentence: string;
  /** How many rows are left out because the same goal stands under another programme. */
  readonly repeated: number;
}

/** The goals counted once each: of those that name each other as the same, the first. */
export function distinctGoals(goals: readonly GoalView[]): readonly GoalView[] {
  const seen = new Set<string>();
  return goals.filter((goal) => {
    if (goal.sameAs.some((id) => seen.has(id))) return false;
    seen.add(goal.id);
    return true;
  });
}

/** '5項目' or '5'. */
function items(count: number, language: Language): string {
  return language === 'ja' ? `${formatNumber(count)}項目` : formatNumber(count);
}

/** Counts by state and a sentence that says them. States without a goal are left out, except 達成 and 判断できない. */
export function summariseGoals(goals: readonly GoalView[], language: Language): GoalSummary {
  const once = distinctGoals(goals);
  const countOf = (wanted: GoalState) => once.filter(({ state }) => state === wanted).length;
  const counts = goalStates
    .map(({ state, mark, word }) => ({ state, mark, word: word[language], count: countOf(state) }))
    .filter(({ state, count }) => count > 0 || state === 'met' || state === 'cannotJudge');
  return { counts, sentence: sentenceOf(once.length, countOf, language), repeated: goals.length - once.length };
}

function sentenceOf(all: number, countOf: (state: GoalState) => number, language: Language): string {
  const withGoal = all - countOf('noGoal');
  if (withGoal === 0) return say(goalWords.summaryOnlyResults, language, { count: items(countOf('noGoal'), language) });
  const met = countOf('met');
  const isOpen = countOf('onPace') + countOf('behind') > 0;
  const none = isOpen ? goalWords.summaryNoneMet : goalWords.summaryNoneMetEnded;
  const first = say(met > 0 ? goalWords.summaryOfGoals : none, language, {
    goals: formatNumber(withGoal),
    met: formatNumber(met),
  });
  const rest: readonly (readonly [GoalState, Phrase])[] = [
    ['onPace', goalWords.summaryOnPace],
    ['behind', goalWords.summaryBehind],
    ['missed', goalWords.summaryMissed],
    ['cannotJudge', goalWords.summaryCannotJudge],
    ['noResult', goalWords.summaryNoResult],
  ];
  const said = rest
    .filter(([state]) => countOf(state) > 0)
    .map(([state, phrase]) => say(phrase, language, { count: items(countOf(state), language) }));
  if (said.length === 0) return first;
  return language === 'ja' ? `${first}${said.join('、')}です。` : `${first} ${said.join(', ')}.`;
}
