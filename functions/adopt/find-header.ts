/** Which row of a tab that was not made from the template holds its headers; some lists have none at all. */
import { type Cell, isBlankCell, readCell, tables } from '#sheets-schema';
import { headerRows } from '../ingest/tables/find-header-row.ts';
import type { SheetGrid } from '../world.ts';

const dates = tables.cases.columns.receivedOn;
const withoutOwnWords = { ownWords: new Map<string, string>() };

/** Dates and numbers stand in rows, not in headers. */
function isContents(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell !== null;
  return /[0-9０-９]/.test(cell) && readCell(dates, cell, withoutOwnWords).outcome === 'value';
}

/**
 * The row that names the most columns by `weigh` (how surely a cell is the name of some column); without any name, the first full
 * row of nothing but words above a row with dates or numbers; -1 where the tab begins with contents, `null` where it is empty.
 */
export function findHeader(grid: SheetGrid, weigh: (cell: string) => number): number | null {
  let [best, bestScore] = [-1, 0];
  let widest = 0;
  for (const row of grid.rows.slice(0, headerRows * 2))
    widest = Math.max(widest, row.filter((cell) => !isBlankCell(cell)).length);
  if (widest === 0) return null;
  let plain: number | null = null;
  for (let index = 0; index < Math.min(headerRows, grid.rows.length); index += 1) {
    const cells = (grid.rows[index] ?? []).filter((cell) => !isBlankCell(cell));
    const contents = cells.filter(isContents).length;
    const score = cells.reduce((sum: number, cell) => sum + (typeof cell === 'string' ? weigh(cell) : 0), 0) - contents;
    if (score > bestScore) [best, bestScore] = [index, score];
    const below = grid.rows[index + 1] ?? [];
    const isPlain = cells.length >= 2 && cells.length * 2 >= widest && contents === 0 && below.some(isContents);
    if (isPlain) plain ??= index;
  }
  if (bestScore >= 1.2 || (bestScore > 0 && bestScore >= 0.6 * widest)) return best;
  return plain ?? -1;
}
