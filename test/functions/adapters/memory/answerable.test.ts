import { createAnswerableWorkbooks } from '#functions/adapters/memory/answerable.ts';
import type { SheetGrid } from '#functions/world.ts';
import { describeFeedback, workbookToAnswer } from '../../../contracts/feedback.ts';

describeFeedback('workbooks in memory', async () => {
  const workbooks = createAnswerableWorkbooks([{ id: 'A', grids: workbookToAnswer }], {
    now: () => new Date('2024-04-08T03:00:00Z'),
  });
  const put = (grid: SheetGrid, { row, column }: { row: number; column: number }, text: string): SheetGrid => {
    const rows = Array.from({ length: Math.max(grid.rows.length, row + 1) }, (_, index) => grid.rows[index] ?? []);
    return { ...grid, rows: rows.map((cells, index) => (index === row ? cells.toSpliced(column, 1, text) : cells)) };
  };
  return {
    source: workbooks.source,
    feedback: workbooks.feedback,
    type: async (place, text) =>
      workbooks.edit('A', (grids) => grids.map((grid) => (grid.tab === place.tab ? put(grid, place, text) : grid))),
    removeTab: async (tab) => workbooks.edit('A', (grids) => grids.filter((grid) => grid.tab !== tab)),
    makeViewOnly: async () => workbooks.makeViewOnly('A'),
    writes: () => workbooks.requests.filter((request) => request.startsWith('write')).length,
  };
});
