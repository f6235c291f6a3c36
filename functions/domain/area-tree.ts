/**
 * 圏域 as a directed acyclic graph with one root (市町村全域): parallel divisions may share areas, and depth is derived,
 * never read from a layer number. Ingest refuses what is no tree; whatever
 * is left over all the same hangs on the root.
 */
import type { Area } from './area.ts';
import type { AreaCode, MunicipalityCode } from './codes.ts';
import { unitePopulations } from './population.ts';

/** An area in its tree. `key` is the municipality's code for the root, else the area's code, as in the published figures. */
export interface AreaNode {
  readonly key: string;
  readonly area: Area;
  readonly isRoot: boolean;
  /** Steps to the root on the shortest way; the root is 0. */
  readonly depth: number;
}

export interface AreaTree {
  readonly rootKey: string;
  /** The root first, then by depth, in registered order. */
  readonly nodes: readonly AreaNode[];
  /** Positions in `nodes` of an area's ancestors, itself and the root included, each once. `null` and unknown codes: the root alone. */
  ancestorsOf(code: AreaCode | null): readonly number[];
  /** Position in `nodes` of a published key or an area's own code. */
  positionOf(code: string): number | undefined;
  /** Positions of the direct children of a node, by division: children of one 圏域種別 are one division. */
  divisionsOf(position: number): readonly { readonly kind: string; readonly children: readonly number[] }[];
}

/** Unites the areas of a municipality's workbooks by code; the workbook that comes first wins, later ones add populations of other days. */
export function uniteAreas(workbooks: readonly (readonly Area[])[]): Area[] {
  const united = new Map<AreaCode, Area>();
  for (const areas of workbooks) {
    for (const area of areas) {
      const known = united.get(area.code);
      if (known === undefined) {
        united.set(area.code, area);
        continue;
      }
      united.set(area.code, { ...known, populations: unitePopulations(known.populations, area.populations) });
    }
  }
  return [...united.values()];
}

/** Areas that are their own ancestor, in the order given. */
export function membersOfCycles(areas: readonly Area[], byCode: ReadonlyMap<AreaCode, Area>): AreaCode[] {
  const reaches = (start: AreaCode): boolean => {
    const seen = new Set<AreaCode>();
    const open = [...(byCode.get(start)?.parents ?? [])];
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      if (code === start) return true;
      if (seen.has(code)) continue;
      seen.add(code);
      open.push(...(byCode.get(code)?.parents ?? []));
    }
    return false;
  };
  return areas.filter((area) => reaches(area.code)).map((area) => area.code);
}

/**
 * The tree of a municipality. Without areas it is the root alone. What checks would refuse does no harm here: a further
 * root, an orphan and a member of a cycle hang below the root.
 */
export function createAreaTree({
  municipality,
  name,
  areas,
}: {
  municipality: MunicipalityCode;
  name: string;
  areas: readonly Area[];
}): AreaTree {
  const root: Area = areas.find((area) => area.parents.length === 0) ?? {
    code: municipality as string as AreaCode,
    name,
    kind: '市町村全域',
    parents: [],
    populations: [],
    validFrom: null,
    validUntil: null,
    successor: null,
  };
  const byCode = new Map<AreaCode, Area>([[root.code, root], ...areas.map((area) => [area.code, area] as const)]);
  const inCycle = new Set(membersOfCycles(areas, byCode));
  const parentsOf = (area: Area): AreaCode[] => {
    if (area.code === root.code) return [];
    const parents = inCycle.has(area.code) ? [] : area.parents.filter((parent) => byCode.has(parent));
    return parents.length === 0 ? [root.code] : [...new Set(parents)];
  };

  const depths = new Map<AreaCode, number>([[root.code, 0]]);
  const depthOf = (code: AreaCode): number => {
    const known = depths.get(code);
    if (known !== undefined) return known;
    const area = byCode.get(code);
    const depth = area === undefined ? 1 : 1 + Math.min(...parentsOf(area).map(depthOf));
    depths.set(code, depth);
    return depth;
  };
  const ordered = [...byCode.values()]
    .map((area, order) => ({ area, order, depth: depthOf(area.code) }))
    .toSorted((one, other) => one.depth - other.depth || one.order - other.order);
  const nodes: AreaNode[] = ordered.map(({ area, depth }) => ({
    key: depth === 0 ? municipality : area.code,
    area: {
      ...area,
      code: depth === 0 ? (municipality as string as AreaCode) : area.code,
      parents: parentsOf(area).map((code) => (code === root.code ? (municipality as string as AreaCode) : code)),
    },
    isRoot: depth === 0,
    depth,
  }));
  const positions = new Map<string, number>(ordered.map(({ area }, position) => [area.code, position]));
  positions.set(municipality, 0);

  const ancestors = new Map<string, readonly number[]>();
  const ancestorsOf = (code: AreaCode | null): readonly number[] => {
    const key = code ?? municipality;
    const known = ancestors.get(key);
    if (known !== undefined) return known;
    const found = new Set<number>([0]);
    const open: string[] = positions.has(key) ? [key] : [];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const position = positions.get(next);
      if (position === undefined) continue;
      found.add(position);
      open.push(...(nodes[position]?.area.parents ?? []));
    }
    const sorted = [...found].toSorted((one, other) => one - other);
    ancestors.set(key, sorted);
    return sorted;
  };

  const divisions = nodes.map((node) => {
    const byKind = new Map<string, number[]>();
    nodes.forEach((child, position) => {
      if (!child.area.parents.includes(node.key as AreaCode)) return;
      const group = byKind.get(child.area.kind);
      if (group === undefined) byKind.set(child.area.kind, [position]);
      else group.push(position);
    });
    return [...byKind].map(([kind, children]) => ({ kind, children }));
  });

  return {
    rootKey: municipality,
    nodes,
    ancestorsOf,
    positionOf: (code) => positions.get(code),
    divisionsOf: (position) => divisions[position] ?? [],
  };
}
