/** 出典 of a comparison: the reports of all its municipalities. */
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { say } from '../say.ts';

export function sayPrefectureSource(prefecture: string, language: Language): string {
  return say(compareWords.source, language, { prefecture });
}
