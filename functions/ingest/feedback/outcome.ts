/** What a reading of a workbook has come to, as far as its people are told. Types only. */
import type { Finding } from '#sheets-schema';
import type { Day } from '../../domain/codes.ts';
import type { Question } from '../ingested.ts';

/** Its new contents are used. `rows`: of all tabs together. */
export interface AcceptedOutcome {
  readonly kind: 'accepted';
  readonly findings: readonly Finding[];
  readonly rows: { readonly read: number; readonly accepted: number };
}

/** Its new contents are not used. */
export interface HeldOutcome {
  readonly kind: 'held';
  /** Key into failureMessages, with its facts. */
  readonly reason: { readonly code: string; readonly facts: Readonly<Record<string, string | number>> };
  readonly since: Day;
  readonly findings: readonly Finding[];
  /** Whether there are last good figures, which stay. */
  readonly keepsFigures: boolean;
  /** What is asked of its people; `null` or left out: nothing. */
  readonly question?: Question | null;
}

export type Outcome = AcceptedOutcome | HeldOutcome;
