/** Counts by state; each is a switch that shows only its goals, and part of the address. */
import type { GoalState } from '#functions/publish/release.ts';
import type { GoalSummary } from '../../shape/goals/goal-summary.ts';
import { navigate } from '../../signals.ts';
import { GoalStateText } from './goal-row.tsx';

export function GoalSwitches(props: { readonly summary: GoalSummary; readonly chosen: GoalState | null }) {
  return (
    <div class="goal-summary">
      <ul>
        {props.summary.counts.map(({ state, mark, word, count }) => (
          <li key={state}>
            <button
              type="button"
              class="as-text"
              aria-pressed={props.chosen === state}
              disabled={count === 0}
              onClick={() => navigate({ state: props.chosen === state ? null : state })}
            >
              <GoalStateText state={state} mark={mark} word={word} />
              <strong>{count}</strong>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
