/** How sure a proposal is, as a number and a word, and why: evidence as facts, whose sentences stand in vocabulary/messages/adopt.ts. */
import type { adoptReasons } from '#sheets-schema/vocabulary/messages/adopt.ts';

/** certain: written without a doubt. likely: written after a look. guess: only where somebody says yes to it. */
export type Level = 'certain' | 'likely' | 'guess';

/** Why something is proposed, or what speaks against it. */
export interface Reason {
  readonly code: keyof typeof adoptReasons;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Something that speaks for a proposal; `share` between 0 and 1. */
export interface Evidence {
  readonly share: number;
  readonly reasons: readonly Reason[];
}

export const nothing: Evidence = { share: 0, reasons: [] };

/** Below this nothing is proposed at all. */
export const leastShare = 0.3;

/** The borders are included: 0.9 is certain, 0.6 likely. */
export function levelOf(share: number): Level {
  if (share >= 0.9) return 'certain';
  return share >= 0.6 ? 'likely' : 'guess';
}

/** The stronger of two. */
export function stronger(one: Evidence, other: Evidence): Evidence {
  return other.share > one.share ? other : one;
}
