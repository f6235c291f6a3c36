/** Ranges: Google's GridRange, A1 notation and rectangles, 0-based with ends excluded. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Merge } from '#functions/world.ts';
import type { Sheet } from './content.ts';

export type GridRange = sheets_v4.Schema$GridRange;

/** Column 0 is A, 26 is AA. */
export function columnName(column: number): string {
  return `${column >= 26 ? columnName(Math.floor(column / 26) - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

export function columnOf(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The part of A1 notation after the tab: 'B12', 'A2:C9', 'A:C', '2:9', 'A2:C'. `null` where it is none. */
export function readRange(text: string): Partial<Merge> | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/.exec(text);
  if (match === null || text === '') return null;
  const [, left, top, right, bottom] = match;
  if (!text.includes(':')) {
    if (left === undefined || top === undefined) return null;
    const [row, column] = [Number(top) - 1, columnOf(left)];
    return { top: row, left: column, bottom: row + 1, right: column + 1 };
  }
  return {
    ...(top === undefined ? {} : { top: Number(top) - 1 }),
    ...(left === undefined ? {} : { left: columnOf(left) }),
    ...(bottom === undefined ? {} : { bottom: Number(bottom) }),
    ...(right === undefined ? {} : { right: columnOf(right) + 1 }),
  };
}

/** 'B12' as row and column; throws where it is no cell, since a test has mistyped it. */
export function readAddress(address: string): { readonly row: number; readonly column: number } {
  const range = readRange(address);
  if (range?.top === undefined || range.left === undefined) throw new Error(`${address} is no cell`);
  return { row: range.top, column: range.left };
}

/** The rectangle of a range whose open sides reach to the ends of the grid. */
export function rectangleOf(range: GridRange, size: Sheet['size']): Merge {
  return {
    top: range.startRowIndex ?? 0,
    left: range.startColumnIndex ?? 0,
    bottom: range.endRowIndex ?? size.ROWS,
    right: range.endColumnIndex ?? size.COLUMNS,
  };
}

/** An index of 0 is left out, as in every answer of this API. */
export function describeRange(id: number, { top, left, bottom, right }: Merge): GridRange {
  return withoutZeros({
    sheetId: id,
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: left,
    endColumnIndex: right,
  });
}

/** Without what is 0 (an index, the id of the first tab) or not given. */
export function withoutZeros(range: GridRange): GridRange {
  return Object.fromEntries(Object.entries(range).filter(([, value]) => value !== 0 && value !== null));
}

export function overlaps(a: Merge, b: Merge): boolean {
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}

/** `'相談受付'!A1:B2`, as Google writes it in its messages and answers. */
export function nameRange(title: string, { top, left, bottom, right }: Merge): string {
  const quoted = /^[A-Za-z_]\w*$/.test(title) ? title : `'${title.replaceAll("'", "''")}'`;
  const first = `${columnName(left)}${top + 1}`;
  const last = `${columnName(right - 1)}${bottom}`;
  return `${quoted}!${first}${first === last ? '' : `:${last}`}`;
}
