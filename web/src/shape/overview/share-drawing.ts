/**
 * The 100 % stack of 概況 and 経路別 as geometry for a drawing of any width: oldest on top, names over the first bar, shares of 3 % and
 * more inside their part, a tint that joins the emphasised part. The widths are the printed shares; nothing is computed.
 */
import { isSmall, isSmallAbove, type StackModel } from '../../charts/stack-model.ts';
import { textWidth } from '../trend/text-width.ts';
import type { DrawnStop, PlacedText } from '../trend/trend-drawing.ts';

export interface SharePart {
  readonly code: string;
  readonly x: number;
  readonly width: number;
  /** The printed share inside; '' where it does not fit. */
  readonly inside: string;
  /** The printed share above, where it is too small to stand inside and no other is. */
  readonly above: string;
  readonly isEmphasised: boolean;
}

export interface ShareBar {
  readonly name: string;
  readonly below: string;
  readonly isBold: boolean;
  readonly y: number;
  readonly parts: readonly SharePart[];
}

export interface ShareDrawing {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly ShareBar[];
  /** Names over the first bar, as many as stand beside each other. */
  readonly names: readonly (PlacedText & { readonly isEmphasised: boolean })[];
  /** Corners of the tints between the bars, as points of a polygon. */
  readonly tints: readonly string[];
  readonly stops: readonly DrawnStop[];
}

export const shareBarHeight = 36;
const topRoom = 20;

/** Where it stands beside something taller, a few bars stand apart, with room for the tint that joins them. */
export type ShareRoom = 'close' | 'roomy';

/** From one bar to the next. */
function pitchOf(model: StackModel, room: ShareRoom): number {
  if (room === 'roomy' && model.bars.length < 4) return shareBarHeight + 50;
  return shareBarHeight + (isSmallAbove(model) ? 26 : 14);
}

/** The height of the drawing, known before its width. */
export function shareHeight(model: StackModel, room: ShareRoom = 'close'): number {
  return topRoom + (isSmallAbove(model) ? 14 : 0) + model.bars.length * pitchOf(model, room);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Parts of a bar from left to right. */
function partsOf(model: StackModel, bar: number, left: number, width: number): readonly SharePart[] {
  const isAbove = isSmallAbove(model);
  let sum = 0;
  return model.parts.map((part) => {
    const share = part.shares[bar] ?? null;
    const printed = part.printed[bar] ?? '';
    const own = ((share ?? 0) / 100) * width;
    const x = left + (sum / 100) * width;
    sum += share ?? 0;
    const size = part.isEmphasised ? 15 : 13;
    const fits = share !== null && share > 0 && !isSmall(share) && textWidth(printed, size) + 4 <= own;
    return {
      code: part.code,
      x: round(x),
      width: round(own),
      inside: fits ? printed : '',
      above: isAbove && isSmall(share) ? printed : '',
      isEmphasised: part.isEmphasised,
    };
  });
}

/** Names that fit beside each other over the first bar; on a telephone the legend names all parts. */
function namesOver(model: StackModel, parts: readonly SharePart[], width: number, y: number): ShareDrawing['names'] {
  if (width < 340) return [];
  let end = Number.NEGATIVE_INFINITY;
  return parts.flatMap((part, position) => {
    const text = model.parts[position]?.name ?? '';
    const half = textWidth(text, 12) / 2;
    const middle = part.x + part.width / 2;
    if (part.inside === '' || middle - half < end + 4) return [];
    end = middle + half;
    return [{ text, x: round(middle), y, isEmphasised: part.isEmphasised }];
  });
}

export function shareDrawing(model: StackModel, width: number, room: ShareRoom = 'close'): ShareDrawing {
  const pitch = pitchOf(model, room);
  const label = Math.max(
    ...model.bars.map(({ name, below }) => Math.max(textWidth(name, 13), textWidth(below, 12))),
    40,
  );
  // Names as long as a third of the drawing stand over their bars' left end instead of beside them.
  const left = Math.min(Math.ceil(label) + 12, Math.round(width * 0.36));
  const barWidth = width - left - 2;
  const first = topRoom + (isSmallAbove(model) ? 14 : 0);
  const bars = model.bars.map((bar, position) => ({
    ...bar,
    y: first + position * pitch,
    parts: partsOf(model, position, left, barWidth),
  }));
  const emphasised = model.parts.findIndex(({ isEmphasised }) => isEmphasised);
  return {
    width,
    height: shareHeight(model, room),
    bars,
    names: namesOver(model, bars[0]?.parts ?? [], barWidth, first - (isSmallAbove(model) ? 20 : 6)),
    tints: bars.flatMap((bar, position) => {
      const [upper, lower] = [bar.parts[emphasised], bars[position + 1]?.parts[emphasised]];
      if (upper === undefined || lower === undefined) return [];
      const [above, below] = [bar.y + shareBarHeight, bar.y + pitch];
      return [
        `${upper.x},${above} ${upper.x + upper.width},${above} ${lower.x + lower.width},${below} ${lower.x},${below}`,
      ];
    }),
    stops: bars.flatMap((bar, place) =>
      bar.parts.map((part, position) => ({
        text: `${bar.name} ${model.parts[position]?.name ?? ''} ${model.parts[position]?.printed[place] ?? ''}%`,
        x: round(part.x + part.width / 2),
        y: bar.y + shareBarHeight / 2,
        rows: model.parts[position]?.rows?.[place] ?? null,
      })),
    ),
  };
}
