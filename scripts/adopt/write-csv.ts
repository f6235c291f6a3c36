/** Writes changes into a folder of .csv files: new files for new tabs, and lines at the end of those that are there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '#functions/adapters/folder/whole-file.ts';
import type { SheetGrid } from '#functions/world.ts';
import type { TabChange } from '#sheets-schema/template-change.ts';
import { encodeCp932 } from '../sample/cp932.ts';

const byteOrderMark = '\ufeff';

/** Whole files only: a reader sees the old one or the new one. Lines that are there stay byte for byte. */
export async function writeCsvChanges(
  folder: string,
  grids: readonly SheetGrid[],
  changes: readonly TabChange[],
): Promise<void> {
  for (const change of changes) {
    const path = join(folder, `${change.title}.csv`);
    if (change.id === null) await writeWholeFile(path, `${byteOrderMark}${spell(rowsOf(change), ',')}`);
    else if (grids.some(({ id }) => id === change.id)) await append(path, rowsOf(change));
  }
}

/** In the encoding and with the separator that the file has. */
async function append(path: string, rows: readonly (readonly string[])[]): Promise<void> {
  const before = await readFile(path);
  const { text, encode } = decode(before);
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const separator = firstLine.includes('\t') ? '\t' : firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';
  const gap = text === '' || text.endsWith('\n') ? '' : '\r\n';
  await writeWholeFile(path, Buffer.concat([before, encode(`${gap}${spell(rows, separator)}`)]));
}

/** @throws RangeError for a word that the file's own encoding cannot write */
function decode(bytes: Buffer): { readonly text: string; readonly encode: (text: string) => Uint8Array } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: bytes.toString('utf16le'), encode: (text) => Buffer.from(text, 'utf16le') };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encode: (text) => Buffer.from(text) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: new TextDecoder('shift_jis').decode(bytes), encode: encodeCp932 };
  }
}

/** Rows that have cells, in their order; a row of nothing between them is none. */
function rowsOf({ cells }: TabChange): readonly (readonly string[])[] {
  const rows = new Map<number, string[]>();
  for (const { row, column, text } of cells.toSorted((a, b) => a.row - b.row)) {
    if (text === undefined || text === null) continue;
    const known = rows.get(row) ?? [];
    while (known.length < column) known.push('');
    known[column] = text;
    rows.set(row, known);
  }
  return [...rows.values()];
}

function spell(rows: readonly (readonly string[])[], separator: string): string {
  const quote = (text: string) => (/["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(quote).join(separator)}\r\n`).join('');
}
