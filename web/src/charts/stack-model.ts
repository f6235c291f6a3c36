/** What a 100% stack shows: bars and their parts with printed shares. */
import type { RowsQuery } from '../shape/rows/rows-query.ts';

/** A part of each bar, in fixed order. */
export interface StackPart {
  readonly code: string;
  readonly name: string;
  /** Printed share in percent for each bar; `null` is a state and draws nothing. */
  readonly shares: readonly (number | null)[];
  /** The same as printed: '22.7'. */
  readonly printed: readonly string[];
  readonly isEmphasised: boolean;
  /** Of each bar what leads to its rows. */
  readonly rows?: readonly (RowsQuery | null)[];
}

export interface StackModel {
  readonly bars: readonly {
    readonly name: string;
    readonly below: string;
    readonly isBold: boolean;
    /** Nothing was reported: hatched. */
    readonly isGap?: boolean;
  }[];
  readonly parts: readonly StackPart[];
}

/** Below this share a number does not fit into its part. */
const insideFrom = 3;

/** Whether a share is there, but too small for a number inside its part. */
export function isSmall(share: number | null): boolean {
  return share !== null && share > 0 && share < insideFrom;
}

/** Whether small shares stand above their bars (at most one a bar) or only in the legend. */
export function isSmallAbove(model: StackModel): boolean {
  return model.bars.every((_, bar) => model.parts.filter(({ shares }) => isSmall(shares[bar] ?? null)).length <= 1);
}
