/** Whether two readings of a workbook show the same: names of tabs, values and merges. Notes and colours are nobody's figures. Pure. */
import type { Cell } from '../../sheets-schema/cells/cell.ts';
import type { Merge, SheetGrid } from '../world.ts';

/** @param exceptId the tab チェック結果, which is ours */
export function hasSameContents(
  before: readonly SheetGrid[],
  after: readonly SheetGrid[],
  exceptId: string | null,
): boolean {
  const a = before.filter(({ id }) => id !== exceptId);
  const b = after.filter(({ id }) => id !== exceptId);
  return a.length === b.length && a.every((grid, index) => isSameGrid(grid, b[index]));
}

function isSameGrid(a: SheetGrid, b: SheetGrid | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.tab === b.tab &&
    hasSameRows(a.rows, b.rows) &&
    a.merges.length === b.merges.length &&
    a.merges.every((merge, index) => isSameMerge(merge, b.merges[index]))
  );
}

export function hasSameRows(a: SheetGrid['rows'], b: SheetGrid['rows']): boolean {
  return a.length === b.length && a.every((row, index) => isSameRow(row, b[index] ?? []));
}

function isSameRow(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, index) => isSameCell(cell, b[index] ?? null));
}

function isSameCell(a: Cell, b: Cell): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  if ('serial' in a) return 'serial' in b && a.serial === b.serial;
  return 'error' in b && a.error === b.error;
}

function isSameMerge(a: Merge, b: Merge | undefined): boolean {
  return b !== undefined && a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
