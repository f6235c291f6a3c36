/** How many letters two words differ by, to propose what may have been meant. */

/** Longer than any word of our lists: what is longer is a sentence and resembles nothing. */
const longest = 30;

/** Levenshtein distance. */
export function editDistance(one: string, other: string): number {
  const to = [...other];
  let row = to.map((_, index) => index + 1);
  let rowIndex = 0;
  for (const letter of one) {
    let diagonal = rowIndex;
    let left = rowIndex + 1;
    row = row.map((above, index) => {
      const here = Math.min(above + 1, left + 1, diagonal + (to[index] === letter ? 0 : 1));
      diagonal = above;
      left = here;
      return here;
    });
    rowIndex += 1;
  }
  return row.at(-1) ?? rowIndex;
}

/**
 * The word nearest to what was typed, or `null` where none resembles it: at most a third of the letters differ,
 * or one contains the other. Takes folded words; of equals the first.
 */
export function findNearest(typed: string, words: Iterable<string>): string | null {
  const length = [...typed].length;
  if (length < 2 || length > longest) return null;
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const wordLength = [...word].length;
    if (wordLength < 2 || word === typed) continue;
    const contains = word.includes(typed) || typed.includes(word);
    const allowed = Math.floor(Math.max(length, wordLength) / 3);
    if (!contains && Math.abs(length - wordLength) > allowed) continue;
    const distance = contains ? Math.abs(length - wordLength) / 10 : editDistance(typed, word);
    if ((contains || distance <= allowed) && distance < least) {
      nearest = word;
      least = distance;
    }
  }
  return nearest;
}
