/**
 * Paints what stands on the page as SVG, from the page itself: texts, boxes, rules, drawings and charts (anew, as lines). So
 * every figure can be taken along, and no second code draws it. Backgrounds other than plain ones, hatches and dots are left out.
 */
import { drawVector, measureText } from '../../charts/drawings.ts';
import { paintOf, round, textElement } from '../../shape/export/svg-paint.ts';
import { escapeXml } from '../../shape/export/xml.ts';
import { paintBox } from './paint-box.ts';
import { paintVertical } from './paint-vertical.ts';

/** A picture under way: its elements, and the corner of the page that is its origin. */
export interface Picture {
  readonly left: number;
  readonly top: number;
  readonly elements: string[];
  /** How far to the right and down anything stands. */
  right: number;
  bottom: number;
}

/** Makes room for what was painted, given as it stands on the page. */
export function reach(picture: Picture, right: number, bottom: number): void {
  picture.right = Math.max(picture.right, right - picture.left);
  picture.bottom = Math.max(picture.bottom, bottom - picture.top);
}

/** Properties of an element of an SVG that its style sheet sets. */
const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'display',
] as const;
const plainOf: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
};

/** Controls stay on the page; a button in a table is a word of it. */
function isLeftOut(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return true;
  if (element.matches('.visually-hidden, .figure-controls, .choice-switch, select, input, dialog, [data-untaken]'))
    return true;
  return element.matches('button:not(.as-text)') && element.closest('table') === null;
}

function paintText(node: Text, style: CSSStyleDeclaration, picture: Picture): void {
  if (style.writingMode.startsWith('vertical')) {
    for (const { element, right, bottom } of paintVertical(node, style, picture)) {
      picture.elements.push(element);
      reach(picture, right, bottom);
    }
    return;
  }
  const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: ascent } = measureText('国', font);
  const range = document.createRange();
  let line: { text: string; box: DOMRect; right: number } | null = null;
  const end = () => {
    if (line === null || line.text.trim() === '') return;
    const anchor = style.textAlign === 'right' || style.textAlign === 'end' ? 'end' : 'start';
    const x = (anchor === 'end' ? line.right : line.box.left) - picture.left;
    const text = style.textTransform === 'uppercase' ? line.text.toUpperCase() : line.text;
    const y = line.box.top + ascent - picture.top;
    picture.elements.push(textElement(text.trimEnd(), { x, y, font, fill: style.color, anchor }));
    reach(picture, line.right, line.box.bottom);
  };
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    at += character.length;
    range.setEnd(node, at);
    const box = range.getClientRects()[0];
    // Blanks that the browser folds have no box.
    if (box === undefined || box.width === 0) continue;
    if (line === null || Math.abs(box.top - line.box.top) > 2 || box.left < line.right - 2) {
      end();
      line = { text: '', box, right: box.right };
    }
    line.text += /\s/.test(character) && character !== '\u3000' ? ' ' : character;
    line.right = box.right;
  }
  end();
}

/** A copy of an SVG that needs no style sheet. */
function paintSvg(svg: SVGSVGElement, picture: Picture): void {
  const box = svg.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [position, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[position];
    if (original === undefined || original.closest('defs') !== null) continue;
    const style = getComputedStyle(original);
    for (const name of drawn) {
      const value = style.getPropertyValue(name);
      if (value === '' || plainOf[name] === value || (name === 'display' && value !== 'none')) continue;
      element.setAttribute(name, name === 'fill' || name === 'stroke' ? colourOf(value) : value.replaceAll('"', "'"));
    }
    for (const attribute of ['class', 'style', 'role', 'tabindex', 'aria-label', 'aria-hidden'])
      element.removeAttribute(attribute);
  }
  copy.setAttribute('x', round(box.left - picture.left));
  copy.setAttribute('y', round(box.top - picture.top));
  copy.setAttribute('width', round(box.width));
  copy.setAttribute('height', round(box.height));
  copy.setAttribute('overflow', 'visible');
  picture.elements.push(new XMLSerializer().serializeToString(copy));
  reach(picture, box.right, box.bottom);
}

function colourOf(value: string): string {
  return value.startsWith('url') ? value : paintOf(value).colour;
}

function paintCanvas(canvas: HTMLCanvasElement, picture: Picture): void {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  const drawing = drawVector(canvas, { width, height });
  const place = `translate(${round(left - picture.left)} ${round(top - picture.top)})`;
  const size = `width="${round(width)}" height="${round(height)}"`;
  picture.elements.push(
    `<g transform="${place}">${drawing ?? `<image ${size} href="${escapeXml(canvas.toDataURL())}"/>`}</g>`,
  );
  reach(picture, left + width, top + height);
}

/** Paints an element and all below it. `instead` gives another drawing for some. */
export function paintElement(element: Element, picture: Picture, instead?: (element: Element) => string | null): void {
  const style = getComputedStyle(element);
  if (isLeftOut(element, style)) return;
  const other = instead?.(element) ?? null;
  if (other !== null) {
    picture.elements.push(other);
    return;
  }
  if (element instanceof SVGSVGElement) {
    paintSvg(element, picture);
    return;
  }
  if (element instanceof HTMLCanvasElement) {
    paintCanvas(element, picture);
    return;
  }
  paintBox(element, style, picture);
  for (const node of element.childNodes) {
    if (node instanceof Text) paintText(node, style, picture);
    else if (node instanceof Element) paintElement(node, picture, instead);
  }
}
