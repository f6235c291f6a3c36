/** How a finding begins: names of codes are lower-case words in English, and many findings begin with one. */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';

/** 'older people: 29' becomes 'Older people: 29'; Japanese stays as it is. */
export function beginTitle(title: string, language: Language): string {
  const [first = ''] = title;
  return language === 'ja' ? title : first.toLocaleUpperCase('en') + title.slice(first.length);
}
