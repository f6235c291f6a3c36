/** Groups of areas: size classes (人口規模), and the distribution of a group with one's own place in it. */
import { quantile } from './overdispersion.ts';

/** 人口規模 by inhabitants: from `from`, below `below`. */
export const sizeClasses = [
  { code: 'Z1', from: 0, below: 10_000 },
  { code: 'Z2', from: 10_000, below: 50_000 },
  { code: 'Z3', from: 50_000, below: 200_000 },
  { code: 'Z4', from: 200_000, below: null },
] as const;

export type SizeClass = (typeof sizeClasses)[number]['code'];

/** `null` where the number of inhabitants is not known. */
export function sizeClassOf(inhabitants: number | null): SizeClass | null {
  if (inhabitants === null) return null;
  return sizeClasses.find(({ below }) => below === null || inhabitants < below)?.code ?? null;
}

export interface Distribution {
  /** How many values there are. */
  readonly of: number;
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
}

/** The distribution of values; `null` without any. */
export function distributionOf(values: readonly number[]): Distribution | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return null;
  return {
    of: sorted.length,
    least,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    most,
  };
}

/** How many of the others lie below one's own value, and how many above it. */
export function placeIn(own: number, others: readonly number[]): { readonly below: number; readonly above: number } {
  return { below: others.filter((value) => value < own).length, above: others.filter((value) => value > own).length };
}

/** Ranks of values, the largest first; equal values share the better rank. */
export function ranksOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => other - one);
  const first = new Map<number, number>();
  for (const [index, value] of sorted.entries()) if (!first.has(value)) first.set(value, index + 1);
  return values.map((value) => first.get(value) ?? 0);
}
