/** What is said of a prefecture's view: for whom it is, and which counts are hidden in it. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { viewNoteWords } from '#sheets-schema/vocabulary/words/prefecture.ts';
import { say } from '../say.ts';

export function sayView({ audience, protection }: Pick<PrefectureIndex, 'audience' | 'protection'>, lang: Language) {
  const { threshold, zeros, roundedTo } = protection;
  const least = zeros === 'hidden' ? 0 : 1;
  const sentences = [
    say(audience === 'public' ? viewNoteWords.public : viewNoteWords.prefecture, lang),
    threshold > least ? say(viewNoteWords.small, lang, { least, most: threshold - 1 }) : '',
    roundedTo > 1 ? say(viewNoteWords.rounded, lang, { unit: roundedTo }) : '',
    threshold > least ? say(viewNoteWords.states, lang) : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(lang === 'ja' ? '' : ' ');
}
