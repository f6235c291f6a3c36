/**
 * Throws away what nobody needs any more: releases whose time is over, and objects that nothing leads to. Marks everything first and
 * removes the rest, but never an object that is younger than the grace period: a run that is under way has written it and will name it soon.
 */
import { canonicalJson } from '../publish/canonical.ts';
import {
  archivePointer,
  keyOf,
  newestFirst,
  type PublishedRelease,
  readArchive,
  readHistory,
  releasePointer,
  withOthers,
} from '../publish/history.ts';
import { countRemoval } from '../publish/write-removals.ts';
import type { Store } from '../world.ts';
import { forEachAtOnce } from './at-once.ts';
import { chooseKept, type KeepingPolicy } from './choose-kept.ts';
import { findNeeded, type Needed } from './find-needed.ts';
import { readPointers, readRoots } from './read-roots.ts';

/** So many releases stay in the pointer that every request reads (7 kB); older ones stand in the archive. */
export const listedAtMost = 60;

export interface PruneResult {
  readonly releasesKept: number;
  readonly releasesDropped: number;
  readonly objectsKept: number;
  readonly objectsRemoved: number;
  /** Objects that are needed and not there: none in a whole store. */
  readonly objectsMissing: number;
}

export interface Pruning {
  readonly store: Store;
  /** How long releases stay, or how many of the newest (the current one always). */
  readonly keep: KeepingPolicy | number;
  readonly now: Date;
  readonly graceMilliseconds: number;
  /** Nothing is moved or removed; the result says what would be. */
  readonly isDryRun?: boolean;
}

/** Which releases stay, of the list and the archive. */
export interface KeptReleases {
  readonly kept: readonly PublishedRelease[];
  readonly dropped: readonly PublishedRelease[];
}

/** Keeps the releases whose time is not over and what they need; removes the others and everything else. */
export async function pruneReleases(pruning: Pruning): Promise<PruneResult> {
  const { store } = pruning;
  // The list of candidates comes first: what is written after this line is never removed.
  const candidates = await store.listObjects();
  const releases = await dropReleases(pruning);
  if (releases === 'lost-race') return nothingPruned(await listNames(store), candidates.length);
  const pointers = new Map(await readPointers(store, { isWhole: false }));
  if (pruning.isDryRun === true) leaveOut(pointers, releases.dropped);
  const needed = await findNeeded(store, readRoots(pointers));
  const listed = new Set(candidates.map(({ name }) => name));
  const oldEnough = pruning.now.getTime() - pruning.graceMilliseconds;
  const isNeeded = (name: string) => needed.objects.has(name) || needed.perhaps.has(name);
  const doomed = candidates.filter(({ name, writtenAt }) => !isNeeded(name) && writtenAt.getTime() <= oldEnough);
  const putBack = pruning.isDryRun === true ? 0 : await removeObjects(store, doomed, needed);
  return {
    releasesKept: releases.kept.length,
    releasesDropped: releases.dropped.length,
    objectsKept: candidates.length - doomed.length + putBack,
    objectsRemoved: doomed.length - putBack,
    objectsMissing: [...needed.objects.keys()].filter((name) => !listed.has(name)).length,
  };
}

async function listNames(store: Store): Promise<number> {
  return (await readHistory(store)).history.releases.length;
}

function nothingPruned(releasesKept: number, objectsKept: number): PruneResult {
  return { releasesKept, releasesDropped: 0, objectsKept, objectsRemoved: 0, objectsMissing: 0 };
}

/**
 * Takes releases whose time is over out of the list and the archive, and moves old ones from the list into the archive, which is written
 * first: a crash in between leaves a release in both, which is the same as in one.
 */
export async function dropReleases({
  store,
  keep,
  now,
  isDryRun = false,
}: Pruning): Promise<KeptReleases | 'lost-race'> {
  const { history, version } = await readHistory(store);
  const archive = await readArchive(store);
  const [current] = history.releases;
  const all = withOthers(history.releases, archive.history.releases.toSorted(newestFirst));
  const kept =
    typeof keep === 'number' ? all.slice(0, Math.max(1, keep)) : chooseKept(all, { now, current, policy: keep });
  const stays = new Set(kept.map(keyOf));
  const result = { kept, dropped: all.filter((entry) => !stays.has(keyOf(entry))) };
  if (isDryRun) return result;
  const listed = history.releases.filter((entry) => stays.has(keyOf(entry))).slice(0, listedAtMost);
  const inList = new Set(listed.map(keyOf));
  const archived = kept.filter((entry) => !inList.has(keyOf(entry))).toSorted(newestFirst);
  const move = async (name: string, before: typeof archive, releases: readonly PublishedRelease[]) => {
    const content = canonicalJson({ ...before.history, releases });
    if (content === canonicalJson(before.history)) return true;
    return (await store.movePointer(name, content, before.version)) === 'moved';
  };
  if (!(await move(archivePointer, archive, archived))) return 'lost-race';
  return (await move(releasePointer, { history, version }, listed)) ? result : 'lost-race';
}

/** As if they were dropped already. */
function leaveOut(pointers: Map<string, string>, dropped: readonly PublishedRelease[]): void {
  const gone = new Set(dropped.map(keyOf));
  for (const name of [releasePointer, archivePointer]) {
    const content = pointers.get(name);
    if (content === undefined) continue;
    const history = JSON.parse(content) as { readonly releases: readonly PublishedRelease[] };
    const releases = history.releases.filter((entry) => !gone.has(keyOf(entry)));
    pointers.set(name, canonicalJson({ ...history, releases }));
  }
}

/** So many are removed before it is asked again what is needed. */
const removedAtOnce = 200;

/**
 * A run under way may name an object that it found written long ago, just while it is removed: what has become needed meanwhile is put
 * back, and whoever has found it and not yet named it starts again. Says how many were put back.
 */
export async function removeObjects(
  store: Store,
  doomed: readonly { readonly name: string }[],
  known: Needed,
): Promise<number> {
  let putBack = 0;
  for (let from = 0; from < doomed.length; from += removedAtOnce) {
    const removed = new Map<string, Uint8Array>();
    await forEachAtOnce(doomed.slice(from, from + removedAtOnce), async ({ name }) => {
      const bytes = await store.readObject(name);
      if (bytes === null) return;
      removed.set(name, bytes);
      await store.removeObject(name);
    });
    if (removed.size > 0) await countRemoval(store);
    // What was read before is not read again: only releases and indexes that are new lead anywhere.
    const since = await findNeeded(
      notYet(store, known, removed),
      readRoots(await readPointers(store, { isWhole: false })),
    );
    for (const [name, bytes] of removed) {
      if (!since.objects.has(name) && !since.perhaps.has(name)) continue;
      await store.putObject(name, bytes);
      putBack += 1;
    }
  }
  return putBack;
}

/** Objects that lead on and were not known, also while they are removed; nothing for those that were. */
function notYet(store: Store, known: Needed, removed: ReadonlyMap<string, Uint8Array>): Pick<Store, 'readObject'> {
  return {
    readObject: async (name) =>
      known.objects.has(name) ? null : (removed.get(name) ?? (await store.readObject(name))),
  };
}
