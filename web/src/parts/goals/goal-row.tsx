/** One goal of the page 成果目標: state, measure, result, bar, and the sentence with the reason. */
import type { GoalRow } from '../../shape/goals/goal-rows.ts';
import { OpenRows } from '../rows/open-rows.tsx';
import { GoalBarDrawing } from './goal-bar.tsx';

/** Mark and word of a state, always together. */
export function GoalStateText({ state, mark, word }: { state: string; mark: string; word: string }) {
  return (
    <span class={`goal-state goal-${state}`}>
      <span class="goal-mark" aria-hidden="true">
        {mark}
      </span>
      {word}
    </span>
  );
}

/** Up to this many characters the goal's label stands under its tick; longer ones end at the right edge. */
const shortLabel = 10;

export function GoalLine({ row }: { row: GoalRow }) {
  const isStated = row.result === row.resultWord || row.resultUnit !== '';
  return (
    <li class="goal-row" data-goal={row.id} data-state={row.state}>
      <GoalStateText state={row.state} mark={row.mark} word={row.word} />
      <div class="goal-measure">
        <h4>{row.measure}</h4>
        {row.detail !== '' && <p>{row.detail}</p>}
      </div>
      <p class="goal-result">
        {isStated ? (
          <>
            <strong>{row.rows === null ? row.result : <OpenRows query={row.rows}>{row.result}</OpenRows>}</strong>
            {row.resultUnit !== '' && <span class="unit">{row.resultUnit}</span>}
          </>
        ) : (
          <span class="no-number">{row.resultWord}</span>
        )}
      </p>
      <div class="goal-drawing">
        <GoalBarDrawing bar={row.bar} rows={row.rows} />
        {row.goal !== '' && (
          <p class={row.bar !== null && row.goal.length <= shortLabel ? 'goal-aim under-tick' : 'goal-aim'}>
            <span>{row.goal}</span>
          </p>
        )}
      </div>
      <div class="goal-sentence">
        {row.sentence !== '' && <p>{row.sentence}</p>}
        {row.sameAs !== null && <p class="same-as">{row.sameAs}</p>}
      </div>
    </li>
  );
}
