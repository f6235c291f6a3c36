/** One of a few fixed words that are no code list (方向, 数え方, 期間). */
import { isBlankWord, isNoneWord, isUnknownWord } from './blank.ts';
import type { Cell } from './cell.ts';
import { findNearest } from './edit-distance.ts';
import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, value } from './remark.ts';

type Options = readonly { readonly value: string; readonly words: readonly string[] }[];

const known = new WeakMap<Options, ReadonlyMap<string, string>>();

function wordsOf(options: Options): ReadonlyMap<string, string> {
  const before = known.get(options);
  if (before !== undefined) return before;
  const words = new Map(options.flatMap((option) => option.words.map((word) => [fold(word), option.value] as const)));
  known.set(options, words);
  return words;
}

/** Reads the value of an option; the first word of each is the one shown. */
export function readOption(
  cell: Cell,
  { options, ownWords }: { readonly options: Options; readonly ownWords: ReadonlyMap<string, string> },
): Reading<string> {
  if (cell === null) return blank();
  const shown = options.map((option) => option.words[0] ?? option.value);
  const facts = { words: shown.join('、') };
  if (typeof cell === 'object')
    return problem('error' in cell ? 'cell/formula-error' : 'option/not-in-list', null, facts);
  const typed = fold(String(cell));
  const words = wordsOf(options);
  const own = ownWords.get(typed);
  const read = (own === undefined ? undefined : words.get(fold(own))) ?? words.get(typed);
  if (read !== undefined) return value(read);
  if (isBlankWord(typed) || isNoneWord(typed)) return blank();
  if (isUnknownWord(typed)) return notKnown();
  const near = findNearest(typed, words.keys());
  const meant = near === null ? undefined : options.find((option) => option.value === words.get(near));
  return problem('option/not-in-list', meant?.words[0] ?? null, facts);
}
