/** A phrase in one language, with its facts filled in. The phrases stand in sheets-schema/vocabulary/words. */
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';

/** Fills `{name}` from `facts`; a name without a fact stays as it is, so that a test sees it. */
export function say(phrase: Phrase, language: Language, facts: Readonly<Record<string, string | number>> = {}): string {
  const words = phrase[language];
  // A page says hundreds of phrases, most of them without facts.
  if (!words.includes('{')) return words;
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
