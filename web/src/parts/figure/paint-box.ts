/** The box of an element as SVG: its background, its borders and its outline. */
import { paintAttributes, paintOf, round } from '../../shape/export/svg-paint.ts';
import { type Picture, reach } from './paint-element.ts';

/** What hatches and dots refer to; stands once in a picture. */
export const patternDefinitions = [
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="#949494" stroke-width="1"/></pattern>',
  '<pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="1" cy="1" r="1" fill="#5e3a43"/></pattern>',
].join('');

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rect({ x, y, width, height }: Box, attributes: string): string {
  const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  return `<rect ${box} ${attributes}/>`;
}

function isSeen(colour: string): boolean {
  return paintOf(colour).colour !== 'none';
}

const sides = ['top', 'right', 'bottom', 'left'] as const;
type Side = (typeof sides)[number];

interface Border {
  readonly side: Side;
  readonly width: number;
  readonly colour: string;
  readonly style: string;
}

function bordersOf(style: CSSStyleDeclaration): readonly Border[] {
  return sides.map((side) => ({
    side,
    width: Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0,
    colour: style.getPropertyValue(`border-${side}-color`),
    style: style.getPropertyValue(`border-${side}-style`),
  }));
}

/** Where a border lies, as a box. */
function borderBox({ x, y, width, height }: Box, { side, width: thick }: Border): Box {
  if (side === 'top') return { x, y, width, height: thick };
  if (side === 'bottom') return { x, y: y + height - thick, width, height: thick };
  if (side === 'left') return { x, y, width: thick, height };
  return { x: x + width - thick, y, width: thick, height };
}

/** A mark made of borders only (▼ of a pace): the triangle of its one colour. */
function triangle({ x, y, width, height }: Box, { side, colour }: Border): string {
  const corners: Record<Side, string> = {
    top: `M${x} ${y}h${width}L${x + width / 2} ${y + height}Z`,
    bottom: `M${x} ${y + height}h${width}L${x + width / 2} ${y}Z`,
    left: `M${x} ${y}v${height}L${x + width} ${y + height / 2}Z`,
    right: `M${x + width} ${y}v${height}L${x} ${y + height / 2}Z`,
  };
  return `<path d="${corners[side]}" ${paintAttributes('fill', colour)}/>`;
}

function paintBorders(element: Element, box: Box, style: CSSStyleDeclaration): readonly string[] {
  const borders = bordersOf(style).filter(({ width, style: line }) => width > 0 && line !== 'none');
  const seen = borders.filter(({ colour }) => isSeen(colour));
  const [first] = seen;
  if (first === undefined) return [];
  const inner = element.clientWidth + element.clientHeight;
  if (borders.length > seen.length && inner === 0) return seen.map((border) => triangle(box, border));
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  if (seen.length === 4 && seen.every(({ colour, width }) => colour === first.colour && width === first.width)) {
    const half = first.width / 2;
    const line = { x: box.x + half, y: box.y + half, width: box.width - first.width, height: box.height - first.width };
    const rounded = style.borderTopLeftRadius.endsWith('%') ? line.width / 2 : Math.min(radius, line.height / 2);
    const stroke = `${paintAttributes('stroke', first.colour)} stroke-width="${round(first.width)}"`;
    return [rect(line, `fill="none" ${stroke}${rounded > 0 ? ` rx="${round(rounded)}"` : ''}`)];
  }
  return seen.map((border) => {
    const place = borderBox(box, border);
    if (border.style !== 'dashed' && border.style !== 'dotted')
      return rect(place, paintAttributes('fill', border.colour));
    const isFlat = place.width > place.height;
    const middle = isFlat ? place.y + place.height / 2 : place.x + place.width / 2;
    const path = isFlat
      ? `M${round(place.x)} ${round(middle)}h${round(place.width)}`
      : `M${round(middle)} ${round(place.y)}v${round(place.height)}`;
    const dash = `stroke-width="${round(border.width)}" stroke-dasharray="${round(border.width * 2)}"`;
    return `<path d="${path}" fill="none" ${paintAttributes('stroke', border.colour)} ${dash}/>`;
  });
}

/** A plain gradient of a size is a line (the axis of bars); a hatch and dots are patterns. */
function paintImage(box: Box, style: CSSStyleDeclaration): readonly string[] {
  const image = style.backgroundImage;
  if (image.startsWith('repeating-linear-gradient')) return [rect(box, 'fill="url(#hatch)"')];
  if (image.startsWith('radial-gradient')) return [rect(box, 'fill="url(#dots)"')];
  const [width, height] = style.backgroundSize.split(' ');
  const [left, top] = style.backgroundPosition.split(' ').map((part) => Number.parseFloat(part));
  const colour = /rgba?\([^)]*\)/.exec(image)?.[0];
  if (!image.startsWith('linear-gradient') || colour === undefined || left === undefined || top === undefined)
    return [];
  if (width === undefined || !width.endsWith('px')) return [];
  const lengthOf = (size: string | undefined, whole: number) =>
    size?.endsWith('%') === true ? (whole * Number.parseFloat(size)) / 100 : Number.parseFloat(size ?? '0');
  const line = {
    x: box.x + left,
    y: box.y + top,
    width: Number.parseFloat(width),
    height: lengthOf(height, box.height),
  };
  return [rect(line, paintAttributes('fill', colour))];
}

/** Background first, then borders. */
export function paintBox(element: Element, style: CSSStyleDeclaration, picture: Picture): void {
  if (style.display === 'contents') return;
  const place = element.getBoundingClientRect();
  if (place.width === 0 && place.height === 0) return;
  const box = { x: place.left - picture.left, y: place.top - picture.top, width: place.width, height: place.height };
  const radius = style.borderTopLeftRadius;
  const rounded = radius.endsWith('%') ? box.width / 2 : Math.min(Number.parseFloat(radius) || 0, box.height / 2);
  const painted = [
    ...(isSeen(style.backgroundColor)
      ? [rect(box, `${paintAttributes('fill', style.backgroundColor)}${rounded > 0 ? ` rx="${round(rounded)}"` : ''}`)]
      : []),
    ...(style.backgroundImage === 'none' ? [] : paintImage(box, style)),
    ...paintBorders(element, box, style),
  ];
  if (painted.length === 0) return;
  picture.elements.push(...painted);
  reach(picture, place.right, place.bottom);
}
