/**
 * Printed shares of N01 with one decimal. Among the known pathways and among the areas of one division they add up to
 * 100.0 (largest remainder), smaller parts within the printed share of their whole; among targets they do not: a person
 * may have several.
 */
import type { AreaTree } from '../area-tree.ts';
import { printedPercentage, shareOut } from '../rounding.ts';
import { knownPathways, pathwaysUnder } from './slices.ts';

/** A count of N01, NaN where it has no number. */
export type CountOf = (key: string) => number;

/**
 * Printed shares by pathway, P01 to P08 and their second level, in percent. The second level is nested: its shares and
 * that of the cases without a second level add up to the share of the first. NaN where a count has no number or all are 0.
 */
export function pathwayShares(countOf: CountOf): Map<string, number> {
  const shares = new Map<string, number>();
  const counts = knownPathways.map((code) => numberOrZero(countOf(code)));
  const tenths = shareOut(counts, 1000);
  const isEmpty = counts.every((count) => count === 0);
  knownPathways.forEach((code, index) => {
    const own = tenths[index] ?? 0;
    shares.set(code, isEmpty || Number.isNaN(countOf(code)) ? Number.NaN : own / 10);
    const children = pathwaysUnder(code);
    if (children.length === 0) return;
    const childCounts = children.map((child) => numberOrZero(countOf(child)));
    const rest = Math.max(0, (counts[index] ?? 0) - childCounts.reduce((sum, count) => sum + count, 0));
    const nested = shareOut([...childCounts, rest], own);
    children.forEach((child, position) => {
      shares.set(child, isEmpty || Number.isNaN(countOf(child)) ? Number.NaN : (nested[position] ?? 0) / 10);
    });
  });
  return shares;
}

/** The printed share of persons with a target among all, in percent. */
export function targetShare(count: number, all: number): number {
  return Number.isNaN(count) || Number.isNaN(all) || all === 0 ? Number.NaN : printedPercentage(count, all);
}

/** The key under which the part of a division that lies in none of its areas (不明, 市外 …) stands. */
export function unplacedKey(division: string): string {
  return `unplaced:${division}`;
}

/**
 * Printed shares by area. The children of the root of one 圏域種別 are one division; with the part that lies in none of
 * them they add up to 100.0. Deeper areas are nested in their parent, where they have one only. Divisions whose
 * areas overlap (a child of two of them) have plain percentages.
 */
export function areaShares(tree: AreaTree, countOf: CountOf): Map<string, number> {
  const shares = new Map<string, number>();
  const whole = countOf(tree.rootKey);
  if (Number.isNaN(whole) || whole === 0) return shares;
  const nest = (position: number, tenths: number, count: number, isTop: boolean): void => {
    for (const { kind, children } of tree.divisionsOf(position)) {
      const nodes = children.map((child) => tree.nodes[child]).filter((node) => node !== undefined);
      const counts = nodes.map(({ key }) => numberOrZero(countOf(key)));
      const rest = count - counts.reduce((sum, part) => sum + part, 0);
      const isPartition = rest >= 0 && nodes.every(({ area }) => area.parents.length === 1);
      const parts = isPartition
        ? shareOut([...counts, rest], tenths)
        : counts.map((part) => Math.round((part * 1000) / whole));
      nodes.forEach(({ key }, index) => {
        const missing = Number.isNaN(countOf(key));
        if (!shares.has(key)) shares.set(key, missing ? Number.NaN : (parts[index] ?? 0) / 10);
        const child = children[index];
        if (isPartition && child !== undefined) nest(child, parts[index] ?? 0, counts[index] ?? 0, false);
      });
      if (isTop && isPartition) shares.set(unplacedKey(kind), (parts.at(-1) ?? 0) / 10);
    }
  };
  nest(0, 1000, whole, true);
  return shares;
}

function numberOrZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}
