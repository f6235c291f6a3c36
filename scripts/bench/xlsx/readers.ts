/** The readers of .xlsx files that are compared, each loaded only where it reads. */
import { open } from 'node:fs/promises';

export const readerNames = ['ours', 'hucre', 'read-excel-file'] as const;
export type ReaderName = (typeof readerNames)[number];
type Rows = readonly (readonly unknown[])[];

/** The rows of the first tab. */
export const readers: Readonly<Record<ReaderName, (path: string) => Promise<Rows>>> = {
  async ours(path) {
    const { readExcel } = await import('#functions/adapters/folder/excel.ts');
    const file = await open(path);
    try {
      const [grid] = await readExcel(file, (await file.stat()).size);
      return grid?.rows ?? [];
    } finally {
      await file.close();
    }
  },
  async hucre(path) {
    const { readXlsx } = await import('hucre/xlsx');
    const file = await open(path);
    try {
      const { sheets } = await readXlsx(await file.readFile());
      return sheets[0]?.rows ?? [];
    } finally {
      await file.close();
    }
  },
  async 'read-excel-file'(path) {
    const { readSheet } = await import('read-excel-file/node');
    return (await readSheet(path)) as Rows;
  },
};
