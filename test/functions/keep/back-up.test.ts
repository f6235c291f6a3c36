/** Backups: what is in them, that they are whole while runs go on, and that a store that is put back goes on as if nothing had happened. */
import { beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '#functions/keep/back-up.ts';
import { checkStore } from '#functions/keep/check-store.ts';
import { goBack } from '#functions/keep/go-back.ts';
import { bringRelease, listBackups, readBackup, releasesOf, restoreStore } from '#functions/keep/restore.ts';
import { canonicalJson } from '#functions/publish/canonical.ts';
import { listKeptReleases, listReleases, readHistory } from '#functions/publish/history.ts';
import type { Store } from '#functions/world.ts';
import { anEmptyStore, copyOf, createKeptRuns, type KeptRuns, runOver, spoil } from './kept-store.ts';

let runs: KeptRuns;
beforeAll(async () => {
  runs = await createKeptRuns();
});

const restore = (from: Store, to: Store, at: string | null = null) =>
  restoreStore({ from, to, at, now: runs.now(), actor: 'a@example.jp' });
const pointersOf = async (store: Store) => {
  const names = (await store.listPointers('')).filter((name) => !name.startsWith('audit/'));
  return await Promise.all(names.map(async (name) => [name, (await store.readPointer(name))?.content]));
};

describe('a backup', () => {
  test('put back into an empty store is whole, and the next run publishes the same release as it would have', async () => {
    const backup = anEmptyStore(runs);
    const made = await backUp({ from: runs.store, to: backup, now: runs.now() });
    expect(made).toMatchObject({ at: runs.now().toISOString(), lost: [] });
    expect((await checkStore(backup)).troubles).toEqual([]);

    const store = anEmptyStore(runs);
    expect(await restore(backup, store)).toMatchObject({ at: made.at, objectsCopied: made.objectsCopied, lost: [] });
    expect(await pointersOf(store)).toEqual(await pointersOf(runs.store));
    expect((await checkStore(store)).troubles).toEqual([]);
    const { outcome, release } = await runOver(runs, await copyOf(runs));
    expect(await runOver(runs, store)).toMatchObject({ outcome, release });
    expect((await store.listPointers('audit/')).length).toBeGreaterThan(
      (await runs.store.listPointers('audit/')).length,
    );
  });

  test('taken again copies what is new only, and each moment can be put back', async () => {
    const runs = await createKeptRuns();
    const backup = anEmptyStore(runs);
    const first = await backUp({ from: runs.store, to: backup, now: runs.now() });
    const [before] = await listReleases(runs.store);
    const again = await backUp({ from: runs.store, to: backup, now: runs.now() });
    expect([again.objects, again.objectsCopied]).toEqual([first.objects, 0]);
    runs.wait(24 * 3600);
    runs.edit('本人');
    await runs.run();
    const second = await backUp({ from: runs.store, to: backup, now: runs.now() });
    expect(second.objectsCopied).toBeLessThan(second.objects);
    expect(await listBackups(backup)).toEqual([second.at, first.at]);
    const store = anEmptyStore(runs);
    expect((await restore(backup, store, first.at.slice(0, 10))).at).toBe(first.at);
    expect((await listReleases(store))[0]).toEqual(before);
    await expect(restore(backup, store, '1999-01-01')).rejects.toThrow('There is no backup of that time');
  });

  test('is of one moment, also where a run publishes between any two of its steps', async () => {
    const runs = await createKeptRuns();
    const prepared = await copyOf(runs);
    runs.wait(24 * 3600);
    runs.edit('本人');
    for (const moment of [3, 20]) {
      const store = await copyOf({ ...runs, store: prepared });
      let reads = 0;
      const meanwhile = async () => {
        reads += 1;
        if (reads === moment) await runOver(runs, store);
      };
      const read: Store = {
        ...store,
        readPointer: async (name) => {
          await meanwhile();
          return await store.readPointer(name);
        },
        readObject: async (name) => {
          await meanwhile();
          return await store.readObject(name);
        },
      };
      const backup = anEmptyStore(runs);
      expect((await backUp({ from: read, to: backup, now: runs.now() })).lost).toEqual([]);
      expect(reads).toBeGreaterThan(moment);
      expect((await checkStore(backup)).troubles).toEqual([]);
    }
  });

  test('of a store that has lost something says what, and keeps the rest', async () => {
    const store = await copyOf(runs);
    const { needed } = (await checkStore(await withoutRelease(store))).troubles[0] as { needed: { name: string } };
    const backup = anEmptyStore(runs);
    expect((await backUp({ from: store, to: backup, now: runs.now() })).lost).toEqual([needed.name]);
  });

  test('that is damaged is refused, and named', async () => {
    const backup = anEmptyStore(runs);
    const { at } = await backUp({ from: runs.store, to: backup, now: runs.now() });
    const { snapshot } = JSON.parse((await backup.readPointer(`backup/${at}`))?.content ?? '') as { snapshot: string };
    await spoil(backup, snapshot, (bytes) => bytes.slice(0, -5));
    await expect(restore(backup, anEmptyStore(runs))).rejects.toThrow(`The backup of ${at} is damaged`);
  });
});

/** One object of the oldest release is lost. */
async function withoutRelease(store: Store): Promise<Store> {
  const oldest = (await listReleases(store)).at(-1)?.release ?? '';
  await store.removeObject(oldest);
  return store;
}

describe('putting back over a store that is there', () => {
  test('leaves what was told to others and what was recorded since, and moves the rest', async () => {
    const runs = await createKeptRuns();
    const backup = anEmptyStore(runs);
    const lasting = ['told', 'people', 'bigquery'];
    for (const name of lasting) await runs.store.movePointer(name, '{"format":1,"is":"of then"}', null);
    await backUp({ from: runs.store, to: backup, now: runs.now() });
    const [then] = await listReleases(runs.store);
    runs.wait(24 * 3600);
    runs.edit('本人');
    await runs.run();
    for (const name of lasting) {
      const { version } = (await runs.store.readPointer(name)) ?? { version: null };
      await runs.store.movePointer(name, '{"format":1,"is":"of now"}', version);
    }
    const kept = await Promise.all(
      [...(await runs.store.listPointers('protection/')), ...(await runs.store.listPointers('audit/')), ...lasting].map(
        async (name) => [name, (await runs.store.readPointer(name))?.content],
      ),
    );
    const [later] = await listReleases(runs.store);
    const stricter = { 'prefecture:16': { threshold: 10, zeros: 'hidden', roundedTo: 10 } } as const;
    const { history, version } = await readHistory(runs.store);
    await runs.store.movePointer(
      'release',
      canonicalJson({ ...history, rules: { ...history.rules, ...stricter } }),
      version,
    );
    await restoreStore({ from: backup, to: runs.store, at: null, now: runs.now(), actor: null });
    expect((await listReleases(runs.store))[0]).toEqual(then);
    expect(await listKeptReleases(runs.store)).toContainEqual(later);
    expect((await readHistory(runs.store)).history.rules).toMatchObject(stricter);
    for (const [name, content] of kept) expect((await runs.store.readPointer(name ?? ''))?.content).toBe(content);
    expect((await checkStore(runs.store)).troubles).toEqual([]);
  });

  test('another store serves as well as a backup of it', async () => {
    const store = anEmptyStore(runs);
    expect((await restore(runs.store, store)).at).toBeNull();
    expect((await checkStore(store)).troubles).toEqual([]);
  });
});

test('a release that was thrown away comes back out of a backup, is current, and stays in the list under its old day', async () => {
  const store = await copyOf(runs);
  const backup = anEmptyStore(runs);
  await backUp({ from: store, to: backup, now: runs.now() });
  const releases = releasesOf((await readBackup(backup, null)).pointers);
  const oldest = releases.at(-1) ?? { release: '', publishedAt: '' };
  const before = await store.readPointer('release');
  const shortened = JSON.stringify({ format: 1, releases: releases.slice(0, 1) });
  await store.movePointer('release', shortened, before?.version ?? null);
  await store.removeObject(oldest.release);
  const go = { to: oldest, action: 'restored', actor: null, now: runs.now() } as const;
  expect(await goBack(store, go)).toBe('unknown-release');
  expect(await bringRelease({ from: backup, to: store }, oldest.release)).toEqual([]);
  expect(await goBack(store, { ...go, brought: [oldest] })).toBe('moved');
  expect((await listReleases(store))[0]?.release).toBe(oldest.release);
  expect(await listKeptReleases(store)).toContainEqual(oldest);
  expect((await checkStore(store)).troubles).toEqual([]);
});
