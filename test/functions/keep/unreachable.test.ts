/** A store that fails for a moment: what it did not hand out is not taken for lost, and nothing is mended meanwhile. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checkStore } from '#functions/keep/check-store.ts';
import { findNeeded } from '#functions/keep/find-needed.ts';
import { readPointers, readRoots } from '#functions/keep/read-roots.ts';
import { repairStore } from '#functions/keep/repair-store.ts';
import { listReleases } from '#functions/publish/history.ts';
import type { Store } from '#functions/world.ts';
import { copyOf, createKeptRuns, type KeptRuns } from './kept-store.ts';

let runs: KeptRuns;
let names: readonly string[];
beforeAll(async () => {
  runs = await createKeptRuns();
  names = (await runs.store.listObjects()).map(({ name }) => name);
});

describe('where the store itself fails for a moment', () => {
  /** Every object of a kind, which the store does not hand out just then. */
  async function failingAt(failing: ReadonlySet<string>): Promise<{ store: Store; changes: readonly string[] }> {
    const store = await copyOf(runs);
    const changes: string[] = [];
    const noted =
      <T extends readonly unknown[], R>(what: string, work: (...given: T) => R) =>
      (...given: T): R => {
        changes.push(`${what} ${String(given[0])}`);
        return work(...given);
      };
    const asked =
      <R>(work: (name: string) => Promise<R>) =>
      async (name: string): Promise<R> => {
        if (failing.has(name)) throw new Error('503 Service Unavailable');
        return await work(name);
      };
    return {
      changes,
      store: {
        ...store,
        readObject: asked(store.readObject),
        hasObject: asked(store.hasObject),
        putObject: noted('put', store.putObject),
        removeObject: noted('remove', store.removeObject),
        movePointer: noted('move', store.movePointer),
        removePointer: noted('removePointer', store.removePointer),
      },
    };
  }

  test('what it did not hand out is neither missing nor damaged, and nothing is mended', async () => {
    const { needed } = readRoots(await readPointers(runs.store, { isWhole: true }));
    const [release] = await listReleases(runs.store);
    const some = ['release', 'index', 'ingested', 'protection', 'cut'];
    const { objects } = await findNeeded(runs.store, { needed, perhaps: [], malformed: [] });
    for (const role of some) {
      const name =
        role === 'release'
          ? (release?.release ?? '')
          : ([...objects.values()].find((each) => each.role === role)?.name ?? '');
      expect([role, names.includes(name)]).toEqual([role, true]);
      const { store, changes } = await failingAt(new Set([name]));
      const check = await checkStore(store);
      expect([role, check.troubles]).toEqual([
        role,
        [{ kind: 'unreachable', name, reason: '503 Service Unavailable' }],
      ]);
      expect(check.orphans).toBeNull();
      const remedies = await repairStore({ store, check, backup: null, isSent: true });
      expect(remedies.map(({ cure }) => cure)).toEqual(['later']);
      expect(changes).toEqual([]);
    }
  });

  test('what is really lost is still told, but mended only once the rest can be read', async () => {
    const { needed } = readRoots(await readPointers(runs.store, { isWhole: true }));
    const [lost, silent] = needed.filter(({ role }) => role === 'ingested').map(({ name }) => name);
    const { store, changes } = await failingAt(new Set([silent ?? '']));
    await store.removeObject(lost ?? '');
    const check = await checkStore(store);
    expect(check.troubles.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      `missing ${lost}`,
      `unreachable ${silent}`,
    ]);
    await repairStore({ store, check, backup: null, isSent: true });
    expect(changes).toEqual([`remove ${lost}`]);
  });

  test('a store that fails only when it is being mended is left as it is', async () => {
    const [current] = await listReleases(runs.store);
    const { store, changes } = await failingAt(new Set([current?.release ?? '']));
    const damaged = await copyOf(runs);
    const { needed } = readRoots(await readPointers(runs.store, { isWhole: true }));
    const lost = needed.find(({ role }) => role === 'ingested')?.name ?? '';
    await damaged.removeObject(lost);
    const check = await checkStore(damaged);
    expect(check.troubles).toMatchObject([{ kind: 'missing', name: lost }]);
    await expect(repairStore({ store, check, backup: null, isSent: true })).rejects.toThrow('503');
    expect(changes).toEqual([]);
  });
});
