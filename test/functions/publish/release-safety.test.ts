import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { pruneReleases } from '#functions/keep/prune.ts';
import { listReleases, readJson, rollBack } from '#functions/publish/history.ts';
import { publish } from '#functions/publish/publish.ts';
import type { OfficeIndex, Release } from '#functions/publish/release.ts';
import type { Store } from '#functions/world.ts';
import { copyStore } from '../../builders/copied-store.ts';
import { aCase, anArea, aWorkbook, code, now, putWorkbooks, quietLog, sharing, today } from './ingested-builder.ts';

const workbook = (name: string, count: number) =>
  aWorkbook({
    workbook: name as WorkbookId,
    name,
    office: { name, municipality: code(name.startsWith('a') ? '162051' : '162060') },
    areas: [anArea('R'), anArea('E01', ['R'])],
    facts: { cases: [aCase({ area: 'E01', count })] },
  });
const order = ['a.xlsx', 'b.xlsx'] as WorkbookId[];
const run = (store: Store, minute = 0) =>
  publish({ store, order, today, now: new Date(now.getTime() + minute * 60_000), log: quietLog, sharing });

/** A store that lets `writes` writes through and then breaks off, as a killed process does. */
function breakingAfter(store: Store, writes: number): Store {
  let left = writes;
  const spend = () => {
    if (left === 0) throw new Error('killed');
    left -= 1;
  };
  return {
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
}

/** A store that notes what is written into it: 'object', or the name of a pointer. */
function noting(store: Store, done: string[]): Store {
  return {
    ...store,
    putObject: async (name, bytes) => {
      done.push('object');
      await store.putObject(name, bytes);
    },
    movePointer: async (name, content, expected) => {
      done.push(name);
      return await store.movePointer(name, content, expected);
    },
  };
}

/** Everything that a reader of the current release can reach; throws where anything is missing. */
async function readWhole(store: Store): Promise<readonly string[]> {
  const [current] = await listReleases(store);
  if (current === undefined) return [];
  const release = (await readJson(store, current.release)) as Release;
  const found = [current.release];
  for (const [audience, name] of Object.entries(release.audiences)) {
    const index = (await readJson(store, name)) as OfficeIndex;
    found.push(name);
    if (!audience.startsWith('office:')) continue;
    for (const part of [...Object.values(index.cuts), index.goals, index.findings, ...Object.values(index.details)]) {
      if ((await readJson(store, part)) === null) throw new Error(`${part} is missing`);
      found.push(part);
    }
  }
  return found;
}

describe('a crash', () => {
  test('between writes leaves a release whole, the last one until the pointer moved, and a rerun completes to the same objects', async () => {
    const clock = { now: () => now };
    const prepared = createMemoryStore(clock);
    await putWorkbooks(prepared, [workbook('a.xlsx', 1), workbook('b.xlsx', 2)]);
    await run(prepared);
    await putWorkbooks(prepared, [workbook('a.xlsx', 3)]);
    const undisturbed = await copyStore(prepared, clock);
    const [last] = await listReleases(undisturbed);
    const steps: string[] = [];
    const { release } = await run(noting(undisturbed, steps), 1);
    const after = (await undisturbed.listObjects()).map(({ name }) => name);
    expect(steps.length).toBeGreaterThan(10);
    // On both sides of each pointer that moves; of objects, which nobody knows before that, each sixth.
    const isPointer = (step: number) => (steps[step] ?? 'object') !== 'object';
    const moments = steps.flatMap((_, step) =>
      isPointer(step) || isPointer(step - 1) || step % 6 === 0 ? [step] : [],
    );

    for (const allowed of moments) {
      const store = await copyStore(prepared, clock);
      await expect(run(breakingAfter(store, allowed), 1)).rejects.toThrow('killed');
      const [current] = await listReleases(store);
      expect(current?.release).toBe(allowed <= steps.indexOf('release') ? last?.release : release);
      await readWhole(store);
      expect((await run(store, 1)).release).toBe(release);
      expect((await store.listObjects()).map(({ name }) => name)).toEqual(after);
    }
  });
});

describe('two publishers', () => {
  test('racing for the pointer: one wins each generation and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, publishers) => {
        const store = createMemoryStore({ now: () => now });
        await putWorkbooks(store, [workbook('a.xlsx', 1)]);
        const moves: string[] = [];
        const scheduled: Store = {
          ...store,
          readPointer: async (name) =>
            await scheduler.schedule(Promise.resolve(), `read ${name}`).then(async () => await store.readPointer(name)),
          movePointer: async (name, content, expected) =>
            await scheduler.schedule(Promise.resolve(), `move ${name}`).then(async () => {
              const moved = await store.movePointer(name, content, expected);
              if (name === 'release') moves.push(`${String(expected)} ${moved}`);
              return moved;
            }),
        };
        // Each brings its own workbook and then publishes what it finds.
        const all = Array.from({ length: publishers }, async (_, index) => {
          await putWorkbooks(store, [workbook(`b${index}.xlsx`, index + 1)]);
          return await run({ ...scheduled }, index);
        });
        const results = await scheduler.waitFor(Promise.all(all));
        for (const result of results) expect(['published', 'unchanged']).toContain(result.outcome);
        const winners = moves.filter((move) => move.endsWith('moved')).map((move) => move.split(' ')[0]);
        expect(new Set(winners).size).toBe(winners.length);
        const [current] = await listReleases(store);
        const release = (await readJson(store, current?.release ?? '')) as Release;
        expect(release.workbooks.length).toBe(publishers + 1);
        await readWhole(store);
      }),
      { numRuns: 6 },
    );
  });
});

describe('the history', () => {
  const start = now.getTime();
  async function threeReleases() {
    let time = start;
    const store = createMemoryStore({ now: () => new Date(time) });
    const names: string[] = [];
    for (let generation = 1; generation <= 3; generation += 1) {
      await putWorkbooks(store, [workbook('a.xlsx', generation)]);
      names.push((await run(store, generation)).release ?? '');
      time += 60_000;
    }
    return { store, names };
  }

  test('lists releases, newest first', async () => {
    const { store, names } = await threeReleases();
    expect((await listReleases(store)).map(({ release }) => release)).toEqual(names.toReversed());
  });

  test('rolling back moves the pointer; a release that is not listed cannot be named', async () => {
    const { store, names } = await threeReleases();
    expect(await rollBack(store, names[0] ?? '', now)).toBe('moved');
    expect((await listReleases(store)).map(({ release }) => release)).toEqual([names[0], names[2], names[1]]);
    await readWhole(store);
    expect(await rollBack(store, 'f'.repeat(64), now)).toBe('unknown-release');
  });

  test('pruning never removes what a kept release or a workbook needs', async () => {
    const { store, names } = await threeReleases();
    const states = await store.listPointers('workbooks/');
    const later = new Date(start + 3_600_000);
    const result = await pruneReleases({ store, keep: 2, now: later, graceMilliseconds: 0 });
    expect(result.releasesKept).toBe(2);
    expect(result.objectsRemoved).toBeGreaterThan(0);
    expect((await listReleases(store)).map(({ release }) => release)).toEqual([names[2], names[1]]);
    await readWhole(store);
    expect(await rollBack(store, names[1] ?? '', now)).toBe('moved');
    await readWhole(store);
    for (const pointer of states) {
      const { ingested } = JSON.parse((await store.readPointer(pointer))?.content ?? '{}') as { ingested: string };
      expect(await store.hasObject(ingested)).toBe(true);
    }
    expect(await pruneReleases({ store, keep: 2, now: later, graceMilliseconds: 0 })).toEqual({
      ...result,
      objectsRemoved: 0,
    });
  });

  test('pruning leaves alone what is younger than the grace period', async () => {
    const { store } = await threeReleases();
    const result = await pruneReleases({
      store,
      keep: 1,
      now: new Date(start + 180_000),
      graceMilliseconds: 3_600_000,
    });
    expect([result.releasesKept, result.objectsRemoved]).toEqual([1, 0]);
  });

  test('a workbook that changes back publishes the earlier objects again under the same names', async () => {
    const { store, names } = await threeReleases();
    await putWorkbooks(store, [workbook('a.xlsx', 1)]);
    const again = await run(store, 9);
    expect([again.release, again.objectsWritten]).toEqual([names[0], 0]);
    expect((await listReleases(store)).map(({ release }) => release)).toEqual([names[0], names[2], names[1]]);
  });
});
