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
