/**
 * Workbooks in memory that can be answered in, as a shared spreadsheet can: for tests of everything around an answer that need no
 * Google, and the plainest reading of what a Feedback promises.
 */
import type { WorkbookId } from '../../domain/codes.ts';
import {
  type CellMark,
  type Clock,
  type Feedback,
  type SheetGrid,
  type SheetSurface,
  type WorkbookAnswer,
  type WorkbookEntry,
  WorkbookFailure,
  type WorkbookSource,
} from '../../world.ts';
import { hasSameContents } from '../same-contents.ts';
import { shownRows } from '../shown-rows.ts';

export interface AnswerableWorkbook {
  readonly id: string;
  /** The id where left out. */
  readonly name?: string;
  readonly grids: readonly SheetGrid[];
}

export interface AnswerableWorkbooks {
  readonly source: WorkbookSource;
  readonly feedback: Feedback;
  /** What stands in it now. */
  gridsOf(id: string): readonly SheetGrid[];
  /** Somebody works in it. */
  edit(id: string, change: (grids: readonly SheetGrid[]) => readonly SheetGrid[]): void;
  /** From now on it can be read, and not be written in. */
  makeViewOnly(id: string): void;
  /** How often each was read and written in, in the order in which it happened, as 'read A'. */
  readonly requests: string[];
}

interface Held {
  readonly entry: WorkbookEntry;
  readonly grids: readonly SheetGrid[];
  readonly isViewOnly: boolean;
}

/** In the order given. A workbook's revision grows with every change, ours too. */
export function createAnswerableWorkbooks(workbooks: readonly AnswerableWorkbook[], clock: Clock): AnswerableWorkbooks {
  const held = new Map<string, Held>();
  let changes = 0;
  const requests: string[] = [];
  for (const { id, name = id, grids } of workbooks) {
    changes += 1;
    const entry = { id: id as WorkbookId, name, revision: String(changes) };
    held.set(id, { entry, grids: grids.map(withSurface), isViewOnly: false });
  }

  function find(id: string): Held {
    const found = held.get(id);
    if (found === undefined) {
      throw new WorkbookFailure({ kind: 'gone', workbook: id, code: 'google/gone', facts: { file: id } });
    }
    return found;
  }

  function change(id: string, grids: readonly SheetGrid[], ownChangeAt: string | null) {
    changes += 1;
    const { entry, isViewOnly } = find(id);
    const { ownChangeAt: _, ...plain } = entry;
    const own = ownChangeAt === null ? {} : { ownChangeAt };
    held.set(id, { entry: { ...plain, revision: String(changes), ...own }, grids: grids.map(withSurface), isViewOnly });
  }

  return {
    requests,
    source: {
      atOnce: 1,
      async list() {
        return [...held.values()].map(({ entry }) => entry);
      },
      async read({ id }) {
        requests.push(`read ${id}`);
        return find(id).grids;
      },
    },
    feedback: {
      async answer({ id, name }, answer, read) {
        requests.push(`write ${id}`);
        const { grids, isViewOnly } = find(id);
        if (isViewOnly) {
          const facts = { file: name };
          throw new WorkbookFailure({ kind: 'forbidden', workbook: name, code: 'google/read-only', facts });
        }
        const at = clock.now().toISOString();
        const answered = applyAnswer(grids, answer);
        if (answered === null) return { outcome: 'newer', at };
        change(id, answered, at);
        const isSame = hasSameContents(read, grids, answer.tab?.id ?? addedTabId);
        return { outcome: isSame ? 'settled' : 'newer', at };
      },
    },
    gridsOf: (id) => find(id).grids,
    edit: (id, edited) => change(id, edited(find(id).grids), null),
    makeViewOnly: (id) => void held.set(id, { ...find(id), isViewOnly: true }),
  };
}

/** A tab is never smaller than what stands in it. */
function withSurface(grid: SheetGrid): SheetGrid {
  const { rowCount = 1000, columnCount = 26, notes = new Map(), backgrounds = new Map() } = grid.surface ?? {};
  const columns = Math.max(columnCount, ...grid.rows.map((row) => row.length));
  const surface = { rowCount: Math.max(rowCount, grid.rows.length), columnCount: columns, notes, backgrounds };
  return { ...grid, surface };
}

/** `null`: a tab of the answer is no longer there, so that nothing of it is written. A tab is added once, however often that is said. */
function applyAnswer(grids: readonly SheetGrid[], { tab, marks }: WorkbookAnswer): readonly SheetGrid[] | null {
  const isThere = (id: string) => grids.some((grid) => grid.id === id);
  const tabId = tab === null ? null : (tab.id ?? addedTabId);
  if ((tab?.id != null && !isThere(tab.id)) || marks.some((mark) => !isThere(mark.tabId))) return null;
  const marked = grids.map((grid) => {
    const own = marks.filter((mark) => mark.tabId === grid.id);
    return own.length === 0 ? grid : { ...grid, surface: applyMarks(withSurface(grid).surface, own) };
  });
  if (tab === null || tabId === null) return marked;
  const { surface: _, ...before } = marked.find(({ id }) => id === tabId) ?? { tab: tab.title, id: tabId };
  const written: SheetGrid = {
    storedIds: { tab: 'findings', fields: new Map() },
    ...before,
    rows: shownRows(tab.rows),
    merges: [],
  };
  return isThere(tabId) ? marked.map((grid) => (grid.id === tabId ? written : grid)) : [...marked, written];
}

const addedTabId = '811';

function applyMarks(surface: SheetSurface | undefined, marks: readonly CellMark[]): SheetSurface {
  const notes = new Map(surface?.notes);
  const backgrounds = new Map(surface?.backgrounds);
  for (const { row, column, note, background } of marks) {
    const key = `${row}:${column}`;
    if (note === '') notes.delete(key);
    else if (note !== undefined) notes.set(key, note);
    if (background === null) backgrounds.delete(key);
    else if (background !== undefined) backgrounds.set(key, background);
  }
  return { rowCount: surface?.rowCount ?? 0, columnCount: surface?.columnCount ?? 0, notes, backgrounds };
}
