/** The foot of a printed page as a style sheet, pure. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatDay } from './figures/format.ts';
import { say } from './say.ts';
import { textWidth } from './trend/text-width.ts';

/** 出典 of a municipality: what its workbooks give, else its own reports. */
export function sourceOfFigures(index: OfficeIndex, language: Language): string {
  const { sources, municipality, offices } = index;
  if (sources.length > 0) return sources.join(language === 'ja' ? '、' : '; ');
  return say(frameWords.sourceUnknown, language, { name: municipality.name, offices: offices.length });
}

/** A CSS string; whatever a workbook gives as its source cannot end it. */
export function quoteForCss(text: string): string {
  const safe = text.replaceAll(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${safe}"`;
}

/** Margins of sheets take nothing from the page, so the font of the page is named again. */
export const sheetFont = '"BIZ UDPGothic", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, sans-serif';

/** What fits on a line of the foot, in Japanese characters of its size; others are about half as wide. */
const lineLength = 54;
/** A longer source is cut here: it stands whole under the figures, and a foot of more lines leaves the sheet. */
const linesOfSource = 2;

function lengthOf(text: string): number {
  return textWidth(text, 1);
}

/** The beginning of a text, with '…' where it is longer than `length`. */
function cutTo(text: string, length: number): string {
  if (lengthOf(text) <= length) return text;
  let cut = '';
  for (const character of text) {
    if (lengthOf(cut + character) > length - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** One line, or the source on lines of its own and the rest below, so that no word of the rest stands alone. */
function footLines(source: string, rest: string): readonly string[] {
  if (source === '') return [rest];
  const together = `${source}　${rest}`;
  return lengthOf(together) <= lineLength ? [together] : [cutTo(source, lineLength * linesOfSource), rest];
}

/** Source, reach and day of printing at the left, page numbers at the right. */
export function printFoot(index: OfficeIndex | null, printed: string, language: Language): string {
  const source = index === null ? '' : say(frameWords.source, language, { source: sourceOfFigures(index, language) });
  const day = index?.dataUntil ?? null;
  const rest = [
    ...(day === null ? [] : [say(frameWords.dataUntil, language, { day: formatDay(day, language) })]),
    printed,
  ].join('　');
  // A line break of CSS between strings, since those of a source stay text.
  const lines = footLines(source, rest).map(quoteForCss).join(' "\\a " ');
  const style = `font-family: ${sheetFont}; font-size: 8pt; color: #4d4d4d; line-height: 1.3; vertical-align: top; padding-top: 3mm;`;
  return `@page {
  @bottom-left { content: ${lines}; ${style} width: 88%; text-align: left; white-space: pre-wrap; }
  @bottom-right { content: counter(page) " / " counter(pages); ${style} width: 12%; text-align: right; }
}`;
}
