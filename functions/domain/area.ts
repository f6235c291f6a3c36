/** 圏域: one area of a municipality, as the united tree knows it. */
import type { AreaCode, Day } from './codes.ts';

/** Inhabitants of an area on a day (基準日); `null` where not given. */
export interface Population {
  readonly asOf: Day | null;
  readonly inhabitants: number | null;
  readonly households: number | null;
  readonly elderly: number | null;
  readonly children: number | null;
}

export interface Area {
  readonly code: AreaCode;
  readonly name: string;
  /** 圏域種別: a label, never a level. */
  readonly kind: string;
  /** Empty for the root; several where divisions run in parallel. */
  readonly parents: readonly AreaCode[];
  readonly populations: readonly Population[];
  readonly validFrom: Day | null;
  /** Inclusive. */
  readonly validUntil: Day | null;
  readonly successor: AreaCode | null;
}
