/** Whether a store is whole: whatever is spoiled is found and named, and what is only left over is none. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '#functions/keep/back-up.ts';
import { checkStore } from '#functions/keep/check-store.ts';
import { findNeeded } from '#functions/keep/find-needed.ts';
import { readPointers, readRoots } from '#functions/keep/read-roots.ts';
import { repairStore } from '#functions/keep/repair-store.ts';
import { repairWhole } from '#functions/keep/repair-whole.ts';
import { readBackup } from '#functions/keep/restore.ts';
import { listReleases } from '#functions/publish/history.ts';
import type { Store } from '#functions/world.ts';
import { anEmptyStore, copyOf, createKeptRuns, type KeptRuns, runOver, spoil } from './kept-store.ts';

let runs: KeptRuns;
let names: readonly string[];
let pointers: readonly string[];

beforeAll(async () => {
  runs = await createKeptRuns();
  names = (await runs.store.listObjects()).map(({ name }) => name);
  pointers = await runs.store.listPointers('');
});

const troublesOf = async (store: Store) =>
  (await checkStore(store)).troubles.map(({ kind, name }) => `${kind} ${name}`);
const someObject = () => fc.nat().map((position) => names[position % names.length] ?? '');

/** What is needed by nothing may be lost. */
async function isOrphan(name: string): Promise<boolean> {
  const store = await copyOf(runs);
  await store.removeObject(name);
  return (await checkStore(store)).troubles.length === 0;
}

describe('a store', () => {
  test('is whole after runs, and says how much there is', async () => {
    const check = await checkStore(runs.store);
    expect(check).toMatchObject({ troubles: [], objects: names.length, pointers: pointers.length, ofOtherVersions: 0 });
    expect(check.orphans).toBeLessThan(names.length / 4);
  });

  test('with one byte changed anywhere, or an object cut off, names that object', async () => {
    await fc.assert(
      fc.asyncProperty(
        someObject(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (name, at, flip, isCut) => {
          const store = await copyOf(runs);
          await spoil(store, name, (bytes) => {
            const place = at % bytes.length;
            return isCut ? bytes.slice(0, place) : bytes.with(place, (bytes[place] ?? 0) ^ flip);
          });
          expect(await troublesOf(store)).toContain(`damaged ${name}`);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('that lost an object which somebody needs names it, and by what it is needed', async () => {
    await fc.assert(
      fc.asyncProperty(someObject(), async (name) => {
        const store = await copyOf(runs);
        await store.removeObject(name);
        const { troubles } = await checkStore(store);
        if (troubles.length === 0) expect(await isOrphan(name)).toBe(true);
        else
          expect(troubles).toContainEqual(
            expect.objectContaining({ kind: 'missing', name, needed: expect.objectContaining({ name }) }),
          );
      }),
      { numRuns: 12 },
    );
  });

  test('with a pointer that is cut off names it', async () => {
    for (const pointer of pointers) {
      const store = await copyOf(runs);
      const before = await store.readPointer(pointer);
      const content = (before?.content ?? '').slice(0, -1);
      await store.movePointer(pointer, content, before?.version ?? null);
      expect(await troublesOf(store)).toContain(`malformed ${pointer}`);
    }
  });

  test('holds pointers against what they are to be, not only whether they can be parsed', async () => {
    const store = await copyOf(runs);
    const before = await store.readPointer('release');
    await store.movePointer('release', '{"format":1,"releases":[{"release":"x"}]}', before?.version ?? null);
    expect(await troublesOf(store)).toContain('malformed release');
  });

  test('that a run broke off in, between any two steps, is whole: there are leftovers only', async () => {
    const runs = await createKeptRuns();
    const prepared = await copyOf(runs);
    runs.edit('本人');
    let writes = 0;
    const counting = { ...(await copyOf(runs)) };
    const count =
      <T extends unknown[], R>(work: (...given: T) => R) =>
      (...given: T): R => {
        writes += 1;
        return work(...given);
      };
    await runOver(runs, {
      ...counting,
      putObject: count(counting.putObject),
      movePointer: count(counting.movePointer),
    });
    expect(writes).toBeGreaterThan(10);
    for (let allowed = 0; allowed < writes; allowed += 5) {
      const store = await copyOf({ ...runs, store: prepared });
      let left = allowed;
      const spend =
        <T extends unknown[], R>(work: (...given: T) => Promise<R>) =>
        async (...given: T): Promise<R> => {
          if (left === 0) throw new Error('killed');
          left -= 1;
          return await work(...given);
        };
      await runOver(runs, { ...store, putObject: spend(store.putObject), movePointer: spend(store.movePointer) }).catch(
        (error: unknown) => expect(String(error)).toMatch(/killed/),
      );
      expect(await troublesOf(store)).toEqual([]);
    }
  });
});

describe('mending', () => {
  test('a backup brings back whatever is lost or damaged', async () => {
    const backup = anEmptyStore(runs);
    await backUp({ from: runs.store, to: backup, now: runs.now() });
    const store = await copyOf(runs);
    for (const [position, name] of names.entries()) {
      if (position % 3 === 0) await store.removeObject(name);
      if (position % 3 === 1) await spoil(store, name, (bytes) => bytes.slice(1));
    }
    const { pointers: ofThen } = await readBackup(backup, null);
    const mend = async (isSent: boolean) =>
      await repairWhole({ store, check: checkStore, backup: { place: backup, pointers: ofThen }, isSent });
    const said = await mend(false);
    expect(said.remedies.length).toBeGreaterThan(names.length / 3);
    expect(said.mayUncoverMore).toBe(true);
    const { remedies, mayUncoverMore } = await mend(true);
    expect(remedies.slice(0, said.remedies.length)).toEqual(said.remedies);
    expect(mayUncoverMore).toBe(false);
    expect(await troublesOf(store)).toEqual([]);
  });

  test('goes on to what an index that was lost leads to, and names each once', async () => {
    const backup = anEmptyStore(runs);
    await backUp({ from: runs.store, to: backup, now: runs.now() });
    const { pointers: ofThen } = await readBackup(backup, null);
    const store = await copyOf(runs);
    for (const name of names) await store.removeObject(name);
    await store.movePointer('release', 'lost', (await store.readPointer('release'))?.version ?? null);
    const { remedies } = await repairWhole({
      store,
      check: checkStore,
      backup: { place: backup, pointers: ofThen },
      isSent: true,
    });
    expect(await troublesOf(store)).toEqual([]);
    const mended = remedies.map(({ trouble }) => trouble.name);
    expect(new Set(mended).size).toBe(mended.length);
    expect(new Set(remedies.map(({ cure }) => cure))).toEqual(new Set(['copied']));
    const places = remedies.flatMap(({ trouble }) => ('needed' in trouble ? [trouble.needed?.place ?? ''] : []));
    // From the pointer over the release and its indexes to the figures.
    expect(Math.max(...places.map((place) => place.split('›').length))).toBeGreaterThan(2);
  });

  test('that the store breaks off says so, and keeps what is mended', async () => {
    const backup = anEmptyStore(runs);
    await backUp({ from: runs.store, to: backup, now: runs.now() });
    const { pointers: ofThen } = await readBackup(backup, null);
    const store = await copyOf(runs);
    const [current] = await listReleases(runs.store);
    await store.removeObject(current?.release ?? '');
    let rounds = 0;
    const check = async (looked: Store) => {
      rounds += 1;
      if (rounds === 1) return await checkStore(looked);
      const fails = { ...looked, readObject: async () => await Promise.reject(new Error('503')) };
      return await checkStore(fails);
    };
    const repaired = await repairWhole({ store, check, backup: { place: backup, pointers: ofThen }, isSent: true });
    expect(repaired.brokeOff).toBe(true);
    expect(repaired.remedies.map(({ cure }) => cure).slice(0, 2)).toEqual(['copied', 'later']);
    expect(await troublesOf(store)).toEqual([]);
  });

  test('without one, the next run makes anew what the current release and the workbooks need', async () => {
    const { release } = await runOver(runs, await copyOf(runs));
    const roots = readRoots(await readPointers(runs.store, { isWhole: true }));
    const [current] = await listReleases(runs.store);
    const states = roots.needed.filter(({ role }) => role !== 'release' && role !== 'protection');
    const ofNow = [{ name: current?.release ?? '', role: 'release' as const, place: 'release' }];
    const { objects } = await findNeeded(runs.store, { ...roots, needed: [...ofNow, ...states], perhaps: [] });
    // One of each kind that is mended in its own way.
    const kinds = ['release', 'summary', 'detail', 'ingested'];
    const some = new Map(
      [...objects.values()].map(({ role, name }) => [role, name]).filter(([role]) => kinds.includes(role ?? '')) as [
        string,
        string,
      ][],
    );
    expect(some.size).toBe(kinds.length);
    const cures = new Map<string, string>();
    for (const [role, name] of some) {
      const store = await copyOf(runs);
      await store.removeObject(name);
      const [remedy] = await repairStore({ store, check: await checkStore(store), backup: null, isSent: true });
      cures.set(role, remedy?.cure ?? '');
      const again = await runOver(runs, store);
      expect([role, again.release, await troublesOf(store)]).toEqual([role, release, []]);
    }
    expect(new Set(cures.values())).toEqual(new Set(['dropped', 'computed-again', 'read-again']));
  });

  test('says that 秘匿の記録 comes back out of a backup only', async () => {
    const store = await copyOf(runs);
    const groups = readRoots(await readPointers(store, { isWhole: true })).needed.filter(
      ({ role }) => role === 'protection',
    );
    expect(groups.length).toBeGreaterThan(0);
    for (const { name } of groups) await store.removeObject(name);
    const remedies = await repairStore({ store, check: await checkStore(store), backup: null, isSent: true });
    expect(new Set(remedies.map(({ cure }) => cure))).toEqual(new Set(['nothing']));
  });
});
