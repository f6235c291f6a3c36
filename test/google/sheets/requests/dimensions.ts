/** Requests about rows and columns: insert, append, delete, move, widths and heights; and sorting a range. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Axis, Sheet } from '../content.ts';
import { orderAfterDeleting, orderAfterInserting, orderAfterMoving, rearrange } from '../rearrange.ts';
import {
  applyMask,
  type Draft,
  findGrid,
  RequestProblem,
  requireFewEnough,
  requireMask,
  requireUnprotected,
} from './draft.ts';

interface Span {
  readonly sheet: Sheet;
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
}

function readSpan(draft: Draft, range: sheets_v4.Schema$DimensionRange | undefined): Span {
  const sheet = findGrid(draft, range?.sheetId);
  const axis = readAxis(range?.dimension);
  const [from, to] = [range?.startIndex ?? 0, range?.endIndex ?? sheet.size[axis]];
  if (from < 0 || to <= from) throw new RequestProblem('Invalid DimensionRange');
  return { sheet, axis, from, to };
}

function readAxis(dimension: string | null | undefined): Axis {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw new RequestProblem('No dimension specified.');
}

const areaOf = ({ sheet, axis, from, to }: Span) =>
  axis === 'ROWS'
    ? { top: from, left: 0, bottom: to, right: sheet.size.COLUMNS }
    : { top: 0, left: from, bottom: sheet.size.ROWS, right: to };

export function insertDimension(draft: Draft, request: sheets_v4.Schema$InsertDimensionRequest): object {
  const { sheet, axis, from, to } = readSpan(draft, request.range);
  if (from > sheet.size[axis]) throw new RequestProblem(`range.startIndex[${from}] is too large`);
  const before = request.inheritFromBefore === true;
  if (before && from === 0) throw new RequestProblem('inheritFromBefore cannot be true if inserting at index 0');
  rearrange(sheet, axis, orderAfterInserting(sheet.size[axis], from, to - from), before ? from - 1 : from);
  requireFewEnough(draft);
  return {};
}

export function appendDimension(draft: Draft, request: sheets_v4.Schema$AppendDimensionRequest): object {
  const sheet = findGrid(draft, request.sheetId);
  const axis = readAxis(request.dimension);
  const length = request.length ?? 0;
  if (length <= 0) throw new RequestProblem('length must be positive');
  sheet.size = { ...sheet.size, [axis]: sheet.size[axis] + length };
  requireFewEnough(draft);
  return {};
}

export function deleteDimension(draft: Draft, request: sheets_v4.Schema$DeleteDimensionRequest): object {
  const span = readSpan(draft, request.range);
  const { sheet, axis, from, to } = span;
  requireUnprotected(draft, sheet, areaOf(span));
  if (to > sheet.size[axis]) {
    throw new RequestProblem(
      `Cannot delete a ${axis === 'ROWS' ? 'row' : 'column'} that doesn't exist. Tried to delete ${axis === 'ROWS' ? 'row' : 'column'} index ${to - 1} but there are only ${sheet.size[axis]}.`,
    );
  }
  const order = orderAfterDeleting(sheet.size[axis], from, to);
  if (order.length === 0) {
    throw new RequestProblem(`You can't delete all the ${axis.toLowerCase()} on the sheet.`);
  }
  rearrange(sheet, axis, order);
  return {};
}

export function moveDimension(draft: Draft, request: sheets_v4.Schema$MoveDimensionRequest): object {
  const { sheet, axis, from, to } = readSpan(draft, request.source);
  const destination = request.destinationIndex ?? 0;
  if (to > sheet.size[axis] || destination > sheet.size[axis]) throw new RequestProblem('Invalid DimensionRange');
  rearrange(sheet, axis, orderAfterMoving(sheet.size[axis], from, to, destination));
  return {};
}

export function updateDimensionProperties(
  draft: Draft,
  request: sheets_v4.Schema$UpdateDimensionPropertiesRequest,
): object {
  const tree = requireMask('DimensionProperties', request.fields);
  if ('developerMetadata' in tree) throw new RequestProblem('Developer metadata cannot be updated here.');
  const { sheet, axis, from, to } = readSpan(draft, request.range);
  if (to > sheet.size[axis]) throw new RequestProblem('DimensionRange exceeds grid limits.');
  const properties = [...sheet.dimensions[axis]];
  for (let index = from; index < to; index += 1) {
    properties[index] = applyMask(properties[index] ?? {}, request.properties ?? {}, tree);
  }
  sheet.dimensions = { ...sheet.dimensions, [axis]: properties };
  return {};
}
