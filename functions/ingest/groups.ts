/**
 * Workbooks by municipality, since those of one municipality share a tree of areas and are taken in together. Whose municipality
 * nobody knows yet is read alone, and joins its group then. Pure.
 */
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { RunPlan } from '../plan/plan.ts';
import type { WorkbookEntry } from '../world.ts';
import type { WorkbookState } from './ingested.ts';
import type { OpenedEntry } from './open-entry.ts';
import type { Claim } from './settle-offices.ts';
import { isHeldForOthers, isSettledAsVanished, noAreas, whereFiguresAre } from './workbook-state.ts';

/** A workbook that was read before anybody knew that it belongs here. */
export interface Joining {
  readonly entry: WorkbookEntry;
  readonly claim: Claim;
  /** `null` where there was no room for it: it is read once more. */
  readonly kept: OpenedEntry | null;
}

/** Whose municipality was found out in this run. */
export interface Placed {
  readonly entry: WorkbookEntry;
  readonly municipality: MunicipalityCode;
}

export interface Group {
  /** `null`: a workbook alone, and only its contents will tell. */
  readonly municipality: MunicipalityCode | null;
  /** Its listed workbooks, changed or not, in registered order. */
  readonly entries: readonly WorkbookEntry[];
  readonly vanished: readonly WorkbookState[];
  /** Those to read. */
  readonly changed: readonly WorkbookEntry[];
  readonly joining: readonly Joining[];
  /** Those of its workbooks that turned out to be of another municipality in this run. */
  readonly away: ReadonlySet<WorkbookId>;
}

/** The municipality in whose group a workbook is read: as registered, else as last read, where it waits for others or has its figures. */
export function homeOf(entry: WorkbookEntry, state: WorkbookState | null | undefined): MunicipalityCode | null {
  const own = isHeldForOthers(state) ? state?.hold?.facts.own : undefined;
  return entry.municipality ?? (own as MunicipalityCode | undefined) ?? state?.municipality ?? null;
}

/** Groups in which there is something to do, those first that wait longest. `only`: just the one with this workbook, and of it just this. */
export function findGroups(plan: RunPlan, only: WorkbookId | null = null): readonly Group[] {
  const changed = plan.changed.filter(({ id }) => only === null || id === only);
  const homes = new Map<MunicipalityCode, WorkbookEntry[]>();
  const alone: Group[] = [];
  for (const entry of changed) {
    const home = homeOf(entry, plan.states.get(entry.id));
    if (home === null) alone.push(aloneWith(entry));
    else homes.set(home, [...(homes.get(home) ?? []), entry]);
  }
  const members = findMembers(plan);
  if (only === null) {
    for (const [municipality, group] of members) {
      if (!homes.has(municipality) && isToSettle(municipality, group, plan)) homes.set(municipality, []);
    }
  }
  const groups = [...homes].map(([municipality, own]) => groupOf(members, municipality, own));
  return sortByWaiting([...alone, ...groups], plan);
}

/**
 * Which of them are worked on next: those that others have joined, so that there is room again; else those that may still join others;
 * then all. So a municipality is settled once, with all its newcomers.
 */
export function nextTurn(waiting: readonly Group[]): readonly Group[] {
  const joined = waiting.filter(({ joining }) => joining.length > 0);
  const alone = waiting.filter(({ municipality }) => municipality === null);
  return [joined, alone, waiting].find((groups) => groups.length > 0) ?? [];
}

/** What is left to do, once some workbooks turned out to belong elsewhere and some groups have lost one: these come first now. */
export function regroup({
  plan,
  placed,
  rest,
  joining,
  left,
}: {
  readonly plan: RunPlan;
  /** Workbooks that joined a group in this run, also earlier. */
  readonly placed: readonly Placed[];
  readonly rest: readonly Group[];
  readonly joining: readonly Joining[];
  readonly left: readonly MunicipalityCode[];
}): readonly Group[] {
  const members = findMembers(plan);
  const called = new Set([...joining.map(({ claim }) => claim.office.municipality), ...left]);
  const first = [...called].map((municipality) => {
    const waiting = rest.find((group) => group.municipality === municipality) ?? groupOf(members, municipality, []);
    const [here, elsewhere] = [new Set(waiting.entries.map(({ id }) => id)), new Set<WorkbookId>()];
    for (const { entry, municipality: own } of placed) (own === municipality ? here : elsewhere).add(entry.id);
    const joined = joining.filter(({ claim }) => claim.office.municipality === municipality);
    return { ...waiting, entries: plan.entries.filter(({ id }) => here.has(id)), joining: joined, away: elsewhere };
  });
  const others = rest.filter(({ municipality }) => municipality === null || !called.has(municipality));
  return [...sortByWaiting(first, plan), ...others];
}

/** The workbooks of a group that this run has still to read or to settle. */
export function openWork(group: Group): readonly WorkbookEntry[] {
  const joining = group.joining.map(({ entry }) => entry);
  return [...group.changed.filter((entry) => !joining.includes(entry)), ...joining];
}

interface Members {
  readonly entries: readonly WorkbookEntry[];
  readonly vanished: readonly WorkbookState[];
}

/** A workbook that is registered elsewhere now still has its last good figures where it was. */
function findMembers({ entries, states, vanished }: RunPlan): ReadonlyMap<MunicipalityCode, Members> {
  const members = new Map<MunicipalityCode, { entries: WorkbookEntry[]; vanished: WorkbookState[] }>();
  const membersOf = (municipality: MunicipalityCode) => {
    const known = members.get(municipality) ?? { entries: [], vanished: [] };
    members.set(municipality, known);
    return known;
  };
  for (const entry of entries) {
    const state = states.get(entry.id);
    for (const municipality of new Set([homeOf(entry, state), state?.municipality ?? null])) {
      if (municipality !== null) membersOf(municipality).entries.push(entry);
    }
  }
  for (const state of vanished) if (state.municipality !== null) membersOf(state.municipality).vanished.push(state);
  return members;
}

/** Whether a run broke off before all its workbooks were read beside the same areas, or one of them is newly gone. */
function isToSettle(
  municipality: MunicipalityCode,
  { entries, vanished }: Members,
  { states, setAside }: RunPlan,
): boolean {
  const digests = new Set(
    entries.flatMap(({ id }) => {
      const state = states.get(id);
      if (state === undefined || whereFiguresAre(state) !== municipality) return [];
      return state.hold === null || state.areasDigest === noAreas ? [state.areasDigest] : [];
    }),
  );
  return digests.size > 1 || digests.has(noAreas) || !vanished.every((state) => isSettledAsVanished(state, setAside));
}

function aloneWith(entry: WorkbookEntry): Group {
  return { municipality: null, entries: [entry], vanished: [], changed: [entry], joining: [], away: new Set() };
}

function groupOf(
  members: ReadonlyMap<MunicipalityCode, Members>,
  municipality: MunicipalityCode,
  changed: readonly WorkbookEntry[],
): Group {
  const { entries, vanished } = members.get(municipality) ?? { entries: [], vanished: [] };
  return { municipality, entries, vanished, changed, joining: [], away: new Set() };
}

/** By the reading that is longest ago (never is longest), then as registered. */
function sortByWaiting(groups: readonly Group[], { entries, states }: RunPlan): readonly Group[] {
  const position = new Map(entries.map(({ id }, index) => [id, index]));
  const ranked = groups.map((group) => {
    const waiting = openWork(group);
    const members = waiting.length > 0 ? waiting : group.entries;
    return {
      group,
      since: members.map(({ id }) => states.get(id)?.readAt ?? '').toSorted()[0] ?? '',
      position: Math.min(...members.map(({ id }) => position.get(id) ?? entries.length), entries.length),
    };
  });
  return ranked
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.position - b.position))
    .map(({ group }) => group);
}
