/**
 * What can be taken in at the same time without anybody waiting for others: each municipality by itself, and together those that one
 * of their workbooks goes from and to. Pure.
 */
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { RunPlan } from '../plan/plan.ts';
import { findGroups, homeOf } from './groups.ts';

export interface ConnectedGroups {
  /** Sorted; none where only the workbook's contents will tell. */
  readonly municipalities: readonly MunicipalityCode[];
  /** All their workbooks, changed or not, also those that are listed no longer. */
  readonly workbooks: readonly WorkbookId[];
  /** What is to be done, and where it stands: equal for equal work. */
  readonly basis: readonly (readonly (string | null)[])[];
}

/** Those in which there is something to do, first that which waits longest. */
export function connectGroups(plan: RunPlan): readonly ConnectedGroups[] {
  const connected: ConnectedGroups[] = [];
  const neighbours = findNeighbours(plan);
  const seen = new Set<MunicipalityCode>();
  for (const { municipality, entries } of findGroups(plan)) {
    if (municipality === null) {
      const workbooks = entries.map(({ id }) => id);
      connected.push({ municipalities: [], workbooks, basis: basisOf(workbooks, plan) });
    } else if (!seen.has(municipality)) {
      const municipalities = reachFrom(municipality, neighbours);
      for (const one of municipalities) seen.add(one);
      const workbooks = membersOf(municipalities, plan);
      connected.push({ municipalities, workbooks, basis: basisOf(workbooks, plan) });
    }
  }
  return connected;
}

/** Of a plan only what concerns these workbooks. */
export function restrictPlan(plan: RunPlan, workbooks: ReadonlySet<WorkbookId>): RunPlan {
  return {
    ...plan,
    entries: plan.entries.filter(({ id }) => workbooks.has(id)),
    changed: plan.changed.filter(({ id }) => workbooks.has(id)),
    states: new Map([...plan.states].filter(([id]) => workbooks.has(id))),
    vanished: plan.vanished.filter(({ workbook }) => workbooks.has(workbook)),
  };
}

/** Whether none of its workbooks comes from, or goes to, a municipality that is not among these. */
export function staysWithin(plan: RunPlan, municipalities: readonly MunicipalityCode[]): boolean {
  return placesOf(plan).every(({ places }) => places.every((place) => municipalities.includes(place)));
}

/** Of each workbook the municipalities in which it counts or is to count. */
function placesOf({ entries, states, vanished }: RunPlan) {
  const listed = entries.map((entry) => {
    const state = states.get(entry.id);
    return { id: entry.id, places: [homeOf(entry, state), state?.municipality ?? null] };
  });
  const gone = vanished.map(({ workbook, municipality }) => ({ id: workbook, places: [municipality] }));
  return [...listed, ...gone].map(({ id, places }) => ({
    id,
    places: [...new Set(places.filter((place) => place !== null))],
  }));
}

function findNeighbours(plan: RunPlan): ReadonlyMap<MunicipalityCode, ReadonlySet<MunicipalityCode>> {
  const neighbours = new Map<MunicipalityCode, Set<MunicipalityCode>>();
  for (const { places } of placesOf(plan)) {
    for (const place of places) neighbours.set(place, new Set([...(neighbours.get(place) ?? []), ...places]));
  }
  return neighbours;
}

function reachFrom(
  first: MunicipalityCode,
  neighbours: ReadonlyMap<MunicipalityCode, ReadonlySet<MunicipalityCode>>,
): readonly MunicipalityCode[] {
  const reached = new Set([first]);
  // A set that grows while it is walked through is walked through to its end.
  for (const one of reached) for (const next of neighbours.get(one) ?? []) reached.add(next);
  return [...reached].toSorted();
}

function membersOf(municipalities: readonly MunicipalityCode[], plan: RunPlan): readonly WorkbookId[] {
  return placesOf(plan)
    .filter(({ places }) => places.some((place) => municipalities.includes(place)))
    .map(({ id }) => id);
}

function basisOf(workbooks: readonly WorkbookId[], plan: RunPlan): ConnectedGroups['basis'] {
  const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
  const states = new Map([...plan.states, ...plan.vanished.map((state) => [state.workbook, state] as const)]);
  return workbooks.map((id) => {
    const [entry, state] = [entries.get(id), states.get(id)];
    const read = [state?.revision ?? null, state?.readAt ?? null, state?.areasDigest ?? null, state?.recheckOn ?? null];
    return [id, entry?.revision ?? null, entry?.municipality ?? null, ...read];
  });
}
