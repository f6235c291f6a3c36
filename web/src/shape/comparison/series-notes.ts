/** Guide values (目安値) and changes of definition of a series, each as one note with its days and its source. */
import type { GuideLine, SeriesBreak } from '#functions/publish/comparison.ts';
import { multiplesWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatDay } from '../figures/format.ts';
import { say } from '../say.ts';
import { printCompared } from './measure-words.ts';

function inBrackets(definition: string | null, language: Language): string {
  return definition === null ? '' : say(multiplesWords.definition, language, { definition });
}

export function sayBreaks(breaks: readonly SeriesBreak[], language: Language): readonly string[] {
  return breaks.map(({ from, definition }) =>
    say(multiplesWords.breakNote, language, {
      day: formatDay(from, language),
      definition: inBrackets(definition, language),
    }),
  );
}

export function sayGuides(measure: string, guides: readonly GuideLine[], language: Language): readonly string[] {
  return guides.map(({ value, scope, from, until, source }) =>
    say(multiplesWords.guideNote, language, {
      value: printCompared(measure, value, language),
      scope: multiplesWords[scope === 'national' ? 'national' : 'ofPrefecture'][language],
      from: formatDay(from, language),
      until: until === null ? '' : say(multiplesWords.guideUntil, language, { until: formatDay(until, language) }),
      source: source === null ? '' : say(multiplesWords.guideSource, language, { source }),
    }),
  );
}
