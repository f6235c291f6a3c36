/**
 * How wide the columns of 圏域別 are. Said beforehand, each row is laid out by itself, and those out of sight not at all: a table that
 * finds its own widths is laid out whole whenever anything in it changes.
 */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { AreaRow, AreaShape } from './area-rows.ts';

export interface Widths {
  /** As `grid-template-columns` takes it: each column at least so wide, what is left over divided in proportion. */
  readonly tracks: string;
  /** The least of the whole table. */
  readonly least: string;
}

export interface ColumnWidths {
  readonly wide: Widths;
  /** Without the bars. */
  readonly narrow: Widths;
}

/** Pixels, of numbers up to five digits and of the column's head. */
const pixels = {
  count: { ja: 50, en: 54 },
  share: { ja: 62, en: 62 },
  bar: { ja: 88, en: 88 },
  rate: { ja: 100, en: 92 },
  difference: { ja: 58, en: 64 },
  spark: { ja: 104, en: 104 },
  month: { ja: 46, en: 46 },
} as const;

/** The longest name is broken into lines from here. */
const widestName = 240;
const narrowestName = 140;

/** About how wide a name is, in pixels, with its place in the tree; at 14 pixels a Japanese letter is 14 wide, a Latin one about 8. */
function nameWidth({ name, depth }: AreaRow, hasTree: boolean): number {
  const letters = [...name].reduce((sum, letter) => sum + (letter < '\u2e80' ? 8 : 14), 0);
  return letters + depth * 18 + (hasTree ? 28 : 0) + 12;
}

export function columnWidths(shape: AreaShape, language: Language): ColumnWidths {
  const hasTree = shape.rows.some(({ hasParts }) => hasParts);
  const longest = Math.max(narrowestName, ...shape.rows.map((row) => nameWidth(row, hasTree)));
  const of = (key: keyof typeof pixels) => pixels[key][language];
  const isRate = shape.measure === 'R06';
  const columns = (bar: readonly number[]): Widths => {
    const all = [
      Math.min(widestName, longest),
      of('count'),
      of('share'),
      ...(isRate ? [] : bar),
      ...(shape.hasRates ? [of('rate')] : []),
      ...(isRate ? bar : []),
      ...(shape.hasDifferences ? [of('difference')] : []),
      ...(shape.months.length > 0 ? [of('spark')] : []),
      ...shape.months.map(() => of('month')),
    ];
    return {
      tracks: all.map((width) => `minmax(${width}px, ${width}fr)`).join(' '),
      least: `${all.reduce((sum, width) => sum + width, 0)}px`,
    };
  };
  return { wide: columns([of('bar')]), narrow: columns([]) };
}
