/** Breaks a text into lines of a width: between words, between Japanese characters, and never before a closing mark. */

/** Characters that begin no line (JIS X 4051, 行頭禁則), and such that end none (行末禁則). */
const beginsNoLine = /^[、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】,.:;?!)\]}%％]/u;
const endsNoLine = /[‘“（〔［｛〈《「『【([{]$/u;

/** Where a line may end: after a blank, or between two characters of which one is Japanese. */
function piecesOf(text: string): readonly string[] {
  const units = text.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]+|\s/gu,
  );
  const pieces: string[] = [];
  for (const unit of units ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (beginsNoLine.test(unit) || endsNoLine.test(last) || /^\s$/u.test(unit)))
      pieces[pieces.length - 1] = last + unit;
    else pieces.push(unit);
  }
  return pieces;
}

/** @param widthOf the width of a text as it is going to be printed */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
