/** Labels beside points so that none covers another label or a point: the most important first, each at the first place that is free. */

import { textWidth } from '../trend/text-width.ts';
import type { PlacedText } from '../trend/trend-drawing.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LabelledPoint {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isBold: boolean;
  /** Also far from its point, with a line to it; others are left out where there is no place beside them. */
  readonly isWanted: boolean;
  /** Of a circle that is larger than a point. */
  readonly radius?: number;
}

export interface PlacedLabel extends PlacedText {
  readonly key: string;
  readonly isBold: boolean;
  readonly box: Box;
  /** From the point to a label that stands away from it. */
  readonly lead: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null;
}

const size = 12;
const lineHeight = 16;
/** Half the width of a point with its edge. */
const pointReach = 7;

export function isOverlapping(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Corners and sides around a point at a distance, the right side first. */
function placesAround(distance: number): readonly (readonly [x: number, y: number])[] {
  const slant = distance * 0.75;
  return [
    [distance, 0],
    [-distance, 0],
    [0, -distance],
    [0, distance],
    [slant, -slant],
    [slant, slant],
    [-slant, -slant],
    [-slant, slant],
  ];
}

const near = [12];
const far = [12, 22, 34, 48, 64, 84, 108];

function boxAt(point: LabelledPoint, [dx, dy]: readonly [number, number]): Box {
  const width = textWidth(point.text, size) * (point.isBold ? 1.06 : 1) + 4;
  const left = dx > 0 ? point.x + dx - 2 : dx < 0 ? point.x + dx - width + 2 : point.x - width / 2;
  const middle = point.y + dy;
  return { left, right: left + width, top: middle - lineHeight / 2, bottom: middle + lineHeight / 2 };
}

/**
 * @param points the most important first
 * @param taken what else may not be covered
 * @returns those that have a place
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  {
    area,
    taken = [],
    marks,
  }: { area: Box; taken?: readonly Box[]; marks: readonly { x: number; y: number; radius?: number }[] },
): readonly PlacedLabel[] {
  const dots = marks.map(({ x, y, radius }) => {
    // A name may touch the corner of the square around a circle.
    const reach = radius === undefined ? pointReach : radius * 0.75;
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
  });
  const boxes: Box[] = [...taken];
  const isFree = (box: Box) =>
    box.left >= area.left &&
    box.right <= area.right &&
    box.top >= area.top &&
    box.bottom <= area.bottom &&
    !boxes.some((other) => isOverlapping(box, other)) &&
    !dots.some((dot) => isOverlapping(box, dot));
  const placed: PlacedLabel[] = [];
  for (const point of points) {
    const beyond = Math.max(0, (point.radius ?? pointReach) - pointReach);
    const found = (point.isWanted ? far : near)
      .map((distance) => distance + beyond)
      .flatMap((distance) => placesAround(distance).map((place) => ({ distance, box: boxAt(point, place) })))
      .find(({ box }) => isFree(box));
    if (found === undefined) continue;
    const { box, distance } = found;
    boxes.push(box);
    const middle = (box.top + box.bottom) / 2;
    const edge = Math.min(Math.max(point.x, box.left), box.right);
    placed.push({
      key: point.key,
      text: point.text,
      isBold: point.isBold,
      box,
      x: box.left + 2,
      y: middle + size * 0.36,
      lead: distance > 20 + beyond ? { x1: point.x, y1: point.y, x2: edge, y2: middle } : null,
    });
  }
  return placed;
}
