/**
 * The last line of what the template writes into notes and into はじめに: a checksum of the text above it. Whatever a person
 * has written into such a text is theirs from then on, and stays when the template is renewed.
 */

const mark = /^［様式の説明 ([0-9a-z]{1,7})］$/;

/** The text with our line below it. */
export function signText(text: string): string {
  return `${text}\n［様式の説明 ${checksum(text)}］`;
}

/** Whether a text is ours, of this or an earlier version of the template, and nobody has changed it. */
export function isSignedText(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const stated = mark.exec(lines.at(-1) ?? '')?.[1];
  return stated !== undefined && stated === checksum(lines.slice(0, -1).join('\n'));
}

/** FNV-1a in 32 bits: enough to notice an edit, and no secret. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text.replace(/\s/g, '')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
