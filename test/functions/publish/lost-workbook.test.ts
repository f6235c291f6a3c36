/** A workbook whose last good figures the store lost: nobody's figures fall for it, and the next run has them again. */
import { expect, test } from 'vitest';
import { checkStore } from '#functions/keep/check-store.ts';
import { readJson, readRelease } from '#functions/publish/history.ts';
import type { Release } from '#functions/publish/release.ts';
import { createKeptRuns } from '../keep/kept-store.ts';

test('the municipality keeps its last figures until the workbook was read again, in the next run', async () => {
  const runs = await createKeptRuns();
  const lose = async (id: string) => {
    const { ingested, rows } = (await runs.stateOf(id)) ?? {};
    for (const name of [ingested, rows]) if (name != null) await runs.store.removeObject(name);
  };
  const publishedBy = async (name: string | null) => (await readRelease(runs.store, name)) as Release;
  runs.wait(24 * 3600);
  const first = await publishedBy((await runs.run()).release);
  await lose('甲');
  runs.wait(24 * 3600);
  // On a new day all is computed anew.
  const second = await publishedBy((await runs.run()).release);
  expect(second.audiences['office:162051']).toBe(first.audiences['office:162051']);
  expect(second.audiences['office:162027']).not.toBe(first.audiences['office:162027']);
  const third = await publishedBy((await runs.run()).release);
  expect(third.audiences['office:162051']).not.toBe(first.audiences['office:162051']);
  expect(await readJson(runs.store, third.audiences['office:162051'] ?? '')).toMatchObject({ asOf: third.asOf });
  expect((await checkStore(runs.store)).troubles).toEqual([]);
});
