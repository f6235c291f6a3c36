/** The tiles of 概況 together, with 「持ち出す」 for all of them. */
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { rowsWords } from '#sheets-schema/vocabulary/words/rows.ts';
import { keyFigureTable } from '../../shape/overview/key-figure-table.ts';
import type { KeyFigure } from '../../shape/overview/key-figures.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { TakeAlong } from '../figure/take-along.tsx';
import { canOpenRows } from '../rows/open-rows.tsx';
import { KeyFigureTile } from './key-figure-tile.tsx';

export function KeyFigures(props: {
  readonly tiles: readonly KeyFigure[];
  readonly shown: string;
  readonly isGoalKnown: boolean;
}) {
  const { tiles, shown, isGoalKnown } = props;
  const lang = language.value;
  const table = keyFigureTable(tiles, shown, lang);
  const title = say(overviewWords.keyFigures, lang);
  return (
    <section class="key-figures" aria-labelledby="key-figures-title" data-figure="key-figures">
      <h2 id="key-figures-title" class="visually-hidden">
        {title}
      </h2>
      <ul class="tiles">
        {tiles.map((tile) => (
          <KeyFigureTile key={tile.code} tile={tile} isGoalKnown={isGoalKnown} />
        ))}
      </ul>
      <div class="figure-controls figure-controls-alone">
        {canOpenRows.value && <p class="rows-hint">{say(rowsWords.hint, lang)}</p>}
        <TakeAlong figure={{ id: 'key-figures', title, measure: table.caption, table }} />
      </div>
    </section>
  );
}
