/**
 * Putting a store back out of a backup, or out of another store: first the objects, then the pointers, the release last. What was told to
 * others and what was recorded since is never forgotten: a store that is there keeps its 秘匿の記録, the rules of 秘匿 that hold, its 操作の記録,
 * and who may see what.
 */
import { appendAudit } from '../audit/append-audit.ts';
import { canonicalJson } from '../publish/canonical.ts';
import {
  archivePointer,
  keyOf,
  newestFirst,
  type PublishedRelease,
  releasePointer,
  withOthers,
} from '../publish/history.ts';
import { releaseHistorySchema } from '../publish/release-schemas.ts';
import type { Store } from '../world.ts';
import { readLasting } from './back-up.ts';
import { copyObjects, isWhole, type OnKeepProgress } from './copy-objects.ts';
import { findNeeded, snapshotSchema } from './find-needed.ts';
import { backupPrefix, type Pointers, parseJson, readRoots, snapshotPointerSchema } from './read-roots.ts';

/** The times of the backups in a place, newest first; none where it is no backup. */
export async function listBackups(place: Store): Promise<readonly string[]> {
  return (await place.listPointers(backupPrefix)).map((name) => name.slice(backupPrefix.length)).toReversed();
}

/**
 * The pointers of a backup: of the newest one, or the newest one up to a time. Of a place that is a store and no backup, those of now.
 *
 * @param at in ISO 8601, or its beginning like '2026-11-01'; `null`: the newest
 * @throws where there is none, or it is damaged
 */
export async function readBackup(place: Store, at: string | null): Promise<{ at: string | null; pointers: Pointers }> {
  const times = await listBackups(place);
  if (times.length === 0 && at === null && (await place.readPointer(releasePointer)) !== null)
    return { at: null, pointers: await readLasting(place) };
  const time = times.find((each) => at === null || each.slice(0, at.length) <= at);
  if (time === undefined)
    throw new Error('そのときの控えがありません。 There is no backup of that time in this place.');
  const pointer = await place.readPointer(`${backupPrefix}${time}`);
  const named = snapshotPointerSchema.safeParse(parseJson(pointer?.content ?? '')).data?.snapshot ?? '';
  const bytes = await place.readObject(named);
  const isThere = bytes !== null && (await isWhole(named, bytes));
  const snapshot = snapshotSchema.safeParse(isThere ? parseJson(new TextDecoder().decode(bytes)) : null);
  if (!snapshot.success)
    throw new Error(
      `控え ${time} はこわれています。別の --at を選んでください。 The backup of ${time} is damaged: choose another --at.`,
    );
  return { at: time, pointers: new Map(Object.entries(snapshot.data.pointers)) };
}

/** Whether nothing was ever kept there. */
export async function isEmptyStore(store: Store): Promise<boolean> {
  return (await store.listPointers('')).length === 0 && (await store.listObjects()).length === 0;
}

export interface RestoreResult {
  readonly at: string | null;
  readonly pointersMoved: number;
  readonly objectsCopied: number;
  /** Lost in the backup too. */
  readonly lost: readonly string[];
}

/**
 * What is never put back over what is there: besides what others were shown, who was told what (nobody is told it again), whose roles were
 * taken since (nobody has them again), and under which rules rows went to analysts.
 */
const neverReplaced = /^(?:protection\/|audit\/|(?:told|people|bigquery)$)/;

/**
 * What a pointer is to hold. Of a store that is there, the rules of 秘匿 that hold go on holding, and its later releases stay in the archive.
 */
function keptBeside(name: string, backup: Pointers, there: Pointers): string | undefined {
  const content = backup.get(name);
  const known = readHistories(there);
  if (known.releases.length === 0) return content;
  const restored = readHistories(backup);
  if (name === releasePointer && content !== undefined) {
    const rules = { ...restored.rules, ...known.rules };
    return canonicalJson({
      format: 1,
      releases: restored.recent,
      ...(Object.keys(rules).length === 0 ? {} : { rules }),
    });
  }
  if (name !== archivePointer) return content;
  const recent = new Set(restored.recent.map(keyOf));
  const older = withOthers(restored.releases, known.releases).filter((entry) => !recent.has(keyOf(entry)));
  return canonicalJson({ format: 1, releases: older.toSorted(newestFirst) });
}

/** @param actor who is on record; `null` where it is not known */
export async function restoreStore({
  from,
  to,
  at,
  now,
  actor,
  onProgress = () => undefined,
}: {
  from: Store;
  to: Store;
  at: string | null;
  now: Date;
  actor: string | null;
  onProgress?: OnKeepProgress;
}): Promise<RestoreResult> {
  const backup = await readBackup(from, at);
  const { objects, perhaps } = await findNeeded(from, readRoots(backup.pointers));
  const { copied, lost } = await copyObjects({ from, to, onProgress }, { needed: objects.keys(), perhaps });
  const there: Pointers = new Map(
    await Promise.all(
      [releasePointer, archivePointer].map(
        async (name) => [name, (await to.readPointer(name))?.content ?? ''] as const,
      ),
    ),
  );
  const names = [...backup.pointers.keys()].filter((name) => name !== releasePointer && name !== archivePointer);
  let moved = 0;
  for (const name of [...names, archivePointer, releasePointer]) {
    const before = await to.readPointer(name);
    const content = keptBeside(name, backup.pointers, there);
    if (content === undefined || content === before?.content || (before !== null && neverReplaced.test(name))) continue;
    if ((await to.movePointer(name, content, before?.version ?? null)) === 'lost-race')
      throw new Error(
        'ちょうど取り込みが動いています。終わってからもう一度お試しください。 A run is under way in this store; try again when it has ended.',
      );
    moved += 1;
  }
  const release = releasesOf(backup.pointers)[0]?.release ?? null;
  const facts = { at: backup.at ?? now.toISOString(), pointers: moved };
  await appendAudit(to, { format: 1, at: now.toISOString(), action: 'restored', actor, subject: release, facts });
  return { at: backup.at, pointersMoved: moved, objectsCopied: copied, lost };
}

/** Brings one release's objects out of a backup, so that it can become the current one. Says what the backup lacks of it. */
export async function bringRelease(
  { from, to, onProgress = () => undefined }: { from: Store; to: Store; onProgress?: OnKeepProgress },
  release: string,
): Promise<readonly string[]> {
  const roots = { needed: [{ name: release, role: 'release' as const, place: 'release' }], perhaps: [], malformed: [] };
  const { objects } = await findNeeded(from, roots);
  return (await copyObjects({ from, to, onProgress }, { needed: objects.keys(), perhaps: [] })).lost;
}

/** The releases that pointers name: the current one and those before it, then the archive's. */
export function releasesOf(pointers: Pointers): readonly PublishedRelease[] {
  return readHistories(pointers).releases;
}

/** What cannot be read names none. */
function readHistories(pointers: Pointers) {
  const [list, archive] = [releasePointer, archivePointer].map(
    (name) => releaseHistorySchema.safeParse(parseJson(pointers.get(name) ?? '')).data,
  );
  const recent = list?.releases ?? [];
  return { recent, releases: withOthers(recent, archive?.releases ?? []), rules: list?.rules ?? {} };
}
