/** The points of a row of small charts: how arrows go through them, and what each says. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatFigure } from './format.ts';

/** One small chart: a figure for each period. */
export interface MultipleChart {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/**
 * The place among all points, chart after chart, that a key leads to; `null` where it leads nowhere. Left and right go on at the next
 * chart, up and down keep the period; both come round.
 */
export function stepThroughPoints(
  at: number | null,
  key: string,
  { charts, points }: { readonly charts: number; readonly points: number },
): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: points, ArrowUp: -points };
  const step = steps[key];
  const all = charts * points;
  if (step === undefined || all === 0) return null;
  if (at === null) return step > 0 ? 0 : all - 1;
  return (at + step + all) % all;
}

/** '地域 令和6年度 52'; a state by its word. */
export function sayPoint(
  { chart, period, figure }: { readonly chart: string; readonly period: string; readonly figure: Figure },
  language: Language,
): string {
  return `${chart} ${period} ${formatFigure(figure, 0, language)}`;
}
