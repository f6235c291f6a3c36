/** The tabs that reports are counted from, by their name in the published objects. */
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';

export const sourcePhrases: readonly (readonly [string, Phrase])[] = [
  ['cases', statusWords.sourceCases],
  ['actions', statusWords.sourceActions],
  ['meetings', statusWords.sourceMeetings],
  ['activities', statusWords.sourceActivities],
  ['totals', statusWords.sourceTotals],
];

/** '相談受付' for 'cases'. */
export function sourceWord(source: string, language: Language): string {
  return sourcePhrases.find(([name]) => name === source)?.[1][language] ?? source;
}
