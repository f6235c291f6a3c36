import { appendFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { trickyCsvFiles, trickyCsvGrids, trickyExcelFile, trickyGrids } from '../../../contracts/tricky-workbook.ts';
import { describeWorkbookSource } from '../../../contracts/workbook-source.ts';
import { excelFile } from './package-builder.ts';
import { folderWith } from './read-file.ts';

const plain = excelFile({ tabs: [{ name: '会議', rows: '<row><c><v>1</v></c></row>' }] });

for (const is1904 of [false, true]) {
  describeWorkbookSource(`a folder of .xlsx in the ${is1904 ? 1904 : 1900} system`, {
    names: ['1.xlsx', '2.xlsx', '3.xlsx'],
    grids: trickyGrids,
    createWorld: async () => {
      const folder = await folderWith({ '1.xlsx': trickyExcelFile({ is1904 }), '2.xlsx': 'x', '3.xlsx': plain });
      return {
        source: createFolderWorkbooks(folder),
        change: async (name) => await utimes(join(folder, name), new Date(0), new Date(0)),
        remove: async (name) => await rm(join(folder, name)),
      };
    },
  });
}

describeWorkbookSource('a folder of folders of .csv', {
  names: ['1', '2', '3'],
  grids: trickyCsvGrids,
  createWorld: async () => {
    const tricky = Object.entries(trickyCsvFiles).map(([tab, text]) => [`1/${tab}.csv`, text]);
    const folder = await folderWith({ ...Object.fromEntries(tricky), '2/会議.csv': '"', '3/会議.csv': '開催日' });
    return {
      source: createFolderWorkbooks(folder),
      change: async (name) => await appendFile(join(folder, name, '会議.csv'), '\n2024/4/1'),
      remove: async (name) => await rm(join(folder, name), { recursive: true }),
    };
  },
});
