/** 会議 and 地域活動: days and areas. 圏域 is optional there: one that cannot be found leaves the row at the municipality. */
import { type tables, unknown } from '#sheets-schema';
import type { AreaCode, Day } from '../../domain/codes.ts';
import { describeAreaTrouble } from '../findings/area-finding.ts';
import { createFindingList, type FindingList } from '../findings/collect-findings.ts';
import { createFinding } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import { typedIn } from '../findings/typed-in.ts';
import type { FoundTable } from '../tables/find-tables.ts';
import type { TableRows } from '../tables/read-rows.ts';
import type { CheckedActivity, CheckedMeeting } from '../workbook-rows.ts';
import type { CheckedRows } from './check-actions.ts';
import { type CheckContext, codeSet, type Tally } from './check-cases.ts';
import { createWorkDayCheck } from './check-days.ts';

/** Checks the rows of 会議. */
export function checkMeetings(
  rows: TableRows<typeof tables.meetings>,
  context: CheckContext,
): CheckedRows<CheckedMeeting> {
  return checkEvents(rows, context, ({ row, values }, heldOn, area) => ({
    row,
    heldOn,
    kind: values.kind,
    area,
    discussed: number(values.discussed),
    participants: number(values.participants),
    agencies: number(values.agencies),
  }));
}

/** Checks the rows of 地域活動. */
export function checkActivities(
  rows: TableRows<typeof tables.activities>,
  context: CheckContext,
): CheckedRows<CheckedActivity> {
  return checkEvents(rows, context, ({ row, values }, heldOn, area) => ({
    row,
    heldOn,
    kind: values.kind,
    area,
    targets: codeSet([values.targets]),
    // A blank 回数 is one activity; one that the office does not know adds nothing (workbook.md, What is counted).
    times: values.times === null ? 1 : (number(values.times) ?? 0),
    places: number(values.places),
    participants: number(values.participants),
    helpers: number(values.helpers),
  }));
}

type EventTable = typeof tables.meetings | typeof tables.activities;

function checkEvents<T extends EventTable, Row>(
  rows: TableRows<T>,
  context: CheckContext,
  toRow: (accepted: TableRows<T>['accepted'][number], heldOn: Day, area: AreaCode | null) => Row,
): CheckedRows<Row> {
  const findings = createFindingList();
  const checked: Row[] = [];
  const tallies: Tally[] = [];
  const days = createWorkDayCheck(context);
  for (const { values } of rows.refused) {
    const { heldOn } = values as { readonly heldOn?: string | null };
    tallies.push({ day: days.readable(heldOn), isAccepted: false });
  }
  for (const accepted of rows.accepted) {
    const { row, values } = accepted;
    const { heldOn, area } = values as { readonly heldOn: string; readonly area: string | null };
    const trouble = days.check(heldOn);
    tallies.push({ day: days.readable(heldOn), isAccepted: trouble === null });
    if (trouble !== null) {
      findings.add(
        createFinding(placeIn(rows.found, row, 'heldOn'), {
          ...trouble,
          typed: typedIn(rows.found, row, 'heldOn', heldOn),
        }),
      );
      continue;
    }
    checked.push(
      toRow(
        accepted,
        heldOn as Day,
        findEventArea({ area, heldOn: heldOn as Day, row, found: rows.found }, context, findings),
      ),
    );
  }
  return { rows: checked, tallies, findings: findings.list(), futureDays: days.futureDays() };
}

function findEventArea(
  {
    area,
    heldOn,
    row,
    found,
  }: { readonly area: string | null; readonly heldOn: Day; readonly row: number; readonly found: FoundTable },
  { findArea }: CheckContext,
  findings: FindingList,
): AreaCode | null {
  if (area === null || area === unknown) return null;
  const outcome = findArea(area, { from: heldOn, until: heldOn });
  const trouble = describeAreaTrouble(outcome);
  if (trouble !== null) {
    findings.add(createFinding(placeIn(found, row, 'area'), { ...trouble, typed: typedIn(found, row, 'area', area) }));
  }
  return outcome.outcome === 'area' ? outcome.code : null;
}

function number(value: number | typeof unknown | null): number | null {
  return value === unknown ? null : value;
}
