/**
 * A figure (値) and its state. A state is never turned into a number, from here to the pixel.
 */

/** 未報告, 秘匿, 該当なし: three different things, and none of them is zero. */
export type FigureState = 'value' | 'zero' | 'unreported' | 'suppressed' | 'n/a';

export type Figure =
  | { readonly state: 'value' | 'zero'; readonly value: number }
  | { readonly state: 'unreported' | 'suppressed' | 'n/a' };

/** How a figure stands in a published object: a number (0 is zero), 'u' unreported, 'x' suppressed, 'n' not applicable. */
export type StoredFigure = number | 'u' | 'x' | 'n';
