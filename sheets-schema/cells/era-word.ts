/** Eras as people type them: 令和, 令, R, 元年. */
import { type Era, eras } from '../vocabulary/eras.ts';

/** Part of a regular expression over folded text: 令和 | 令 | r and so on, in one group. */
export const eraPattern = `(${eras.flatMap((era) => [era.ja, era.ja.slice(0, 1), era.letter.toLowerCase()]).join('|')})`;

/** The era of a word matched by `eraPattern`. */
export function eraOfWord(word: string): Era | undefined {
  return eras.find((era) => era.ja === word || era.ja.startsWith(word) || era.letter.toLowerCase() === word);
}

/** 元 is 1. */
export function readEraYear(word: string): number {
  return word === '元' ? 1 : Number(word);
}
