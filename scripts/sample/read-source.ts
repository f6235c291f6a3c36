/** Reads the committed sources of the samples: figures as they were published, one .csv file a table or a tab. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseCsv } from 'hucre/csv';
import type { SampleCell, SampleTab } from './workbook.ts';

const samples = join(import.meta.dirname, '../../samples');

/** The records of a table below samples/, by the names in its first row. */
export async function readRecords(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const [header = [], ...rows] = await readRows(join(samples, path));
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
}

/**
 * The tabs of a workbook that is committed as a folder of .csv files below samples/, in the order given.
 * What looks like a plain number becomes a number cell, as it would on typing it into a spreadsheet; all else stays text.
 */
export async function readTabs(folder: string, order: readonly string[]): Promise<readonly SampleTab[]> {
  const path = join(samples, folder);
  const names = (await readdir(path)).filter((file) => file.endsWith('.csv')).map((file) => basename(file, '.csv'));
  const missing = order.filter((name) => !names.includes(name));
  if (missing.length > 0 || names.length !== order.length) {
    throw new Error(`${folder}: tabs ${names.toSorted().join(' ')} where ${order.join(' ')} are expected`);
  }
  return await Promise.all(
    order.map(async (name) => ({
      name,
      rows: (await readRows(join(path, `${name}.csv`))).map((row) => row.map(asTyped)),
    })),
  );
}

/** A number cell for '180' or '57.6'; text for '１８０', '3,479', '156件', '011002'. */
export function asTyped(text: string): SampleCell {
  if (text === '') return null;
  return /^(0|[1-9]\d{0,8})(\.\d+)?$/.test(text) ? Number(text) : text;
}

async function readRows(path: string): Promise<readonly (readonly string[])[]> {
  const rows = parseCsv(await readFile(path, 'utf8'));
  return rows.map((row) => row.map((cell) => String(cell ?? '')));
}
