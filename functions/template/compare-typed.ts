/** The last look before a workbook is replaced: whether every cell that people typed in is in the result as it was. */
import type { Cell } from '#sheets-schema';
import type { TabChange } from '#sheets-schema/template-change.ts';
import type { SheetGrid } from '../world.ts';

/** Tabs whose cells the template itself writes. */
const ownTabs: readonly string[] = ['guide', 'codeLists'];

/**
 * Cells that differ although no change may touch them, as '相談受付!B12', and tabs that were lost, as '相談受付'. Cells that the
 * template filled in where nothing stood are no difference, nor are 様式版 and the tabs that it writes itself.
 */
export function compareTyped(
  before: readonly SheetGrid[],
  after: readonly SheetGrid[],
  changes: readonly TabChange[],
): readonly string[] {
  return before.flatMap((old) => {
    const now = after.find(({ tab }) => tab === old.tab);
    if (now === undefined) return [old.tab];
    const change = changes.find(({ id }) => id === old.id);
    if (change !== undefined && ownTabs.includes(change.name)) return [];
    const written = new Set(
      (change?.cells ?? []).flatMap(({ row, column, text }) => (text === undefined ? [] : [`${row}:${column}`])),
    );
    const isFree = (row: number, column: number) => {
      const isVersion = change?.name === 'profile' && isVersionCell(change, row, column);
      return written.has(`${row}:${column}`) && (isVersion || (old.rows[row]?.[column] ?? null) === null);
    };
    const isMoved = JSON.stringify(old.merges) !== JSON.stringify(now.merges);
    return [...(isMoved ? [old.tab] : []), ...differentCells(old, now, isFree)];
  });
}

/** The one value that the template itself raises: its cell is the only one whose text is written where something stood. */
function isVersionCell({ cells }: TabChange, row: number, column: number): boolean {
  const raised = cells.find((cell) => cell.text !== undefined && cell.look === undefined);
  return raised?.row === row && raised.column === column;
}

function differentCells(
  old: SheetGrid,
  now: SheetGrid,
  isFree: (row: number, column: number) => boolean,
): readonly string[] {
  const different: string[] = [];
  for (let row = 0; row < Math.max(old.rows.length, now.rows.length); row += 1) {
    const [from, to] = [old.rows[row] ?? [], now.rows[row] ?? []];
    for (let column = 0; column < Math.max(from.length, to.length); column += 1) {
      if (isSame(from[column] ?? null, to[column] ?? null) || isFree(row, column)) continue;
      different.push(`${old.tab}!${columnLetters(column)}${row + 1}`);
    }
  }
  return different;
}

function isSame(one: Cell, other: Cell): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** 0 is 'A', 26 is 'AA'. */
function columnLetters(columnIndex: number): string {
  const before = columnIndex < 26 ? '' : columnLetters(Math.floor(columnIndex / 26) - 1);
  return `${before}${String.fromCharCode(65 + (columnIndex % 26))}`;
}
