/** 指標: a standard indicator by name or code, or the office's own measure under its own words. */

import type { IndicatorReading } from '../column.ts';
import { type Indicator, indicators } from '../vocabulary/indicators.ts';
import { isBlankWord, isNoneWord, isUnknownWord } from './blank.ts';
import type { Cell } from './cell.ts';
import { findNearest } from './edit-distance.ts';
import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, value } from './remark.ts';
import { readText } from './text.ts';

const byWord: ReadonlyMap<string, Indicator> = new Map(
  indicators.flatMap((indicator): [string, Indicator][] => [
    [fold(indicator.code), indicator],
    [fold(indicator.ja), indicator],
  ]),
);

/** Whether an office may report totals of it: counts and stocks, never what is computed from others. */
export function isReportable(indicator: Indicator): boolean {
  return (indicator.kind === 'count' || indicator.kind === 'stock') && indicator.source !== 'quality';
}

/** Reads an indicator. Where own measures are taken, a word of no standard indicator stands for itself. */
export function readIndicator(
  cell: Cell,
  {
    takesOwnMeasures,
    ownWords,
  }: { readonly takesOwnMeasures: boolean; readonly ownWords: ReadonlyMap<string, string> },
): Reading<IndicatorReading> {
  const text = readText(cell);
  if (text.outcome !== 'value') return text;
  const folded = fold(text.value);
  if (isBlankWord(folded) || isNoneWord(folded)) return blank();
  if (isUnknownWord(folded)) return notKnown();
  const own = ownWords.get(folded);
  const indicator = (own === undefined ? undefined : byWord.get(fold(own))) ?? byWord.get(folded);
  if (indicator === undefined) {
    if (takesOwnMeasures) return value({ standard: null, words: text.value });
    const near = findNearest(
      folded,
      [...byWord].flatMap(([word, each]) => (isReportable(each) ? [word] : [])),
    );
    return problem('indicator/not-in-list', near === null ? null : (byWord.get(near)?.ja ?? null));
  }
  if (!takesOwnMeasures && !isReportable(indicator)) return problem('indicator/not-reportable');
  return value({ standard: indicator.code, words: indicator.ja });
}
