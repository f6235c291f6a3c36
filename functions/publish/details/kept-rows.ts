/** The rows of a municipality's counted workbooks, and what only rows of several tabs and workbooks tell together: actions by case. */
import { fold } from '#sheets-schema';
import { monthOf } from '../../domain/calendar.ts';
import type { WorkbookId } from '../../domain/codes.ts';
import type { RecordPart } from '../../domain/counting/office-record.ts';
import type { CheckedCase, WorkbookRows } from '../../ingest/workbook-rows.ts';
import type { Municipality, WorkbookInput } from '../municipality.ts';

export interface KeptWorkbook {
  readonly input: WorkbookInput;
  readonly rows: WorkbookRows;
  /** Position of its office. */
  readonly office: number;
  readonly part: RecordPart;
}

export interface KeptRows {
  /** In registered order; reference workbooks, which are not counted, and those whose rows nobody kept yet are left out. */
  readonly workbooks: readonly KeptWorkbook[];
  /** Actions so far of a case; `null` where 支援記録 does not tell the month of its reception. */
  actionsOf(caseRow: CheckedCase): number | null;
}

export function keepRows(municipality: Municipality, rowsOf: ReadonlyMap<WorkbookId, WorkbookRows>): KeptRows {
  const actions = new Map<CheckedCase, number>();
  const kept: KeptWorkbook[] = [];
  for (const [office, { record, workbooks }] of municipality.offices.entries()) {
    const own = workbooks.flatMap((input, position): KeptWorkbook[] => {
      const [rows, part] = [rowsOf.get(input.ingested.workbook), record.parts[position]];
      return rows === undefined || part === undefined ? [] : [{ input, rows, office, part }];
    });
    kept.push(...own);
    if (own.length < workbooks.length) continue;
    for (const [caseRow, count] of countActions(own)) {
      if (isTold(municipality, office, caseRow)) actions.set(caseRow, count);
    }
  }
  const order = new Map(municipality.workbooks.map((input, position) => [input, position]));
  const rank = ({ input }: KeptWorkbook) => order.get(input) ?? order.size;
  return {
    workbooks: kept.toSorted((one, other) => rank(one) - rank(other)),
    actionsOf: (caseRow) => actions.get(caseRow) ?? null,
  };
}

/** Whether the office's rows of 支援記録 are the truth in the month in which a case was received. */
function isTold({ figures: { axis, reporting } }: Municipality, office: number, { receivedOn }: CheckedCase): boolean {
  return reporting[office]?.tabs.actions.isByRows[axis.positionOf(monthOf(receivedOn))] === true;
}

/** A case that is carried over into the office's next workbook is the same case: the same 受付番号 and 受付日. */
function countActions(workbooks: readonly KeptWorkbook[]): ReadonlyMap<CheckedCase, number> {
  const byCase = new Map<string, number>();
  const keys = new Map<CheckedCase, string>();
  for (const { rows } of workbooks) {
    const keyOfRow = new Map<number, string>();
    for (const caseRow of rows.cases) {
      const { row, receiptNumber, receivedOn } = caseRow;
      const key = receiptNumber === '' ? `${rows.workbook}!${row}` : `${receivedOn} ${fold(receiptNumber)}`;
      keys.set(caseRow, key);
      keyOfRow.set(row, key);
    }
    for (const { caseRow } of rows.actions) {
      const key = keyOfRow.get(caseRow);
      if (key !== undefined) byCase.set(key, (byCase.get(key) ?? 0) + 1);
    }
  }
  return new Map([...keys].map(([caseRow, key]) => [caseRow, byCase.get(key) ?? 0]));
}
