/** What stands on a canvas as SVG, for files and for paper; drawn anew from the chart's own model when it is asked for. */
import { SvgRecorder } from '../shape/export/svg-recorder.ts';

export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/** Draws a chart on a context and gives what then stands on it. */
export type Draw = (recorder: SvgRecorder) => string;

const drawings = new WeakMap<HTMLCanvasElement, Draw>();
let count = 0;
let ruler: CanvasRenderingContext2D | null = null;

/** Remembers how to draw what a canvas shows. */
export function rememberDrawing(canvas: HTMLCanvasElement, draw: Draw): void {
  drawings.set(canvas, draw);
}

/** As the browser measures text. */
export function measureText(text: string, font: string): TextMetrics {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) throw new Error('This browser draws nothing on a canvas');
  ruler.font = font;
  return ruler.measureText(text);
}

/** The elements of an SVG of this size, or `null` for a canvas of which nobody said how it is drawn. */
export function drawVector(canvas: HTMLCanvasElement, { width, height }: DrawingSize): string | null {
  const draw = drawings.get(canvas);
  if (draw === undefined) return null;
  count += 1;
  return draw(new SvgRecorder({ width, height, prefix: `drawing-${count}`, measure: measureText }));
}
