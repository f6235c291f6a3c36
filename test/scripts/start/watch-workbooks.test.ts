/** A folder of workbooks is watched: what counts as a change, and when. */
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Watcher, watchWorkbooks } from '../../../scripts/start/watch-workbooks.ts';

let folder: string;
let watcher: Watcher;
let changes: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  await writeFile(join(folder, 'there.xlsx'), 'before');
  changes = 0;
  watcher = await watchWorkbooks(folder, () => {
    changes += 1;
  });
});
afterEach(async () => {
  await watcher.close();
  await rm(folder, { recursive: true });
});

const noticed = async () =>
  await vi.waitFor(() => expect(changes).toBeGreaterThan(0), { timeout: 60_000, interval: 50 });

test('what was there at the start is no change; a changed workbook is', async () => {
  await wait(600);
  expect(changes).toBe(0);
  await writeFile(join(folder, 'there.xlsx'), 'after');
  await noticed();
});

test('a workbook that is still being written is not read before it is whole', async () => {
  const file = join(folder, 'growing.xlsx');
  for (const piece of ['1', '2', '3', '4', '5', '6', '7', '8']) {
    await appendFile(file, piece);
    await wait(100);
    expect(changes).toBe(0);
  }
  await noticed();
});

test('a new folder of .csv files and a removed workbook are changes', async () => {
  await mkdir(join(folder, '氷見市'));
  await writeFile(join(folder, '氷見市', '基本情報.csv'), '項目,値');
  await noticed();
  await wait(800);
  changes = 0;
  await rm(join(folder, 'there.xlsx'));
  await noticed();
});

test('what Excel and others leave beside an open workbook is no change', async () => {
  for (const name of ['~$there.xlsx', '.~lock.there.xlsx#', '.DS_Store', 'Thumbs.db', '~WRL0001.tmp', 'A1B2C3.tmp'])
    await writeFile(join(folder, name), 'x');
  await wait(1_000);
  expect(changes).toBe(0);
});
