/**
 * The releases so far: listing them, going back to an earlier one, and pruning. Rolling back is moving one pointer.
 * Pruning marks everything that kept releases and the workbooks' states need and removes the rest, but never an object
 * that is younger than the grace period: a run that is under way has written it and will name it soon.
 */
import type { WorkbookState } from '../ingest/ingested.ts';
import type { Store } from '../world.ts';
import { canonicalJson } from './canonical.ts';
import { objectsOfIndex, objectsOfProtection, objectsOfRelease, objectsOfState } from './object-graph.ts';
import type { ProtectionPointer } from './protection/past.ts';
import { type ObjectName, type ReleaseHistory, type RulesInForce, releaseFormat } from './release.ts';
import { releaseHistorySchema, releaseSchema } from './release-schemas.ts';

/** The pointer that names the current release and those before it. */
export const releasePointer = 'release';
/** The pointer that names what is remembered of a prefecture's releases to protect the next. */
export function protectionPointer(prefecture: string): string {
  return `protection/${prefecture}`;
}
/** How many releases stay listed. */
export const releasesListed = 60;

export interface OpenHistory {
  readonly history: ReleaseHistory;
  /** The pointer's version, to be named when it is moved; `null` where nothing was ever published. */
  readonly version: string | null;
}

/** The JSON of an object; `null` where the store does not have it. */
export async function readJson(store: Store, name: ObjectName): Promise<unknown> {
  const bytes = await store.readObject(name);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
}

/** The history with the version of its pointer. */
export async function readHistory(store: Store): Promise<OpenHistory> {
  const pointer = await store.readPointer(releasePointer);
  if (pointer === null) return { history: { format: releaseFormat, releases: [] }, version: null };
  return {
    history: releaseHistorySchema.parse(JSON.parse(pointer.content)) as ReleaseHistory,
    version: pointer.version,
  };
}

/** The releases, newest first. */
export async function listReleases(store: Store): Promise<ReleaseHistory['releases']> {
  return (await readHistory(store)).history.releases;
}

/** A history with a release in front; one that is there already moves to the front. The rules that hold stay. */
export function withRelease(history: ReleaseHistory, release: ObjectName, publishedAt: string): ReleaseHistory {
  const others = history.releases.filter((entry) => entry.release !== release);
  return { ...history, releases: [{ release, publishedAt }, ...others].slice(0, releasesListed) };
}

/** A history with the rules of 秘匿 that hold from now on; those of prefectures that no longer report stay. */
export function withRules(history: ReleaseHistory, rules: RulesInForce): ReleaseHistory {
  return { ...history, rules: { ...history.rules, ...rules } };
}

/**
 * Makes an earlier release current again. Nothing is computed and nothing is lost: the release that was current stays in
 * the list. The next run publishes anew from the workbooks. Of others than its offices nobody is handed out what it holds
 * under a rule of 秘匿 that is looser than today's.
 */
export async function rollBack(
  store: Store,
  release: ObjectName,
  now: Date,
): Promise<'moved' | 'lost-race' | 'unknown-release'> {
  const { history, version } = await readHistory(store);
  if (!history.releases.some((entry) => entry.release === release)) return 'unknown-release';
  return await store.movePointer(
    releasePointer,
    canonicalJson(withRelease(history, release, now.toISOString())),
    version,
  );
}

export interface PruneResult {
  readonly releasesKept: number;
  readonly objectsKept: number;
  readonly objectsRemoved: number;
}

/** Keeps the newest releases (always the current one) and what they need; removes older ones and everything else. */
export async function pruneReleases({
  store,
  keep,
  now,
  graceMilliseconds,
}: {
  store: Store;
  /** How many releases stay, at least 1. */
  keep: number;
  now: Date;
  graceMilliseconds: number;
}): Promise<PruneResult> {
  // The list of candidates comes first: what is written after this line is never removed.
  const candidates = await store.listObjects();
  const { history, version } = await readHistory(store);
  const kept = history.releases.slice(0, Math.max(1, keep));
  if (kept.length < history.releases.length) {
    const content = canonicalJson({ ...history, releases: kept });
    if ((await store.movePointer(releasePointer, content, version)) === 'lost-race') {
      return { releasesKept: history.releases.length, objectsKept: candidates.length, objectsRemoved: 0 };
    }
  }
  const needed = await markNeeded(
    store,
    kept.map(({ release }) => release),
  );
  const oldEnough = now.getTime() - graceMilliseconds;
  let removed = 0;
  for (const { name, writtenAt } of candidates) {
    if (needed.has(name) || writtenAt.getTime() > oldEnough) continue;
    await store.removeObject(name);
    removed += 1;
  }
  return { releasesKept: kept.length, objectsKept: candidates.length - removed, objectsRemoved: removed };
}

/** Every object that the releases, the states of the workbooks and the protection of small numbers lead to. */
async function markNeeded(store: Store, releases: readonly ObjectName[]): Promise<Set<string>> {
  const needed = new Set<string>();
  const markIndex = async (index: string): Promise<void> => {
    if (needed.has(index)) return;
    needed.add(index);
    const opened = await readJson(store, index);
    if (opened === null) return;
    const { indexes, others } = objectsOfIndex(opened as { kind: string });
    for (const other of others) needed.add(other);
    for (const each of indexes) await markIndex(each);
  };
  for (const name of releases) {
    needed.add(name);
    const release = await readJson(store, name);
    if (release === null) continue;
    const { indexes, others } = objectsOfRelease(releaseSchema.parse(release));
    for (const other of others) needed.add(other);
    for (const index of indexes) await markIndex(index);
  }
  for (const [prefix, objectsOf] of [
    ['workbooks/', (content: string) => objectsOfState(JSON.parse(content) as WorkbookState)],
    ['protection/', (content: string) => objectsOfProtection(JSON.parse(content) as ProtectionPointer)],
  ] as const) {
    for (const pointer of await store.listPointers(prefix)) {
      const state = await store.readPointer(pointer);
      if (state !== null) for (const name of objectsOf(state.content)) needed.add(name);
    }
  }
  return needed;
}
