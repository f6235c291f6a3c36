/** Addresses as .xlsx files write them: 'B12', 'F2:H5000', '選択肢'!$C$2:$C$26. Indexes are 0-based, ends included. */
import type { CellRange } from '../../../sheets-schema/template-change.ts';

/** A rectangle of cells. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const lastSheetRow = 1_048_575;
const lastSheetColumn = 16_383;

export function lettersOf(columnIndex: number): string {
  const before = columnIndex < 26 ? '' : lettersOf(Math.floor(columnIndex / 26) - 1);
  return `${before}${String.fromCharCode(65 + (columnIndex % 26))}`;
}

export function addressOf(row: number, column: number): string {
  return `${lettersOf(column)}${row + 1}`;
}

export function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 'F2:H5000 K2' as areas; whole columns 'F:F' and rows '2:2' too. What is no address is left out. */
export function readAreas(sqref: string): readonly Area[] {
  return sqref
    .trim()
    .split(/\s+/)
    .flatMap((part) => readArea(part.replaceAll('$', '')) ?? []);
}

function readArea(part: string): Area | null {
  const [, l1 = '', r1 = '', l2, r2] = /^([A-Za-z]{0,3})(\d{0,7})(?::([A-Za-z]{0,3})(\d{0,7}))?$/.exec(part) ?? [];
  if (l1 === '' && r1 === '') return null;
  const [endLetters, endRow] = [l2 ?? l1, r2 ?? r1];
  return {
    top: r1 === '' ? 0 : Number(r1) - 1,
    left: l1 === '' ? 0 : columnOf(l1),
    bottom: endRow === '' ? lastSheetRow : Number(endRow) - 1,
    right: endLetters === '' ? lastSheetColumn : columnOf(endLetters),
  };
}

export function writeAreas(areas: readonly Area[]): string {
  return areas
    .map(({ top, left, bottom, right }) => {
      const [first, last] = [addressOf(top, left), addressOf(bottom, right)];
      return first === last ? first : `${first}:${last}`;
    })
    .join(' ');
}

/** What is left of an area without another: up to four areas. */
export function subtractArea(from: Area, taken: Area): readonly Area[] {
  const [top, bottom] = [Math.max(from.top, taken.top), Math.min(from.bottom, taken.bottom)];
  const [left, right] = [Math.max(from.left, taken.left), Math.min(from.right, taken.right)];
  if (top > bottom || left > right) return [from];
  return [
    { ...from, bottom: top - 1 },
    { ...from, top: bottom + 1 },
    { top, bottom, left: from.left, right: left - 1 },
    { top, bottom, left: right + 1, right: from.right },
  ].filter((area) => area.top <= area.bottom && area.left <= area.right);
}

export function quoteTab(tab: string): string {
  return `'${tab.replaceAll("'", "''")}'`;
}

export function writeRange({ tab, column, firstRow, lastRow }: CellRange): string {
  const letters = lettersOf(column);
  return `${quoteTab(tab)}!$${letters}$${firstRow + 1}:$${letters}$${lastRow + 1}`;
}

const oneColumn = /^=?(?:'((?:[^']|'')+)'|([^'![\]]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/** The cells of one column of a tab; `null` for anything else, like words or a formula. */
export function readRange(formula: string): CellRange | null {
  const [, quoted, plain, letters, first, lastLetters, last] = oneColumn.exec(formula.trim()) ?? [];
  const tab = quoted?.replaceAll("''", "'") ?? plain;
  if (tab === undefined || letters === undefined || (lastLetters ?? letters).toUpperCase() !== letters.toUpperCase()) {
    return null;
  }
  return { tab, column: columnOf(letters), firstRow: Number(first) - 1, lastRow: Number(last ?? first) - 1 };
}
