/**
 * One figure of a cut, with the rule for series that were left out of it. The browser has the same few lines; a test
 * holds the two together.
 */
import { indicators } from '../../sheets-schema/vocabulary/indicators.ts';
import type { StoredFigure } from '../domain/figure.ts';
import type { Cut } from './release.ts';

/** Where a figure stands. `pathway` and `target` are 'all' or a code; `area` of the root is the municipality's code. */
export interface FigurePlace {
  readonly series: string;
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
  readonly period: string;
}

const byCode = new Map<string, (typeof indicators)[number]>(indicators.map((indicator) => [indicator.code, indicator]));

/**
 * The figure of a place, in this order: its own series; the series with '*' for the target or the pathway, which stands
 * for every code that has no series of its own; else the state of its area as a whole, and where that is a number, 0 for
 * a count, stock or rate and 'n' for a ratio or share (0/0). A period that the cut does not know, and a dimension that
 * the indicator does not have, are 'n'.
 */
export function readFigure(cut: Cut, place: FigurePlace): StoredFigure {
  const position = cut.periods.indexOf(place.period);
  return position < 0 ? 'n' : readSeries(cut, place)(position);
}

/** The figures of a place over all periods of the cut, by position; looks the series up once. */
export function readSeries(
  cut: Cut,
  { series, area, pathway, target }: Omit<FigurePlace, 'period'>,
): (position: number) => StoredFigure {
  const indicator = byCode.get(series);
  const dimensions: readonly string[] = indicator?.dimensions ?? ['pathway', 'target'];
  if (pathway !== 'all' && !dimensions.includes('pathway')) return () => 'n';
  if (target !== 'all' && !dimensions.includes('target')) return () => 'n';
  const own =
    cut.series[`${series}|${area}|${pathway}|${target}`] ??
    (target === 'all' ? undefined : cut.series[`${series}|${area}|${pathway}|*`]) ??
    (pathway === 'all' ? undefined : cut.series[`${series}|${area}|*|${target}`]);
  if (own !== undefined) return (position) => own[position] ?? 'n';
  const whole = cut.series[`${series}|${area}|all|all`];
  const none = figureOfNone(series);
  return (position) => {
    const figure = whole?.[position] ?? 'n';
    return typeof figure === 'number' ? none : figure;
  };
}

/** What a series without any row has where its area has a number. */
export function figureOfNone(series: string): StoredFigure {
  const kind = byCode.get(series)?.kind;
  return kind === undefined || kind === 'ratio' ? 'n' : 0;
}
