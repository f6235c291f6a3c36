/** A row as an object with typed values, where its cells have the clean forms: what zod and ajv are given. */
import { type Cell, isBlankCell } from '#sheets-schema';
import {
  ageBands,
  type CodeList,
  closingReasons,
  issues,
  pathways,
  responses,
  sexes,
  targets,
} from '#sheets-schema/vocabulary/codes.ts';

const wordsOf = ({ codes }: CodeList): readonly string[] => codes.map(({ ja }) => ja);

/** The words of each list that the template offers. */
export const words = {
  ageBands: wordsOf(ageBands),
  closingReasons: wordsOf(closingReasons),
  issues: wordsOf(issues),
  pathways: wordsOf(pathways),
  responses: wordsOf(responses),
  sexes: wordsOf(sexes),
  targets: wordsOf(targets),
};

export type TypedRow = Readonly<Record<string, unknown>>;

/** What is no clean form stays as it was typed, and is refused. */
export function toTypedRow(cells: readonly Cell[]): TypedRow {
  const [
    receiptNumber,
    receivedOn,
    area,
    pathway,
    targets1,
    targets2,
    issues1,
    issues2,
    ageBand,
    sex,
    compound,
    ...rest
  ] = cells;
  const [response, handover1, closedOn, closingReason] = rest;
  return {
    ...{ receiptNumber, receivedOn: toDay(receivedOn), area, pathway, targets1, targets2, issues1, issues2 },
    ...{ ageBand, sex, compound: compound === '有' ? true : compound === '無' ? false : compound },
    ...{ response, handover1, closedOn: toDay(closedOn), closingReason },
  };
}

function toDay(cell: Cell | undefined): unknown {
  if (typeof cell !== 'object' || cell === null || !('serial' in cell)) return isBlankCell(cell) ? null : cell;
  return new Date((cell.serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
