/** The words of a code list, folded once: name, code and synonyms → the code. */
import type { Code, CodeList } from '../vocabulary/codes.ts';
import { fold } from './fold.ts';

/** A list as readers look it up. */
export interface CodeWords {
  /** Folded name, code or synonym → code. */
  readonly codes: ReadonlyMap<string, string>;
  /** Code → name as shown. */
  readonly names: ReadonlyMap<string, string>;
}

const known = new WeakMap<CodeList, CodeWords>();

/** Builds the words of a list, once for each list: names and codes go before synonyms. */
export function wordsOf(list: CodeList): CodeWords {
  const before = known.get(list);
  if (before !== undefined) return before;
  const codes = new Map<string, string>();
  const claim = (word: string, { code }: Code): void => {
    const folded = fold(word);
    if (!codes.has(folded)) codes.set(folded, code);
  };
  for (const code of list.codes) claim(code.code, code);
  for (const code of list.codes) claim(code.ja, code);
  for (const code of list.codes) for (const synonym of code.synonyms) claim(synonym, code);
  const words = { codes, names: new Map(list.codes.map((code) => [code.code, code.ja] as const)) };
  known.set(list, words);
  return words;
}
