/** Keeping house: once a day, what is over goes, what is needed stays, and a run never fails for it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checkStore } from '#functions/keep/check-store.ts';
import { findRelease } from '#functions/keep/find-release.ts';
import { keepHouse, readKeepState } from '#functions/keep/keep-house.ts';
import { listedAtMost, pruneReleases } from '#functions/keep/prune.ts';
import { canonicalJson } from '#functions/publish/canonical.ts';
import { listKeptReleases, listReleases } from '#functions/publish/history.ts';
import { createPublished } from '#functions/serve/published.ts';
import { readKeepSettings } from '#functions/settings/keep-settings.ts';
import { SettingsError } from '#functions/settings.ts';
import type { Log, Store } from '#functions/world.ts';
import { copyOf, createKeptRuns, type KeptRuns } from './kept-store.ts';

let runs: KeptRuns;
beforeAll(async () => {
  runs = await createKeptRuns();
});

const day = 24 * 3_600_000;
const later = (days: number) => new Date(runs.now().getTime() + days * day);

function noting() {
  const said: string[] = [];
  const note = (event: string) => void said.push(event);
  const log: Log = { info: note, warn: note, error: note };
  return { said, log };
}

/** A store with a long list: the same release each day, under its own moment. */
async function withManyDays(days: number): Promise<Store> {
  const store = await copyOf(runs);
  const [current] = await listReleases(store);
  const releases = Array.from({ length: days }, (_, position) => ({
    release: current?.release ?? '',
    publishedAt: new Date(runs.now().getTime() - position * day).toISOString(),
  }));
  const before = await store.readPointer('release');
  await store.movePointer('release', canonicalJson({ format: 1, releases }), before?.version ?? null);
  return store;
}

describe('keeping house', () => {
  test('is done once a day, swept once a week, and leaves a whole store', async () => {
    const store = await copyOf(runs);
    const { log, said } = noting();
    const outcomes = [];
    for (const days of [0, 0, 1, 6, 7]) outcomes.push(await keepHouse(store, later(days), log));
    expect(outcomes).toEqual(['swept', 'not-now', 'kept', 'kept', 'swept']);
    expect(said).toEqual(['keep/swept', 'keep/swept']);
    expect(await readKeepState(store)).toMatchObject({ sweep: { objectsMissing: 0 } });
    expect((await checkStore(store)).troubles).toEqual([]);
  });

  test('moves what is old into the archive, so that what every request reads stays below 8 kB', async () => {
    const store = await withManyDays(400);
    await keepHouse(store, later(0), noting().log);
    const [list, archive] = [await store.readPointer('release'), await store.readPointer('releases/archive')];
    expect((await listReleases(store)).length).toBe(listedAtMost);
    expect((await listKeptReleases(store)).length).toBe(90 + 10);
    expect([list?.content.length ?? 0, archive?.content.length ?? 0].map((bytes) => bytes < 8_000)).toEqual([
      true,
      true,
    ]);
  });

  test('what is in the archive can still be asked for by its name', async () => {
    const store = await copyOf(runs);
    const [current, ...others] = await listReleases(store);
    const before = await store.readPointer('release');
    const archived = canonicalJson({ format: 1, releases: others });
    await store.movePointer('release', canonicalJson({ format: 1, releases: [current] }), before?.version ?? null);
    await store.movePointer('releases/archive', archived, null);
    const oldest = others.at(-1);
    expect(await createPublished(store).openRelease(oldest?.release)).toMatchObject({
      ...(oldest && { name: oldest.release }),
      isPinned: true,
    });
    await pruneReleases({ store, keep: { hours: 48, days: 90, months: 120 }, now: later(1), graceMilliseconds: 0 });
    expect((await checkStore(store)).troubles).toEqual([]);
  });

  test('never stops a run: what goes wrong is in the log, known since when, and tried again on the next day', async () => {
    const store = await copyOf(runs);
    const { log, said } = noting();
    const listObjects = () => Promise.reject(new Error('no network'));
    for (const days of [0, 1]) expect(await keepHouse({ ...store, listObjects }, later(days), log)).toBe('failed');
    expect(said).toEqual(['keep/failed', 'keep/failed']);
    expect(await readKeepState(store)).toMatchObject({ failedSince: '2024-07-12', sweptOn: null });
    expect(await keepHouse(store, later(2), log)).toBe('swept');
    expect(await readKeepState(store)).toMatchObject({ failedSince: null, sweptOn: '2024-07-14' });
  });

  test('throws nothing away on a day that a wrong clock gives, and goes on when the clock is right again', async () => {
    const store = await withManyDays(400);
    const { log, said } = noting();
    await keepHouse(store, later(0), log);
    const before = await listKeptReleases(store);
    // In twenty years all but the current one would be over.
    expect(await keepHouse(store, later(20 * 365), log)).toBe('not-now');
    expect(await keepHouse(store, later(1), log)).toBe('not-now');
    expect(await listKeptReleases(store)).toEqual(before);
    expect(await keepHouse(store, later(2), log)).toBe('kept');
    expect(await keepHouse(store, later(7), log)).toBe('swept');
    expect(said).toEqual(['keep/swept', 'keep/waits', 'keep/waits', 'keep/dropped', 'keep/swept']);
  });

  test('a sweep under a wrong clock does not put off the next one for years', async () => {
    const store = await copyOf(runs);
    const state = { format: 1, day: '2024-07-12', sweptOn: '2044-07-12', sweep: null };
    await store.movePointer('keep', canonicalJson(state), null);
    expect(await keepHouse(store, later(1), noting().log)).toBe('swept');
  });

  test('says so where an object is missing', async () => {
    const store = await copyOf(runs);
    const [current] = await listReleases(store);
    const release = JSON.parse(
      new TextDecoder().decode((await store.readObject(current?.release ?? '')) ?? undefined),
    ) as {
      audiences: Record<string, string>;
    };
    await store.removeObject(release.audiences['office:162051'] ?? '');
    const { log, said } = noting();
    await keepHouse(store, later(0), log);
    expect(said).toEqual(['keep/swept', 'keep/objects-missing']);
    for (const days of [3, 7]) await keepHouse(store, later(days), log);
    expect(await readKeepState(store)).toMatchObject({
      sweptOn: '2024-07-19',
      missingSince: '2024-07-12',
      sweep: { objectsMissing: 1 },
    });
  });
});

describe('pruning', () => {
  test('puts back what a run under way names just while it is removed', async () => {
    const store = await copyOf(runs);
    const leftover = 'a'.repeat(64);
    await store.putObject(leftover, new TextEncoder().encode('{}'));
    const racing: Store = {
      ...store,
      removeObject: async (name) => {
        await store.removeObject(name);
        if (name !== leftover) return;
        const state = { format: 1, workbook: '丙', revision: '1', ingested: leftover };
        await store.movePointer('workbooks/丙', canonicalJson(state), null);
      },
    };
    await pruneReleases({ store: racing, keep: 10, now: later(9), graceMilliseconds: 0 });
    expect(await store.hasObject(leftover)).toBe(true);
  });

  test('says beforehand what it would do, and does just that', async () => {
    const store = await copyOf(runs);
    const pruning = { store, keep: 1, now: later(1), graceMilliseconds: 0 };
    const planned = await pruneReleases({ ...pruning, isDryRun: true });
    expect(planned.objectsRemoved).toBeGreaterThan(0);
    expect(await pruneReleases(pruning)).toEqual(planned);
    expect((await checkStore(store)).troubles).toEqual([]);
  });

  test('twice is once, and never takes what somebody else’s pointer may name', async () => {
    const store = await copyOf(runs);
    const theirs = 'b'.repeat(64);
    await store.putObject(theirs, new TextEncoder().encode('{}'));
    await store.movePointer('somebody/else', JSON.stringify({ keeps: theirs }), null);
    const pruning = { store, keep: 1, now: later(1), graceMilliseconds: 0 };
    const once = await pruneReleases(pruning);
    expect(await pruneReleases(pruning)).toEqual({ ...once, releasesDropped: 0, objectsRemoved: 0 });
    expect(await store.hasObject(theirs)).toBe(true);
  });
});

test('releases are found by the words that people have for them', async () => {
  const kept = await listKeptReleases(runs.store);
  const [third, second, first] = kept;
  const find = (word: string, days = 0) => findRelease(kept, word, later(days));
  expect(kept.length).toBe(3);
  expect([find('current'), find('previous'), find('yesterday')]).toEqual([third, second, second]);
  expect([find('yesterday', 1), find('yesterday', 30)]).toEqual([third, third]);
  expect([find('2024-07-10'), find('2024-07-11'), find('2024-07-09')]).toEqual([first, second, null]);
  expect([find((first?.release ?? '').slice(0, 8)), find('ffff'), find('gestern')]).toEqual([first, null, null]);
});

describe('the settings of keeping', () => {
  test('are usual where nothing is said', () => {
    expect(readKeepSettings({})).toEqual({
      keep: { policy: { hours: 48, days: 90, months: 120 }, sweepEveryDays: 7 },
      bigQuery: null,
    });
  });

  test('name a dataset and whose figures it holds', () => {
    const environment = {
      KASANARI_BIGQUERY: 'my-project.kasanari',
      KASANARI_BIGQUERY_AUDIENCES: 'public, office:162051',
    };
    expect(readKeepSettings(environment).bigQuery).toEqual({
      project: 'my-project',
      dataset: 'kasanari',
      audiences: ['office:162051', 'public'],
    });
    expect(readKeepSettings({ KASANARI_BIGQUERY: 'my-project.kasanari' }).bigQuery?.audiences).toBe('prefectures');
  });

  test.each([
    [{ KASANARI_KEEP_DAYS: '0' }, 'KASANARI_KEEP_DAYS is a whole number from 1 to 3660.'],
    [{ KASANARI_SWEEP_DAYS: 'often' }, 'KASANARI_SWEEP_DAYS is a whole number from 0 to 365.'],
    [{ KASANARI_BIGQUERY: 'kasanari' }, 'KASANARI_BIGQUERY is no dataset like my-project.kasanari: kasanari'],
    [{ KASANARI_BIGQUERY_AUDIENCES: 'everybody' }, 'KASANARI_BIGQUERY_AUDIENCES has "everybody"'],
  ])('%j is refused in a sentence', (environment, sentence) => {
    expect(() => readKeepSettings(environment)).toThrow(SettingsError);
    expect(() => readKeepSettings(environment)).toThrow(sentence);
  });
});
