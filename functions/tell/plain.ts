/**
 * Names of workbooks and offices as messages may hold them: on one line, short, and without anything that a chat would take for markup,
 * a link or a call to everybody (`<!channel>`, `@all`, `https://…`). Pure.
 */

const longestName = 60;

/** Marks that chats and mail programs act on, each with its wide form, which they leave alone. */
const wideForms: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '&': '＆',
  '@': '＠',
  '*': '＊',
  _: '＿',
  '~': '～',
  '`': '｀',
  '[': '［',
  ']': '］',
  '#': '＃',
  '|': '｜',
  '\\': '＼',
};

/** A name for a message. */
export function plain(name: string): string {
  const onOneLine = name
    // Control characters, and those that turn the direction of what follows or are not seen at all.
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const short = onOneLine.length > longestName ? `${[...onOneLine].slice(0, longestName).join('')}…` : onOneLine;
  return short
    .replaceAll(/[<>&@*_~`[\]#|\\]/g, (mark) => wideForms[mark] ?? mark)
    .replaceAll('://', '：//')
    .replaceAll(/\bwww\./gi, 'www．');
}

/** Facts of a sentence, each as a message may hold it. */
export function plainFacts(
  facts: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? plain(fact) : fact]),
  );
}
