/**
 * The trend line as geometry for a drawing of any width: never joined across an unreported month, a hollow point where some
 * offices are missing, years below the months, the last point labelled. Pixels only: no figure is computed here.
 */
import { formatNumber } from '../figures/format.ts';
import { originOf } from '../figures/origin.ts';
import type { RowsQuery } from '../rows/rows-query.ts';
import { textWidth } from './text-width.ts';
import type { TrendModel } from './trend-model.ts';

/** A text at a place. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A point at which the arrow keys and the pointer stop, and the rows that it was counted from. */
export interface DrawnStop extends PlacedText {
  readonly rows: RowsQuery | null;
}

export interface TrendDrawing {
  readonly width: number;
  readonly height: number;
  /** The box of the lines. */
  readonly area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** At most four lines above 0, each with its number. */
  readonly grid: readonly { readonly y: number; readonly label: string }[];
  readonly line: string;
  readonly dots: readonly {
    readonly x: number;
    readonly y: number;
    readonly isHollow: boolean;
    readonly isLast: boolean;
  }[];
  readonly gaps: readonly { readonly x: number; readonly width: number; readonly label: PlacedText | null }[];
  readonly ticks: readonly PlacedText[];
  readonly years: readonly { readonly border: number | null; readonly label: PlacedText | null }[];
  readonly last: { readonly x: number; readonly y: number; readonly value: string; readonly name: string } | null;
  /** Where the arrow keys and the pointer stop, point by point; a state stands on the axis. */
  readonly stops: readonly DrawnStop[];
}

/** The distance of the grid lines: 1, 2 or 5 times a power of ten, so that at most four stand above 0. */
export function gridStep(greatest: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].find((factor) => greatest / (factor * power) <= 4);
    if (step !== undefined) return step * power;
  }
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Geometry of a model in a box of `width` × `height`. */
export function trendDrawing(model: TrendModel, width: number, height: number): TrendDrawing {
  const values = model.points.map(({ figure }) => ('value' in figure ? figure.value : null));
  const greatest = Math.max(1, ...values.map((value) => value ?? 0));
  const step = gridStep(greatest);
  const top = Math.ceil(greatest / step) * step;
  const widest = textWidth(formatNumber(top), 12);
  const right = Math.max(44, textWidth(model.lastLabel?.value ?? '', 15) + 18);
  const area = {
    left: Math.ceil(widest) + 10,
    right: Math.floor(width - right),
    top: 30,
    bottom: height - (model.years.length > 0 ? 48 : 28),
  };
  const pitch = model.points.length < 2 ? 0 : (area.right - area.left) / (model.points.length - 1);
  const half = pitch === 0 ? 20 : pitch / 2;
  const x = (position: number) => round(area.left + position * pitch);
  const y = (value: number) => round(area.bottom - (value / top) * (area.bottom - area.top));
  const isThere = (position: number) => (values[position] ?? null) !== null;
  const lastPlace = values.findLastIndex((value) => value !== null);
  const last = values[lastPlace] ?? null;
  const edges = (from: number, to: number) => ({
    left: Math.max(area.left, x(from) - half),
    right: Math.min(area.right, x(to) + half),
  });
  let labelEnd = Number.NEGATIVE_INFINITY;
  return {
    width,
    height,
    area,
    grid: Array.from({ length: Math.round(top / step) + 1 }, (_, place) => ({
      y: y(place * step),
      label: formatNumber(place * step),
    })),
    line: values
      .map((value, position) =>
        value === null ? '' : `${isThere(position - 1) ? 'L' : 'M'}${x(position)} ${y(value)}`,
      )
      .join(''),
    dots: values.flatMap((value, position) => {
      if (value === null) return [];
      const isHollow = model.points[position]?.isPartial === true;
      return [{ x: x(position), y: y(value), isHollow, isLast: position === lastPlace }];
    }),
    gaps: model.gaps.map(({ from, to, label }) => {
      const { left, right: end } = edges(from, to);
      const text = textWidth(label, 12);
      const middle = Math.min(Math.max((left + end) / 2, text / 2), width - text / 2);
      const isFree = middle - text / 2 > labelEnd + 8;
      if (isFree) labelEnd = middle + text / 2;
      const placed = isFree ? { text: label, x: round(middle), y: area.top - 10 } : null;
      return { x: round(left), width: round(end - left), label: placed };
    }),
    ticks: model.ticks.flatMap((text, position) =>
      text === '' ? [] : [{ text, x: x(position), y: area.bottom + 18 }],
    ),
    years: model.years.map(({ label, from, to }, place) => {
      const { left, right: end } = edges(from, to);
      const isWide = textWidth(label, 12) < end - left + 12;
      return {
        border: place === 0 ? null : round(left),
        label: isWide ? { text: label, x: round((left + end) / 2), y: area.bottom + 38 } : null,
      };
    }),
    last: last === null || model.lastLabel === null ? null : { x: x(lastPlace), y: y(last), ...model.lastLabel },
    stops: values.map((value, position) => ({
      text: `${model.names[position] ?? ''} ${model.printed[position] ?? ''}`,
      x: x(position),
      y: y(value ?? 0),
      rows: model.points[position] === undefined ? null : originOf(model.points[position].figure),
    })),
  };
}
