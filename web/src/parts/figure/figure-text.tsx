/** A figure in running text or in a cell: the number, or the mark of its state with its word for screen readers. */
import type { Figure, FigureState } from '#functions/domain/figure.ts';
import { figureStateWords } from '#sheets-schema/vocabulary/words/states.ts';
import type { Difference } from '../../shape/figures/difference.ts';
import { formatDifference, formatNumber, stateMarks } from '../../shape/figures/format.ts';
import { originOf } from '../../shape/figures/origin.ts';
import { language } from '../../signals.ts';
import { OpenRows } from '../rows/open-rows.tsx';

/** The mark of a state: 「…」 on hatch, 「x」 on grey, 「・」. */
export function StateMark({ state }: { state: Exclude<FigureState, 'value' | 'zero'> }) {
  const word = figureStateWords[state][language.value];
  return (
    <span class={`mark mark-${state === 'n/a' ? 'none' : state}`} title={word}>
      <span aria-hidden="true">{stateMarks[state]}</span>
      <span class="visually-hidden">{word}</span>
    </span>
  );
}

/** '1,234', '21.2', or a mark; a number that rows tell leads to them. */
export function FigureText({ figure, decimals }: { figure: Figure; decimals: number }) {
  if (figure.state !== 'value' && figure.state !== 'zero') return <StateMark state={figure.state} />;
  const text = formatNumber(figure.value, decimals);
  const origin = originOf(figure);
  if (origin !== null) return <OpenRows query={origin}>{text}</OpenRows>;
  return <>{text}</>;
}

/** '+64', '−22', '±0', or a mark. */
export function DifferenceText({ difference, decimals }: { difference: Difference; decimals: number }) {
  if (difference.state === 'value') return <>{formatDifference(difference.value, decimals)}</>;
  return <StateMark state={difference.state} />;
}
