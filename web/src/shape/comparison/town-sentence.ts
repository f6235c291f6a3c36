/** The one true sentence of a municipality in a measure and period, and what has to be known besides. Which one it is was published. */
import type { MeasureComparison, PeriodComparison, SmoothedValue, TownResult } from '#functions/publish/comparison.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import {
  comparisonNotes,
  comparisonSentences,
  peerWords,
} from '#sheets-schema/vocabulary/words/comparison-sentences.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { say } from '../say.ts';
import { printBare, printCompared } from './measure-words.ts';

type Measured = Pick<MeasureComparison, 'measure'>;
type Around = Pick<PeriodComparison, 'reference' | 'outsideByChance'>;

/** 'A市は36.4件で、県の値（31.3件）より高いですが、偶然の範囲内です。' */
export function sayTown(
  { measure }: Measured,
  { reference, outsideByChance }: Around,
  result: Pick<TownResult, 'sentence' | 'value'>,
  { name, language }: { readonly name: string; readonly language: Language },
): string {
  return say(comparisonSentences[result.sentence], language, {
    name,
    value: result.value === null ? '' : printCompared(measure, result.value, language),
    reference: reference === null ? '' : printCompared(measure, reference.value, language),
    towns: reference?.towns ?? 0,
    outside: Math.max(1, Math.round(outsideByChance)),
  });
}

/** '報告のあった7か月（9か月のうち）で比べています。' and the like, one sentence a note. */
export function sayNotes(
  { notes, months }: Pick<TownResult, 'notes' | 'months'>,
  language: Language,
): readonly string[] {
  const facts = { reported: months?.reported ?? '', due: months?.due ?? '' };
  return notes.map((note) => say(comparisonNotes[note], language, facts));
}

/** The municipalities that a smoothed value leans on. */
export function nameGroup({ group }: SmoothedValue, language: Language): string {
  const name = group.kind === 'size' ? peerWords[group.size] : peerWords.prefecture;
  return say(comparisonWords.groupOf, language, { group: name[language], towns: group.towns });
}

/** '12.3〜17.8' */
export function sayRange(measure: string, limits: readonly [number, number], language: Language): string {
  const [lower, upper] = limits;
  return say(comparisonWords.range, language, { lower: printBare(measure, lower), upper: printBare(measure, upper) });
}

/** Intervals, and the smoothed value with its group. */
export function sayDetails({ measure }: Measured, result: TownResult, language: Language): readonly string[] {
  const { of95, of998, smoothed, unranked } = result;
  return [
    of95 === null || of998 === null
      ? ''
      : say(comparisonWords.townInterval, language, {
          of95: sayRange(measure, of95, language),
          of998: sayRange(measure, of998, language),
        }),
    unranked === 'few' ? comparisonWords.townUnranked[language] : '',
    smoothed === null
      ? ''
      : say(comparisonWords.townSmoothed, language, {
          value: printCompared(measure, smoothed.value, language),
          group: nameGroup(smoothed, language),
        }),
  ].filter((sentence) => sentence !== '');
}
