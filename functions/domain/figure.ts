/**
 * A figure (値) and its state. A state is never turned into a number, from here to the pixel.
 * Inside long sums an undefined part stands as NaN in a typed array; it becomes a state when it leaves.
 */

/** 未報告, 秘匿, 該当なし: three different things, and none of them is zero. */
export type FigureState = 'value' | 'zero' | 'unreported' | 'suppressed' | 'n/a';

export type Figure =
  | { readonly state: 'value' | 'zero'; readonly value: number }
  | { readonly state: 'unreported' | 'suppressed' | 'n/a' };

/** How a figure stands in a published object: a number (0 is zero), 'u' unreported, 'x' suppressed, 'n' not applicable. */
export type StoredFigure = number | 'u' | 'x' | 'n';

const stateOf = { u: 'unreported', x: 'suppressed', n: 'n/a' } as const;
const letterOf = { unreported: 'u', suppressed: 'x', 'n/a': 'n' } as const;

/** A number as a figure; 0 is the state 'zero'. */
export function figureOf(value: number): Figure {
  return { state: value === 0 ? 'zero' : 'value', value };
}

/** A stored figure with its state in words. */
export function unstoreFigure(stored: StoredFigure): Figure {
  return typeof stored === 'number' ? figureOf(stored) : { state: stateOf[stored] };
}

/** A figure as it is stored. */
export function storeFigure(figure: Figure): StoredFigure {
  return 'value' in figure ? figure.value : letterOf[figure.state];
}

/**
 * The sum of figures. A suppressed part hides the sum. Parts that are unreported or not applicable are left out
 * (offices that did not report are named beside the figure); where no part is a number the first state stays.
 */
export function addFigures(parts: readonly StoredFigure[]): StoredFigure {
  let sum = 0;
  let hasNumber = false;
  for (const part of parts) {
    if (part === 'x') return 'x';
    if (typeof part === 'number') {
      sum += part;
      hasNumber = true;
    }
  }
  if (hasNumber) return sum;
  return parts.includes('u') ? 'u' : 'n';
}

/** A quotient, times `factor`. 0/0 and any division by zero are not applicable; a state on either side stays a state. */
export function divideFigures(numerator: StoredFigure, denominator: StoredFigure, factor: number): StoredFigure {
  if (numerator === 'x' || denominator === 'x') return 'x';
  if (typeof numerator !== 'number') return numerator;
  if (typeof denominator !== 'number') return denominator;
  return denominator === 0 ? 'n' : (numerator / denominator) * factor;
}
