/** 判定 in a cell or a legend: the mark and its word; the colour only helps. */

import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import { type ClassCell, classes, isState, markOf, wordOf } from '../../shape/comparison/class-cells.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { StateMark } from '../figure/figure-text.tsx';
import '../../styles/comparison-ways.css';

/** A state has its own mark, whose word screen readers say; `hasWord` prints it too. */
export function ClassMark({ of, hasWord = true }: { of: ClassCell; hasWord?: boolean }) {
  const word = wordOf(of, language.value);
  if (isState(of))
    return (
      <span class="class-mark class-state">
        <StateMark state={of} />
        {hasWord && <span aria-hidden="true">{word}</span>}
      </span>
    );
  return (
    <span class={`class-mark class-${of}`}>
      <span aria-hidden="true">{markOf(of)}</span>
      <span class={hasWord ? undefined : 'visually-hidden'}>{word}</span>
    </span>
  );
}

const states = ['unreported', 'suppressed', 'n/a'] as const;

/** All marks with their words. */
export function ClassLegend({ hasStates = true }: { hasStates?: boolean }) {
  return (
    <>
      {classes.map((each) => (
        <ClassMark key={each} of={each} />
      ))}
      <span>
        <ClassMark of="unclassed" />（{say(sharedWords.legendUnclassed, language.value)}）
      </span>
      {hasStates && states.map((state) => <ClassMark key={state} of={state} />)}
    </>
  );
}
