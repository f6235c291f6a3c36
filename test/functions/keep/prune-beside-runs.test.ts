/** Pruning while a run is under way: what the run found written long ago, and names a moment later, is there when it is named. */
import { expect, test } from 'vitest';
import { checkStore } from '#functions/keep/check-store.ts';
import { dropReleases, pruneReleases } from '#functions/keep/prune.ts';
import type { Store } from '#functions/world.ts';
import { createKeptRuns } from './kept-store.ts';

test('figures that are again what they were long ago, while what was left of then is thrown away', async () => {
  const runs = await createKeptRuns();
  const pruning = () => ({ store: runs.store, keep: 1, now: runs.now(), graceMilliseconds: 3_600_000 });
  // As keeping house does on the days between two sweeps: earlier releases are over, and their objects are still there.
  await dropReleases(pruning());
  runs.wait(24 * 3600);
  runs.edit('家族');
  let pruned = 0;
  const racing: Store = {
    ...runs.store,
    movePointer: async (name, content, expected) => {
      // The municipalities are written by then, and nothing names what was found of them.
      if (name === 'protection/16' && pruned === 0) pruned += (await pruneReleases(pruning())).objectsRemoved;
      return await runs.store.movePointer(name, content, expected);
    },
  };
  await runs.run({ store: racing });
  expect(pruned).toBeGreaterThan(0);
  expect((await checkStore(runs.store)).troubles).toEqual([]);
});
