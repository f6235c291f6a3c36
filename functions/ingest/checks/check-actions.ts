/**
 * 支援記録: every action belongs to an accepted case, whose area, pathway and targets it takes.
 * Forty actions of one unknown or refused case are one finding with forty places.
 */
import { type Finding, type FindingCode, type tables, unknown } from '#sheets-schema';
import type { Day } from '../../domain/codes.ts';
import { createFindingList } from '../findings/collect-findings.ts';
import { createFinding } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import { typedIn } from '../findings/typed-in.ts';
import type { TableRows } from '../tables/read-rows.ts';
import type { CheckedAction } from '../workbook-rows.ts';
import type { CheckContext, CheckedCases, Tally } from './check-cases.ts';
import { createWorkDayCheck } from './check-days.ts';

export interface CheckedRows<Row> {
  readonly rows: readonly Row[];
  readonly tallies: readonly Tally[];
  readonly findings: readonly Finding[];
  readonly futureDays: readonly Day[];
}

/** Checks the rows of 支援記録 against the cases. */
export function checkActions(
  rows: TableRows<typeof tables.actions>,
  { cases, refused }: CheckedCases,
  context: CheckContext,
): CheckedRows<CheckedAction> {
  const findings = createFindingList();
  const actions: CheckedAction[] = [];
  const tallies: Tally[] = [];
  const days = createWorkDayCheck(context);
  const withoutCase = new Map<string, number[]>();
  const ofRefusedCase = new Map<string, number[]>();
  const beforeReception = new Map<string, number[]>();
  const afterClosing = new Map<string, number[]>();

  for (const { values } of rows.refused) tallies.push({ day: days.readable(values.actedOn), isAccepted: false });
  for (const { row, values } of rows.accepted) {
    const trouble = days.check(values.actedOn);
    if (trouble !== null) {
      findings.add(
        createFinding(placeIn(rows.found, row, 'actedOn'), {
          ...trouble,
          typed: typedIn(rows.found, row, 'actedOn', values.actedOn),
        }),
      );
    }
    const number = values.receiptNumber;
    const caseRow = cases.get(number);
    if (caseRow === undefined) remember(refused.has(number) ? ofRefusedCase : withoutCase, number, row);
    if (trouble !== null || caseRow === undefined) {
      tallies.push({ day: days.readable(values.actedOn), isAccepted: false });
      continue;
    }
    const actedOn = values.actedOn as Day;
    tallies.push({ day: actedOn, isAccepted: true });
    if (actedOn < caseRow.receivedOn) remember(beforeReception, number, row);
    if (caseRow.closedOn !== null && actedOn > caseRow.closedOn) remember(afterClosing, number, row);
    actions.push({
      row,
      caseRow: caseRow.row,
      actedOn,
      method: values.method,
      programme: values.programme === unknown ? null : values.programme,
      area: caseRow.area,
      pathway: caseRow.pathway,
      targets: caseRow.targets,
      minutes: values.minutes === null || values.minutes === unknown ? 0 : values.minutes,
    });
  }

  const say = (
    byCase: ReadonlyMap<string, readonly number[]>,
    column: 'receiptNumber' | 'actedOn',
    code: FindingCode,
  ) => {
    for (const [number, places] of byCase) {
      const [first, ...otherRows] = places;
      if (first === undefined) continue;
      findings.add(
        createFinding(placeIn(rows.found, first, column), {
          code,
          typed: typedIn(rows.found, first, column, column === 'receiptNumber' ? number : ''),
          facts: { count: places.length },
          otherRows,
        }),
      );
    }
  };
  say(withoutCase, 'receiptNumber', 'action/unknown-case');
  say(ofRefusedCase, 'receiptNumber', 'action/refused-case');
  say(beforeReception, 'actedOn', 'action/before-reception');
  say(afterClosing, 'actedOn', 'action/after-closing');
  return { rows: actions, tallies, findings: findings.list(), futureDays: days.futureDays() };
}

function remember(groups: Map<string, number[]>, number: string, row: number): void {
  const rows = groups.get(number);
  if (rows === undefined) groups.set(number, [row]);
  else rows.push(row);
}
