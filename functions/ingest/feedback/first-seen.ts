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

/** The days of findings that were open before are kept, the others get today. Independent of the findings' order. */
export function carryFirstSeen(before: FirstSeen | null, findings: readonly Finding[], today: Day): FirstSeen {
  const open = findings
    .toSorted((a, b) => compareSeverity(a, b) || compare(a, b))
    .slice(0, mostRemembered)
    .map(({ code, tab, row, header, typed }): Named => ({ code, tab, row, header, typed }));
  const days = matchDays(before?.findings ?? [], open);
  return {
    format: 1,
    findings: open
      .map((finding, index): FirstSeenFinding => ({ ...finding, day: earlier(days[index] ?? today, today) }))
      .toSorted((a, b) => compare(a, b) || compareText(a.day, b.day)),
  };
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

/** For each finding the day of the earlier finding that it goes on from. */
function matchDays(before: readonly FirstSeenFinding[], open: readonly Named[]): readonly (Day | undefined)[] {
  const days: (Day | undefined)[] = open.map(() => undefined);
  const groups = groupByWords(before, open);
  for (let block = 0; block < mostBlocks && groups.size > 0; block += 1) {
    for (const [tab, move] of findMoves(groups, before, open)) {
      for (const group of groups.values()) {
        if (group.tab === tab) matchMoved(group, move, { before, open, days });
      }
    }
    for (const [key, { old, now }] of groups) if (old.length === 0 || now.length === 0) groups.delete(key);
  }
  for (const { old, now } of groups.values()) {
    for (const [position, index] of now.entries()) days[index] = before[old[position] ?? -1]?.day;
  }
  return days;
}

/** Findings that say the same, by their indexes in order of rows. */
interface Group {
  readonly tab: string | null;
  old: readonly number[];
  now: readonly number[];
}

function groupByWords(before: readonly FirstSeenFinding[], open: readonly Named[]): Map<string, Group> {
  const groups = new Map<string, { tab: string | null; old: number[]; now: number[] }>();
  const groupOf = (finding: Named) => {
    const key = JSON.stringify([finding.code, finding.tab, finding.header, finding.typed]);
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group = { tab: finding.tab, old: [], now: [] };
    groups.set(key, group);
    return group;
  };
  for (const index of sortedByRow(before)) groupOf(before[index] as Named).old.push(index);
  for (const index of sortedByRow(open)) groupOf(open[index] as Named).now.push(index);
  for (const [key, { old, now }] of groups) if (old.length === 0 || now.length === 0) groups.delete(key);
  return groups;
}

/** By tab, how far most of its findings moved; where several moves explain as many, the shortest. */
function findMoves(
  groups: ReadonlyMap<string, Group>,
  before: readonly Named[],
  open: readonly Named[],
): ReadonlyMap<string | null, number> {
  const votes = new Map<string | null, Map<number, number>>();
  for (const { tab, old, now } of groups.values()) {
    if (old.length * now.length > mostPairs) continue;
    const moves = votes.get(tab) ?? new Map<number, number>();
    votes.set(tab, moves);
    for (const from of old) {
      for (const to of now) {
        const move = rowOf(open[to]) - rowOf(before[from]);
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

function matchMoved(
  group: Group,
  move: number,
  { before, open, days }: { before: readonly FirstSeenFinding[]; open: readonly Named[]; days: (Day | undefined)[] },
): void {
  const waiting = new Map<number, number[]>();
  for (const index of group.old) {
    const row = rowOf(before[index]) + move;
    waiting.set(row, [...(waiting.get(row) ?? []), index]);
  }
  const taken = new Set<number>();
  group.now = group.now.filter((index) => {
    const from = waiting.get(rowOf(open[index]))?.shift();
    if (from === undefined) return true;
    taken.add(from);
    days[index] = before[from]?.day;
    return false;
  });
  group.old = group.old.filter((index) => !taken.has(index));
}

function rowOf(finding: Named | undefined): number {
  return finding?.row ?? 0;
}

/** Indexes in order of rows; equal ones in order of days, so that the result does not depend on how they were listed. */
function sortedByRow(findings: readonly (Named & { readonly day?: Day })[]): readonly number[] {
  return findings
    .map((_, index) => index)
    .toSorted((a, b) => {
      const [one, other] = [findings[a], findings[b]];
      return rowOf(one) - rowOf(other) || compareText(one?.day ?? '', other?.day ?? '');
    });
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

function earlier(day: Day, today: Day): Day {
  return day < today ? day : today;
}
