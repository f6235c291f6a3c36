/**
 * はじめて見つけた日: since when each finding is open. Rows are moved, sorted and inserted between two runs, so a finding is known by
 * what it says; where several say the same, by how the rows around it moved. What was mended and comes back is new.
 */
import type { Finding } from '#sheets-schema';
import type { Day } from '../../domain/codes.ts';

export interface FirstSeenFinding {
  readonly code: string;
  readonly tab: string | null;
  readonly row: number | null;
  readonly header: string | null;
  readonly typed: string | null;
  readonly day: Day;
}

/** The open findings of a workbook as of its last reading. */
export interface FirstSeen {
  readonly format: 1;
  readonly findings: readonly FirstSeenFinding[];
}

/** More are not remembered, the notices first; they show no day. */
export const mostRemembered = 2_000;

type Named = Omit<FirstSeenFinding, 'day'>;

/**
 * The days of findings that were open before are kept, the others get today. Independent of the findings' order. `isHeld`: of a held
 * workbook most findings are not known just now; what is not among them stays, as long as there is room.
 */
export function carryFirstSeen(
  before: FirstSeen | null,
  findings: readonly Finding[],
  today: Day,
  { isHeld = false }: { readonly isHeld?: boolean } = {},
): FirstSeen {
  const open = findings
    .toSorted((a, b) => compareSeverity(a, b) || compare(a, b))
    .slice(0, mostRemembered)
    .map(({ code, tab, row, header, typed }): Named => ({ code, tab, row, header, typed }));
  const goesOn = matchEarlier(before?.findings ?? [], open);
  const carried = open.map((finding): FirstSeenFinding => {
    const day = goesOn.get(finding)?.day ?? today;
    return { ...finding, day: day < today ? day : today };
  });
  const matched = new Set(goesOn.values());
  const waiting = isHeld ? (before?.findings ?? []).filter((finding) => !matched.has(finding)) : [];
  return { format: 1, findings: [...carried, ...waiting.toSorted(inOrder)].slice(0, mostRemembered).toSorted(inOrder) };
}

function inOrder(a: FirstSeenFinding, b: FirstSeenFinding): number {
  return compare(a, b) || compareText(a.day, b.day);
}

/** Looks up the day of a finding, each entry once; `null` where it is not remembered. */
export function createDayFinder({ findings }: FirstSeen): (finding: Finding) => Day | null {
  const days = new Map<string, Day[]>();
  for (const finding of findings) {
    const key = placeKey(finding);
    const known = days.get(key);
    if (known === undefined) days.set(key, [finding.day]);
    else known.push(finding.day);
  }
  return (finding) => days.get(placeKey(finding))?.shift() ?? null;
}

/** Findings in larger groups than this are told apart by their order alone. */
const mostPairs = 100_000;
/** So many blocks of rows that moved differently are told apart; what is left is matched in its order. */
const mostBlocks = 12;

/** Findings that say the same, in order of rows: those that were open before, and those that are now. */
interface Group {
  readonly tab: string | null;
  old: readonly FirstSeenFinding[];
  now: readonly Named[];
}

/** The earlier finding that each finding goes on from. */
function matchEarlier(
  before: readonly FirstSeenFinding[],
  open: readonly Named[],
): ReadonlyMap<Named, FirstSeenFinding> {
  const goesOn = new Map<Named, FirstSeenFinding>();
  matchAlike(before, open, goesOn, ({ tab }) => tab);
  // What is left over may stand in a tab that somebody has renamed: one whose name has gone, or is new.
  const matched = new Set(goesOn.values());
  const left = before.filter((finding) => !matched.has(finding));
  const found = open.filter((finding) => !goesOn.has(finding));
  const tabs = new Set(open.map(({ tab }) => tab));
  const kept = new Set(before.map(({ tab }) => tab).filter((tab) => tabs.has(tab)));
  matchAlike(left, found, goesOn, ({ tab }) => (kept.has(tab) ? tab : renamed));
  return goesOn;
}

/** No tab is called so. */
const renamed = '';

/** Which tab a finding is taken to stand in. */
type TabOf = (finding: Named) => string | null;

function matchAlike(
  before: readonly FirstSeenFinding[],
  open: readonly Named[],
  goesOn: Map<Named, FirstSeenFinding>,
  tabOf: TabOf,
): void {
  let groups = groupByWords(before, open, tabOf);
  for (let block = 0; block < mostBlocks && groups.length > 0; block += 1) {
    const moves = findMoves(groups);
    for (const group of groups) matchMoved(group, moves.get(group.tab) ?? 0, goesOn);
    groups = groups.filter(({ old, now }) => old.length > 0 && now.length > 0);
  }
  for (const { old, now } of groups) {
    for (const [position, from] of old.entries()) {
      const finding = now[position];
      if (finding !== undefined) goesOn.set(finding, from);
    }
  }
}

function groupByWords(before: readonly FirstSeenFinding[], open: readonly Named[], tabOf: TabOf): readonly Group[] {
  const groups = new Map<string, { tab: string | null; old: FirstSeenFinding[]; now: Named[] }>();
  const groupOf = (finding: Named) => {
    const { code, header, typed } = finding;
    const tab = tabOf(finding);
    const key = JSON.stringify([code, tab, header, typed]);
    const group = groups.get(key) ?? { tab, old: [], now: [] };
    groups.set(key, group);
    return group;
  };
  // Equal ones in order of days, so that the result does not depend on how they were listed.
  for (const finding of before.toSorted((a, b) => rowOf(a) - rowOf(b) || compareText(a.day, b.day))) {
    groupOf(finding).old.push(finding);
  }
  for (const finding of open.toSorted((a, b) => rowOf(a) - rowOf(b))) groupOf(finding).now.push(finding);
  return [...groups.values()].filter(({ old, now }) => old.length > 0 && now.length > 0);
}

/** By tab, how far most of its findings moved; where several moves explain as many, the shortest. */
function findMoves(groups: readonly Group[]): ReadonlyMap<string | null, number> {
  const votes = new Map<string | null, Map<number, number>>();
  for (const { tab, old, now } of groups) {
    if (old.length * now.length > mostPairs) continue;
    const moves = votes.get(tab) ?? new Map<number, number>();
    votes.set(tab, moves);
    for (const from of old) {
      for (const to of now) {
        const move = rowOf(to) - rowOf(from);
        moves.set(move, (moves.get(move) ?? 0) + 1);
      }
    }
  }
  const best = new Map<string | null, number>();
  for (const [tab, moves] of votes) {
    const [first] = [...moves].toSorted(
      ([a, votesA], [b, votesB]) => votesB - votesA || Math.abs(a) - Math.abs(b) || a - b,
    );
    if (first !== undefined) best.set(tab, first[0]);
  }
  return best;
}

/** Takes out of the group what moved just so far. */
function matchMoved(group: Group, move: number, goesOn: Map<Named, FirstSeenFinding>): void {
  const waiting = new Map<number, FirstSeenFinding[]>();
  for (const finding of group.old) {
    const row = rowOf(finding) + move;
    const known = waiting.get(row);
    if (known === undefined) waiting.set(row, [finding]);
    else known.push(finding);
  }
  const matched = new Set<FirstSeenFinding>();
  group.now = group.now.filter((finding) => {
    const from = waiting.get(rowOf(finding))?.shift();
    if (from === undefined) return true;
    matched.add(from);
    goesOn.set(finding, from);
    return false;
  });
  group.old = group.old.filter((finding) => !matched.has(finding));
}

function rowOf({ row }: Named): number {
  return row ?? 0;
}

function placeKey({ code, tab, row, header, typed }: Named): string {
  return JSON.stringify([code, tab, row, header, typed]);
}

function compareSeverity(a: Finding, b: Finding): number {
  return Number(a.severity === 'notice') - Number(b.severity === 'notice');
}

function compare(a: Named, b: Named): number {
  return (
    compareText(a.tab ?? '', b.tab ?? '') ||
    rowOf(a) - rowOf(b) ||
    compareText(a.header ?? '', b.header ?? '') ||
    compareText(a.code, b.code) ||
    compareText(a.typed ?? '', b.typed ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
