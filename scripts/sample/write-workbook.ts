/**
 * Writes a sample workbook as a file or a folder of files. The only place in the samples that knows how an .xlsx is made.
 * The same workbook gives the same bytes: no clock, no user, no random name goes in.
 */
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { encodeCp932 } from './cp932.ts';
import type { SampleCell, SampleTab, SampleWorkbook } from './workbook.ts';

/** Where a workbook goes: a file for xlsx, a folder for csv. */
export function workbookPath(into: string, workbook: SampleWorkbook): string {
  return join(into, workbook.format === 'xlsx' ? `${workbook.path}.xlsx` : workbook.path);
}

/** Writes the workbook unless something stands there already (a user may have changed it). */
export async function writeWorkbook(into: string, workbook: SampleWorkbook): Promise<'written' | 'kept'> {
  const path = workbookPath(into, workbook);
  if (await exists(path)) return 'kept';
  // A run that is stopped half-way leaves a name that no source reads, and the next run starts it afresh.
  const temporary = join(dirname(path), `.${path.slice(dirname(path).length + 1)}.part`);
  await rm(temporary, { recursive: true, force: true });
  if (workbook.format === 'xlsx') {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, await encodeXlsx(workbook));
  } else {
    await mkdir(temporary, { recursive: true });
    for (const tab of workbook.tabs) {
      await writeFile(join(temporary, `${tab.name}.csv`), encodeCsv(tab, workbook.format));
    }
  }
  await rename(temporary, path);
  return 'written';
}

/** The bytes of an .xlsx file. */
export async function encodeXlsx(workbook: SampleWorkbook): Promise<Uint8Array> {
  return await writeXlsx({
    properties: { created: new Date(0), modified: new Date(0) },
    defaultFont: { name: 'BIZ UDPGothic', size: 11 },
    sheets: workbook.tabs.map((tab) => ({
      name: tab.name,
      rows: tab.rows.map((row): CellValue[] => [...row]),
      columns: columnWidths(tab).map((width) => ({ width })),
      freezePane: { rows: 1 },
      merges: (tab.merges ?? []).map((merge) => ({
        startRow: merge.top,
        startCol: merge.left,
        endRow: merge.bottom - 1,
        endCol: merge.right - 1,
      })),
      rowDefs: new Map((tab.hiddenRows ?? []).map((rowIndex) => [rowIndex, { hidden: true }])),
    })),
  });
}

/** The bytes of a tab as a .csv file, with the line ends that Excel writes. */
export function encodeCsv(tab: SampleTab, format: 'csv-utf8-bom' | 'csv-cp932'): Uint8Array {
  const text = tab.rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
  return format === 'csv-cp932' ? encodeCp932(text) : new TextEncoder().encode(`\uFEFF${text}`);
}

function csvField(cell: SampleCell): string {
  if (cell === null) return '';
  const text =
    cell instanceof Date
      ? `${cell.getUTCFullYear()}/${cell.getUTCMonth() + 1}/${cell.getUTCDate()}`
      : typeof cell === 'boolean'
        ? String(cell).toUpperCase()
        : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function columnWidths(tab: SampleTab): number[] {
  const widths: number[] = [];
  for (const row of tab.rows.slice(0, 50)) {
    row.forEach((cell, column) => {
      const length = cell instanceof Date ? 5 : String(cell ?? '').length;
      widths[column] = Math.min(40, Math.max(widths[column] ?? 8, length * 2 + 2));
    });
  }
  return Array.from(widths, (width) => width ?? 8);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
