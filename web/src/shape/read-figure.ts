/**
 * One figure of a cut, with the rule for series that were left out of it.
 * The same few lines as functions/publish/read-figure.ts; a test holds the two together.
 */

import type { Figure, StoredFigure } from '#functions/domain/figure.ts';
import type { Cut } from '#functions/publish/release.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';

/** Where a figure stands in the cube. `pathway` and `target` are 'all' or a code; `area` of the root is the municipality's code. */
export interface FigurePlace {
  readonly series: string;
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
  readonly period: string;
}

/** A stored figure with its state spelled out. */
export function expandFigure(stored: StoredFigure): Figure {
  if (stored === 'u') return { state: 'unreported' };
  if (stored === 'x') return { state: 'suppressed' };
  if (stored === 'n') return { state: 'n/a' };
  return stored === 0 ? { state: 'zero', value: 0 } : { state: 'value', value: stored };
}

/**
 * The figure of a place. A series left out of the cut has the state of its area as a whole; where that is a number,
 * a count, stock or rate is 0 and a ratio or share cannot be said (n/a). A period that the cut does not know is n/a.
 */
export function readFigure(cut: Cut, place: FigurePlace): Figure {
  const position = cut.periods.indexOf(place.period);
  if (position < 0) return { state: 'n/a' };
  const own = cut.series[`${place.series}|${place.area}|${place.pathway}|${place.target}`]?.[position];
  if (own !== undefined) return expandFigure(own);
  const whole = cut.series[`${place.series}|${place.area}|all|all`]?.[position] ?? 'n';
  if (typeof whole !== 'number') return expandFigure(whole);
  const kind = indicators.find(({ code }) => code === place.series)?.kind;
  return kind === undefined || kind === 'ratio' ? { state: 'n/a' } : { state: 'zero', value: 0 };
}
