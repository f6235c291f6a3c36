/** Names of municipalities in a sentence or a note: some of them, or all. */
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { say } from '../say.ts';

export function listAll(names: readonly string[], language: Language): string {
  return names.join(sharedWords.listComma[language]);
}

/** 'A市、B町、C村' or 'A市、B町、C村など7市町村'. */
export function listSome(names: readonly string[], language: Language, most = 3): string {
  if (names.length <= most) return listAll(names, language);
  return say(sharedWords.moreTowns, language, { list: listAll(names.slice(0, most), language), count: names.length });
}
