/**
 * Names of codes are lower-case words in English, as within a sentence. With a capital begins what stands alone: a finding, and a name as
 * the head of a row or a column, as an option or beside a mark.
 */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';

/** 'older people: 29' becomes 'Older people: 29'; Japanese stays as it is. */
export function beginTitle(title: string, language: Language): string {
  const [first = ''] = title;
  return language === 'ja' ? title : first.toLocaleUpperCase('en') + title.slice(first.length);
}

/** A word or name that begins with a capital in a list, in the middle of a sentence: 'Clearly low' becomes 'clearly low'. */
export function withinSentence(words: string): string {
  const [first = ''] = words;
  return first.toLocaleLowerCase('en') + words.slice(first.length);
}
