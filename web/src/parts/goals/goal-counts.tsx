/** How many goals of a fiscal year stand in which state, with the way to all of them. */
import type { GoalView } from '#functions/publish/release.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { summariseGoals } from '../../shape/goals/goal-summary.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { ViewLink } from '../frame/view-link.tsx';

export function GoalCounts(props: { readonly goals: readonly GoalView[]; readonly year: number }) {
  const { year } = props;
  const lang = language.value;
  const goals = props.goals.filter(({ fiscalYear }) => fiscalYear === year);
  const summary = summariseGoals(goals, lang);
  return (
    <section class="section" aria-labelledby="goals-title">
      <div class="section-head">
        <h2 id="goals-title">{say(overviewWords.goalsTitle, lang)}</h2>
        <ViewLink to={{ view: 'goals' }}>{say(overviewWords.allGoals, lang)}</ViewLink>
      </div>
      {goals.length === 0 ? (
        <p class="measure">{say(overviewWords.noGoals, lang, { year: formatPeriod(`FY${year}`, lang) })}</p>
      ) : (
        <ul class="goal-counts">
          {summary.counts.map(({ state, mark, word, count }) => (
            <li key={state}>
              <span class={`goal-word goal-${state}`}>
                <span aria-hidden="true">{mark}</span> {word}
              </span>
              <strong>{count}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
