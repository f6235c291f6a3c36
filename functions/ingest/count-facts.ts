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
import type { AcceptedRows, CheckedCase, CheckedTotal } from './workbook-rows.ts';

/** Counts what was accepted. `areas` are those of the municipality. */
export function countFacts(checked: AcceptedRows, areas: readonly Area[]): Facts {
  return {
    cases: group(checked.cases.map(toCaseFact), (fact, count) => ({ ...fact, count })),
    actions: group(
      checked.actions.map(({ actedOn, method, programme, area, pathway, targets, minutes }) => ({
        month: monthOf(actedOn),
        method,
        programme,
        area,
        pathway,
        targets,
        minutes,
      })),
      ({ minutes, ...rest }, count, all) =>
        ({ ...rest, count, minutes: sum(all, (one) => one.minutes) }) satisfies ActionFact,
      ({ minutes, ...rest }) => rest,
    ),
    meetings: group(
      checked.meetings.map(({ heldOn, ...rest }) => ({ month: monthOf(heldOn), ...rest })),
      ({ month, kind, area }, count, all) =>
        ({
          month,
          kind,
          area,
          count,
          discussed: sum(all, (one) => one.discussed ?? 0),
          participants: sum(all, (one) => one.participants ?? 0),
          agencies: sum(all, (one) => one.agencies ?? 0),
        }) satisfies MeetingFact,
      ({ month, kind, area }) => ({ month, kind, area }),
    ),
    activities: group(
      checked.activities.map(({ heldOn, ...rest }) => ({ month: monthOf(heldOn), ...rest })),
      ({ month, kind, area, targets }, _count, all) =>
        ({
          month,
          kind,
          area,
          targets,
          times: sum(all, (one) => one.times),
          participants: sum(all, (one) => one.participants ?? 0),
          helpers: sum(all, (one) => one.helpers ?? 0),
        }) satisfies ActivityFact,
      ({ month, kind, area, targets }) => ({ month, kind, area, targets }),
    ),
    places: group(
      checked.activities.flatMap(({ heldOn, kind, area, places }) =>
        places === null ? [] : [{ day: heldOn, kind, area, places }],
      ),
      ({ day, kind, area }, _count, all) =>
        ({ day, kind, area, places: sum(all, (one) => one.places) }) satisfies PlacesFact,
      ({ day, kind, area }) => ({ day, kind, area }),
    ),
    totals: toTotalFacts(addOutsideParts(checked.totals, areas)),
  };
}

function toCaseFact({ receivedOn, closedOn, ...rest }: CheckedCase): Omit<CaseFact, 'count'> {
  return {
    received: monthOf(receivedOn),
    closed: closedOn === null ? null : monthOf(closedOn),
    area: rest.area,
    pathway: rest.pathway,
    targets: rest.targets,
    issues: rest.issues,
    ageBand: rest.ageBand,
    sex: rest.sex,
    isCompound: rest.isCompound,
    response: rest.response,
    handovers: rest.handovers.toSorted(),
    closingReason: rest.closingReason,
    isCarriedOver: rest.isCarriedOver,
  };
}

/** Groups by everything that `keyOf` keeps, in the order of the spelled-out keys. */
function group<Row, Fact>(
  rows: readonly Row[],
  toFact: (first: Row, count: number, all: readonly Row[]) => Fact,
  keyOf: (row: Row) => unknown = (row) => row,
): readonly Fact[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [row]);
    else same.push(row);
  }
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => {
      const [first] = same;
      return first === undefined ? [] : [toFact(first, same.length, same)];
    });
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
