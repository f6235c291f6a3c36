/**
 * Records what is drawn on a canvas as SVG: the same drawing code, from the same model, gives pixels on the screen and lines
 * in a file. Knows the part of CanvasRenderingContext2D that charts use; images, gradients and Path2D it leaves out.
 */
import { fontAttributes, paintAttributes, round, textElement } from './svg-paint.ts';

/** a b c d e f of the SVG transform. */
type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Where the em box stands around the alphabetic baseline, in parts of the size; Japanese fonts agree on it. */
const baselineShift: Readonly<Record<string, number>> = {
  top: 0.88,
  hanging: 0.8,
  middle: 0.38,
  ideographic: -0.12,
  bottom: -0.12,
};

/** What save() keeps. */
const kept = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'lineDashOffset',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
  'dashes',
  'matrix',
  'clipId',
] as const;

export interface SvgRecorderOptions {
  readonly width: number;
  readonly height: number;
  /** Before every id, so that several drawings can stand in one document. */
  readonly prefix: string;
  /** Measures as the browser does: with a context of a real canvas. */
  readonly measure: (text: string, font: string) => TextMetrics;
}

/** A context that draws into text; `print()` gives what stands on it. */
export class SvgRecorder {
  fillStyle: unknown = '#000000';
  strokeStyle: unknown = '#000000';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  lineDashOffset = 0;
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  readonly canvas: { readonly width: number; readonly height: number; readonly getContext: () => SvgRecorder };
  private dashes: readonly number[] = [];
  private matrix = identity;
  private clipId: string | null = null;
  private path: string[] = [];
  private elements: string[] = [];
  private clips: string[] = [];
  private readonly stack: Pick<SvgRecorder, never>[] = [];
  private readonly options: SvgRecorderOptions;

  constructor(options: SvgRecorderOptions) {
    this.options = options;
    this.canvas = { width: options.width, height: options.height, getContext: () => this };
  }

  /** The elements, with what they refer to before them. */
  print(): string {
    const definitions = this.clips.length === 0 ? '' : `<defs>${this.clips.join('')}</defs>`;
    return definitions + this.elements.join('');
  }

  save(): void {
    this.stack.push(Object.fromEntries(kept.map((name) => [name, this[name]])));
  }
  restore(): void {
    Object.assign(this, this.stack.pop());
  }

  setTransform(a: number | DOMMatrix2DInit = 1, b = 0, c = 0, d = 1, e = 0, f = 0): void {
    this.matrix = typeof a === 'number' ? [a, b, c, d, e, f] : identity;
  }
  resetTransform(): void {
    this.matrix = identity;
  }
  translate(x: number, y: number): void {
    this.matrix = multiply(this.matrix, [1, 0, 0, 1, x, y]);
  }
  scale(x: number, y: number): void {
    this.matrix = multiply(this.matrix, [x, 0, 0, y, 0, 0]);
  }
  rotate(angle: number): void {
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    this.matrix = multiply(this.matrix, [cos, sin, -sin, cos, 0, 0]);
  }

  setLineDash(dashes: readonly number[]): void {
    this.dashes = [...dashes];
  }
  getLineDash(): number[] {
    return [...this.dashes];
  }

  beginPath(): void {
    this.path = [];
  }
  moveTo(x: number, y: number): void {
    this.path.push(`M${round(x)} ${round(y)}`);
  }
  lineTo(x: number, y: number): void {
    this.path.push(`${this.path.length === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`);
  }
  bezierCurveTo(...points: readonly number[]): void {
    this.path.push(`C${points.map(round).join(' ')}`);
  }
  quadraticCurveTo(...points: readonly number[]): void {
    this.path.push(`Q${points.map(round).join(' ')}`);
  }
  closePath(): void {
    if (this.path.length > 0) this.path.push('Z');
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`);
  }
  arc(x: number, y: number, radius: number, from: number, to: number, isBack = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, isBack);
  }
  ellipse(x: number, y: number, rx: number, ry: number, turn: number, from: number, to: number, isBack = false): void {
    const at = (angle: number) => {
      const [cx, cy] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      return [x + cx * Math.cos(turn) - cy * Math.sin(turn), y + cx * Math.sin(turn) + cy * Math.cos(turn)] as const;
    };
    const sweep = isBack ? -1 : 1;
    const whole = 2 * Math.PI;
    const size = Math.min(
      Math.abs(to - from) >= whole ? whole : ((((to - from) * sweep) % whole) + whole) % whole,
      whole,
    );
    const [startX, startY] = at(from);
    this.lineTo(startX, startY);
    // SVG draws no arc that ends where it begins, so that a circle is two.
    for (const part of size > Math.PI ? [size / 2, size] : [size]) {
      const [endX, endY] = at(from + sweep * part);
      const degrees = round((turn * 180) / Math.PI);
      this.path.push(`A${round(rx)} ${round(ry)} ${degrees} 0 ${isBack ? 0 : 1} ${round(endX)} ${round(endY)}`);
    }
  }

  fill(rule?: unknown): void {
    const evenOdd = rule === 'evenodd' ? ' fill-rule="evenodd"' : '';
    this.add(this.pathElement(`${paintAttributes('fill', this.fillStyle, this.globalAlpha)}${evenOdd}`));
  }
  stroke(): void {
    this.add(this.pathElement(`fill="none" ${this.strokeAttributes()}`));
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
    this.add(`<rect ${box} ${paintAttributes('fill', this.fillStyle, this.globalAlpha)}${this.transform()}/>`);
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }
  /** A canvas that is cleared as a whole starts anew. */
  clearRect(_x: number, _y: number, width: number, height: number): void {
    if (width < this.options.width || height < this.options.height) return;
    this.elements = [];
    this.clips = [];
  }
  clip(): void {
    const id = `${this.options.prefix}-clip-${this.clips.length + 1}`;
    this.clips.push(`<clipPath id="${id}"${this.clipAttribute()}>${this.pathElement('')}</clipPath>`);
    this.clipId = id;
  }

  fillText(text: string, x: number, y: number): void {
    const { size } = fontAttributes(this.font);
    const [anchor, alpha] = [this.anchor(), this.globalAlpha];
    const baseline = y + (baselineShift[this.textBaseline] ?? 0) * size;
    const more = this.transform();
    this.add(textElement(text, { x, y: baseline, font: this.font, fill: this.fillStyle, anchor, alpha, more }));
  }
  /** Halos around text are left out. */
  strokeText(): void {}
  measureText(text: string): TextMetrics {
    return this.options.measure(text, this.font);
  }
  drawImage(): void {}

  private anchor(): 'start' | 'middle' | 'end' {
    if (this.textAlign === 'center') return 'middle';
    return this.textAlign === 'right' || this.textAlign === 'end' ? 'end' : 'start';
  }
  private transform(): string {
    if (this.matrix.every((part, position) => part === identity[position])) return '';
    return ` transform="matrix(${this.matrix.map((part) => Math.round(part * 1e4) / 1e4).join(' ')})"`;
  }
  private clipAttribute(): string {
    return this.clipId === null ? '' : ` clip-path="url(#${this.clipId})"`;
  }
  private strokeAttributes(): string {
    const dash = this.dashes.length === 0 ? '' : ` stroke-dasharray="${this.dashes.map(round).join(' ')}"`;
    const cap = this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`;
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`;
    const paint = paintAttributes('stroke', this.strokeStyle, this.globalAlpha);
    return `${paint} stroke-width="${round(this.lineWidth)}"${cap}${join}${dash}`;
  }
  private pathElement(attributes: string): string {
    return `<path d="${this.path.join('')}" ${attributes}${this.transform()}/>`;
  }
  /** A clip is of the drawing, not of the element: it stands around it. */
  private add(element: string): void {
    if (/^<path d="" /.test(element)) return;
    this.elements.push(this.clipId === null ? element : `<g${this.clipAttribute()}>${element}</g>`);
  }
}
