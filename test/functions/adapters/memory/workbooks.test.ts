import { createMemoryWorkbooks, type MemoryWorkbook } from '#functions/adapters/memory/workbooks.ts';
import { WorkbookFailure } from '#functions/world.ts';
import { trickyGrids } from '../../../contracts/tricky-workbook.ts';
import { describeWorkbookSource } from '../../../contracts/workbook-source.ts';

describeWorkbookSource('a source in memory', {
  names: ['1', '2', '3'],
  grids: trickyGrids,
  createWorld: async () => {
    const failure = new WorkbookFailure({
      kind: 'broken',
      workbook: '2',
      code: 'file/unreadable',
      facts: { file: '2' },
    });
    let workbooks: readonly MemoryWorkbook[] = [
      { id: '1', revision: '1', contents: trickyGrids },
      { id: '2', revision: '1', contents: failure },
      { id: '3', revision: '1', contents: trickyGrids.slice(0, 1) },
    ];
    return {
      source: createMemoryWorkbooks(() => workbooks),
      change: async (name) => {
        workbooks = workbooks.map((each) => (each.id === name ? { ...each, revision: `${each.revision}+` } : each));
      },
      remove: async (name) => {
        workbooks = workbooks.filter((each) => each.id !== name);
      },
    };
  },
});
