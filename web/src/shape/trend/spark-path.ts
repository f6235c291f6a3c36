/** The line of a spark as SVG path data: from the least to the greatest of its own numbers, never joined across a gap. */
import type { SeriesPoint } from '../figures/series.ts';

export interface SparkPath {
  readonly line: string;
  /** Numbers that stand alone between gaps. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** The last number. */
  readonly last: { readonly x: number; readonly y: number } | null;
}

/** Coordinates lie in a box of `width` × `height` with 4 px to each side. */
export function sparkPath(points: readonly SeriesPoint[], width: number, height: number): SparkPath {
  const values = points.map(({ figure }) => ('value' in figure ? figure.value : null));
  const numbers = values.filter((value) => value !== null);
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)];
  const step = points.length < 2 ? 0 : (width - 8) / (points.length - 1);
  const placed = values.map((value, position) =>
    value === null
      ? null
      : {
          x: Math.round((4 + position * step) * 10) / 10,
          y:
            Math.round(
              (height - 4 - (greatest === least ? 0.5 : (value - least) / (greatest - least)) * (height - 8)) * 10,
            ) / 10,
        },
  );
  const isJoined = (position: number) => (placed[position - 1] ?? null) !== null;
  return {
    line: placed
      .map((at, position) => (at === null ? '' : `${isJoined(position) ? 'L' : 'M'}${at.x} ${at.y}`))
      .join(''),
    dots: placed.filter(
      (at, position) => at !== null && !isJoined(position) && (placed[position + 1] ?? null) === null,
    ) as SparkPath['dots'],
    last: placed.findLast((at) => at !== null) ?? null,
  };
}
