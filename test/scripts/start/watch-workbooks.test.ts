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

async function watchNewFolder(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  await writeFile(join(folder, 'there.xlsx'), 'before');
  changes = 0;
  watcher = await watchWorkbooks(folder, () => {
    changes += 1;
  });
}

async function leaveFolder(): Promise<void> {
  await watcher.close();
  await rm(folder, { recursive: true });
}

beforeEach(watchNewFolder);
afterEach(leaveFolder);

const noticed = async () =>
  await vi.waitFor(() => expect(changes).toBeGreaterThan(0), { timeout: 60_000, interval: 50 });

test('what was there at the start is no change; a changed workbook is', async () => {
  await wait(600);
  expect(changes).toBe(0);
  await writeFile(join(folder, 'there.xlsx'), 'after');
  await noticed();
});

test('a workbook that is still being written is not read before it is whole', async () => {
  // Half of the moment for which a file keeps its size once it is whole.
  const quickly = 200;
  let longest = Number.POSITIVE_INFINITY;
  while (longest >= quickly) {
    await leaveFolder();
    await watchNewFolder();
    longest = 0;
    for (const piece of ['1', '2', '3', '4', '5', '6']) {
      const begun = performance.now();
      await appendFile(join(folder, 'growing.xlsx'), piece);
      await wait(100);
      longest = Math.max(longest, performance.now() - begun);
      // A busy machine may have let the file rest for longer than that: then it is written once more.
      if (longest < quickly) expect(changes).toBe(0);
    }
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
