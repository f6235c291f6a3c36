/** Carries changes out on grids, as the writers do in files and spreadsheets. */
import type { Cell } from '#sheets-schema';
import type { TabChange } from '#sheets-schema/template-change.ts';
import type { SheetGrid } from '../../../functions/world.ts';

export function applyChanges(grids: readonly SheetGrid[], changes: readonly TabChange[]): readonly SheetGrid[] {
  const changed = grids.map((grid) => {
    const change = changes.find(({ id }) => id === grid.id);
    return change === undefined ? grid : withCells(grid, change);
  });
  const added = changes.filter(({ id }) => id === null);
  return [
    ...changed,
    ...added.map((change, index) =>
      withCells({ tab: change.title, id: `added-${index}`, rows: [], merges: [] }, change),
    ),
  ];
}

function withCells(grid: SheetGrid, { cells }: TabChange): SheetGrid {
  const rows: Cell[][] = grid.rows.map((row) => [...row]);
  for (const { row, column, text } of cells) {
    if (text === undefined) continue;
    while (rows.length <= row) rows.push([]);
    const known = rows[row] ?? [];
    while (known.length < column) known.push(null);
    known[column] = text;
  }
  return { ...grid, rows };
}
