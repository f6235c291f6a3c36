/**
 * The published objects of 市町村比較: how the municipalities of a prefecture differ, and how far beyond chance. Everything is computed
 * when the release is made, from what the audience may see; the browser selects and draws. JSON-safe; types only.
 */

import type { MeasureCode, MeasureUnit } from '../../sheets-schema/vocabulary/measures.ts';
import type { FigureState, StoredFigure } from '../domain/figure.ts';
import type { ProtectionPolicy } from '../domain/protection-policy.ts';
import type { DeviationClass } from '../domain/statistics/funnel.ts';
import type { Distribution, SizeClass } from '../domain/statistics/groups.ts';
import type { Overdispersion } from '../domain/statistics/overdispersion.ts';
import type { PeerAttribute } from '../domain/statistics/peers.ts';
import type { PrintedResult, WhyNotPerHead } from './printed-result.ts';
import type { MunicipalityName, ObjectName, releaseFormat } from './release.ts';

export type {
  DeviationClass,
  Distribution,
  MeasureCode,
  MeasureUnit,
  PeerAttribute,
  PrintedResult,
  SizeClass,
  WhyNotPerHead,
};

/** A lower and an upper limit, in the unit of the measure. */
export type Limits = readonly [lower: number, upper: number];

/** Months of a period: how many are over, in how many anybody reported, and in how many of those an office is missing. */
export interface ComparedMonths {
  readonly due: number;
  readonly reported: number;
  readonly partly: number;
}

/**
 * Why a municipality is left out of a comparison. noReport: nothing of the period. noPopulation: nothing to divide by.
 * noBase: no case to be a share of. overall: more than all (its two sides do not fit). ward: its city stands for it.
 * prefecture: the prefecture's own office has no inhabitants of its own. hidden: to protect small numbers.
 */
export type LeftOut =
  | 'noReport'
  | 'noPopulation'
  | 'noBase'
  | 'overall'
  | 'ward'
  | 'prefecture'
  | 'hidden'
  | 'notApplicable';

/** Why a municipality has no rank. few: a count below 10 is never ranked by its rate. */
export type Unranked = 'few' | 'alone' | 'leftOut';

/** The sentence of a municipality, by key; the words stand in sheets-schema/vocabulary/words/comparison-sentences.ts. */
export type ComparisonSentence =
  | DeviationClass
  | 'aboveWithin'
  | 'belowWithin'
  | 'same'
  | 'zeroWithin'
  | 'aboveClustered'
  | 'belowClustered'
  | 'alone'
  | LeftOut;

/** What is said besides. months: compared on the months it reported. partly: an office is missing in some. widened: more than chance is reckoned with. broken: the definition changed within the period. */
export type ComparisonNote = 'months' | 'partly' | 'widened' | 'broken';

/** A rate smoothed towards its group (経験ベイズ推定), shown beside the raw one and never alone. */
export interface SmoothedValue {
  readonly value: number;
  /** `null` for shares, and where the group shows no more than chance: then it has no interval of its own. */
  readonly of95: Limits | null;
  readonly of998: Limits | null;
  /** The municipalities whose counts it leans on. */
  readonly group:
    | { readonly kind: 'size'; readonly size: SizeClass; readonly towns: number }
    | { readonly kind: 'prefecture'; readonly towns: number };
}

/** One municipality in one period. Everything but `state`, `leftOut` and `months` is `null` where it is left out. */
export interface TownResult {
  readonly code: string;
  readonly state: FigureState;
  readonly leftOut: LeftOut | null;
  readonly months: ComparedMonths | null;
  readonly count: number | null;
  /** Inhabitants × months, inhabitants, or cases. */
  readonly base: number | null;
  readonly value: number | null;
  readonly of95: Limits | null;
  readonly of998: Limits | null;
  /** The count that it would have with the prefecture's rate. */
  readonly expected: number | null;
  /** From an expected count of 10; others are listed beside the funnel. */
  readonly isDrawn: boolean;
  /** The class that is to be shown: `byChance`, or the weaker of both where overdispersion applies. */
  readonly class: DeviationClass | null;
  /** By its own interval alone. */
  readonly byChance: DeviationClass | null;
  /** By limits widened for overdispersion; `null` where it does not apply. */
  readonly widened: DeviationClass | null;
  readonly smoothed: SmoothedValue | null;
  readonly rank: number | null;
  readonly unranked: Unranked | null;
  /** Its place among its peers: how many have a value, their median, and how many lie below and above it. */
  readonly peers: {
    readonly of: number;
    readonly median: number;
    readonly below: number;
    readonly above: number;
  } | null;
  readonly sentence: ComparisonSentence;
  readonly notes: readonly ComparisonNote[];
}

/** A guide value (目安値) or a reference value of the prefecture's own, as it stands in the registry. */
export interface GuideLine {
  readonly scope: 'national' | 'prefecture';
  readonly value: number;
  readonly from: string;
  /** The last day; `null` while it holds. */
  readonly until: string | null;
  readonly source: string | null;
  readonly definition: string | null;
}

/** From this day on the indicator is counted otherwise; the line is broken there. */
export interface SeriesBreak {
  readonly scope: 'national' | 'prefecture';
  readonly from: string;
  readonly definition: string | null;
}

export interface PeriodComparison {
  readonly period: string;
  /** The prefecture's value: the sum of counts over the sum of bases of the municipalities that are shown. `null` without any. */
  readonly reference: {
    readonly value: number;
    readonly count: number;
    readonly base: number;
    readonly towns: number;
  } | null;
  readonly overdispersion: Overdispersion & { readonly isApplied: boolean };
  /** How many of the municipalities lie outside 95 % by chance alone, on average. */
  readonly outsideByChance: number;
  /** Limits to draw, by expected count; `widened` are `null` where overdispersion does not apply. */
  readonly funnel: readonly {
    readonly expected: number;
    readonly of95: Limits;
    readonly of998: Limits;
    readonly widened95: Limits | null;
    readonly widened998: Limits | null;
  }[];
  readonly distribution: Distribution | null;
  /** Those of `MeasureComparison.guides` that hold on a day of the period, by position. */
  readonly guides: readonly number[];
  readonly towns: readonly TownResult[];
}

/** Why nothing is said of a trend. open: fewer than five finished years. gap: a year is missing. broken: the definition changed. clustered: one event counts many times. */
export type NoTrend = 'open' | 'gap' | 'broken' | 'clustered';

/** The trend of the last five finished years (推移). `slope` is the change a year in the unit of the measure. */
export type TownTrend =
  | {
      readonly code: string;
      readonly direction: 'rising' | 'falling' | 'none';
      readonly slope: number;
      readonly chiSquare: number;
      readonly first: string;
      readonly last: string;
    }
  | { readonly code: string; readonly direction: null; readonly reason: NoTrend };

/** One measure over all periods and municipalities of a prefecture. */
export interface MeasureComparison {
  readonly format: typeof releaseFormat;
  readonly kind: 'comparedMeasure';
  readonly prefecture: string;
  readonly measure: MeasureCode;
  readonly unit: MeasureUnit;
  readonly guides: readonly GuideLine[];
  readonly breaks: readonly SeriesBreak[];
  readonly periods: readonly PeriodComparison[];
  readonly trends: readonly TownTrend[];
}

/** Another municipality and why it is alike; `difference` in standard deviations of the prefecture's municipalities. */
export interface Peer {
  readonly code: string;
  readonly distance: number;
  readonly reasons: readonly {
    readonly attribute: PeerAttribute;
    readonly own: number;
    readonly other: number;
    readonly difference: number;
  }[];
}

/** How completely a municipality reports, by fiscal year: its own comparison, without chance. */
export interface TownReporting {
  /** Q01 報告率, Q02 受理率 and Q03 報告日数, one a fiscal year. */
  readonly rate: readonly StoredFigure[];
  readonly accepted: readonly StoredFigure[];
  readonly days: readonly StoredFigure[];
  /** By source: the last month with data, and the first month of the silence since then; `null` where there is none. */
  readonly sources: Readonly<Record<string, { readonly last: string | null; readonly silentSince: string | null }>>;
}

export interface ComparedTown extends MunicipalityName {
  readonly inhabitants: number | null;
  readonly households: number | null;
  /** Percent aged 65 and over. */
  readonly elderlyShare: number | null;
  /** Inhabitants a square kilometre. */
  readonly density: number | null;
  readonly size: SizeClass | null;
  /** Whether it is one of those compared: no ward of a city that reports as a whole, and not the prefecture's own office. */
  readonly isCompared: boolean;
  /** The most alike first. */
  readonly peers: readonly Peer[];
  /** All others by likeness, for whoever wants more or other peers. */
  readonly likeness: readonly string[];
  readonly reporting: TownReporting;
  /** The newest year first. */
  readonly results: readonly PrintedResult[];
}

/** Where the comparison of a prefecture starts: who is compared, and the heat table of classes. */
export interface ComparisonObject {
  readonly format: typeof releaseFormat;
  readonly kind: 'comparison';
  readonly prefecture: { readonly code: string; readonly name: string };
  readonly asOf: string;
  /** 秘匿: the rule by which small counts are hidden here. Left out where nothing is, and in releases of earlier versions. */
  readonly protection?: ProtectionPolicy;
  /** Fiscal years, then the last twelve finished months ('2018-05..2019-04') where anybody reported in them. */
  readonly periods: readonly string[];
  readonly years: readonly string[];
  readonly towns: readonly ComparedTown[];
  /** Key '<measure>|<period>', one a town in the order of `towns`: the class, or the state where there is none. */
  readonly classes: Readonly<
    Record<string, readonly (DeviationClass | 'unclassed' | Exclude<FigureState, 'value' | 'zero'>)[]>
  >;
  readonly measures: Readonly<Record<string, ObjectName>>;
}
