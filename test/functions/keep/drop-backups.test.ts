/** Old backups are thrown away, but never before the new one was read back and is whole. */
import { beforeEach, expect, test } from 'vitest';
import { backUp } from '#functions/keep/back-up.ts';
import { checkStore } from '#functions/keep/check-store.ts';
import { dropBackups } from '#functions/keep/drop-backups.ts';
import { listBackups, restoreStore } from '#functions/keep/restore.ts';
import { nameOfBytes } from '#functions/publish/canonical.ts';
import { listReleases } from '#functions/publish/history.ts';
import type { Store } from '#functions/world.ts';
import { copyStore } from '../../builders/copied-store.ts';
import { anEmptyStore, createKeptRuns, type KeptRuns, spoil } from './kept-store.ts';

const dayLong = 24 * 3600;
let runs: KeptRuns;
let place: Store;
let times: readonly string[];

/** Three backups, each a day and a change after the one before; the last one was just made. */
async function makeThree() {
  const made = await createKeptRuns();
  const backups = anEmptyStore(made);
  for (const word of ['本人', '家族', '行政']) {
    made.edit(word);
    await made.run();
    await backUp({ from: made.store, to: backups, now: made.now() });
    made.wait(2 * dayLong);
  }
  return { made, backups };
}
let prepared: ReturnType<typeof makeThree> | null = null;

beforeEach(async () => {
  prepared ??= makeThree();
  const { made, backups } = await prepared;
  runs = made;
  place = await copyStore(backups, { now: () => new Date(made.now().getTime() - 2 * dayLong * 1000) });
  times = await listBackups(place);
});

const drop = async (keep: number) =>
  await dropBackups({
    ...{ place, made: times[0] ?? '', keep, now: runs.now() },
    graceMilliseconds: dayLong * 1000,
  });

test.each([1, 2])('the newest %i stay, whole, and what the others alone needed goes with them', async (keep) => {
  const before = (await place.listObjects()).length;
  const { objectsRemoved, ...result } = await drop(keep);
  expect(result).toEqual({ dropped: times.slice(keep), kept: keep, lost: [] });
  expect(objectsRemoved).toBeGreaterThan(0);
  expect((await place.listObjects()).length).toBe(before - objectsRemoved);
  expect(await listBackups(place)).toEqual(times.slice(0, keep));
  const { troubles, orphans } = await checkStore(place);
  expect([troubles, orphans]).toEqual([[], 0]);
  const store = anEmptyStore(runs);
  expect(await restoreStore({ from: place, to: store, at: null, now: runs.now(), actor: null })).toMatchObject({
    at: times[0],
    lost: [],
  });
  expect(await listReleases(store)).toEqual(await listReleases(runs.store));
});

test('where there are no more than are to stay, none goes', async () => {
  expect(await drop(3)).toEqual({ dropped: [], kept: 3, objectsRemoved: 0, lost: [] });
  expect(await listBackups(place)).toEqual(times);
});

test.each(['lost', 'damaged'])('where an object of the new one is %s, it says which, and none goes', async (what) => {
  const [current] = await listReleases(runs.store);
  const name = current?.release ?? '';
  await (what === 'lost' ? place.removeObject(name) : spoil(place, name, (bytes) => bytes.slice(1)));
  expect(await drop(1)).toEqual({ dropped: [], kept: 3, objectsRemoved: 0, lost: [name] });
  expect(await listBackups(place)).toEqual(times);
});

test('where the place fails while the new one is read back, none goes', async () => {
  const [current] = await listReleases(runs.store);
  const whole = place;
  place = {
    ...whole,
    readObject: async (name) => {
      if (name === current?.release) throw new Error('503 Service Unavailable');
      return await whole.readObject(name);
    },
  };
  await expect(drop(1)).rejects.toThrow('503');
  expect(await listBackups(whole)).toEqual(times);
});

test('what was written a moment ago stays, since another backup may be about to name it', async () => {
  const bytes = new TextEncoder().encode('{"left":"just now"}');
  const name = await nameOfBytes(bytes);
  const young = { name, writtenAt: runs.now() };
  const whole = place;
  await whole.putObject(name, bytes);
  place = {
    ...whole,
    listObjects: async () => (await whole.listObjects()).map((each) => (each.name === name ? young : each)),
  };
  expect((await drop(1)).objectsRemoved).toBeGreaterThan(0);
  expect(await whole.hasObject(name)).toBe(true);
});
