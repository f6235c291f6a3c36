/**
 * One figure of a cut, with the rule for series that were left out of it. The same few lines as
 * functions/publish/read-figure.ts, which the browser does not import; a test holds the two together.
 */

import type { Figure, StoredFigure } from '#functions/domain/figure.ts';
import type { Cut } from '#functions/publish/release.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { withOrigin } from './origin.ts';

/** Where a figure stands in the cube. `pathway` and `target` are 'all' or a code; `area` of the root is the municipality's code. */
export interface FigurePlace {
  readonly series: string;
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
  readonly period: string;
}

const byCode = new Map<string, (typeof indicators)[number]>(indicators.map((indicator) => [indicator.code, indicator]));

/** A stored figure with its state spelled out. */
export function expandFigure(stored: StoredFigure): Figure {
  if (stored === 'u') return { state: 'unreported' };
  if (stored === 'x') return { state: 'suppressed' };
  if (stored === 'n') return { state: 'n/a' };
  return stored === 0 ? { state: 'zero', value: 0 } : { state: 'value', value: stored };
}

const positions = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where each period stands: a page reads thousands of figures, and ten years have more than two hundred periods. */
function positionsOf(periods: readonly string[]): ReadonlyMap<string, number> {
  const known = positions.get(periods) ?? new Map(periods.map((period, position) => [period, position] as const));
  positions.set(periods, known);
  return known;
}

/** The figure of a place as it is stored; see functions/publish/read-figure.ts for the rule. */
export function readStored(cut: Cut, { series, area, pathway, target, period }: FigurePlace): StoredFigure {
  const position = positionsOf(cut.periods).get(period);
  if (position === undefined) return 'n';
  const indicator = byCode.get(series);
  const dimensions: readonly string[] = indicator?.dimensions ?? ['pathway', 'target'];
  if (pathway !== 'all' && !dimensions.includes('pathway')) return 'n';
  if (target !== 'all' && !dimensions.includes('target')) return 'n';
  const own =
    cut.series[`${series}|${area}|${pathway}|${target}`] ??
    (target === 'all' ? undefined : cut.series[`${series}|${area}|${pathway}|*`]) ??
    (pathway === 'all' ? undefined : cut.series[`${series}|${area}|*|${target}`]);
  if (own !== undefined) return own[position] ?? 'n';
  const whole = cut.series[`${series}|${area}|all|all`]?.[position] ?? 'n';
  if (typeof whole !== 'number') return whole;
  return indicator === undefined || indicator.kind === 'ratio' ? 'n' : 0;
}

/** The figure of a place, with its state; it remembers its place (origin.ts). */
export function readFigure(cut: Cut, place: FigurePlace): Figure {
  return withOrigin(expandFigure(readStored(cut, place)), place);
}
