/**
 * Accepted rows → facts. Rows that agree in everything become one fact with a count, and everything is sorted, so that the
 * order of rows and columns in a sheet changes nothing.
 */
import type { Area } from '../domain/area.ts';
import { monthOf } from '../domain/calendar.ts';
import type { Day, Month } from '../domain/codes.ts';
import type {
  ActionFact,
  ActivityFact,
  CaseFact,
  FactSource,
  Facts,
  MeetingFact,
  PlacesFact,
  RowCount,
  RowCounts,
  TotalFact,
} from '../domain/fact.ts';
import type { Tally } from './checks/check-cases.ts';
import { addOutsideParts } from './checks/compare-totals.ts';
import { groupRows } from './group-rows.ts';
import type {
  AcceptedRows,
  CheckedAction,
  CheckedActivity,
  CheckedCase,
  CheckedMeeting,
  CheckedTotal,
} from './workbook-rows.ts';

/** Counts what was accepted. `areas` are those of the municipality. */
export function countFacts(checked: AcceptedRows, areas: readonly Area[]): Facts {
  return {
    cases: toCaseFacts(checked.cases),
    actions: toActionFacts(checked.actions),
    meetings: toMeetingFacts(checked.meetings),
    activities: toActivityFacts(checked.activities),
    places: toPlacesFacts(checked.activities.filter(({ places }) => places !== null)),
    totals: toTotalFacts(addOutsideParts(checked.totals, areas)),
  };
}

/** 相談受付: grouped by everything that a fact of a case says, in the order in which it says it. */
function toCaseFacts(rows: readonly CheckedCase[]): readonly CaseFact[] {
  const groups = groupRows(rows);
  const received = groups.byPart((row) => row.receivedOn, monthOf);
  const closed = groups.byPart(
    (row) => row.closedOn,
    (day) => (day === null ? null : monthOf(day)),
  );
  const area = groups.by((row) => row.area);
  const pathway = groups.by((row) => row.pathway);
  const targets = groups.by((row) => row.targets);
  const issues = groups.by((row) => row.issues);
  const ageBand = groups.by((row) => row.ageBand);
  const sex = groups.by((row) => row.sex);
  const isCompound = groups.by((row) => row.isCompound);
  const response = groups.by((row) => row.response);
  const handovers = groups.byPart(
    (row) => row.handovers,
    (codes) => codes.toSorted(),
  );
  const closingReason = groups.by((row) => row.closingReason);
  const isCarriedOver = groups.by((row) => row.isCarriedOver);
  return groups.toFacts((first, { size }) => ({
    received: received(first),
    closed: closed(first),
    area: area(first),
    pathway: pathway(first),
    targets: targets(first),
    issues: issues(first),
    ageBand: ageBand(first),
    sex: sex(first),
    isCompound: isCompound(first),
    response: response(first),
    handovers: handovers(first),
    closingReason: closingReason(first),
    isCarriedOver: isCarriedOver(first),
    count: size,
  }));
}

/** 支援記録. */
function toActionFacts(rows: readonly CheckedAction[]): readonly ActionFact[] {
  const groups = groupRows(rows);
  const month = groups.byPart((row) => row.actedOn, monthOf);
  const method = groups.by((row) => row.method);
  const programme = groups.by((row) => row.programme);
  const area = groups.by((row) => row.area);
  const pathway = groups.by((row) => row.pathway);
  const targets = groups.by((row) => row.targets);
  return groups.toFacts((first, group) => ({
    ...{ month: month(first), method: method(first), programme: programme(first) },
    ...{ area: area(first), pathway: pathway(first), targets: targets(first) },
    count: group.size,
    minutes: group.sum((row) => row.minutes),
  }));
}

/** 会議. */
function toMeetingFacts(rows: readonly CheckedMeeting[]): readonly MeetingFact[] {
  const groups = groupRows(rows);
  const month = groups.byPart((row) => row.heldOn, monthOf);
  const kind = groups.by((row) => row.kind);
  const area = groups.by((row) => row.area);
  return groups.toFacts((first, group) => ({
    ...{ month: month(first), kind: kind(first), area: area(first), count: group.size },
    discussed: group.sum((row) => row.discussed ?? 0),
    participants: group.sum((row) => row.participants ?? 0),
    agencies: group.sum((row) => row.agencies ?? 0),
  }));
}

/** 地域活動. */
function toActivityFacts(rows: readonly CheckedActivity[]): readonly ActivityFact[] {
  const groups = groupRows(rows);
  const month = groups.byPart((row) => row.heldOn, monthOf);
  const kind = groups.by((row) => row.kind);
  const area = groups.by((row) => row.area);
  const targets = groups.by((row) => row.targets);
  return groups.toFacts((first, group) => ({
    ...{ month: month(first), kind: kind(first), area: area(first), targets: targets(first) },
    times: group.sum((row) => row.times),
    participants: group.sum((row) => row.participants ?? 0),
    helpers: group.sum((row) => row.helpers ?? 0),
  }));
}

/** か所数 of the rows that give one. */
function toPlacesFacts(rows: readonly CheckedActivity[]): readonly PlacesFact[] {
  const groups = groupRows(rows);
  const day = groups.by((row) => row.heldOn);
  const kind = groups.by((row) => row.kind);
  const area = groups.by((row) => row.area);
  return groups.toFacts((first, group) => ({
    ...{ day: day(first), kind: kind(first), area: area(first) },
    places: group.sum((row) => row.places ?? 0),
  }));
}

/** 未集計 says nothing; parts from outside the areas stand in the municipality's total by now. */
function toTotalFacts(totals: readonly CheckedTotal[]): readonly TotalFact[] {
  return totals
    .flatMap(({ fiscalYear, month, indicator, area, pathway, target, value }) =>
      value === null || area === 'outside' ? [] : [{ fiscalYear, month, indicator, area, pathway, target, value }],
    )
    .map((fact) => ({ key: JSON.stringify(fact), fact }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ fact }) => fact);
}

/**
 * Rows read and accepted by month. A refused row without a readable date stands in the last month of its tab that has
 * accepted rows; in a tab without any, in the month of the run.
 */
export function countRows(tallies: Readonly<Record<FactSource, readonly Tally[]>>, today: Day): RowCounts {
  return {
    cases: countTab(tallies.cases, today),
    actions: countTab(tallies.actions, today),
    meetings: countTab(tallies.meetings, today),
    activities: countTab(tallies.activities, today),
    totals: countTab(tallies.totals, today),
  };
}

function countTab(tallies: readonly Tally[], today: Day): Readonly<Record<string, RowCount>> {
  const lastAccepted = latestDay(tallies.flatMap(({ day, isAccepted }) => (isAccepted && day !== null ? [day] : [])));
  const fallback = monthOf(lastAccepted ?? today);
  const counts = new Map<Month, { read: number; accepted: number }>();
  for (const { day, isAccepted } of tallies) {
    const month = day === null ? fallback : monthOf(day);
    const count = counts.get(month) ?? { read: 0, accepted: 0 };
    counts.set(month, count);
    count.read += 1;
    if (isAccepted) count.accepted += 1;
  }
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The latest of some days; `null` of none. */
export function latestDay(days: readonly Day[]): Day | null {
  let latest: Day | null = null;
  for (const day of days) if (latest === null || day > latest) latest = day;
  return latest;
}
