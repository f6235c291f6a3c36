/** How many cells of workbooks that were read are kept until their municipality is put together; the others are read once more. */
import type { SheetGrid } from '../world.ts';

export const mostCellsKept = 1_500_000;

export interface CellRoom {
  /** Whether there is room for these; if so, it is taken until they leave. A single workbook always finds room. */
  take(grids: readonly SheetGrid[]): boolean;
  leave(grids: readonly SheetGrid[]): void;
}

export function createCellRoom(most = mostCellsKept): CellRoom {
  let taken = 0;
  return {
    take(grids) {
      const cells = countCells(grids);
      if (taken > 0 && taken + cells > most) return false;
      taken += cells;
      return true;
    },
    leave(grids) {
      taken -= countCells(grids);
    },
  };
}

function countCells(grids: readonly SheetGrid[]): number {
  return grids.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0);
}
