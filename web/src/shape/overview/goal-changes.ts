/** Goals of the year that are at risk, or were missed: one by one where they are few, else counted. */
import type { GoalView } from '#functions/publish/release.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { describeMeasure } from '../goals/goal-rows.ts';
import { formatGoalNumber } from '../goals/goal-sentence.ts';
import { distinctGoals } from '../goals/goal-summary.ts';
import { fiscalYearOf } from '../periods/periods.ts';
import { say } from '../say.ts';
import type { Change, ChangeSources } from './change.ts';

/** So many are said one by one. */
const toldSingly = 2;

/** '新規相談件数は3月末に793件（732〜859件）の見込みで、目標の870件に届かないおそれがあります。' */
function sayAtRisk(goal: GoalView, language: Language): string {
  const { projection, comparable, goalValue, result } = goal;
  const aim = comparable ?? goalValue;
  const facts = {
    measure: describeMeasure(goal, language),
    goal: aim === null ? '' : formatGoalNumber(goal, aim, language),
  };
  if (projection !== null && goal.direction !== 'atMost') {
    return say(overviewWords.goalProjected, language, {
      ...facts,
      value: formatGoalNumber(goal, projection.value, language),
      low: formatNumber(projection.low),
      high: language === 'ja' ? formatGoalNumber(goal, projection.high, language) : formatNumber(projection.high),
    });
  }
  const isPlain = typeof result === 'number' && aim !== null && (goal.direction ?? 'atLeast') === 'atLeast';
  if (!isPlain) return say(overviewWords.goalAtRisk, language, facts);
  return say(overviewWords.goalBehind, language, { ...facts, value: formatGoalNumber(goal, result, language) });
}

export function goalChanges({ index, goals, selection, language }: ChangeSources): readonly Change[] {
  const ofYear = distinctGoals(goals).filter(({ fiscalYear }) => fiscalYear === fiscalYearOf(selection.period));
  // Publish names the goals most at risk first.
  const order = index.signals.flatMap((signal) => (signal.kind === 'goal-at-risk' ? [signal.goal] : []));
  const rank = ({ id }: GoalView) => (order.includes(id) ? order.indexOf(id) : order.length);
  const link = (state: string) => ({
    label: say(overviewWords.goToGoals, language),
    to: { view: 'goals' as const, state },
  });
  const shared = { tag: say(overviewWords.tagGoal, language), tone: 'short' } as const;
  return (['behind', 'missed'] as const).flatMap((state): readonly Change[] => {
    const late = ofYear.filter((goal) => goal.state === state).toSorted((a, b) => rank(a) - rank(b));
    if (late.length === 0) return [];
    if (state === 'behind' && late.length <= toldSingly)
      return late.map((goal) => ({
        ...shared,
        key: `goal ${goal.id}`,
        sentence: sayAtRisk(goal, language),
        link: link(state),
      }));
    const names = late.slice(0, 2).map((goal) => describeMeasure(goal, language));
    const more = late.length > names.length ? [language === 'ja' ? 'ほか' : '…'] : [];
    return [
      {
        ...shared,
        key: state,
        sentence: say(state === 'behind' ? overviewWords.goalsBehind : overviewWords.goalsMissed, language, {
          count: late.length,
          names: [...names, ...more].join(language === 'ja' ? '、' : ', '),
        }),
        link: link(state),
      },
    ];
  });
}
