/** The legend of a comparison: marks of classes, intervals, lines, and the states that stand in it. */
import { classWords, comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { ShownComparison } from '../../shape/comparison/interval-table.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { StateMark } from '../figure/figure-text.tsx';
import { PointMark } from './point-mark.tsx';

const classes = ['clearlyHigh', 'high', 'within', 'low', 'clearlyLow', 'unclassed'] as const;

/** Classes that somebody has, each with its mark. */
export function ClassMarks({ of }: { of: ShownComparison }) {
  const lang = language.value;
  const shown = new Set(of.period.towns.flatMap((town) => (town.value === null ? [] : [town.class ?? 'unclassed'])));
  return (
    <>
      {classes
        .filter((each) => shown.has(each))
        .map((each) => (
          <span key={each}>
            <PointMark of={each} />
            {say(classWords[each], lang)}
          </span>
        ))}
    </>
  );
}

/** 秘匿, 未報告 and 対象外, where they stand in it. */
export function StateMarks({ of }: { of: ShownComparison }) {
  const lang = language.value;
  const has = (state: string) => of.period.towns.some((town) => town.state === state);
  const states = [
    { state: 'suppressed', words: comparisonWords.legendHidden },
    { state: 'unreported', words: comparisonWords.legendUnreported },
    { state: 'n/a', words: comparisonWords.legendNone },
  ] as const;
  return (
    <>
      {states
        .filter(({ state }) => has(state))
        .map(({ state, words }) => (
          <span key={state}>
            <StateMark state={state} />
            <span aria-hidden="true">{say(words, lang)}</span>
          </span>
        ))}
    </>
  );
}

/** The legend of the ranked list. */
export function IntervalLegend({ of, hasSmoothed }: { of: ShownComparison; hasSmoothed: boolean }) {
  const lang = language.value;
  const { reference, guides } = of.period;
  return (
    <>
      <span>
        <svg class="interval-key" viewBox="0 0 36 12" width="36" height="12" aria-hidden="true">
          <path d="M0 6H36" class="key-998" />
          <path d="M7 6H29" class="key-95" />
          <circle cx="18" cy="6" r="4.5" class="point-within" />
        </svg>
        {say(comparisonWords.legendInterval, lang)}
      </span>
      <ClassMarks of={of} />
      {hasSmoothed && (
        <span>
          <span aria-hidden="true">◇</span>
          {say(comparisonWords.smoothedLegend, lang)}
        </span>
      )}
      {reference !== null && (
        <span>
          <i class="line-key line-prefecture" aria-hidden="true" />
          {say(comparisonWords.legendPrefecture, lang, { towns: reference.towns })}
        </span>
      )}
      {guides.length > 0 && (
        <span>
          <i class="line-key line-guide" aria-hidden="true" />
          {say(comparisonWords.legendGuide, lang)}
        </span>
      )}
      <StateMarks of={of} />
    </>
  );
}
