/** The scatter as geometry for a drawing of any width: circles by inhabitants, and names that cover neither one another nor a circle. */
import { textWidth } from '../trend/text-width.ts';
import { type Box, type PlacedLabel, placeLabels } from './place-labels.ts';
import type { Scatter, ScatterPoint } from './scatter.ts';

export interface ScatterDrawing {
  readonly area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly circles: readonly {
    readonly point: ScatterPoint;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
  }[];
  readonly labels: readonly PlacedLabel[];
  readonly across: (at: number) => number;
  readonly upright: (at: number) => number;
}

const fontSize = 12;
const largestRadius = 22;
/** On a telephone circles are smaller, so that they leave room for names. */
const largestNarrowRadius = 14;
const narrow = 480;
const smallestRadius = 4;

function referenceBox(label: string, right: number, y: number): Box {
  return { left: right - textWidth(label, fontSize), right, top: y - 5 - fontSize, bottom: y - 5 + 4 };
}

function headBox(label: string, x: number, top: number): Box {
  const half = textWidth(label, fontSize) / 2;
  return { left: x - half, right: x + half, top: top - 6 - fontSize, bottom: top - 2 };
}

/** @param width of the drawing in pixels */
export function drawScatter(
  { points, x, y }: Pick<Scatter, 'points' | 'x' | 'y'>,
  { width, height }: { readonly width: number; readonly height: number },
): ScatterDrawing {
  const area = { left: 52, right: width - 16, top: 20, bottom: height - 48 };
  const across = (at: number) => area.left + at * (area.right - area.left);
  const upright = (at: number) => area.bottom - at * (area.bottom - area.top);
  const largest = width < narrow ? largestNarrowRadius : largestRadius;
  const circles = points.map((point) => ({
    point,
    x: across(point.x),
    y: upright(point.y),
    radius: Math.max(smallestRadius, largest * Math.sqrt(point.size ?? 0)),
  }));
  // The prefecture's values stand at the ends of their lines.
  const taken: readonly Box[] = [
    ...(y.reference === null ? [] : [referenceBox(y.reference.label, area.right, upright(y.reference.at))]),
    ...(x.reference === null ? [] : [headBox(x.reference.label, across(x.reference.at), area.top)]),
  ];
  const standing = ({ point }: (typeof circles)[number]) => (point.isOwn ? 0 : point.isClear ? 1 : 2);
  // Whoever must be named is placed first, if need be away from its circle; the others are named where there is room.
  const wanted = circles
    .toSorted((one, other) => standing(one) - standing(other))
    .map(({ point, ...circle }) => ({
      ...circle,
      key: point.code,
      text: point.name,
      isBold: point.isOwn || point.isClear,
      isWanted: point.isOwn || point.isClear,
    }));
  const inside = { left: area.left, right: width, top: 0, bottom: area.bottom };
  return { area, circles, labels: placeLabels(wanted, { area: inside, taken, marks: circles }), across, upright };
}
