/**
 * What 概況 shows of an area, taken out of its larger cuts, so that the first view loads a tenth of them: every indicator of the area
 * as a whole, 新規相談件数 and its shares by pathway of the first level, and 新規相談件数 of the areas directly below.
 */
import { pathways } from '../../sheets-schema/vocabulary/codes.ts';
import type { AreaTree } from '../domain/area-tree.ts';
import type { StoredFigure } from '../domain/figure.ts';

type SeriesByKey = ReadonlyMap<string, readonly StoredFigure[]>;

/** The series of 'overview/<area>'; `own` are those of 'area/<area>', `every` those of 'division/all'. */
export function seriesOfOverview({
  tree,
  area,
  own,
  every,
}: {
  tree: AreaTree;
  /** Position of the area in `tree.nodes`. */
  area: number;
  own: SeriesByKey;
  every: SeriesByKey;
}): SeriesByKey {
  const key = tree.nodes[area]?.key ?? '';
  const byPathway = pathways.codes
    .filter(({ parent }) => parent === null)
    .flatMap(({ code }) => [`N01|${key}|${code}|all`, `share|${key}|${code}|all`]);
  const below = tree
    .divisionsOf(area)
    .flatMap(({ children }) => children.map((child) => `N01|${tree.nodes[child]?.key}|all|all`));
  const taken = new Map([...own].filter(([name]) => name.endsWith(`|${key}|all|all`)));
  for (const [name, from] of [
    ...byPathway.map((name) => [name, own] as const),
    ...below.map((name) => [name, every] as const),
  ]) {
    const series = from.get(name);
    if (series !== undefined) taken.set(name, series);
  }
  return taken;
}
