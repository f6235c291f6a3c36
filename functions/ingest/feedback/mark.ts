/**
 * 印: how our marks on cells look, and how they are known again. A mark moves with its row, is copied, sorted and edited, so it is
 * known by what it is and never by where it was put.
 */
import type { Severity } from '#sheets-schema';
import { asPlainText, say } from './say.ts';

/**
 * Backgrounds by severity. No palette has just these, so that a cell in one of them was coloured by us. Black text on them has a
 * contrast of 12.7 and 18.4, and in grey they are as far apart as 1.45 : 1 (WCAG 2.2, relative luminance).
 */
export const markBackgrounds: Readonly<Record<Severity, string>> = { error: '#fbb9ad', notice: '#fdf2c9' };

const ours: ReadonlySet<string> = new Set(Object.values(markBackgrounds));

/** Whether a background is ours. */
export function isOurBackground(background: string): boolean {
  return ours.has(background.toLowerCase());
}

/** Longer notes are not read; they also cost bytes in each write. */
export const longestNote = 600;

/** A note with these sentences, one a line, and our sign at its end. Those for which there is no room are counted. */
export function writeNote(sentences: readonly string[], answerTab: string): string {
  const kept: string[] = [];
  let length = 0;
  for (const sentence of new Set(sentences)) {
    const line = asPlainText(sentence, longestNote / 2);
    if (length + line.length > longestNote) break;
    kept.push(line);
    length += line.length + 1;
  }
  const left = new Set(sentences).size - kept.length;
  const more = left === 0 ? [] : [say('noteMore', { count: left, tab: answerTab })];
  return sign([...kept, ...more, say('noteEnd')].join('\n'));
}

/** Whether a note is just as we wrote it. One that a person has edited is theirs, also where it still begins with our words. */
export function isOurNote(note: string): boolean {
  const text = withPlainLines(note);
  const match = signature.exec(text);
  return match !== null && sign(text.slice(0, match.index)) === text;
}

/** A note as we compare it: some programs change the ends of lines. */
export function withPlainLines(note: string): string {
  return note.replace(/\r\n?/g, '\n').trimEnd();
}

/** The sign: a name that people may ask about, and a checksum of all text before it. Its form stays, whatever our words become. */
const signature = /［かさなり [0-9a-z]{7}］$/;

function sign(text: string): string {
  return `${text}［かさなり ${checksum(text)}］`;
}

/** FNV-1a of 32 bits over UTF-16 units, as seven signs. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}
