/** Sentences of 変わったこと in which single figures lead to their rows. */
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { RowsQuery } from '../rows/rows-query.ts';
import { say } from '../say.ts';

/** Words, or a figure with what lists its rows. */
export type SentencePart = string | { readonly text: string; readonly rows: RowsQuery };

/** A sentence, whole and in its parts, which joined are the sentence. */
export interface Told {
  readonly sentence: string;
  readonly parts: readonly SentencePart[];
}

/** A fact, and the unit that is printed behind it: a line is never broken between them. */
const fact = /(\{\w+\}(?:件|%)?)/;

/** A phrase with its facts; those of `origins` lead to their rows, `null` where nothing does. */
export function tell(
  phrase: Phrase,
  language: Language,
  {
    facts,
    origins,
  }: {
    readonly facts: Readonly<Record<string, string | number>>;
    readonly origins: Readonly<Record<string, RowsQuery | null>>;
  },
): Told {
  const parts = phrase[language].split(fact).flatMap((piece): readonly SentencePart[] => {
    if (piece === '') return [];
    const text = say({ ja: piece, en: piece }, language, facts);
    const [, name = ''] = /^\{(\w+)\}/.exec(piece) ?? [];
    const rows = origins[name] ?? null;
    return [rows === null ? text : { text, rows }];
  });
  return { sentence: say(phrase, language, facts), parts };
}
