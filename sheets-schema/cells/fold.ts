/**
 * One folding for every comparison of words: what people see as the same word becomes the same string
 * (workbook.md, Folding). Folded text is for comparing only; it is never printed.
 */

// Spaces of every width, what is invisible, and the selectors that choose a variant of one kanji (葛󠄀).
const invisible = /(?:[\s\u00ad\u180e\u200b-\u200f\u2060-\u2064]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])+/gu;
// Long vowel marks count as dashes too: 'センタ－' and 'センター' are the same word.
const dashes = /[‐‑‒–—―−─━ー﹣－˗⁃➖]/gu;
const waves = /[〜～∼˜]/gu;
const circles = /[〇○◯⚪⭕]/gu;
// Kana, kanji, small letters and digits alone: NFKC leaves them as they are. Most cells are like that.
const plain = /^[0-9a-z\u3041-\u3096\u30a1-\u30fa・\u4e00-\u9fff]*$/;
// Signs of ASCII without a space: nothing but their case is folded.
const ascii = /^[!-~]*$/;
const disability = /障(?:がい|碍|礙)/gu;
const children = /こども|子供/gu;

/**
 * NFKC, lower case, no spaces; all dashes, 〜 and ～, 〇 and ○ are one; 障がい is 障害, こども and 子供 are 子ども.
 * NFKC leaves 髙 and 﨑 as they are: those are different names. Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.replace(disability, '障害').replace(children, '子ども');
  if (ascii.test(text)) return text.toLowerCase();
  let before = text;
  // Leaving out spaces can bring together what composes (か + ゛), so once is not always enough; five times always was.
  for (let pass = 0; pass < 5; pass += 1) {
    const after = foldOnce(before);
    if (after === before || plain.test(after) || ascii.test(after)) return after;
    before = after;
  }
  return before;
}

function foldOnce(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(waves, '~')
    .replace(circles, '○')
    .replace(disability, '障害')
    .replace(children, '子ども');
}

/**
 * Folds width, case and signs but keeps single spaces and line breaks, for numbers and dates, in which a space between two
 * digits is not nothing.
 */
export function foldWidth(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().replace(dashes, '-').replace(waves, '~').replace(/\s+/g, ' ').trim();
}
