/** Lines of the list of changes, as people read it before anything is written. */
import { templateLines } from '#sheets-schema/vocabulary/messages/template.ts';

export interface TemplateLine {
  readonly code: keyof typeof templateLines;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The sentence in both languages, Japanese first. */
export function describeLine({ code, facts }: TemplateLine): string {
  const { ja, en } = templateLines[code];
  return `${fill(ja, facts)} ${fill(en, facts)}`;
}

/** `{name}` is filled from the facts. */
export function fill(sentence: string, facts: TemplateLine['facts']): string {
  return sentence.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/** '受付番号、受付日'; of many, the first and how many more. */
export function listOf(words: readonly string[], most = 12): string {
  const shown = words.slice(0, most).join('、');
  return words.length > most ? `${shown} ほか${words.length - most}` : shown;
}
