/**
 * The cuts of a municipality's cube (see `Cut`), one after the other, so that only one is in memory. A series is left
 * out where the rule of `readFigure` gives exactly its figures.
 */
import { type Dimension, indicators } from '../../sheets-schema/vocabulary/indicators.ts';
import { baseIndicators } from '../domain/counting/count-figures.ts';
import { anyOther, pathwayKeys, sliceNumber, targetKeys } from '../domain/counting/slices.ts';
import type { StoredFigure } from '../domain/figure.ts';
import { acceptanceSides, medianDays, percentages, reportingSides } from '../domain/quality.ts';
import { computeAreaShares, computePathwayShares, computeTargetShares, type Put } from './compute-shares.ts';
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
  for (const { cut, series } of describeCuts(municipality, (figures) => figures))
    yield { ...frameOf(municipality, cut), series: Object.fromEntries(series) };
}

/** What a cut says besides its series. */
export function frameOf({ figures, name }: Municipality, cut: string): Omit<Cut, 'series'> {
  return { format: releaseFormat, kind: 'cut', cut, municipality: name.code, periods: figures.periods };
}

/**
 * The cuts with their series as `form` makes them, once each where they stand in several cuts. Only what stands in several is kept:
 * in the form of their JSON they take a tenth of the memory that lists of figures do.
 */
export function* describeCuts<Formed>(
  municipality: Municipality,
  form: (figures: Series) => Formed,
): Generator<{ readonly cut: string; readonly series: ReadonlyMap<string, Formed> }> {
  const { tree } = municipality;
  const wholes = createWholes(municipality);
  const forms = createForms(form);
  const every = seriesOfDivision(municipality, wholes, forms);
  for (let area = 0; area < tree.nodes.length; area += 1) {
    const key = tree.nodes[area]?.key ?? '';
    const own = seriesOfArea(municipality, wholes, area, forms);
    yield { cut: `area/${key}`, series: own };
    yield { cut: `overview/${key}`, series: seriesOfOverview({ tree, area, own, every }) };
    yield { cut: `pathways/${key}`, series: seriesOfPathways(own) };
    yield { cut: `targets/${key}`, series: seriesOfTargets(own) };
  }
  yield { cut: 'division/all', series: every };
  yield { cut: 'areas/all', series: seriesOfAreas(every, { pathway: 'all', target: 'all' }) };
  const codes = [
    ...pathwayKeys.slice(1, -1).map((code, place) => ({ code, pathway: place + 1, target: 0 })),
    ...targetKeys.slice(1, -1).map((code, place) => ({ code, pathway: 0, target: place + 1 })),
  ];
  for (const { code, pathway, target } of codes) {
    const own = seriesOfCode(municipality, wholes, { pathway, target }, forms);
    const slice = { pathway: pathwayKeys[pathway] ?? '', target: targetKeys[target] ?? '' };
    yield { cut: `division/${code}`, series: own };
    yield { cut: `areas/${code}`, series: seriesOfAreas(own, slice) };
  }
}

/** Forms of series: those of areas as a whole, which stand in nearly every cut, and of combinations, which stand in two. */
function createForms<Formed>(form: (figures: Series) => Formed) {
  const ofWholes = new Map<Series, Formed>();
  return {
    form,
    formWhole: (figures: Series): Formed => {
      const known = ofWholes.get(figures) ?? form(figures);
      ofWholes.set(figures, known);
      return known;
    },
    /** By slice, the counts of a combination that stand in the cut of its pathway: they stand in that of its target too. */
    counted: new Map<number, readonly (readonly [code: string, series: Formed])[]>(),
  };
}
type Forms<Formed> = ReturnType<typeof createForms<Formed>>;

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
function createCollector<Formed>(
  { figures, tree }: Municipality,
  { wholeOf, ruledOf }: Wholes,
  { form, formWhole, counted }: Forms<Formed>,
) {
  const collected = new Map<string, Formed>();
  /** Adds an area as a whole, as far as the indicators have the dimension that the cut is about. */
  const addWhole = (area: number, dimension?: Dimension) => {
    for (const [code, series] of wholeOf(area)) {
      if (dimension === undefined || (dimensionsOf.get(code) ?? []).includes(dimension)) {
        collected.set(`${code}|${tree.nodes[area]?.key}|all|all`, formWhole(series));
      }
    }
  };
  const keyOf = (code: string, area: number, pathway: number, target: number) =>
    `${code}|${tree.nodes[area]?.key}|${pathwayKeys[pathway]}|${targetKeys[target]}`;
  /** Adds a slice; `stand` is the series that readers find in its place. */
  const add = (area: number, pathway: number, target: number, stand?: ReadonlyMap<string, Series>, only?: 'counts') => {
    const slice = sliceNumber(area, pathway, target);
    const isCombination = pathway !== 0 && target !== 0 && !figures.hasTotals;
    const known = isCombination && only === 'counts' ? counted.get(slice) : undefined;
    if (known !== undefined) {
      counted.delete(slice);
      for (const [code, series] of known) collected.set(keyOf(code, area, pathway, target), series);
      return;
    }
    const own: [string, Formed][] = [];
    for (const [code, series] of figures.seriesOf(slice, only)) {
      if (isSame(series, stand?.get(code) ?? ruledOf(code, area))) continue;
      const formed = form(series);
      collected.set(keyOf(code, area, pathway, target), formed);
      if (isCombination && isCount(code)) own.push([code, formed]);
    }
    if (isCombination && only === undefined) counted.set(slice, own);
  };
  const put = (key: string, series: Series) => void collected.set(key, form(series));
  /** Adds the series with '*' where the slices that nothing lies in differ from the rule, and returns it. */
  const addStand = (area: number, pathway: number, target: number): ReadonlyMap<string, Series> | undefined => {
    if (!figures.hasTotals) return undefined;
    add(area, pathway, target);
    return figures.seriesOf(sliceNumber(area, pathway, target));
  };
  return { collected, put, addWhole, add, addStand };
}

const baseCodes: ReadonlySet<string> = new Set(baseIndicators);

/** Counted, not divided: without ratios and rates a slice has these alone. */
function isCount(code: string): boolean {
  return baseCodes.has(code);
}

function isSame(one: Series, other: Series): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** One area: all pathways and all targets singly. */
function seriesOfArea<Formed>(
  municipality: Municipality,
  wholes: Wholes,
  area: number,
  forms: Forms<Formed>,
): ReadonlyMap<string, Formed> {
  const { figures } = municipality;
  const { collected, put, addWhole, add } = createCollector(municipality, wholes, forms);
  addWhole(area);
  for (let pathway = 1; pathway < pathwayKeys.length - 1; pathway += 1) {
    if (figures.isTouched(sliceNumber(area, pathway, 0))) add(area, pathway, 0);
  }
  for (let target = 1; target < targetKeys.length - 1; target += 1) {
    if (figures.isTouched(sliceNumber(area, 0, target))) add(area, 0, target);
  }
  computePathwayShares(municipality, area, 0, put);
  computeTargetShares(municipality, area, 0, put);
  if (area === 0) addQuality(municipality, put);
  return collected;
}

/** Every area with all pathways and targets. */
function seriesOfDivision<Formed>(
  municipality: Municipality,
  wholes: Wholes,
  forms: Forms<Formed>,
): ReadonlyMap<string, Formed> {
  const { collected, put, addWhole } = createCollector(municipality, wholes, forms);
  for (let area = 0; area < municipality.tree.nodes.length; area += 1) addWhole(area);
  computeAreaShares(municipality, 0, 0, put);
  addQuality(municipality, put);
  return collected;
}

/** Every area for one pathway with each target, or for one target with each pathway (then without ratios and rates). */
function seriesOfCode<Formed>(
  municipality: Municipality,
  wholes: Wholes,
  { pathway, target }: { pathway: number; target: number },
  forms: Forms<Formed>,
): ReadonlyMap<string, Formed> {
  const { figures, tree } = municipality;
  const { collected, put, addWhole, add, addStand } = createCollector(municipality, wholes, forms);
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
    if (isPathway) computeTargetShares(municipality, area, pathway, put);
    else computePathwayShares(municipality, area, target, put);
  }
  computeAreaShares(municipality, pathway, target, put);
  return collected;
}

/** Q01 to Q03, of the municipality as a whole. */
function addQuality({ figures, offices, reportingDays, tree }: Municipality, put: Put): void {
  const slots = figures.slots.cases;
  const key = (code: string) => `${code}|${tree.rootKey}|all|all`;
  const records = offices.map(({ record }) => record);
  put(key('Q01'), percentages(reportingSides(figures.reporting, slots)));
  put(key('Q02'), percentages(acceptanceSides(records, figures.axis, slots)));
  put(key('Q03'), medianDays(reportingDays, slots));
}
