/** The scatter as geometry for a drawing of any width: circles by inhabitants, and names that never overlap one another. */
import { textWidth } from '../trend/text-width.ts';
import { type Box, isOverlapping } from './place-labels.ts';
import type { Scatter, ScatterPoint } from './scatter.ts';

export interface ScatterLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly isStrong: boolean;
}

export interface ScatterDrawing {
  readonly area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly circles: readonly {
    readonly point: ScatterPoint;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
  }[];
  readonly labels: readonly ScatterLabel[];
  readonly across: (at: number) => number;
  readonly upright: (at: number) => number;
}

const fontSize = 12;
const lineHeight = 16;
const largestRadius = 22;
/** On a telephone circles are smaller, so that they leave room for names. */
const largestNarrowRadius = 14;
const narrow = 480;
const smallestRadius = 4;

function referenceBox(label: string, right: number, y: number): Box {
  return { left: right - textWidth(label, fontSize), right, top: y - 5 - fontSize, bottom: y - 5 + 4 };
}

/** Beside the circle to the right, to the left, above, below. */
function placesOf(
  circle: { x: number; y: number; radius: number },
  width: number,
): readonly { x: number; y: number }[] {
  const { x, y, radius } = circle;
  return [
    { x: x + radius + 4, y: y + 4 },
    { x: x - radius - 4 - width, y: y + 4 },
    { x: x - width / 2, y: y - radius - 5 },
    { x: x - width / 2, y: y + radius + fontSize + 3 },
  ];
}

/** @param width of the drawing in pixels */
export function drawScatter(
  { points, y }: Pick<Scatter, 'points' | 'y'>,
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
  // The prefecture's value stands at the right end of its line.
  const taken: Box[] =
    y.reference === null ? [] : [referenceBox(y.reference.label, area.right, upright(y.reference.at))];
  const labels: ScatterLabel[] = [];
  const standing = ({ point }: (typeof circles)[number]) => (point.isOwn ? 0 : point.isClear ? 1 : 2);
  // Whoever must be named is placed first; the others are named where there is room.
  for (const circle of circles.toSorted((one, other) => standing(one) - standing(other))) {
    const { name, isOwn, isClear } = circle.point;
    const isStrong = isOwn || isClear;
    const long = textWidth(name, fontSize);
    const free = placesOf(circle, long).find(({ x, y }) => {
      const box = { left: x, right: x + long, top: y - fontSize, bottom: y - fontSize + lineHeight };
      const isInside = box.left >= area.left && box.right <= width && box.top >= 0 && box.bottom <= area.bottom;
      const isOverOther = circles.some(
        (other) =>
          other !== circle &&
          isOverlapping(box, {
            left: other.x - other.radius / 2,
            right: other.x + other.radius / 2,
            top: other.y - other.radius / 2,
            bottom: other.y + other.radius / 2,
          }),
      );
      return isInside && !taken.some((each) => isOverlapping(each, box)) && (isStrong || !isOverOther);
    });
    if (free === undefined) continue;
    taken.push({ left: free.x, right: free.x + long, top: free.y - fontSize, bottom: free.y - fontSize + lineHeight });
    labels.push({ text: name, ...free, isStrong });
  }
  return { area, circles, labels, across, upright };
}
