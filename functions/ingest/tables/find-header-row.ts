/** Which of the first rows holds the headers. Title rows, explanations and a block of totals may stand above it. */
import { type Cell, isBlankCell, readCell, type Table } from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import type { HeaderMatch, HeaderMatcher } from './match-headers.ts';

/** The header row is looked for in this many rows (workbook.md). */
export const headerRows = 10;

export interface HeaderRow {
  /** 0-based. */
  readonly headerIndex: number;
  readonly matches: readonly HeaderMatch[];
}

/**
 * The row in which most columns are named, the first of equals; `null` where there is none. Where the template left ids, cells that
 * stand in those columns speak too: words above dates and codes are headers in any language, dates and codes themselves are not.
 * Of equals without a single known word it is then the last, since explanations stand above headers.
 */
export function findHeaderRow({
  grid,
  table,
  matcher,
  fields,
}: {
  readonly grid: SheetGrid;
  readonly table: Table;
  readonly matcher: HeaderMatcher;
  /** English names of columns by index, from stored ids. */
  readonly fields: ReadonlyMap<number, string>;
}): HeaderRow | null {
  let best: (HeaderRow & { readonly score: number; readonly words: number }) | null = null;
  for (let headerIndex = 0; headerIndex < Math.min(headerRows, grid.rows.length); headerIndex += 1) {
    const cells = grid.rows[headerIndex] ?? [];
    const matches = cells.flatMap((cell, column) => matcher(cell, column));
    const words = new Set(matches.map((match) => match.name)).size;
    const score = 3 * words + labelsIn(cells, table, fields);
    const isEqual = best !== null && score === best.score;
    const isBetter = best === null || score > best.score || (isEqual && words === 0 && best.words === 0);
    if (score > (words > 0 ? 0 : 1) && isBetter) best = { headerIndex, matches, score, words };
  }
  return best;
}

/** How many cells above ids are words that could not be values there, less those that are values. */
function labelsIn(cells: readonly Cell[], table: Table, fields: ReadonlyMap<number, string>): number {
  let labels = 0;
  for (const [index, name] of fields) {
    const cell = cells[index] ?? null;
    const column = table.columns[name];
    if (column === undefined || isBlankCell(cell)) continue;
    if (typeof cell !== 'string') {
      labels -= 1;
      continue;
    }
    switch (column.kind) {
      // Any word could stand there as a value.
      case 'text':
      case 'reference':
      case 'area':
      case 'areas':
      case 'indicator':
        continue;
      default: {
        const { outcome } = readCell(column, cell, { ownWords: new Map() });
        labels += outcome === 'problem' ? 1 : -1;
      }
    }
  }
  return labels;
}
