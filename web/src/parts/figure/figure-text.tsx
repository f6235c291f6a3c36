/** A figure in running text or in a cell: the number, or the mark of its state with its word for screen readers. */
import type { ComponentChildren } from 'preact';
import type { Figure, FigureState } from '#functions/domain/figure.ts';
import { figureStateWords } from '#sheets-schema/vocabulary/words/states.ts';
import type { Difference } from '../../shape/figures/difference.ts';
import { formatDifference, formatNumber, stateMarks } from '../../shape/figures/format.ts';
import { originOf } from '../../shape/figures/origin.ts';
import { language } from '../../signals.ts';
import { type Opening, rowsOpener, useOpening } from '../rows/open-rows.tsx';

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

/** '1,234', '21.2', or a mark; a number that rows tell leads to them. A component for each of a thousand cells would cost more than they do. */
export function figureContent(figure: Figure, decimals: number, opening: Opening): ComponentChildren {
  if (figure.state !== 'value' && figure.state !== 'zero') return <StateMark state={figure.state} />;
  const text = formatNumber(figure.value, decimals);
  const origin = opening.canOpen ? originOf(figure) : null;
  return origin === null ? text : rowsOpener(origin, text, opening);
}

/** The same in running text. */
export function FigureText({ figure, decimals }: { figure: Figure; decimals: number }) {
  return <>{figureContent(figure, decimals, useOpening())}</>;
}

/** '+64', '−22', '±0', or a mark. */
export function differenceContent(difference: Difference, decimals: number): ComponentChildren {
  if (difference.state === 'value') return formatDifference(difference.value, decimals);
  return <StateMark state={difference.state} />;
}

/** The same in running text. */
export function DifferenceText({ difference, decimals }: { difference: Difference; decimals: number }) {
  return <>{differenceContent(difference, decimals)}</>;
}
