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
import { type Field, type FieldValue, groupRows } from './group-rows.ts';
import type { AcceptedRows, CheckedCase, CheckedTotal } from './workbook-rows.ts';

/** Counts what was accepted. `areas` are those of the municipality. */
export function countFacts(checked: AcceptedRows, areas: readonly Area[]): Facts {
  return {
    cases: groupRows(checked.cases, caseFields).flatMap(toCaseFact),
    actions: groupRows(checked.actions, [
      { of: (row) => row.actedOn, as: monthOfDay },
      { of: (row) => row.method },
      { of: (row) => row.programme },
      { of: (row) => row.area },
      { of: (row) => row.pathway },
      { of: (row) => row.targets },
    ]).flatMap((rows): ActionFact[] =>
      rows.slice(0, 1).map(({ actedOn, method, programme, area, pathway, targets }) => ({
        ...{ month: monthOf(actedOn), method, programme, area, pathway, targets, count: rows.length },
        minutes: sum(rows, (one) => one.minutes),
      })),
    ),
    meetings: groupRows(checked.meetings, [
      { of: (row) => row.heldOn, as: monthOfDay },
      { of: (row) => row.kind },
      { of: (row) => row.area },
    ]).flatMap((rows): MeetingFact[] =>
      rows.slice(0, 1).map(({ heldOn, kind, area }) => ({
        ...{ month: monthOf(heldOn), kind, area, count: rows.length },
        discussed: sum(rows, (one) => one.discussed ?? 0),
        participants: sum(rows, (one) => one.participants ?? 0),
        agencies: sum(rows, (one) => one.agencies ?? 0),
      })),
    ),
    activities: groupRows(checked.activities, [
      { of: (row) => row.heldOn, as: monthOfDay },
      { of: (row) => row.kind },
      { of: (row) => row.area },
      { of: (row) => row.targets },
    ]).flatMap((rows): ActivityFact[] =>
      rows.slice(0, 1).map(({ heldOn, kind, area, targets }) => ({
        ...{ month: monthOf(heldOn), kind, area, targets },
        times: sum(rows, (one) => one.times),
        participants: sum(rows, (one) => one.participants ?? 0),
        helpers: sum(rows, (one) => one.helpers ?? 0),
      })),
    ),
    places: groupRows(
      checked.activities.filter(({ places }) => places !== null),
      [{ of: (row) => row.heldOn }, { of: (row) => row.kind }, { of: (row) => row.area }],
    ).flatMap((rows): PlacesFact[] =>
      rows.slice(0, 1).map(({ heldOn, kind, area }) => ({
        ...{ day: heldOn, kind, area, places: sum(rows, (one) => one.places ?? 0) },
      })),
    ),
    totals: toTotalFacts(addOutsideParts(checked.totals, areas)),
  };
}

const monthOfDay = (day: FieldValue): FieldValue => (typeof day === 'string' ? monthOf(day as Day) : null);
const sorted = (words: FieldValue): FieldValue => (Array.isArray(words) ? words.toSorted() : null);

/** Everything that a fact of a case says, in the order in which it says it. */
const caseFields: readonly Field<CheckedCase>[] = [
  { of: (row) => row.receivedOn, as: monthOfDay },
  { of: (row) => row.closedOn, as: monthOfDay },
  { of: (row) => row.area },
  { of: (row) => row.pathway },
  { of: (row) => row.targets },
  { of: (row) => row.issues },
  { of: (row) => row.ageBand },
  { of: (row) => row.sex },
  { of: (row) => row.isCompound },
  { of: (row) => row.response },
  { of: (row) => row.handovers, as: sorted },
  { of: (row) => row.closingReason },
  { of: (row) => row.isCarriedOver },
];

function toCaseFact(rows: readonly CheckedCase[]): readonly CaseFact[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      received: monthOf(first.receivedOn),
      closed: first.closedOn === null ? null : monthOf(first.closedOn),
      area: first.area,
      pathway: first.pathway,
      targets: first.targets,
      issues: first.issues,
      ageBand: first.ageBand,
      sex: first.sex,
      isCompound: first.isCompound,
      response: first.response,
      handovers: first.handovers.toSorted(),
      closingReason: first.closingReason,
      isCarriedOver: first.isCarriedOver,
      count: rows.length,
    },
  ];
}

function sum<Row>(rows: readonly Row[], termOf: (row: Row) => number): number {
  return rows.reduce((total, row) => total + termOf(row), 0);
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
