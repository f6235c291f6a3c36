/** The readers' four outcomes, each made in one word. */
import type { FindingCode, FindingFacts } from '../finding.ts';
import type { Reading, Remark } from './reading.ts';

const blankReading = { outcome: 'blank' } as const;
const unknownReading = { outcome: 'unknown' } as const;

/** Nothing stands there. */
export function blank(): Reading<never> {
  return blankReading;
}

/** The office says that it does not know. */
export function notKnown(): Reading<never> {
  return unknownReading;
}

/** A value, with what is to be said about it. */
export function value<Value>(read: Value, ...notices: readonly Remark[]): Reading<Value> {
  return { outcome: 'value', value: read, notices };
}

/** Something that cannot be used. */
export function problem(code: FindingCode, suggestion: string | null = null, facts: FindingFacts = {}): Reading<never> {
  return { outcome: 'problem', problem: remark(code, suggestion, facts) };
}

/** Something to say. */
export function remark(code: FindingCode, suggestion: string | null = null, facts: FindingFacts = {}): Remark {
  return { code, facts, suggestion };
}
