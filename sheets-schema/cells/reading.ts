/**
 * What comes of reading one cell. Three outcomes beside blank, not two: a value, a value with notices, a problem.
 * Readers never throw, whatever the cell holds.
 */
import type { FindingCode, FindingFacts } from '../finding.ts';

/** 不明, 未集計, 未調査: the office says that it does not know. Neither blank nor zero. */
export const unknown = 'unknown';
export type Unknown = typeof unknown;

/** Something to say about a cell; the place is added by whoever knows it. */
export interface Remark {
  readonly code: FindingCode;
  readonly facts: FindingFacts;
  /** What could be typed instead, as it would be typed; `null` where nothing can be proposed. */
  readonly suggestion: string | null;
}

export type Reading<Value> =
  | { readonly outcome: 'value'; readonly value: Value; readonly notices: readonly Remark[] }
  | { readonly outcome: 'blank' }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'problem'; readonly problem: Remark };
