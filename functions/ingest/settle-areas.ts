/**
 * One tree of areas (圏域) for a municipality, out of what its workbooks state: united by code, the workbook registered first
 * wins where two differ. Second roots, orphans and members of a cycle have no place in the tree (workbook.md, Which rows count).
 */
import { fold } from '#sheets-schema';
import type { Area } from '../domain/area.ts';
import { membersOfCycles, uniteAreas } from '../domain/area-tree.ts';
import type { AreaCode } from '../domain/codes.ts';

/** Why an area has no place in the tree. */
export type AreaRefusal = 'second-root' | 'orphan' | 'cycle';

export interface UnitedAreas {
  /** Accepted areas, sorted by code; parents that do not exist are left out. */
  readonly areas: readonly Area[];
  readonly root: AreaCode | null;
  readonly refused: ReadonlyMap<AreaCode, AreaRefusal>;
  /** What the workbooks state together, accepted or not, by code. */
  readonly stated: ReadonlyMap<AreaCode, Area>;
  /** A code as it was first written: 'ｅ０１' of a second workbook is 'E01' of the first. */
  spell(code: AreaCode): AreaCode;
}

/** Unites areas and gives each its place; the lists come in registered order. `isMunicipality` recognises the municipality's own name or code. */
export function settleAreas(lists: readonly (readonly Area[])[], isMunicipality: (area: Area) => boolean): UnitedAreas {
  const spellings = new Map<string, AreaCode>();
  for (const { code } of lists.flat()) if (!spellings.has(fold(code))) spellings.set(fold(code), code);
  const spell = (code: AreaCode): AreaCode => spellings.get(fold(code)) ?? code;
  const united = uniteAreas(lists.map((areas) => areas.map((area) => respell(area, spell))));
  const stated = new Map(united.map((area) => [area.code, area]));
  const refused = new Map<AreaCode, AreaRefusal>();
  const root = findRoot(stated, isMunicipality);
  for (const area of stated.values()) {
    if (area.parents.length === 0 && area.code !== root) refused.set(area.code, 'second-root');
  }
  for (const code of membersOfCycles(united, stated)) refused.set(code, 'cycle');
  // An area is accepted once one of its parents is; whatever is left when nothing more can be accepted hangs in the air.
  const accepted = new Set<AreaCode>();
  const children = new Map<AreaCode, AreaCode[]>();
  for (const area of stated.values()) {
    for (const parent of area.parents) {
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [area.code]);
      else siblings.push(area.code);
    }
  }
  const waiting: AreaCode[] = root === null ? [] : [root];
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (accepted.has(code) || refused.has(code)) continue;
    accepted.add(code);
    waiting.push(...(children.get(code) ?? []));
  }
  for (const code of stated.keys()) if (!accepted.has(code) && !refused.has(code)) refused.set(code, 'orphan');
  const areas = [...stated.values()]
    .filter((area) => accepted.has(area.code))
    .map((area) => ({
      ...area,
      parents: area.parents.filter((parent) => accepted.has(parent)).toSorted(),
      successor: area.successor !== null && accepted.has(area.successor) ? area.successor : null,
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return { areas, root, refused, stated, spell };
}

/** An area with all its codes as they were first written. */
export function respell(area: Area, spell: (code: AreaCode) => AreaCode): Area {
  return {
    ...area,
    code: spell(area.code),
    parents: [...new Set(area.parents.map(spell))].toSorted(),
    successor: area.successor === null ? null : spell(area.successor),
  };
}

/**
 * Of several areas without a parent, the root is the one that is the municipality itself (市町村全域, its name, its code),
 * else the one with most areas below it. Where that does not decide, none is: it is for the office to say.
 */
function findRoot(stated: ReadonlyMap<AreaCode, Area>, isMunicipality: (area: Area) => boolean): AreaCode | null {
  const candidates = [...stated.values()].filter((area) => area.parents.length === 0);
  const [only, ...others] = candidates;
  if (only === undefined) return null;
  if (others.length === 0) return only.code;
  const whole = candidates.filter((area) => isMunicipality(area) || fold(area.kind) === fold('市町村全域'));
  const [first, second] = whole;
  if (first !== undefined && second === undefined) return first.code;
  const ranked = (whole.length > 0 ? whole : candidates)
    .map((area) => ({ code: area.code, below: countBelow(stated, area.code) }))
    .toSorted((a, b) => b.below - a.below);
  const [largest, next] = ranked;
  if (largest === undefined || next === undefined || largest.below === next.below) return null;
  return largest.code;
}

function countBelow(stated: ReadonlyMap<AreaCode, Area>, top: AreaCode): number {
  const below = new Set<AreaCode>([top]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const area of stated.values()) {
      if (below.has(area.code) || !area.parents.some((parent) => below.has(parent))) continue;
      below.add(area.code);
      grew = true;
    }
  }
  return below.size - 1;
}
