/**
 * What a page shows first, taken out of the larger cuts, so that it loads a tenth of them. A page falls back on the larger ones where
 * a release has none of these.
 */
import { pathways } from '../../sheets-schema/vocabulary/codes.ts';
import type { AreaTree } from '../domain/area-tree.ts';
import type { StoredFigure } from '../domain/figure.ts';

type SeriesByKey = ReadonlyMap<string, readonly StoredFigure[]>;

function taken(from: SeriesByKey, isTaken: (name: SeriesName) => boolean): SeriesByKey {
  return new Map([...from].filter(([name]) => isTaken(split(name))));
}

interface SeriesName {
  readonly series: string;
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
}

function split(name: string): SeriesName {
  const [series = '', area = '', pathway = '', target = ''] = name.split('|');
  return { series, area, pathway, target };
}

/**
 * 'overview/<area>', of 概況: every indicator of the area as a whole, 新規相談件数 and its shares by pathway of the first level, and
 * 新規相談件数 of the areas directly below. `own` are the series of 'area/<area>', `every` those of 'division/all'.
 */
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
  const first: ReadonlySet<string> = new Set(
    pathways.codes.filter(({ parent }) => parent === null).map(({ code }) => code),
  );
  const below = new Set(
    tree.divisionsOf(area).flatMap(({ children }) => children.map((child) => tree.nodes[child]?.key ?? '')),
  );
  const isWhole = ({ pathway, target }: SeriesName) => pathway === 'all' && target === 'all';
  const isOfPathway = ({ series, pathway, target }: SeriesName) =>
    (series === 'N01' || series === 'share') && first.has(pathway) && target === 'all';
  return new Map([
    ...taken(own, (name) => name.area === key && (isWhole(name) || isOfPathway(name))),
    ...taken(every, (name) => name.series === 'N01' && below.has(name.area) && isWhole(name)),
  ]);
}

/** 'pathways/<area>', of 経路別: 新規相談件数 and shares by pathway of both levels, and what 不明 takes from the shares (R01). */
export function seriesOfPathways(own: SeriesByKey): SeriesByKey {
  return taken(
    own,
    ({ series, pathway, target }) =>
      target === 'all' && (series === 'N01' || series === 'share' || (series === 'R01' && pathway === 'all')),
  );
}

/** 'targets/<area>', of 対象・課題別: persons and their shares by target of both levels. */
export function seriesOfTargets(own: SeriesByKey): SeriesByKey {
  return taken(own, ({ series, pathway }) => pathway === 'all' && (series === 'N01' || series === 'share'));
}

/**
 * 'areas/<code>', of 圏域別 and of what 概況 shows below an area: 新規相談件数 (with what the rule of `readFigure` asks for), its rates
 * and shares of every area for one pathway or one target, or for all of them. `every` are the series of 'division/<code>'.
 */
export function seriesOfAreas(
  every: SeriesByKey,
  slice: { readonly pathway: string; readonly target: string },
): SeriesByKey {
  return taken(every, ({ series, pathway, target }) => {
    const isSlice = pathway === slice.pathway && target === slice.target;
    const isWhole = pathway === 'all' && target === 'all';
    if (series === 'N01' || series === 'R06') return isSlice || isWhole;
    return series === 'areaShare' && isSlice;
  });
}
