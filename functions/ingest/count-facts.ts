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
    cases: groupRows(checked.cases, caseFields, createCaseFacts()),
    actions: groupRows(
      checked.actions,
      [
        { of: (row) => row.actedOn, as: monthOfDay },
        { of: (row) => row.method },
        { of: (row) => row.programme },
        { of: (row) => row.area },
        { of: (row) => row.pathway },
        { of: (row) => row.targets },
      ],
      ({ actedOn, method, programme, area, pathway, targets }, group): ActionFact => ({
        ...{ month: monthOf(actedOn), method, programme, area, pathway, targets, count: group.end - group.start },
        minutes: sum(group, (one) => one.minutes),
      }),
    ),
    meetings: groupRows(
      checked.meetings,
      [{ of: (row) => row.heldOn, as: monthOfDay }, { of: (row) => row.kind }, { of: (row) => row.area }],
      ({ heldOn, kind, area }, group): MeetingFact => ({
        ...{ month: monthOf(heldOn), kind, area, count: group.end - group.start },
        discussed: sum(group, (one) => one.discussed ?? 0),
        participants: sum(group, (one) => one.participants ?? 0),
        agencies: sum(group, (one) => one.agencies ?? 0),
      }),
    ),
    activities: groupRows(
      checked.activities,
      [
        { of: (row) => row.heldOn, as: monthOfDay },
        { of: (row) => row.kind },
        { of: (row) => row.area },
        { of: (row) => row.targets },
      ],
      ({ heldOn, kind, area, targets }, group): ActivityFact => ({
        ...{ month: monthOf(heldOn), kind, area, targets },
        times: sum(group, (one) => one.times),
        participants: sum(group, (one) => one.participants ?? 0),
        helpers: sum(group, (one) => one.helpers ?? 0),
      }),
    ),
    places: groupRows(
      checked.activities.filter(({ places }) => places !== null),
      [{ of: (row) => row.heldOn }, { of: (row) => row.kind }, { of: (row) => row.area }],
      ({ heldOn, kind, area }, group): PlacesFact => ({
        ...{ day: heldOn, kind, area, places: sum(group, (one) => one.places ?? 0) },
      }),
    ),
    totals: toTotalFacts(addOutsideParts(checked.totals, areas)),
  };
}

/** The rows of a group, added up. */
function sum<Row>({ rows, start, end }: Group<Row>, termOf: (row: Row) => number): number {
  return rows.slice(start, end).reduce((total, row) => total + termOf(row), 0);
}

interface Group<Row> {
  readonly rows: readonly Row[];
  readonly start: number;
  readonly end: number;
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

/** Months are the same few texts: each is cut from its day once. */
function createCaseFacts(): (first: CheckedCase, group: Group<CheckedCase>) => CaseFact {
  const months = new Map<Day, Month>();
  const monthOnce = (day: Day): Month => {
    const known = months.get(day);
    if (known !== undefined) return known;
    const month = monthOf(day);
    months.set(day, month);
    return month;
  };
  return (first, { start, end }) => ({
    received: monthOnce(first.receivedOn),
    closed: first.closedOn === null ? null : monthOnce(first.closedOn),
    area: first.area,
    pathway: first.pathway,
    targets: first.targets,
    issues: first.issues,
    ageBand: first.ageBand,
    sex: first.sex,
    isCompound: first.isCompound,
    response: first.response,
    handovers: first.handovers.length < 2 ? first.handovers : first.handovers.toSorted(),
    closingReason: first.closingReason,
    isCarriedOver: first.isCarriedOver,
    count: end - start,
  });
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
