/** The tabs that reports are counted from, in the order in which they are listed. */
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { sourceWords } from '#sheets-schema/vocabulary/words/sources.ts';

export const sourcePhrases: readonly (readonly [string, Phrase])[] = Object.entries(sourceWords);

/** '相談受付' for 'cases'. */
export function sourceWord(source: string, language: Language): string {
  return sourcePhrases.find(([name]) => name === source)?.[1][language] ?? source;
}
