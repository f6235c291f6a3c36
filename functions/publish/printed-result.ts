/** 相談の実績 as offices state them, as they are published beside a comparison (comparison.ts). Types only. */
import type { StoredFigure } from '../domain/figure.ts';
import type { Limits } from './comparison.ts';

/**
 * Why a stated result is not put per inhabitant. total: 延べ. average: a month's mean, not a count since April. undated: nobody says
 * until when it was counted. part: of a part of the municipality. prefecture: the prefecture's own office has no inhabitants.
 */
export type WhyNotPerHead =
  | 'total'
  | 'households'
  | 'average'
  | 'undated'
  | 'otherPeriod'
  | 'part'
  | 'prefecture'
  | 'noPopulation'
  | 'hidden';

/** 相談の実績 as an office states it in 成果目標 and a publication (出典) has it; never ranked or classed, since each counts otherwise. */
export interface PrintedResult {
  readonly year: string;
  /** What is counted, in the office's own words. */
  readonly measure: string;
  readonly unit: string;
  readonly counting: 'distinct' | 'total' | 'new' | 'cumulative' | 'point' | null;
  readonly figure: StoredFigure;
  /** 実績時点. */
  readonly until: string | null;
  /** Months from April until then, where it is put per inhabitant. */
  readonly months: number | null;
  readonly reason: WhyNotPerHead | null;
  /** Per 100,000 inhabitants and month. */
  readonly value: number | null;
  readonly of95: Limits | null;
  readonly of998: Limits | null;
  readonly source: string;
}
