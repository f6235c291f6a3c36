/** Rows and columns that are inserted, deleted and moved, and everything that goes with them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Merge } from '#functions/world.ts';
import { type Axis, type CellData, putCell, type Sheet } from './content.ts';
import type { GridRange } from './range.ts';

/** For each new position the old one; `null` for what is new. */
export type Order = readonly (number | null)[];

export function orderAfterInserting(size: number, at: number, count: number): Order {
  const old = Array.from({ length: size }, (_, index) => index);
  return [...old.slice(0, at), ...Array.from({ length: count }, () => null), ...old.slice(at)];
}

export function orderAfterDeleting(size: number, from: number, to: number): Order {
  return Array.from({ length: size }, (_, index) => index).filter((index) => index < from || index >= to);
}

/** @param destination where the first of them was to come before anything was moved, as in Google's moveDimension */
export function orderAfterMoving(size: number, from: number, to: number, destination: number): Order {
  const old = Array.from({ length: size }, (_, index) => index);
  const stays = (index: number) => index < from || index >= to;
  return [...old.slice(0, destination).filter(stays), ...old.slice(from, to), ...old.slice(destination).filter(stays)];
}

/**
 * Cells with all that is on them, sizes, merges, metadata, protection, filter and rules take their new places; what was
 * on a deleted row or column is gone with it. `inherits` says which old position a new one takes its formats from.
 */
export function rearrange(sheet: Sheet, axis: Axis, order: Order, inherits: number | null = null): void {
  const places: (number | undefined)[] = [];
  order.forEach((old, position) => {
    if (old !== null) places[old] = position;
  });
  rearrangeCells(sheet, axis, order, inherits);
  sheet.dimensions[axis] = order.map((old) => sheet.dimensions[axis][old ?? -1]);
  sheet.metadata = sheet.metadata.flatMap((each) => {
    if (each.axis !== axis) return [each];
    const index = places[each.index];
    return index === undefined ? [] : [{ ...each, index }];
  });
  sheet.merges = sheet.merges.flatMap((merge) => moveRectangle(merge, axis, places));
  const isLeft = <T extends { range?: GridRange }>(rule: T): readonly T[] => {
    const range = rule.range === undefined ? undefined : moveRange(rule.range, axis, places);
    return range === null ? [] : [{ ...rule, ...(range === undefined ? {} : { range }) }];
  };
  sheet.protectedRanges = sheet.protectedRanges.flatMap(isLeft);
  sheet.basicFilter = sheet.basicFilter === null ? null : (isLeft(sheet.basicFilter)[0] ?? null);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = (rule.ranges ?? []).flatMap((range) => moveRange(range, axis, places) ?? []);
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
  keepFrozen(sheet, axis, order, places);
  sheet.size = { ...sheet.size, [axis]: order.length };
}

/** Formats and dropdowns spread to a new neighbour; values and notes do not. */
function inheritedFrom(cell: CellData | undefined): CellData | undefined {
  if (cell === undefined) return undefined;
  const { userEnteredFormat, dataValidation } = cell;
  if (userEnteredFormat === undefined && dataValidation === undefined) return undefined;
  return {
    ...(userEnteredFormat === undefined ? {} : { userEnteredFormat }),
    ...(dataValidation === undefined ? {} : { dataValidation }),
  };
}

function rearrangeCells(sheet: Sheet, axis: Axis, order: Order, inherits: number | null): void {
  const before = sheet.rows;
  if (axis === 'ROWS') {
    const made = inherits === null ? [] : (before[inherits] ?? []).map(inheritedFrom);
    sheet.rows = order.map((old) => (old === null ? [...made] : (before[old] ?? [])));
  } else {
    sheet.rows = before.map((row) =>
      order.map((old) => (old === null ? (inherits === null ? undefined : inheritedFrom(row[inherits])) : row[old])),
    );
  }
  trim(sheet);
}

function trim(sheet: Sheet): void {
  for (const row of sheet.rows) while (row.length > 0 && row.at(-1) === undefined) row.pop();
  while (sheet.rows.length > 0 && sheet.rows.at(-1)?.length === 0) sheet.rows.pop();
}

/** From the first to the last place that what was in it has now; `null` where none of it is left. */
function moveSpan(start: number, end: number, places: readonly (number | undefined)[]): [number, number] | null {
  let [least, most] = [Number.POSITIVE_INFINITY, -1];
  for (let old = start; old < end; old += 1) {
    const place = places[old];
    if (place === undefined) continue;
    least = Math.min(least, place);
    most = Math.max(most, place);
  }
  return most === -1 ? null : [least, most + 1];
}

function moveRectangle(merge: Merge, axis: Axis, places: readonly (number | undefined)[]): readonly Merge[] {
  const span = axis === 'ROWS' ? moveSpan(merge.top, merge.bottom, places) : moveSpan(merge.left, merge.right, places);
  if (span === null) return [];
  const [start, end] = span;
  const moved = axis === 'ROWS' ? { ...merge, top: start, bottom: end } : { ...merge, left: start, right: end };
  return moved.bottom - moved.top === 1 && moved.right - moved.left === 1 ? [] : [moved];
}

/** An open side stays open. */
function moveRange(range: GridRange, axis: Axis, places: readonly (number | undefined)[]): GridRange | null {
  const [first, last] =
    axis === 'ROWS' ? (['startRowIndex', 'endRowIndex'] as const) : (['startColumnIndex', 'endColumnIndex'] as const);
  const [start, end] = [range[first] ?? 0, range[last]];
  if (start === 0 && (end === undefined || end === null)) return range;
  const span = moveSpan(start, end ?? places.length, places);
  if (span === null) return null;
  return { ...range, [first]: span[0], ...(end === undefined || end === null ? {} : { [last]: span[1] }) };
}

function keepFrozen(sheet: Sheet, axis: Axis, order: Order, places: readonly (number | undefined)[]): void {
  const name = axis === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const frozen = sheet.properties.gridProperties?.[name] ?? 0;
  if (frozen === 0 || order.length === sheet.size[axis]) return;
  const gridProperties: sheets_v4.Schema$GridProperties = { ...sheet.properties.gridProperties };
  gridProperties[name] = moveSpan(0, frozen, places)?.[1] ?? 0;
  sheet.properties = { ...sheet.properties, gridProperties };
}

/** Sorting a table moves cells with notes and formats; what is on whole rows (heights, metadata) stays where it was. */
export function sortRows(
  sheet: Sheet,
  { top, left, bottom, right }: Merge,
  isBefore: (a: CellData | undefined, b: CellData | undefined) => number,
  column: number,
): void {
  const before = sheet.rows.slice(top, bottom).map((row) => row.slice(left, right));
  before.sort((a, b) => isBefore(a[column - left], b[column - left]));
  before.forEach((cells, offset) => {
    for (let at = left; at < right; at += 1) putCell(sheet, top + offset, at, cells[at - left]);
  });
}
