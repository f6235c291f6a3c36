/** The head of every sheet of the meeting paper as a style sheet: each page of the dashboard is a named page of its own. */
import { quoteForCss, sheetFont } from '../print-foot.ts';

/** A part of the paper, by its name in `page:`, and what stands in the head of its sheets. */
export interface PaperPart {
  readonly name: string;
  readonly head: string;
}

/** Head left: place and page. Head right: 会議資料. The cover has neither head nor foot. */
export function paperHeads(parts: readonly PaperPart[], kind: string): string {
  const style = `font-family: ${sheetFont}; font-size: 8.5pt; color: #4d4d4d; vertical-align: bottom; padding-bottom: 3mm;`;
  const none = 'content: none;';
  return [
    `@page paper-cover { @top-left { ${none} } @top-right { ${none} } @bottom-left { ${none} } @bottom-right { ${none} } }`,
    ...parts.map(
      ({ name, head }) =>
        `@page paper-${name} { @top-left { content: ${quoteForCss(head)}; ${style} width: 80%; text-align: left; } @top-right { content: ${quoteForCss(kind)}; ${style} width: 20%; text-align: right; } }`,
    ),
  ].join('\n');
}
