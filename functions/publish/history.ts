/**
 * The releases so far: the current one and those before it (the pointer 'release'), older ones that stay (the pointer
 * 'releases/archive'), and going back to any of them. Rolling back is moving one pointer. Which of them stay is decided in keep/.
 */
import type { Store } from '../world.ts';
import { canonicalJson } from './canonical.ts';
import { type ObjectName, type Release, type ReleaseHistory, type RulesInForce, releaseFormat } from './release.ts';
import { releaseHistorySchema, releaseSchema } from './release-schemas.ts';

/** The pointer that names the current release and those before it. */
export const releasePointer = 'release';
/** The pointer that names what is remembered of a prefecture's releases to protect the next. */
export function protectionPointer(prefecture: string): string {
  return `protection/${prefecture}`;
}
/**
 * The pointer that names older releases, newest first, in the same form. Every request reads 'release', so that it stays short; this one
 * is read only by whoever asks for what is old. One release stands in it once for each time that it became the current one.
 */
export const archivePointer = 'releases/archive';

/** A release, and when it became the current one. */
export type PublishedRelease = ReleaseHistory['releases'][number];

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

/**
 * The release to take objects over from and to compare with; `null` where there is none, or one of another format. Under other
 * rules nothing is taken over, since the rules are part of what a municipality was computed from.
 */
export async function readRelease(store: Store, name: ObjectName | null): Promise<Release | null> {
  const parsed = releaseSchema.safeParse(name === null ? null : await readJson(store, name));
  return parsed.success ? parsed.data : null;
}

/** The history with the version of its pointer. */
export async function readHistory(store: Store): Promise<OpenHistory> {
  return await readReleases(store, releasePointer);
}

/** The archive with the version of its pointer. */
export async function readArchive(store: Store): Promise<OpenHistory> {
  return await readReleases(store, archivePointer);
}

async function readReleases(store: Store, name: string): Promise<OpenHistory> {
  const pointer = await store.readPointer(name);
  if (pointer === null) return { history: { format: releaseFormat, releases: [] }, version: null };
  return {
    history: releaseHistorySchema.parse(JSON.parse(pointer.content)) as ReleaseHistory,
    version: pointer.version,
  };
}

/** The releases that are not in the archive, newest first. */
export async function listReleases(store: Store): Promise<ReleaseHistory['releases']> {
  return (await readHistory(store)).history.releases;
}

/** Every release that is kept: the current one, those before it, then those of the archive that are not among them. */
export async function listKeptReleases(store: Store): Promise<readonly PublishedRelease[]> {
  const recent = await listReleases(store);
  return withOthers(recent, (await readArchive(store)).history.releases);
}

/** The first list, then what only the second one has. */
export function withOthers(
  releases: readonly PublishedRelease[],
  others: readonly PublishedRelease[],
): readonly PublishedRelease[] {
  const known = new Set(releases.map(keyOf));
  return [...releases, ...others.filter((entry) => !known.has(keyOf(entry)))];
}

/** Equal for the same release that became current at the same moment. */
export function keyOf({ release, publishedAt }: PublishedRelease): string {
  return `${publishedAt} ${release}`;
}

/** A history with a release in front; one that is there already moves to the front. The rules that hold stay. */
export function withRelease(history: ReleaseHistory, release: ObjectName, publishedAt: string): ReleaseHistory {
  const others = history.releases.filter((entry) => entry.release !== release);
  return { ...history, releases: [{ release, publishedAt }, ...others] };
}

/** A history with the rules of 秘匿 that hold from now on; those of prefectures that no longer report stay. */
export function withRules(history: ReleaseHistory, rules: RulesInForce): ReleaseHistory {
  return { ...history, rules: { ...history.rules, ...rules } };
}

/**
 * Makes an earlier release current again, also one of the archive. Nothing is computed and nothing is lost: the release that was current
 * stays in the list, and the one gone back to stays in the archive under its day. The next run publishes anew from the workbooks. Of others
 * than its offices nobody is handed out what it holds under a rule of 秘匿 that is looser than today's.
 *
 * @param brought releases that the store does not list yet and has every object of (out of a backup)
 */
export async function rollBack(
  store: Store,
  release: ObjectName,
  now: Date,
  brought: readonly PublishedRelease[] = [],
): Promise<'moved' | 'lost-race' | 'unknown-release'> {
  const { history, version } = await readHistory(store);
  const archive = await readArchive(store);
  const isIt = (entry: PublishedRelease) => entry.release === release;
  const moved = withOthers(history.releases, brought).filter(isIt);
  if (moved.length === 0 && !archive.history.releases.some(isIt)) return 'unknown-release';
  if (!(await addToArchive(store, archive, moved))) return 'lost-race';
  return await store.movePointer(
    releasePointer,
    canonicalJson(withRelease(history, release, now.toISOString())),
    version,
  );
}

/** Whether the archive holds them now; not where somebody else changed it meanwhile. */
async function addToArchive(store: Store, archive: OpenHistory, added: readonly PublishedRelease[]): Promise<boolean> {
  const releases = withOthers(added, archive.history.releases);
  if (releases.length === archive.history.releases.length) return true;
  const content = canonicalJson({ ...archive.history, releases: releases.toSorted(newestFirst) });
  return (await store.movePointer(archivePointer, content, archive.version)) === 'moved';
}

/** For sorting by when releases became current. */
export function newestFirst(one: PublishedRelease, other: PublishedRelease): number {
  const [earlier, later] = [keyOf(one), keyOf(other)];
  return earlier === later ? 0 : earlier < later ? 1 : -1;
}
