/** A WorkbookSource over grids that are already there: for tests that begin after the reading of files. */
import type { WorkbookId } from '../../domain/codes.ts';
import { type SheetGrid, type WorkbookEntry, WorkbookFailure, type WorkbookSource } from '../../world.ts';

/** One workbook in memory: its grids, or the failure that reading it meets. */
export interface MemoryWorkbook {
  readonly id: string;
  /** The id where left out. */
  readonly name?: string;
  readonly revision: string;
  readonly contents: readonly SheetGrid[] | WorkbookFailure;
}

/** In the order given. The list may be exchanged between runs: `workbooks` is asked each time. */
export function createMemoryWorkbooks(workbooks: () => readonly MemoryWorkbook[]): WorkbookSource {
  return {
    atOnce: 1,
    async list() {
      return workbooks().map(describeEntry);
    },
    async read(entry) {
      const workbook = workbooks().find((each) => each.id === entry.id);
      if (workbook === undefined) {
        throw new WorkbookFailure({
          kind: 'gone',
          workbook: entry.name,
          code: 'file/gone',
          facts: { file: entry.name },
        });
      }
      if (workbook.contents instanceof WorkbookFailure) throw workbook.contents;
      return workbook.contents;
    },
  };
}

function describeEntry(workbook: MemoryWorkbook): WorkbookEntry {
  return { id: workbook.id as WorkbookId, name: workbook.name ?? workbook.id, revision: workbook.revision };
}
