/** The foot of a printed page as a style sheet, pure. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatDay } from './figures/format.ts';
import { say } from './say.ts';

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

/** Source, reach and day of printing at the left, page numbers at the right. */
export function printFoot(index: OfficeIndex | null, printed: string, language: Language): string {
  const facts =
    index === null
      ? [printed]
      : [
          say(frameWords.source, language, { source: sourceOfFigures(index, language) }),
          ...(index.dataUntil === null
            ? []
            : [say(frameWords.dataUntil, language, { day: formatDay(index.dataUntil, language) })]),
          printed,
        ];
  const style = `font-family: ${sheetFont}; font-size: 8pt; color: #4d4d4d; vertical-align: top; padding-top: 3mm;`;
  return `@page {
  @bottom-left { content: ${quoteForCss(facts.join('　'))}; ${style} width: 88%; text-align: left; }
  @bottom-right { content: counter(page) " / " counter(pages); ${style} width: 12%; text-align: right; }
}`;
}
