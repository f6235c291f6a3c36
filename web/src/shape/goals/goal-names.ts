/** How programmes (事業) are called on the page 成果目標. */
import { programmes } from '#sheets-schema/vocabulary/codes.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';

/** The name of a programme: of the list 事業, or as the office wrote it. */
export function nameProgramme(programme: string | null, language: Language): string {
  if (programme === null) return goalWords.noProgramme[language];
  return programmes.codes.find(({ code }) => code === programme)?.[language] ?? programme;
}
