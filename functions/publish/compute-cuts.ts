/**
 * The cuts of a municipality's cube (see `Cut`), one after the other, so that only one is in memory. A series is left
 * out where the rule of `readFigure` gives exactly its figures.
 */
import { type Dimension, indicators } from '../../sheets-schema/vocabulary/indicators.ts';
import { anyOther, pathwayKeys, sliceNumber, targetKeys } from '../domain/counting/slices.ts';
import type { StoredFigure } from '../domain/figure.ts';
import { acceptanceSides, medianDays, percentages, reportingSides } from '../domain/quality.ts';
import { computeAreaShares, computePathwayShares, computeTargetShares } from './compute-shares.ts';
import type { Municipality } from './municipality.ts';
import { seriesOfAreas, seriesOfOverview, seriesOfPathways, seriesOfTargets } from './page-cuts.ts';
import { figureOfNone } from './read-figure.ts';
import { type Cut, releaseFormat } from './release.ts';

type Series = readonly StoredFigure[];

const dimensionsOf = new Map<string, readonly Dimension[]>(
  indicators.map(({ code, dimensions }) => [code, dimensions]),
);

/**
 * Every cut: 'area/<a>' for each area, 'division/all', 'division/<code>' for each pathway and target, and out of them 'overview/<a>',
 * 'pathways/<a>', 'targets/<a>', 'areas/all', 'areas/<code>', which are what a page shows first.
 */
export function* computeCuts(municipality: Municipality): Generator<Cut> {
  const { figures, tree } = municipality;
  const wholes = createWholes(municipality);
  const create = (cut: string, series: ReadonlyMap<string, Series>): Cut => ({
    format: releaseFormat,
    kind: 'cut',
    cut,
    municipality: municipality.name.code,
    periods: figures.periods,
    series: Object.fromEntries(series),
  });
  const every = seriesOfDivision(municipality, wholes);
  for (let area = 0; area < tree.nodes.length; area += 1) {
    const key = tree.nodes[area]?.key ?? '';
    const own = seriesOfArea(municipality, wholes, area);
    yield create(`area/${key}`, own);
    yield create(`overview/${key}`, seriesOfOverview({ tree, area, own, every }));
    yield create(`pathways/${key}`, seriesOfPathways(own));
    yield create(`targets/${key}`, seriesOfTargets(own));
  }
  yield create('division/all', every);
  yield create('areas/all', seriesOfAreas(every, { pathway: 'all', target: 'all' }));
  const codes = [
    ...pathwayKeys.slice(1, -1).map((code, place) => ({ code, pathway: place + 1, target: 0 })),
    ...targetKeys.slice(1, -1).map((code, place) => ({ code, pathway: 0, target: place + 1 })),
  ];
  for (const { code, pathway, target } of codes) {
    const own = seriesOfCode(municipality, wholes, { pathway, target });
    const slice = { pathway: pathwayKeys[pathway] ?? '', target: targetKeys[target] ?? '' };
    yield create(`division/${code}`, own);
    yield create(`areas/${code}`, seriesOfAreas(own, slice));
  }
}

/** The series of each area as a whole, and what the rule of `readFigure` makes of them; the same for all cuts. */
function createWholes({ figures }: Municipality) {
  const wholes = new Map<number, ReadonlyMap<string, Series>>();
  const ruled = new Map<string, Series>();
  const wholeOf = (area: number): ReadonlyMap<string, Series> => {
    const known = wholes.get(area) ?? figures.seriesOf(sliceNumber(area, 0, 0));
    wholes.set(area, known);
    return known;
  };
  const ruledOf = (code: string, area: number): Series => {
    const key = `${code}|${area}`;
    const none = figureOfNone(code);
    const known =
      ruled.get(key) ?? (wholeOf(area).get(code) ?? []).map((figure) => (typeof figure === 'number' ? none : figure));
    ruled.set(key, known);
    return known;
  };
  return { wholeOf, ruledOf };
}
type Wholes = ReturnType<typeof createWholes>;

/** Collects series, leaving out what the rule of `readFigure` gives anyway. */
function createCollector({ figures, tree }: Municipality, { wholeOf, ruledOf }: Wholes) {
  const collected = new Map<string, Series>();
  /** Adds an area as a whole, as far as the indicators have the dimension that the cut is about. */
  const addWhole = (area: number, dimension?: Dimension) => {
    for (const [code, series] of wholeOf(area)) {
      if (dimension === undefined || (dimensionsOf.get(code) ?? []).includes(dimension)) {
        collected.set(`${code}|${tree.nodes[area]?.key}|all|all`, series);
      }
    }
  };
  const keyOf = (code: string, area: number, pathway: number, target: number) =>
    `${code}|${tree.nodes[area]?.key}|${pathwayKeys[pathway]}|${targetKeys[target]}`;
  /** Adds a slice; `stand` is the series that readers find in its place. */
  const add = (area: number, pathway: number, target: number, stand?: ReadonlyMap<string, Series>, only?: 'counts') => {
    for (const [code, series] of figures.seriesOf(sliceNumber(area, pathway, target), only)) {
      if (!isSame(series, stand?.get(code) ?? ruledOf(code, area)))
        collected.set(keyOf(code, area, pathway, target), series);
    }
  };
  /** Adds the series with '*' where the slices that nothing lies in differ from the rule, and returns it. */
  const addStand = (area: number, pathway: number, target: number): ReadonlyMap<string, Series> | undefined => {
    if (!figures.hasTotals) return undefined;
    add(area, pathway, target);
    return figures.seriesOf(sliceNumber(area, pathway, target));
  };
  return { collected, addWhole, add, addStand };
}

function isSame(one: Series, other: Series): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** One area: all pathways and all targets singly. */
function seriesOfArea(municipality: Municipality, wholes: Wholes, area: number): ReadonlyMap<string, Series> {
  const { figures } = municipality;
  const { collected, addWhole, add } = createCollector(municipality, wholes);
  addWhole(area);
  for (let pathway = 1; pathway < pathwayKeys.length - 1; pathway += 1) {
    if (figures.isTouched(sliceNumber(area, pathway, 0))) add(area, pathway, 0);
  }
  for (let target = 1; target < targetKeys.length - 1; target += 1) {
    if (figures.isTouched(sliceNumber(area, 0, target))) add(area, 0, target);
  }
  computePathwayShares(municipality, area, 0, collected);
  computeTargetShares(municipality, area, 0, collected);
  if (area === 0) addQuality(municipality, collected);
  return collected;
}

/** Every area with all pathways and targets. */
function seriesOfDivision(municipality: Municipality, wholes: Wholes): ReadonlyMap<string, Series> {
  const { collected, addWhole } = createCollector(municipality, wholes);
  for (let area = 0; area < municipality.tree.nodes.length; area += 1) addWhole(area);
  computeAreaShares(municipality, 0, 0, collected);
  addQuality(municipality, collected);
  return collected;
}

/** Every area for one pathway with each target, or for one target with each pathway (then without ratios and rates). */
function seriesOfCode(
  municipality: Municipality,
  wholes: Wholes,
  { pathway, target }: { pathway: number; target: number },
): ReadonlyMap<string, Series> {
  const { figures, tree } = municipality;
  const { collected, addWhole, add, addStand } = createCollector(municipality, wholes);
  const isPathway = pathway !== 0;
  const others = isPathway ? targetKeys : pathwayKeys;
  for (let area = 0; area < tree.nodes.length; area += 1) {
    addWhole(area, isPathway ? 'pathway' : 'target');
    if (figures.isTouched(sliceNumber(area, pathway, target))) add(area, pathway, target);
    const any = others.indexOf(anyOther);
    const stand = addStand(area, isPathway ? pathway : any, isPathway ? any : target);
    for (let other = 1; other < others.length - 1; other += 1) {
      const p = isPathway ? pathway : other;
      const t = isPathway ? other : target;
      if (figures.isTouched(sliceNumber(area, p, t))) add(area, p, t, stand, isPathway ? undefined : 'counts');
    }
    if (isPathway) computeTargetShares(municipality, area, pathway, collected);
    else computePathwayShares(municipality, area, target, collected);
  }
  computeAreaShares(municipality, pathway, target, collected);
  return collected;
}

/** Q01 to Q03, of the municipality as a whole. */
function addQuality({ figures, offices, reportingDays, tree }: Municipality, collected: Map<string, Series>): void {
  const slots = figures.slots.cases;
  const key = (code: string) => `${code}|${tree.rootKey}|all|all`;
  const records = offices.map(({ record }) => record);
  collected.set(key('Q01'), percentages(reportingSides(figures.reporting, slots)));
  collected.set(key('Q02'), percentages(acceptanceSides(records, figures.axis, slots)));
  collected.set(key('Q03'), medianDays(reportingDays, slots));
}
