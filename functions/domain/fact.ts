/**
 * Facts: what accepted rows contribute, without row numbers, free text or anything personal.
 * Rows that agree in everything are one fact with a count. The *set* of targets is kept, so that any
 * 'one of these' stays exact. Facts of several workbooks are merged by adding (a case lives in one workbook).
 */
import type { IndicatorCode } from '../../sheets-schema/vocabulary/indicators.ts';
import type { AreaCode, Day, Month } from './codes.ts';

/** 相談受付. `area` is `null` where only the municipality is known (不明, 市外 …): counted at the root only. */
export interface CaseFact {
  readonly received: Month;
  readonly closed: Month | null;
  readonly area: AreaCode | null;
  readonly pathway: string;
  /** 対象1 to 対象3, sorted, without repetition. */
  readonly targets: readonly string[];
  /** 課題1 to 課題3, sorted, without repetition. */
  readonly issues: readonly string[];
  readonly ageBand: string | null;
  readonly sex: string | null;
  /** N08, decided when the row was read. */
  readonly isCompound: boolean;
  readonly response: string | null;
  /** つなぎ先1 and 2, codes of the list 経路, one entry for each hand-over. */
  readonly handovers: readonly string[];
  readonly closingReason: string | null;
  /** Received before the 対象年度 of its workbook: counts in stocks, closings and actions, not in the new cases of that earlier year. */
  readonly isCarriedOver: boolean;
  readonly count: number;
}

/** 支援記録; area, pathway and targets are those of its case. */
export interface ActionFact {
  readonly month: Month;
  readonly method: string;
  readonly programme: string | null;
  readonly area: AreaCode | null;
  readonly pathway: string;
  readonly targets: readonly string[];
  readonly count: number;
  readonly minutes: number;
}

/** 会議. */
export interface MeetingFact {
  readonly month: Month;
  readonly kind: string;
  readonly area: AreaCode | null;
  readonly count: number;
  readonly discussed: number;
  readonly participants: number;
  readonly agencies: number;
}

/** 地域活動. */
export interface ActivityFact {
  readonly month: Month;
  readonly kind: string;
  readonly area: AreaCode | null;
  readonly targets: readonly string[];
  readonly times: number;
  readonly participants: number;
  readonly helpers: number;
}

/** か所数 in 地域活動, by day: the latest day of an area and activity type is its stock (N15). */
export interface PlacesFact {
  readonly day: Day;
  readonly kind: string;
  readonly area: AreaCode | null;
  readonly places: number;
}

/** One accepted row of 集計報告. `null` means all. `month` `null` means the whole fiscal year. */
export interface TotalFact {
  readonly fiscalYear: number;
  readonly month: Month | null;
  readonly indicator: IndicatorCode;
  readonly area: AreaCode | null;
  readonly pathway: string | null;
  readonly target: string | null;
  readonly value: number;
}

export interface Facts {
  readonly cases: readonly CaseFact[];
  readonly actions: readonly ActionFact[];
  readonly meetings: readonly MeetingFact[];
  readonly activities: readonly ActivityFact[];
  readonly places: readonly PlacesFact[];
  readonly totals: readonly TotalFact[];
}

/** The tabs whose rows are counted, for reporting (報告) and acceptance (受理). */
export type FactSource = 'cases' | 'actions' | 'meetings' | 'activities' | 'totals';

/** Rows read and accepted in a month; total rows and empty rows are neither. */
export interface RowCount {
  readonly read: number;
  readonly accepted: number;
}

/** By tab and month. A refused row without a readable date stands in the last month of its tab that has accepted rows. */
export type RowCounts = Readonly<Record<FactSource, Readonly<Record<string, RowCount>>>>;
