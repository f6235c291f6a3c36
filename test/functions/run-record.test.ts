/** What a run leaves behind, however it ends: its record, its last line in the log, and what 操作の記録 tells of it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { AuditEntry } from '#functions/audit/audit-entry.ts';
import type { Day } from '#functions/domain/codes.ts';
import { readRuns, recordRun, runsKept } from '#functions/publish/write-run.ts';
import { publishNow, type RunWorld, runOnce } from '#functions/run.ts';
import { type Log, type Store, WorkbookFailure } from '#functions/world.ts';
import { writeSmallWorkbook } from '../scripts/workbooks.ts';

let folder: string;
let store: Store;
let world: RunWorld;
let minute: number;
let lines: (readonly [string, Parameters<Log['info']>[1]])[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  minute = 0;
  lines = [];
  const clock = { now: () => new Date(Date.parse('2026-11-20T03:00:00Z') + minute * 60_000) };
  const write: Log['info'] = (event, fields) => lines.push([event, fields]);
  store = createMemoryStore(clock);
  world = {
    source: createFolderWorkbooks(folder),
    store,
    clock,
    log: { info: write, warn: write, error: write },
  };
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

async function audited(): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const name of await store.listPointers('audit/'))
    entries.push(JSON.parse((await store.readPointer(name))?.content ?? '') as AuditEntry);
  return entries;
}

test('a run that publishes says so in the store, in the log and in 操作の記録', async () => {
  await writeSmallWorkbook(folder, '氷見市');
  const { release } = await runOnce({ ...world, run: 'first', requests: () => 0 });
  const [record, ...others] = await readRuns(store);
  expect(others).toEqual([]);
  expect(record).toMatchObject({
    run: 'first',
    startedAt: '2026-11-20T03:00:00.000Z',
    outcome: 'published',
    cause: null,
    release,
    workbooks: { listed: 1, read: 1, held: 0, unanswered: 0, postponed: 0 },
    seconds: { plan: 0, ingest: 0, publish: 0 },
  });
  expect(lines.at(-1)).toEqual(['run/finished', expect.objectContaining({ run: 'first', workbooksRead: 1 })]);
  expect(lines.filter(([, fields]) => fields?.run !== 'first')).toEqual([]);
  expect((await audited()).map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
    ['released', null, release],
  ]);
});

test('a rule of 秘匿 that is another than before is recorded, once, and with what holds now', async () => {
  await writeSmallWorkbook(folder, '氷見市');
  await runOnce(world);
  const below20 = {
    row: 2,
    audience: 'public',
    threshold: 20,
    zeros: 'shown',
    roundedTo: 1,
    prefecture: null,
  } as const;
  const stricter = { ...world, protections: () => [{ ...below20, from: '2026-11-01' as Day, until: null }] };
  for (const each of [world, stricter, stricter]) {
    minute += 1;
    await runOnce(each);
  }
  const changes = (await audited()).filter(({ action }) => action === 'settings-changed');
  expect(changes.map(({ actor, subject, facts: { run, ...facts } }) => [actor, subject, facts])).toEqual([
    [null, 'public:16', { threshold: 20, zeros: 'shown' }],
  ]);
});

test('a workbook that is held, and mended again, is recorded once each', async () => {
  await writeSmallWorkbook(folder, '氷見市');
  await runOnce(world);
  const path = join(folder, '氷見市', '基本情報.csv');
  const whole = await (await import('node:fs/promises')).readFile(path);
  for (const text of ['項目,値\n報告機関名,福祉課', '項目,値\n報告機関名,福祉課 ', whole, whole]) {
    minute += 1;
    await writeFile(path, text);
    await runOnce(world);
  }
  const seen = (await audited()).map(({ action, subject, facts }) => [action, subject, facts.code ?? null]);
  expect(seen.filter(([action]) => action !== 'released')).toEqual([
    ['held', '氷見市', 'workbook/no-municipality-code'],
    ['mended', '氷見市', 'workbook/no-municipality-code'],
  ]);
});

test('a run that throws leaves why, and throws all the same', async () => {
  await rm(folder, { recursive: true });
  await expect(runOnce(world)).rejects.toThrow();
  const failure = new WorkbookFailure({ kind: 'forbidden', workbook: '登録簿', code: 'google/forbidden' });
  minute += 1;
  const unlisted = { ...world.source, list: () => Promise.reject(failure) };
  await expect(publishNow({ ...world, source: unlisted })).rejects.toBe(failure);
  const [last, first] = await readRuns(store);
  expect([first?.outcome, first?.cause?.code]).toEqual(['failed', 'folder/missing']);
  expect([last?.outcome, last?.cause]).toEqual([
    'failed',
    { code: 'google/forbidden', facts: { file: '登録簿' }, error: 'WorkbookFailure' },
  ]);
  expect(lines.at(-1)?.[0]).toBe('run/finished');
});

test('a store that is gone hides nothing: the error is that of the run', async () => {
  const broken = () => Promise.reject(new Error('the disk is gone'));
  const gone: Store = { ...store, readPointer: broken, movePointer: broken, listPointers: broken };
  await expect(runOnce({ ...world, store: gone })).rejects.toThrow('the disk is gone');
  expect(lines.map(([event]) => event)).toContain('run/not-recorded');
});

test('a run that a wrong clock dated ahead, or behind, never hides those that are told after it', async () => {
  await runOnce(world);
  const [record] = await readRuns(store);
  if (record === undefined) throw new Error('No record');
  const tell = async (run: string, endedAt: string) => await recordRun(store, { ...record, run, endedAt });
  await tell('years ahead', '2031-01-01T00:00:00.000Z');
  for (let number = 1; number <= runsKept; number += 1)
    await tell(`run ${number}`, new Date(Date.parse('2026-11-21T00:00:00Z') + number * 900_000).toISOString());
  await tell('years behind', '2001-01-01T00:00:00.000Z');
  expect((await readRuns(store)).slice(0, 2).map(({ run }) => run)).toEqual(['years behind', `run ${runsKept}`]);
});

test('the latest runs are kept, newest first, each once, whichever of two at a time is told first', async () => {
  await runOnce(world);
  const [record] = await readRuns(store);
  if (record === undefined) throw new Error('No record');
  const ended = (number: number) => new Date(Date.parse('2026-11-21T00:00:00Z') + number * 1000).toISOString();
  const records = Array.from({ length: runsKept + 3 }, (_, number) => ({
    ...record,
    run: `run ${number}`,
    endedAt: ended(number),
  }));
  for (const each of records.slice(0, -2)) await recordRun(store, each);
  await Promise.all(records.slice(-2).map(async (each) => await recordRun(store, each)));
  await recordRun(store, records.at(-3) ?? record);
  const kept = await readRuns(store);
  expect(kept.map(({ run }) => run)).toEqual(
    records
      .toReversed()
      .map(({ run }) => run)
      .slice(0, runsKept),
  );
});
