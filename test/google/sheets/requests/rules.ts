/** Requests about what lies over cells: protected ranges, conditional formats, the filter of a sheet; and sorting. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { nextId, type Sheet } from '../content.ts';
import { withoutZeros } from '../range.ts';
import { sortRows } from '../rearrange.ts';
import { compareCells } from '../value.ts';
import {
  applyMask,
  type Draft,
  findGrid,
  findSheet,
  RequestProblem,
  requireMask,
  requireUnprotected,
  requireWithin,
} from './draft.ts';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

/** Whoever adds a protected range may always edit it. */
function settle(draft: Draft, given: ProtectedRange, id: number): ProtectedRange {
  const sheet = findSheet(draft, given.range?.sheetId);
  requireWithin(sheet, given.range ?? {});
  const { editors: _, ...rest } = given;
  const users = [...new Set([...(given.editors?.users ?? []), draft.address])];
  return {
    ...rest,
    protectedRangeId: id,
    range: withoutZeros(given.range ?? {}),
    requestingUserCanEdit: true,
    ...(given.warningOnly === true ? {} : { editors: { ...given.editors, users } }),
  };
}

export function addProtectedRange(
  draft: Draft,
  { protectedRange: given = {} }: sheets_v4.Schema$AddProtectedRangeRequest,
): object {
  const { protectedRangeId } = given;
  if (typeof protectedRangeId === 'number' && findProtected(draft, protectedRangeId) !== null) {
    throw new RequestProblem(`A protected range with the id ${protectedRangeId} already exists.`);
  }
  const protectedRange = settle(draft, given, protectedRangeId ?? nextId(draft.content));
  const sheet = findSheet(draft, given.range?.sheetId);
  sheet.protectedRanges = [...sheet.protectedRanges, protectedRange];
  return { addProtectedRange: { protectedRange } };
}

function findProtected(draft: Draft, id: number | null | undefined): { sheet: Sheet; found: ProtectedRange } | null {
  for (const sheet of draft.content.sheets) {
    const found = sheet.protectedRanges.find(({ protectedRangeId }) => protectedRangeId === id);
    if (found !== undefined) return { sheet, found };
  }
  return null;
}

function requireProtected(draft: Draft, id: number | null | undefined): { sheet: Sheet; found: ProtectedRange } {
  const found = findProtected(draft, id);
  if (found === null) throw new RequestProblem(`No protected range with id: ${id ?? 0}`);
  if (found.found.warningOnly !== true && found.found.requestingUserCanEdit !== true) {
    throw new RequestProblem('You are trying to edit a protected cell or object.');
  }
  return found;
}

export function updateProtectedRange(draft: Draft, request: sheets_v4.Schema$UpdateProtectedRangeRequest): object {
  const tree = requireMask('ProtectedRange', request.fields);
  const given = request.protectedRange ?? {};
  const { sheet, found } = requireProtected(draft, given.protectedRangeId);
  const id = found.protectedRangeId ?? 0;
  const updated = settle(draft, applyMask(found, given, tree), id);
  sheet.protectedRanges = sheet.protectedRanges.filter((each) => each !== found);
  const target = findSheet(draft, updated.range?.sheetId);
  target.protectedRanges = [...target.protectedRanges, updated];
  return {};
}

export function deleteProtectedRange(
  draft: Draft,
  { protectedRangeId }: sheets_v4.Schema$DeleteProtectedRangeRequest,
): object {
  const { sheet, found } = requireProtected(draft, protectedRangeId);
  sheet.protectedRanges = sheet.protectedRanges.filter((each) => each !== found);
  return {};
}

export function addConditionalFormatRule(
  draft: Draft,
  { rule = {}, index }: sheets_v4.Schema$AddConditionalFormatRuleRequest,
): object {
  const ranges = rule.ranges ?? [];
  if (ranges.length === 0) throw new RequestProblem('A conditional format rule needs at least one range.');
  if ((rule.booleanRule === undefined) === (rule.gradientRule === undefined)) {
    throw new RequestProblem('A conditional format rule is either a boolean rule or a gradient rule.');
  }
  const sheet = findGrid(draft, ranges[0]?.sheetId);
  for (const range of ranges) requireWithin(sheet, range);
  const stored = { ...rule, ranges: ranges.map(withoutZeros) };
  sheet.conditionalFormats = sheet.conditionalFormats.toSpliced(index ?? 0, 0, stored);
  return {};
}

export function setBasicFilter(draft: Draft, { filter = {} }: sheets_v4.Schema$SetBasicFilterRequest): object {
  const sheet = findGrid(draft, filter.range?.sheetId);
  requireWithin(sheet, filter.range ?? {});
  sheet.basicFilter = { ...filter, range: withoutZeros(filter.range ?? {}) };
  return {};
}

export function clearBasicFilter(draft: Draft, { sheetId }: sheets_v4.Schema$ClearBasicFilterRequest): object {
  findGrid(draft, sheetId).basicFilter = null;
  return {};
}

interface SortOrder {
  readonly dimensionIndex?: number;
  readonly sortOrder?: string;
}

export function sortRange(draft: Draft, request: sheets_v4.Schema$SortRangeRequest): object {
  const sheet = findGrid(draft, request.range?.sheetId);
  const area = requireWithin(sheet, request.range ?? {});
  requireUnprotected(draft, sheet, area);
  for (const each of (request.sortSpecs ?? []).toReversed()) {
    const { dimensionIndex = 0, sortOrder } = each as SortOrder;
    sortRows(sheet, area, compareCells(sortOrder === 'DESCENDING'), dimensionIndex);
  }
  return {};
}
