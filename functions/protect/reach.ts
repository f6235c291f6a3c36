/**
 * Which tables an audience reaches (閲覧者が見られる表), for one fiscal year. What is published anywhere for the audience (pages, exports,
 * sentences) is a figure of these tables or worked out from them; less published is less to protect. Fiscal years share no
 * sum, so each is protected by itself.
 *
 * 継続件数 (N07) is not among them: it follows from N01 and N06 of all years, so `stockIsShown` decides over it as a whole.
 */
import { pathways } from '../../sheets-schema/vocabulary/codes.ts';
import type { Period } from '../domain/codes.ts';
import { addFigures, type StoredFigure } from '../domain/figure.ts';
import type { Tables } from './cells.ts';
import { type CountTable, createCountTable, uniteTables } from './count-tables.ts';
import { cellOf, closedWithin } from './derived.ts';
import {
  type Dimension,
  knownPathway,
  municipalityDimension,
  pathwayDimension,
  periodDimension,
  targetDimension,
  wholeDimension,
} from './dimensions.ts';

export interface CountPlace {
  readonly municipality: string;
  readonly period: string;
  readonly pathway: string;
  readonly target: string;
}

export interface ReachableCounts {
  /** Code of the prefecture, under which all municipalities together stand. */
  readonly prefecture: string;
  /** Those that are added up: without wards of a city that reports as a whole. */
  readonly municipalities: readonly string[];
  /** By city that reports as a whole, its wards. Left out: none. */
  readonly wards?: ReadonlyMap<string, readonly string[]>;
  readonly year: Period;
  /** Months and quarters of the year, as far as they are published. */
  readonly parts: readonly Period[];
  /** Of a municipality as a whole; of `closedWithin` too. */
  readonly figureOf: (indicator: string, place: CountPlace) => StoredFigure;
  readonly thresholdOf: (indicator: string, municipality: string) => number;
}

/** Counts by fiscal year for whole municipalities. */
export const wholeCounts = [
  'N02',
  'N03',
  'N04',
  'N05',
  'N06',
  'N08',
  'N09',
  'N10',
  'N11',
  'N12',
  'N13',
  'N14',
  closedWithin,
];
/** Of the second, each is one of the first. */
export const nested = [
  ['N01', 'N08'],
  ['N02', 'N03'],
  ['N02', 'N04'],
  ['N01', closedWithin],
  ['N06', closedWithin],
] as const;

export function tablesOfYear(audience: 'prefecture' | 'public', counts: ReachableCounts): Tables {
  const municipalities = municipalityDimension(counts.prefecture, counts.municipalities, counts.wards);
  const year = periodDimension([counts.year]);
  // Every table stands on the fiscal year, so that they meet in the same cells.
  const all = periodDimension([...counts.parts, counts.year]);
  const level = levelOf(audience);
  const table = (indicator: string, period: Dimension, pathway: Dimension, target: Dimension): Tables =>
    createCountTable(describeTable(indicator, [municipalities, period, pathway, target], counts));
  const pathway = pathwayDimension(level, { withKnown: true, withGroups: true });
  return uniteTables(
    [
      table('N01', year, pathway, wholeDimension),
      table('N01', year, wholeDimension, targetDimension(level)),
      ...(audience === 'prefecture' ? [table('N01', all, wholeDimension, wholeDimension)] : []),
      ...wholeCounts.map((indicator) => table(indicator, year, wholeDimension, wholeDimension)),
    ],
    nested,
  );
}

/** The pathways and targets by which an audience reaches N01, each with 'all' of the other. */
export function slicesReached(
  audience: 'prefecture' | 'public',
): readonly { readonly pathway: string; readonly target: string }[] {
  const level = levelOf(audience);
  const codesOf = ({ codes }: Dimension) => codes.filter((code) => code !== 'all');
  return [
    ...codesOf(pathwayDimension(level)).map((pathway) => ({ pathway, target: 'all' })),
    ...codesOf(targetDimension(level)).map((target) => ({ pathway: 'all', target })),
  ];
}

function levelOf(audience: 'prefecture' | 'public'): 1 | 2 {
  return audience === 'prefecture' ? 2 : 1;
}

/** A table of the counts of municipalities and of all of them together. */
export function describeTable(
  indicator: string,
  dimensions: readonly Dimension[],
  counts: Pick<ReachableCounts, 'prefecture' | 'municipalities' | 'figureOf' | 'thresholdOf'>,
): CountTable {
  const { prefecture, municipalities } = counts;
  const known = pathways.codes.filter(({ code, parent }) => parent === null && code !== 'P99').map(({ code }) => code);
  const figureOf = (place: CountPlace): StoredFigure => {
    if (place.municipality === prefecture) {
      return addFigures(municipalities.map((municipality) => figureOf({ ...place, municipality })));
    }
    const parts = place.pathway === knownPathway ? known : place.pathway.split('+');
    if (parts.length === 1) return counts.figureOf(indicator, place);
    return addFigures(parts.map((code) => counts.figureOf(indicator, { ...place, pathway: code })));
  };
  return {
    indicator,
    dimensions,
    figureOf: ([municipality = '', period = '', pathway = '', target = '']) =>
      figureOf({ municipality, period, pathway, target }),
    thresholdOf: ([municipality = '']) => counts.thresholdOf(indicator, municipality),
    holderOf: ([municipality = '']) => (municipality === prefecture ? null : municipality),
    weightOf: ([municipality = '', , pathway = '']) =>
      municipality === prefecture && isSecondLevel(pathway) ? weightOfDetailTogether : 1,
  };
}

/**
 * What the second level of pathways of all municipalities together weighs: so little that rather it is hidden than two more
 * municipalities in each of its columns. The first level, from which the prefecture is described, keeps its weight.
 */
const weightOfDetailTogether = 0.02;

function isSecondLevel(pathway: string): boolean {
  return pathways.codes.some(({ code, parent }) => code === pathway && parent !== null);
}

/**
 * Whether the stock of a municipality (継続件数) is shown: in all years or in none. Last year's stock and this year's new cases less this
 * year's closings are this year's stock, so one hidden number among them would be found from the others. All together
 * are then added up over the municipalities that are shown.
 */
export function stockIsShown({
  municipality,
  years,
  stocks,
  threshold,
  hidden,
}: {
  municipality: string;
  years: readonly string[];
  stocks: readonly StoredFigure[];
  threshold: number;
  /** Of all years. */
  hidden: ReadonlySet<string>;
}): boolean {
  const isSmall = stocks.some((stock) => typeof stock === 'number' && stock > 0 && stock < threshold);
  const cells = years.flatMap((period) =>
    ['N01', 'N06'].map((indicator) => cellOf(indicator, { municipality, period, pathway: 'all', target: 'all' })),
  );
  return !isSmall && !cells.some((cell) => hidden.has(cell));
}
