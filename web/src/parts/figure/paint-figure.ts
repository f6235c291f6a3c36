/**
 * A figure as one SVG that speaks for itself: whose figures they are, title, measure, drawing, legend, notes, source and date.
 * Drawn from what stands on the page; what stands elsewhere on it (a source that is said once) is added below.
 */
import { exportWords } from '#sheets-schema/vocabulary/words/export.ts';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { measureText } from '../../charts/drawings.ts';
import type { FigureModel } from '../../shape/export/figure-model.ts';
import { round, textElement } from '../../shape/export/svg-paint.ts';
import { wrapText } from '../../shape/export/wrap-text.ts';
import { escapeXml } from '../../shape/export/xml.ts';
import { say } from '../../shape/say.ts';
import { patternDefinitions } from './paint-box.ts';
import { type Picture, paintElement, reach } from './paint-element.ts';

const margin = 24;
const narrowest = 480;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly isBold?: boolean;
  readonly isQuiet?: boolean;
}

/** Lines of text below each other, wrapped; gives where the next one would stand. */
function paintLines(lines: readonly Line[], from: number, width: number, elements: string[]): number {
  const family = getComputedStyle(document.body).fontFamily;
  let y = from;
  for (const { text, size, isBold = false, isQuiet = true } of lines) {
    const font = `${isBold ? 700 : 400} ${size}px ${family}`;
    for (const part of wrapText(text, width, (piece) => measureText(piece, font).width)) {
      y += size * 1.6;
      elements.push(textElement(part, { x: 0, y: y - size * 0.4, font, fill: isQuiet ? '#4d4d4d' : '#1a1a1a' }));
    }
  }
  return y;
}

/** The parts of a frame that scroll are painted from their beginning. */
function withoutScrolling<T>(section: Element, paint: () => T): T {
  const frames = [...section.querySelectorAll('.table-frame')].map((frame) => [frame, frame.scrollLeft] as const);
  for (const [frame] of frames) frame.scrollLeft = 0;
  const painted = paint();
  for (const [frame, before] of frames) frame.scrollLeft = before;
  return painted;
}

function sourceLines({ source, dataUntil, published, language }: FigureModel): string {
  return [
    say(frameWords.source, language, { source }),
    dataUntil === null ? '' : say(frameWords.dataUntil, language, { day: dataUntil }),
    published === null ? '' : say(frameWords.published, language, { moment: published }),
  ]
    .filter(Boolean)
    .join(language === 'ja' ? '　' : ' · ');
}

/** `svg` is a drawing that the figure makes itself, in place of what stands in `.chart`. */
function drawInstead(svg: (() => SVGElement | string) | undefined, picture: Picture) {
  return (element: Element): string | null => {
    if (svg === undefined || !element.matches('.chart')) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    const made = svg();
    const own = new DOMParser().parseFromString(typeof made === 'string' ? made : made.outerHTML, 'image/svg+xml');
    const root = own.documentElement;
    const place = { x: left - picture.left, y: top - picture.top, width, height };
    for (const [name, value] of Object.entries(place)) root.setAttribute(name, round(value));
    reach(picture, left + width, top + height);
    return new XMLSerializer().serializeToString(root);
  };
}

/** Whether the figure's title stands on the page, where it is painted with all else. */
function isTitleSeen(section: Element): boolean {
  return section.querySelector('h2, h3')?.matches('.visually-hidden') === false;
}

function titleLines({ title, measure }: FigureModel): readonly Line[] {
  return [
    { text: title, size: 18, isBold: true, isQuiet: false },
    ...(measure === '' || measure === title ? [] : [{ text: measure, size: 13 }]),
  ];
}

/** @param section the figure on the page, from its title to its source */
export function paintFigure(section: Element, figure: FigureModel, svg?: () => SVGElement | string): string {
  const { left, top, width } = section.getBoundingClientRect();
  const picture: Picture = { left, top, elements: [], right: Math.max(width, narrowest), bottom: 0 };
  withoutScrolling(section, () => paintElement(section, picture, drawInstead(svg, picture)));
  const isFictional = figure.isFictional ? say(exportWords.fictional, figure.language) : '';
  const before: string[] = [];
  const head = [figure.names[0], figure.names[1], figure.names[3], isFictional].filter(Boolean).join('　');
  const headHeight = paintLines(
    [{ text: head, size: 12 }, ...(isTitleSeen(section) ? [] : titleLines(figure))],
    0,
    picture.right,
    before,
  );
  const after: string[] = [];
  const hasSource = section.querySelector('.source') !== null;
  const footHeight = hasSource ? 0 : paintLines([{ text: sourceLines(figure), size: 12 }], 12, picture.right, after);
  const whole = {
    width: picture.right + margin * 2,
    height: headHeight + 8 + picture.bottom + footHeight + margin * 2,
  };
  const size = `width="${round(whole.width)}" height="${round(whole.height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${round(whole.width)} ${round(whole.height)}" xml:lang="${figure.language}">`,
    `<title>${escapeXml(figure.title)}</title>`,
    `<desc>${escapeXml([head, figure.measure, ...figure.notes, sourceLines(figure)].filter(Boolean).join('\n'))}</desc>`,
    `<defs>${patternDefinitions}</defs><rect width="100%" height="100%" fill="#ffffff"/>`,
    `<g transform="translate(${margin} ${margin})">${before.join('')}</g>`,
    `<g transform="translate(${margin} ${round(margin + headHeight + 8)})">${picture.elements.join('')}</g>`,
    `<g transform="translate(${margin} ${round(margin + headHeight + 8 + picture.bottom)})">${after.join('')}</g></svg>`,
  ].join('');
}
