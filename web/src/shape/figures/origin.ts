/**
 * Which rows a figure was counted from: remembered where it is read, so that whatever draws it can lead there, however many hands it
 * went through. A figure that was put together from others has no origin.
 */
import type { Figure } from '#functions/domain/figure.ts';
import type { RowsQuery } from '../rows/rows-query.ts';

const origins = new WeakMap<Figure, RowsQuery>();

/** The same figure, with its origin; a state was counted from nothing. */
export function withOrigin(figure: Figure, origin: RowsQuery): Figure {
  if ('value' in figure) origins.set(figure, origin);
  return figure;
}

/** What leads to the rows of a figure; `null` where nothing does. */
export function originOf(figure: Figure): RowsQuery | null {
  return origins.get(figure) ?? null;
}
