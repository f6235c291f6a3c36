/**
 * The floor: what a careful programmer writes by hand for the clean forms of these fifteen columns in this order, and nothing else. No
 * findings, no synonyms, no full-width digits, no eras, no merges; a row that is not clean is counted and left out.
 */
import type { Cell } from '#sheets-schema';
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
import type { Read, Rows } from './readers.ts';

type Codes = ReadonlyMap<Cell | undefined, string>;
const codesOf = ({ codes }: CodeList): Codes => new Map(codes.map(({ ja, code }) => [ja, code]));
const ageCodes = codesOf(ageBands);
const closingCodes = codesOf(closingReasons);
const issueCodes = codesOf(issues);
const pathwayCodes = codesOf(pathways);
const responseCodes = codesOf(responses);
const sexCodes = codesOf(sexes);
const targetCodes = codesOf(targets);

/** `null` where blank, `undefined` where it is none of the list. */
function find(cell: Cell | undefined, codes: Codes): string | null | undefined {
  return cell === null ? null : codes.get(cell);
}

const days = new Map<number, string>();

function dayOf(cell: Cell | undefined): string | null | undefined {
  if (cell === null) return null;
  if (typeof cell !== 'object' || !('serial' in cell)) return undefined;
  const known = days.get(cell.serial);
  if (known !== undefined) return known;
  const day = new Date((cell.serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
  days.set(cell.serial, day);
  return day;
}

export function readByHand(rows: Rows): Read {
  const accepted: object[] = [];
  let said = 0;
  for (const cells of rows) {
    const receiptNumber = cells[0];
    const receivedOn = dayOf(cells[1]);
    const area = cells[2];
    const pathway = pathwayCodes.get(cells[3]);
    const targets1 = targetCodes.get(cells[4]);
    const targets2 = find(cells[5], targetCodes);
    const issues1 = find(cells[6], issueCodes);
    const issues2 = find(cells[7], issueCodes);
    const ageBand = find(cells[8], ageCodes);
    const sex = find(cells[9], sexCodes);
    const compound = cells[10] === '有' ? true : cells[10] === '無' ? false : undefined;
    const response = find(cells[11], responseCodes);
    const handover1 = find(cells[12], pathwayCodes);
    const closedOn = dayOf(cells[13]);
    const closingReason = find(cells[14], closingCodes);
    if (
      typeof receiptNumber !== 'string' ||
      receiptNumber === '' ||
      typeof receivedOn !== 'string' ||
      typeof area !== 'string' ||
      area === '' ||
      pathway === undefined ||
      targets1 === undefined ||
      targets2 === undefined ||
      issues1 === undefined ||
      issues2 === undefined ||
      ageBand === undefined ||
      sex === undefined ||
      compound === undefined ||
      response === undefined ||
      handover1 === undefined ||
      closedOn === undefined ||
      closingReason === undefined
    ) {
      said += 1;
      continue;
    }
    accepted.push({
      receiptNumber: receiptNumber.toLowerCase(),
      receivedOn,
      area,
      pathway,
      targets1: [targets1],
      targets2: targets2 === null ? null : [targets2],
      issues1: issues1 === null ? null : [issues1],
      issues2: issues2 === null ? null : [issues2],
      ageBand,
      sex,
      compound,
      response,
      handover1: handover1 === null ? null : [handover1],
      closedOn,
      closingReason,
    });
  }
  return { accepted, said };
}
