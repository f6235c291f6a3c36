/** Names of saved files: 氷見市_経路別_構成比_令和6年度.csv. */

/** What no file system of an office, or nobody who reads the name, takes: separators, wild cards, controls. */
const refused = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const longestPart = 40;
const longest = 120;

/** One part without what a file name cannot hold; blanks become one '_'. */
function cleanPart(part: string): string {
  const clean = part.normalize('NFC').replaceAll(refused, ' ').trim().replaceAll(/\s+/gu, '_');
  return [...clean.replaceAll(/^[.~]+|\.+$/g, '')].slice(0, longestPart).join('');
}

/** The parts joined by '_', empty ones left out, with the ending. Never empty, never hidden. */
export function fileName(parts: readonly string[], ending: string): string {
  const name = [
    ...parts
      .map(cleanPart)
      .filter((part) => part !== '')
      .join('_'),
  ]
    .slice(0, longest)
    .join('');
  return `${name === '' ? 'kasanari' : name}.${ending}`;
}
