/**
 * What a page shows first, taken out of the larger cuts, so that it loads a tenth of them. A page falls back on the larger ones where
 * a release has none of these.
 */
import { pathways } from '../../sheets-schema/vocabulary/codes.ts';
import type { AreaTree } from '../domain/area-tree.ts';

/** Series in whatever form: none is looked into. */
type SeriesByKey<Formed> = ReadonlyMap<string, Formed>;

/** Those of the named series (all where none is named) that are wanted. Most of a large cut is another series, and is not looked at further. */
function taken<Formed>(
  from: SeriesByKey<Formed>,
  named: readonly string[] | null,
  isTaken: (name: SeriesName) => boolean,
): SeriesByKey<Formed> {
  const of = new Map<string, Formed>();
  for (const [name, figures] of from) {
    const isNamed = named === null || named.includes(name.slice(0, name.indexOf('|')));
    if (isNamed && isTaken(split(name))) of.set(name, figures);
  }
  return of;
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
export function seriesOfOverview<Formed>({
  tree,
  area,
  own,
  every,
}: {
  tree: AreaTree;
  /** Position of the area in `tree.nodes`. */
  area: number;
  own: SeriesByKey<Formed>;
  every: SeriesByKey<Formed>;
}): SeriesByKey<Formed> {
  const key = tree.nodes[area]?.key ?? '';
  const first: ReadonlySet<string> = new Set(
    pathways.codes.filter(({ parent }) => parent === null).map(({ code }) => code),
  );
  const below = new Set(
    tree.divisionsOf(area).flatMap(({ children }) => children.map((child) => tree.nodes[child]?.key ?? '')),
  );
  const isWhole = ({ pathway, target }: SeriesName) => pathway === 'all' && target === 'all';
  return new Map([
    ...taken(own, null, (name) => name.area === key && isWhole(name)),
    ...taken(
      own,
      ['N01', 'share'],
      ({ area: of, pathway, target }) => of === key && first.has(pathway) && target === 'all',
    ),
    ...taken(every, ['N01'], (name) => below.has(name.area) && isWhole(name)),
  ]);
}

/** 'pathways/<area>', of 経路別: 新規相談件数 and shares by pathway of both levels, and what 不明 takes from the shares (R01). */
export function seriesOfPathways<Formed>(own: SeriesByKey<Formed>): SeriesByKey<Formed> {
  return taken(
    own,
    ['N01', 'share', 'R01'],
    ({ series, pathway, target }) => target === 'all' && (series !== 'R01' || pathway === 'all'),
  );
}

/** 'targets/<area>', of 対象・課題別: persons and their shares by target of both levels. */
export function seriesOfTargets<Formed>(own: SeriesByKey<Formed>): SeriesByKey<Formed> {
  return taken(own, ['N01', 'share'], ({ pathway }) => pathway === 'all');
}

/**
 * 'areas/<code>', of 圏域別 and of what 概況 shows below an area: 新規相談件数 (with what the rule of `readFigure` asks for), its rates
 * and shares of every area for one pathway or one target, or for all of them. `every` are the series of 'division/<code>'.
 */
export function seriesOfAreas<Formed>(
  every: SeriesByKey<Formed>,
  slice: { readonly pathway: string; readonly target: string },
): SeriesByKey<Formed> {
  return taken(every, ['N01', 'R06', 'areaShare'], ({ series, pathway, target }) => {
    const isSlice = pathway === slice.pathway && target === slice.target;
    const isWhole = pathway === 'all' && target === 'all';
    return isSlice || (isWhole && series !== 'areaShare');
  });
}
