/** A spreadsheet without a world: what an answer leaves on its tabs, as a source would give it back. */
import type { Cell } from '#sheets-schema';
import type { AnswerCell, SheetGrid, SheetSurface, WorkbookAnswer } from '../../../../functions/world.ts';

/** The grids as of a source that can be answered in, with a few empty rows and columns beside what is typed. */
export function withSurface(
  grids: readonly SheetGrid[],
  {
    notes = {},
    backgrounds = {},
  }: {
    /** By 'tab!row:column', 0-based. */
    readonly notes?: Readonly<Record<string, string>>;
    readonly backgrounds?: Readonly<Record<string, string>>;
  } = {},
): readonly SheetGrid[] {
  return grids.map((grid) => ({
    ...grid,
    surface: {
      rowCount: grid.rows.length + 3,
      columnCount: Math.max(0, ...grid.rows.map((row) => row.length)) + 2,
      notes: ofTab(notes, grid.tab),
      backgrounds: ofTab(backgrounds, grid.tab),
    },
  }));
}

function ofTab(texts: Readonly<Record<string, string>>, tab: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([place, text]) =>
      place.startsWith(`${tab}!`) ? [[place.slice(tab.length + 1), text] as const] : [],
    ),
  );
}

/** The id that a new tab gets. */
export const newTabId = 'answer';

/** What stands in the workbook once the answer is written. Throws where a mark lies outside its tab. */
export function applyAnswer(grids: readonly SheetGrid[], answer: WorkbookAnswer | null): readonly SheetGrid[] {
  if (answer === null) return grids;
  const marked = grids.map((grid): SheetGrid => {
    const { surface } = grid;
    const marks = answer.marks.filter(({ tabId }) => tabId === grid.id);
    if (surface === undefined || marks.length === 0) return grid;
    const notes = new Map(surface.notes);
    const backgrounds = new Map(surface.backgrounds);
    for (const { row, column, note, background } of marks) {
      if (row >= surface.rowCount || column >= surface.columnCount) throw new Error(`outside: ${row}:${column}`);
      const key = `${row}:${column}`;
      if (note === '') notes.delete(key);
      else if (note !== undefined) notes.set(key, note);
      if (background === null) backgrounds.delete(key);
      else if (background !== undefined) backgrounds.set(key, background);
    }
    return { ...grid, surface: { ...surface, notes, backgrounds } };
  });
  const { tab } = answer;
  if (tab === null) return marked;
  const rows = tab.rows.map(({ cells }) => withoutEnd(cells.map(readBack)));
  const written: SheetGrid = {
    tab: tab.title,
    id: tab.id ?? newTabId,
    rows,
    merges: [],
    surface: surfaceOf(tab.rows.length),
  };
  return tab.id === null ? [...marked, written] : marked.map((grid) => (grid.id === tab.id ? written : grid));
}

/** Our own tab has colours of its own, which are no marks. */
function surfaceOf(rowCount: number): SheetSurface {
  return { rowCount, columnCount: 8, notes: new Map(), backgrounds: new Map([['3:0', '#fbb9ad']]) };
}

/** A link comes back as its text, a date as a date. */
function readBack(cell: AnswerCell): Cell {
  if (cell === null || typeof cell !== 'object') return cell === '' ? null : cell;
  if ('asks' in cell) return false;
  return 'serial' in cell ? { serial: cell.serial } : cell.text;
}

function withoutEnd(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.findLastIndex((cell) => cell !== null);
  return cells.slice(0, last + 1);
}
