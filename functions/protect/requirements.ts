/**
 * What must hold before anything is published: of each small cell a witness in which it is at most 1, and one in which it is at
 * least `threshold` - 1; and for each office that knows its own numbers, such witnesses that leave those alone.
 *
 * Where zeros are shown, a sum of three hidden parts is at least 3, whatever else is hidden. Such a sum must be able to be as little as
 * that, and so much more that its interval is no narrower than any other's; and 1 for somebody who does not think of zeros.
 */
import type { Attack } from './attack.ts';
import type { Witness } from './witness.ts';

/** One side of one cell. */
export interface Requirement {
  readonly cell: number;
  /** The truth is to be moved so far, up (positive) or down. */
  readonly by: number;
  /** Asked by somebody who does not use that hidden cells are at least 1. */
  readonly isLoose: boolean;
  /**
   * rule: what today's rule asks. promise: what the rule of earlier releases asked, where these leave no more. wish: as much
   * beyond that as they leave; no release is refused for it.
   */
  readonly asked: 'rule' | 'promise' | 'wish';
  /** Each with the municipalities whose numbers differ in it. */
  readonly witnesses: Map<Witness, ReadonlySet<string>>;
}

/** Who can tell more than they may: anybody, or the offices of some municipalities. Nobody: an empty list. */
export type Finders = 'all' | readonly string[];

/** Both sides of a small cell; a side that the truth itself is on needs no witness. `least`: what shown zeros alone say. */
export function requirementsOf({ cells }: Attack, cell: number, least: number): Requirement[] {
  const { value, threshold } = cells[cell] ?? { value: 0, threshold: 0 };
  const bottom = Math.max(1, least);
  const sides = [
    { by: Math.max(0, topOf(bottom, threshold) - value), isLoose: false },
    { by: Math.min(0, bottom - value), isLoose: false },
    { by: least > 1 ? Math.min(0, 1 - value) : 0, isLoose: true },
  ];
  return sides.filter(({ by }) => by !== 0).map((side) => ({ ...side, cell, asked: 'rule', witnesses: new Map() }));
}

/** The upper end of an interval that is as wide as 1 to `threshold` - 1. */
export function topOf(bottom: number, threshold: number): number {
  return bottom + threshold - 2;
}

/** Whether a witness reaches as far as required. */
export function doesReach({ cell, by }: Requirement, witness: Witness): boolean {
  const change = witness.get(cell) ?? 0;
  return by > 0 ? change >= by : change <= by;
}

/**
 * Those for whom the requirement is not met: an office whose own numbers differ in every witness knows that none is true. The
 * office that the cell belongs to knows it anyway; and of a sum over several municipalities it knows its own part, so against
 * it not the sum is protected but what each of the others has in it.
 */
export function findersOf({ cells }: Attack, { cell, witnesses }: Requirement): Finders {
  const [first, ...others] = witnesses.values();
  if (first === undefined) return 'all';
  const own = cells[cell]?.holder ?? null;
  if (own === null) return [];
  return [...first].filter((holder) => holder !== own && others.every((each) => each.has(holder))).toSorted();
}

export function isMet(attack: Attack, requirement: Requirement): boolean {
  const finders = findersOf(attack, requirement);
  return finders !== 'all' && finders.length === 0;
}
