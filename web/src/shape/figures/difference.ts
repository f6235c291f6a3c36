/**
 * Differences between two printed values: the only arithmetic of the dashboard, so that a pocket calculator agrees
 * with every line. Where either side is a state, the difference is that state.
 */
import type { Figure } from '#functions/domain/figure.ts';
import { printedValue } from './format.ts';

/** A difference, or the state of the side that has no number (the later side first). */
export type Difference =
  | { readonly state: 'value'; readonly value: number }
  | { readonly state: 'unreported' | 'suppressed' | 'n/a' };

/** `after` − `before`, both as printed with `decimals`. */
export function differenceOf(before: Figure, after: Figure, decimals: number): Difference {
  if (!('value' in after)) return { state: after.state };
  if (!('value' in before)) return { state: before.state };
  const difference = printedValue(after.value, decimals) - printedValue(before.value, decimals);
  return { state: 'value', value: printedValue(difference, decimals) };
}

/** The change in percent of the value before, one decimal; `null` where it cannot be said (a state, or 0 before). */
export function changeShare(before: Figure, after: Figure, decimals: number): number | null {
  if (!('value' in after) || !('value' in before)) return null;
  const from = printedValue(before.value, decimals);
  if (from === 0) return null;
  return printedValue(((printedValue(after.value, decimals) - from) / from) * 100, 1);
}

/** The sum of printed values; the first state among them where one has no number. */
export function sumOfPrinted(figures: readonly Figure[], decimals: number): Figure {
  let sum = 0;
  for (const figure of figures) {
    if (!('value' in figure)) return figure;
    sum += printedValue(figure.value, decimals);
  }
  const value = printedValue(sum, decimals);
  return value === 0 ? { state: 'zero', value } : { state: 'value', value };
}

/** What of a printed total is in none of its printed parts; `null` where that cannot be said, or there is nothing. */
export function remainderOf(total: Figure, parts: readonly Figure[], decimals: number): Figure | null {
  const sum = sumOfPrinted(parts, decimals);
  const rest = differenceOf(sum, total, decimals);
  if (rest.state !== 'value' || rest.value <= 0) return null;
  return { state: 'value', value: rest.value };
}
