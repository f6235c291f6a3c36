/**
 * How small numbers are treated, by audience (閲覧者). Plain data: a prefecture's registry may name a preset or give its own numbers.
 */
import type { StoredFigure } from './figure.ts';

export interface ProtectionPolicy {
  /** Counts from 1 to `threshold` - 1 are hidden; 1: none. */
  readonly threshold: number;
  /** hidden: 0 is treated like 1 (a zero may tell something of everybody). */
  readonly zeros: 'shown' | 'hidden';
  /** Shown counts are rounded to multiples of this, after protection; 1: as they are. Rounding never adds to what is told. */
  readonly roundedTo: number;
}

/** What holds where the registry says nothing else. An office sees its own municipality as it is. */
export const defaultPolicies = {
  office: { threshold: 1, zeros: 'shown', roundedTo: 1 },
  prefecture: { threshold: 5, zeros: 'shown', roundedTo: 1 },
  public: { threshold: 10, zeros: 'shown', roundedTo: 1 },
} as const satisfies Readonly<Record<string, ProtectionPolicy>>;

/** No audience may be given a lower one: with 2, a hidden count would be 1, and known. */
export const leastThreshold = 3;

/**
 * Official rules to choose from. NDB: ＮＤＢオープンデータ, counts below 10 are not printed. kaigo: 介護ＤＢオープンデータ, below 10 is not printed
 * and the others are rounded to tens (四捨五入).
 */
export const presetPolicies = {
  NDB: { threshold: 10, zeros: 'shown', roundedTo: 1 },
  kaigo: { threshold: 10, zeros: 'shown', roundedTo: 10 },
} as const satisfies Readonly<Record<string, ProtectionPolicy>>;

/** A count as it is printed: 'x' where it is hidden, else rounded as the policy says (half away from zero). States stay. */
export function printCount(figure: StoredFigure, isHidden: boolean, policy: ProtectionPolicy): StoredFigure {
  if (typeof figure !== 'number') return figure;
  return isHidden ? 'x' : roundCount(figure, policy);
}

export function roundCount(count: number, { roundedTo }: Pick<ProtectionPolicy, 'roundedTo'>): number {
  return Math.round(count / roundedTo) * roundedTo;
}

/** Whether a count that stands in no table is small by itself. */
export function isSmallCount(count: number, { threshold, zeros }: ProtectionPolicy): boolean {
  return count < threshold && (count > 0 || zeros === 'hidden');
}

/** Whether somebody under the one rule sees nothing that is hidden under the other. */
export function isAtLeastAsStrict(one: ProtectionPolicy, other: ProtectionPolicy): boolean {
  return (
    one.threshold >= other.threshold &&
    (one.zeros === 'hidden' || other.zeros === 'shown') &&
    one.roundedTo % other.roundedTo === 0
  );
}
