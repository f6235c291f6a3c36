/**
 * The tables that an audience can reach, as small-number protection (秘匿) sees them: cells with whole numbers, and what
 * anybody knows of how they hang together. Cells that are unreported or not applicable are no cells; nothing is known of them.
 */

/** A count in a published table, or a difference of such counts that nobody prints. */
export interface Cell {
  /** Unique in the tables, the same in every release: 'N01|162051|FY2018|P01|all'. */
  readonly id: string;
  /** A whole number, at least 0. */
  readonly value: number;
  /** The municipality whose own offices know it exactly; `null` for sums over several. */
  readonly holder: string | null;
  /** Counts from 1 to `threshold` - 1 are small. 1 and less: nothing is small. */
  readonly threshold: number;
  /** How much is lost when it is hidden, compared with other cells; above 0. `Infinity`: it is never hidden. */
  readonly cost: number;
  /**
   * Never printed, but found by subtracting (a total minus one filter, an area minus its parts): nothing to hide, but to be
   * protected where it is small.
   */
  readonly isImplicit: boolean;
}

/**
 * What everybody knows. sum: the whole is the sum of its parts. cover: the parts together are at least the whole (対象 has
 * several values a case). within: each part is at most the whole.
 */
export interface Relation {
  readonly kind: 'sum' | 'cover' | 'within';
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface Tables {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
}

/** Whether a count is to be protected. With `zeros` hidden, 0 is small too. */
export function isSmall({ value, threshold }: Pick<Cell, 'value' | 'threshold'>, zeros: 'shown' | 'hidden'): boolean {
  return threshold > 1 && value < threshold && (value > 0 || zeros === 'hidden');
}
