/** A tile of 概況: name, value, year before, difference in ink (no judging colour), spark, goal bar. */
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { formatFigure } from '../../shape/figures/format.ts';
import { shapeGoalBar } from '../../shape/goals/goal-bar.ts';
import { describeAim } from '../../shape/goals/goal-rows.ts';
import { formatGoalNumber } from '../../shape/goals/goal-sentence.ts';
import type { KeyFigure } from '../../shape/overview/key-figures.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import '../../styles/goals.css';
import { FigureText } from '../figure/figure-text.tsx';
import { GoalBarDrawing } from '../goals/goal-bar.tsx';
import { Spark } from '../marks/spark.tsx';

/** Where the goals could not be loaded, the tile says nothing of them. */
export function KeyFigureTile({ tile, isGoalKnown }: { tile: KeyFigure; isGoalKnown: boolean }) {
  const lang = language.value;
  const bar = tile.goal === null ? null : shapeGoalBar(tile.goal);
  return (
    <li class="tile" data-indicator={tile.code}>
      <h3>
        {tile.name}
        {tile.moment !== '' && <span class="moment">{tile.moment}</span>}
      </h3>
      <p class="tile-value">
        <strong>
          <FigureText figure={tile.figure} decimals={tile.decimals} />
        </strong>
        {'value' in tile.figure ? (
          <span class="unit">{tile.unit}</span>
        ) : (
          <span class="unit" aria-hidden="true">
            {formatFigure(tile.figure, 0, lang)}
          </span>
        )}
        {tile.isPartial && <sup class="partial">＊</sup>}
      </p>
      <p class="tile-before">
        {tile.basis !== '' && <span>{tile.basis}</span>}
        <span>{tile.before}</span>
      </p>
      <p class="tile-change">{tile.change === '' ? ' ' : tile.change}</p>
      <div class="tile-spark">
        {tile.spark.length > 1 && <Spark points={tile.spark} width={136} height={34} sentence={tile.sparkSentence} />}
      </div>
      <div class={`tile-goal${tile.goal === null ? '' : ' tile-with-goal'}`}>
        {tile.goal === null ? (
          isGoalKnown && <p>{say(overviewWords.noGoal, lang)}</p>
        ) : (
          <>
            {/* So small, ○ with its range would stand over the tick of the goal; 成果目標 has room for it. */}
            {bar !== null && <GoalBarDrawing bar={{ ...bar, projection: null }} />}
            <p>{describeAim(tile.goal, lang)}</p>
            {bar !== null && bar.pace !== null && tile.goal.pace !== null && (
              <p>{say(overviewWords.pace, lang, { value: formatGoalNumber(tile.goal, tile.goal.pace, lang) })}</p>
            )}
          </>
        )}
      </div>
    </li>
  );
}
