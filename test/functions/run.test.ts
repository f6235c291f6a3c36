/** Whole runs in one process: progress, what is held, and what a failure leaves behind. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { rollBack } from '#functions/publish/history.ts';
import { type Progress, type RunWorld, runOnce } from '#functions/run.ts';
import { createPublished } from '#functions/serve/published.ts';
import type { Store } from '#functions/world.ts';
import { funahashi, writeSmallWorkbook } from '../scripts/workbooks.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: () => new Date('2026-11-20T03:00:00Z') };

let folder: string;
let store: Store;
let world: RunWorld;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  store = createMemoryStore(clock);
  world = { source: createFolderWorkbooks(folder), store, clock, log: silent };
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

describe('a run', () => {
  test('says how far it is, step by step and never backwards', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    await writeSmallWorkbook(folder, '舟橋村', funahashi);
    const seen: Progress[] = [];
    await runOnce({ ...world, onProgress: (progress) => seen.push(progress) });
    expect([...new Set(seen.map(({ step }) => step))]).toEqual(['plan', 'ingest', 'publish']);
    for (const step of ['plan', 'ingest', 'publish'] as const) {
      const own = seen.filter((progress) => progress.step === step);
      expect(own.map(({ done }) => done)).toEqual(own.map(({ done }) => done).toSorted((a, b) => a - b));
      expect([own.at(-1)?.done, own.at(-1)?.total]).toEqual([2, 2]);
    }
  });

  test('calls today what is today in Japan', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    const lateInTheEvening = { now: () => new Date('2026-11-20T15:30:00Z') };
    await runOnce({ ...world, clock: lateInTheEvening });
    expect((await createPublished(store).openCurrent())?.release.asOf).toBe('2026-11-21');
  });

  test('twice on one day is the same release; the objects are not written again', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    const first = await runOnce(world);
    const objects = await store.listObjects();
    const second = await runOnce(world);
    expect([second.outcome, second.release, second.unchanged]).toEqual(['unchanged', first.release, 1]);
    expect(await store.listObjects()).toEqual(objects);
  });

  test('in which nothing changed reads where workbooks stand, and asks no municipality for more than where it begins', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    await writeSmallWorkbook(folder, '舟橋村', funahashi);
    await runOnce(world);
    const asked = { read: 0, looked: 0 };
    const counting: Store = {
      ...store,
      readObject: async (name) => {
        asked.read += 1;
        return await store.readObject(name);
      },
      hasObject: async (name) => {
        asked.looked += 1;
        return await store.hasObject(name);
      },
    };
    expect((await runOnce({ ...world, store: counting })).outcome).toBe('unchanged');
    // The release twice and each index; whether indexes (one of a prefecture and one of everybody among them) and summaries are there.
    expect(asked).toEqual({ read: 4, looked: 6 });
  });

  test('computes again what lost its basis, or was rolled back', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    const first = await runOnce(world);
    await store.removePointer('basis');
    expect((await runOnce(world)).outcome).toBe('unchanged');
    await writeSmallWorkbook(folder, '舟橋村', funahashi);
    const second = await runOnce(world);
    expect(await rollBack(store, first.release ?? '', clock.now())).toBe('moved');
    const third = await runOnce(world);
    expect([third.outcome, third.release]).toEqual(['published', second.release]);
    await store.movePointer('basis', '{"format":1', (await store.readPointer('basis'))?.version ?? null);
    expect((await runOnce(world)).outcome).toBe('unchanged');
  });

  test('over an empty folder publishes nothing', async () => {
    expect(await runOnce(world)).toEqual({
      outcome: 'nothing',
      release: null,
      withheld: [],
      workbooks: 0,
      accepted: 0,
      unchanged: 0,
      postponed: 0,
      held: [],
      unanswered: [],
      municipalities: 0,
      rows: { read: 0, accepted: 0 },
      findings: { errors: 0, notices: 0 },
    });
  });

  test('names every workbook that is held, also those held by an earlier run', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    await writeFile(join(folder, 'a.xlsx'), 'no');
    await mkdir(join(folder, 'empty'));
    const first = await runOnce(world);
    const second = await runOnce(world);
    expect(first.held.map(({ workbook, keepsFigures }) => [workbook, keepsFigures])).toEqual([['a.xlsx', false]]);
    expect(second.held).toEqual(first.held);
  });
});

describe('what fails', () => {
  test('a folder that cannot be listed throws, and the last release stands', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    const { release } = await runOnce(world);
    await rm(folder, { recursive: true });
    await expect(runOnce(world)).rejects.toThrow();
    expect((await createPublished(store).openCurrent())?.name).toBe(release);
  });

  test('a store that breaks off at any write leaves the last release whole, and the next run completes', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    const { release: before } = await runOnce(world);
    await writeSmallWorkbook(folder, '氷見市', { cases: [['2024/4/1', '本人', '高齢者']] });
    let writesLeft = 0;
    const spend = () => {
      writesLeft -= 1;
      if (writesLeft < 0) throw new Error('the power went');
    };
    const dying: Store = {
      ...store,
      putObject: async (name, bytes) => {
        spend();
        await store.putObject(name, bytes);
      },
      movePointer: async (name, content, expected) => {
        spend();
        return await store.movePointer(name, content, expected);
      },
    };
    let deaths = 0;
    for (; deaths < 500; deaths += 1) {
      writesLeft = deaths;
      const isDone = await runOnce({ ...world, store: dying }).then(
        () => true,
        () => false,
      );
      const current = await createPublished(store).openCurrent();
      await expectWhole(store);
      if (isDone) {
        expect(current?.name).not.toBe(before);
        break;
      }
      expect(current?.name).toBe(before);
    }
    expect(deaths).toBeGreaterThan(1);
    expect(deaths).toBeLessThan(500);
  });
});

/** Everything that the current release names is in the store. */
async function expectWhole(of: Store): Promise<void> {
  const published = createPublished(of);
  const opened = await published.openCurrent();
  if (opened === null) throw new Error('No release');
  for (const audience of Object.keys(opened.release.audiences)) {
    if (!audience.startsWith('office:')) continue;
    const { index } = await published.openOffice(opened.release, audience.slice('office:'.length));
    for (const name of [...Object.values(index.cuts), index.goals, index.findings])
      expect(await of.hasObject(name)).toBe(true);
  }
  for (const name of Object.values(opened.release.audiences)) expect(await of.hasObject(name)).toBe(true);
}
