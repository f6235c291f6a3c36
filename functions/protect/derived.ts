/**
 * Figures that are worked out from counts: shares, rates, ratios, intervals, smoothed values, ranks, points of a chart. Each
 * gives away what it is made of, so it is shown only where all of that is shown.
 */

import { rateCodes, rateDefinitions } from '../domain/counting/rates.ts';
import { ratioCodes } from '../domain/counting/ratios.ts';
import type { StoredFigure } from '../domain/figure.ts';
import { knownPathway } from './dimensions.ts';

/** Where a figure stands, without its indicator. */
export interface FigurePlace {
  readonly municipality: string;
  readonly period: string;
  /** The period before, for what was open at its end; `null` where there is none. */
  readonly periodBefore: string | null;
  readonly pathway: string;
  readonly target: string;
}

/** Cases received and closed within a period: no indicator, but the upper side of R04, so protected like one. */
export const closedWithin = 'R04/closed';

/** The cell of a count. */
export function cellOf(
  indicator: string,
  { municipality, period, pathway, target }: Omit<FigurePlace, 'periodBefore'>,
): string {
  return [indicator, municipality, period, pathway, target].join('|');
}

/**
 * The counts that a figure of an indicator gives away: of a count itself; of a ratio both sides; of a rate (and its interval, smoothed
 * value and rank) its count, since populations are known. Quality (Q01 to Q03) counts months and rows, not persons: none.
 */
export function countsBehind(indicator: string, place: FigurePlace): string[] {
  const rate = rateCodes.find((code) => code === indicator);
  if (rate !== undefined) {
    const { target } = rateDefinitions[rate];
    return [cellOf('N01', target === 'all' ? place : { ...place, target })];
  }
  const ratio = ratioCodes.find((code) => code === indicator);
  switch (ratio) {
    case undefined:
      return indicator.startsWith('Q') ? [] : [cellOf(indicator, place)];
    case 'R01':
      return [cellOf('N01', { ...place, pathway: 'P04' }), cellOf('N01', { ...place, pathway: knownPathway })];
    case 'R02':
      return [cellOf('N08', place), cellOf('N01', place)];
    case 'R03': {
      const { periodBefore } = place;
      const before = periodBefore === null ? [] : [cellOf('N07', { ...place, period: periodBefore })];
      return [cellOf('N06', place), cellOf('N01', place), ...before];
    }
    case 'R04':
      return [cellOf(closedWithin, place), cellOf('N01', place)];
    case 'R05':
      return [cellOf('N04', place), cellOf('N01', place)];
    case 'R08':
      return [cellOf('N02', place), cellOf('N01', place)];
    default:
      return ratio satisfies never;
  }
}

/**
 * The two sides of a ratio as cells. They are the counts themselves, except where a month or an office gives one side only and is left
 * out of the ratio; `of` is the count that the side is then a part of. R03 begins with what was open: its base is no part of a count.
 */
export function sidesBehind(
  ratio: string,
  place: Omit<FigurePlace, 'periodBefore'>,
): readonly { readonly id: string; readonly of: string | null; readonly side: 'upper' | 'base' }[] {
  const at = (side: 'upper' | 'base', own: typeof place, count: string | null) => ({
    id: cellOf(`${ratio}/${side}`, own),
    of: count === null ? null : cellOf(count, own),
    side,
  });
  switch (ratioCodes.find((code) => code === ratio)) {
    case undefined:
      return [];
    case 'R01':
      return [at('upper', { ...place, pathway: 'P04' }, 'N01'), at('base', { ...place, pathway: knownPathway }, 'N01')];
    case 'R02':
      return [at('upper', place, 'N08'), at('base', place, 'N01')];
    case 'R03':
      return [at('upper', place, 'N06'), at('base', place, null)];
    case 'R04':
      return [at('upper', place, closedWithin), at('base', place, 'N01')];
    case 'R05':
      return [at('upper', place, 'N04'), at('base', place, 'N01')];
    case 'R08':
      return [at('upper', place, 'N02'), at('base', place, 'N01')];
    default:
      return [];
  }
}

/** The counts behind a share of the pathways of a place (構成比): its own and those that it is a share of. */
export function countsBehindShare(place: FigurePlace): string[] {
  return [cellOf('N01', place), cellOf('N01', { ...place, pathway: knownPathway })];
}

/** 'x' where any count behind it is hidden; states that say more than 'hidden' stay. */
export function hideDerived(
  figure: StoredFigure,
  counts: readonly string[],
  hidden: ReadonlySet<string>,
): StoredFigure {
  if (figure === 'u' || figure === 'n') return figure;
  return counts.some((cell) => hidden.has(cell)) ? 'x' : figure;
}

/**
 * What is left of a list that is sorted by its figures: those that are shown keep their order, the others come after them by code, since
 * a place in the order is a figure too.
 */
export function orderWithoutHidden<Row extends { readonly code: string; readonly figure: StoredFigure }>(
  rows: readonly Row[],
): Row[] {
  const shown = rows.filter(({ figure }) => figure !== 'x');
  const rest = rows.filter(({ figure }) => figure === 'x').toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return [...shown, ...rest];
}
