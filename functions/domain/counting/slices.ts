/**
 * Slices: the cells of a municipality's cube (area × pathway × target), numbered, so that counting is adding to arrays.
 * A fact lies in many slices: each ancestor of its area, its pathway at both levels, each of its targets at both levels
 * once (two kinds of disability are one 障害者), and 'all' of everything.
 */

import type { Code } from '../../../sheets-schema/vocabulary/codes.ts';
import { pathways, targets } from '../../../sheets-schema/vocabulary/codes.ts';
import type { AreaTree } from '../area-tree.ts';
import type { AreaCode } from '../codes.ts';
import { createListFinder } from '../list-finder.ts';

/** Stands for any code of a dimension that no row and no total mentions (see `readFigure`). */
export const anyOther = '*';

const pathwayCodes: readonly Code[] = pathways.codes;
const targetCodes: readonly Code[] = targets.codes;

/** 'all', the codes, and '*', in the order of their numbers. */
export const pathwayKeys: readonly string[] = ['all', ...pathwayCodes.map(({ code }) => code), anyOther];
export const targetKeys: readonly string[] = ['all', ...targetCodes.map(({ code }) => code), anyOther];

const pathwayNumbers = new Map(pathwayKeys.map((key, number) => [key, number]));
const targetNumbers = new Map(targetKeys.map((key, number) => [key, number]));

/** The code one level up, or `null`. */
export const parentOfPathway = new Map(pathwayCodes.map(({ code, parent }) => [code, parent]));
export const parentOfTarget = new Map(targetCodes.map(({ code, parent }) => [code, parent]));

/** 経路 of the first level, 不明 included. */
export const firstPathways: readonly string[] = pathwayCodes
  .filter(({ parent }) => parent === null)
  .map(({ code }) => code);
/** P01 to P08: a case whose pathway is known. */
export const knownPathways: readonly string[] = firstPathways.filter((code) => code !== pathways.unknown);

/** 経路 of the second level under one of the first. */
export function pathwaysUnder(parent: string): string[] {
  return pathwayCodes.filter((code) => code.parent === parent).map(({ code }) => code);
}

/** Number of 'all', a code or '*'. */
export function pathwayNumber(key: string): number {
  return pathwayNumbers.get(key) ?? pathwayKeys.length - 1;
}
export function targetNumber(key: string): number {
  return targetNumbers.get(key) ?? targetKeys.length - 1;
}

/** The number of a slice, from the numbers of its parts. */
export function sliceNumber(area: number, pathway: number, target: number): number {
  return sliceOfCell(cellNumber(area, pathway), target);
}

/** The number of a cell: an area and a pathway, whatever the targets. */
function cellNumber(area: number, pathway: number): number {
  return area * pathwayKeys.length + pathway;
}

/** The number of the slice of one target in a cell. */
export function sliceOfCell(cell: number, target: number): number {
  return cell * targetKeys.length + target;
}

/** The parts of a slice's number. */
export function sliceParts(slice: number): { area: number; pathway: number; target: number } {
  const target = slice % targetKeys.length;
  const rest = (slice - target) / targetKeys.length;
  const pathway = rest % pathwayKeys.length;
  return { area: (rest - pathway) / pathwayKeys.length, pathway, target };
}

/** The dimensions of a fact; `null` for one that its tab does not have. */
export interface FactPlace {
  readonly area: AreaCode | null;
  readonly pathway: string | null;
  readonly targets: readonly string[] | null;
}

/** Finds the slices of facts; remembers what it has seen. */
export interface SliceFinder {
  /** Every slice that a fact lies in, each once. */
  slicesOf(fact: FactPlace): readonly number[];
  /** The cell of a fact's own area and own pathway. What is counted in it belongs to all cells of `wholesOf`, target by target. */
  cellOf(fact: FactPlace): number;
  /** The cell itself and those above it, by area and by pathway, each once. */
  wholesOf(cell: number): readonly number[];
  /** The numbers of the targets that a set counts in: 'all', each of them and their parents, each once. */
  targetsOf(set: readonly string[]): readonly number[];
}

export function createSliceFinder(tree: AreaTree): SliceFinder {
  const seen = new Map<string, readonly number[]>();
  const slicesOf = ({ area, pathway, targets: set }: FactPlace): readonly number[] => {
    const key = keyOf({ area, pathway, targets: set });
    const known = seen.get(key);
    if (known !== undefined) return known;
    const pathwayParts = pathway === null ? [0] : withParents([pathway], parentOfPathway, pathwayNumbers);
    const slices: number[] = [];
    for (const a of tree.ancestorsOf(area)) {
      for (const p of pathwayParts) for (const t of targetParts(set)) slices.push(sliceNumber(a, p, t));
    }
    seen.set(key, slices);
    return slices;
  };
  return {
    slicesOf,
    cellOf: ({ area, pathway }) =>
      cellNumber(
        area === null ? 0 : (tree.positionOf(area) ?? 0),
        pathway === null ? 0 : (pathwayNumbers.get(pathway) ?? 0),
      ),
    wholesOf(cell) {
      const { area, pathway } = sliceParts(sliceOfCell(cell, 0));
      const pathwayParts = withParents([pathwayKeys[pathway] ?? ''], parentOfPathway, pathwayNumbers);
      return tree
        .ancestorsOf(tree.nodes[area]?.area.code ?? null)
        .flatMap((a) => pathwayParts.map((p) => cellNumber(a, p)));
    },
    targetsOf: createListFinder(targetParts),
  };
}

function keyOf({ area, pathway, targets: set }: FactPlace): string {
  return `${area ?? ''}|${pathway ?? ''}|${set === null ? '' : set.join(',')}`;
}

function targetParts(set: readonly string[] | null): readonly number[] {
  return set === null ? [0] : withParents(set, parentOfTarget, targetNumbers);
}

/** 'all', the codes and their parents, each once. */
function withParents(
  codes: readonly string[],
  parents: ReadonlyMap<string, string | null>,
  numbers: ReadonlyMap<string, number>,
): number[] {
  const found = new Set<number>([0]);
  for (const code of codes) {
    for (const each of [code, parents.get(code) ?? null]) {
      const number = each === null ? undefined : numbers.get(each);
      if (number !== undefined) found.add(number);
    }
  }
  return [...found];
}
