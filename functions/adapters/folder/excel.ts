/** One .xlsx file into grids. */
import { readXlsx } from 'hucre/xlsx';
import type { Cell } from '../../../sheets-schema/cells/cell.ts';
import type { SheetGrid } from '../../world.ts';
import { trimRows } from '../grid.ts';

/** The tabs in their order, hidden ones too. */
export async function readExcel(bytes: Uint8Array): Promise<readonly SheetGrid[]> {
  const workbook = await readXlsx(bytes);
  return workbook.sheets.map((sheet, index) => ({
    tab: sheet.name,
    id: String(index),
    rows: trimRows(
      sheet.rows.map((row, rowIndex) =>
        row.map((value, columnIndex): Cell => {
          if (value instanceof Date) return { serial: value.getTime() / 86_400_000 + 25_569 };
          if (value === null || value === undefined || value === '') return null;
          if (sheet.cells?.get(`${rowIndex},${columnIndex}`)?.type === 'error') return { error: String(value) };
          return value as Cell;
        }),
      ),
    ),
    merges: (sheet.merges ?? []).map((merge) => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow + 1,
      right: merge.endCol + 1,
    })),
  }));
}
