/**
 * A pointer's name as a path below its folder, and back. Names hold workbook ids (paths with Japanese words), so most
 * characters stay readable; what some file system refuses, or would lead out of the folder, is written %XX.
 */

const extension = '.json';
/** File names end at 255 bytes; longer ones go on in a folder inside, after this mark. */
const continuation = '~';
const longestPiece = 180;

/** 'workbooks/氷見市/社協.xlsx' → 'workbooks/氷見市/社協.xlsx.json'. */
export function pointerPath(name: string): string {
  return `${name.split('/').map(escapeSegment).flatMap(cutLongSegment).join('/')}${extension}`;
}

/** The name of the pointer at a path; `null` for a file that is none. */
export function pointerName(path: string): string | null {
  if (!path.endsWith(extension)) return null;
  const joined = path.slice(0, -extension.length).replaceAll(`${continuation}/`, '');
  try {
    return decodeURIComponent(joined);
  } catch {
    return null;
  }
}

function escapeSegment(segment: string): string {
  const escaped = segment
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no file name may have
    .replace(/[\u0000-\u001f\u007f%~<>:"|?*\\]/gu, escapeCharacter)
    // A dot or blank at either end: hidden files, '..', and what Windows cuts off. '.json' at the end looks like a pointer.
    .replace(/^[. ]/u, escapeCharacter)
    .replace(/[. ]$/u, escapeCharacter)
    .replace(/\.(?=(?:json|lock|breaking)$)/u, escapeCharacter);
  return escaped === '' ? '%' : escaped;
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function cutLongSegment(segment: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of segment.match(/%[0-9A-F]{2}|[\s\S]/gu) ?? []) {
    if (Buffer.byteLength(piece + character) > longestPiece) {
      pieces.push(`${piece}${continuation}`);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
