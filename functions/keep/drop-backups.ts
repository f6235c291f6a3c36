/**
 * How many backups (控え) stay in a place: the newest, and nothing is thrown away before the one just made was read back and found whole.
 * What older ones alone needed goes with them.
 */
import type { Store } from '../world.ts';
import { forEachAtOnce } from './at-once.ts';
import { isWhole } from './copy-objects.ts';
import { findNeeded } from './find-needed.ts';
import { removeObjects } from './prune.ts';
import { backupPrefix, readPointers, readRoots } from './read-roots.ts';
import { listBackups, readBackup } from './restore.ts';

export interface DroppedBackups {
  /** Their times, newest first. */
  readonly dropped: readonly string[];
  readonly kept: number;
  readonly objectsRemoved: number;
  /** Objects that the backup just made lacks, or has damaged. Where there are any, nothing is dropped. */
  readonly lost: readonly string[];
}

/**
 * @param made the backup that was just made; it always stays
 * @param keep how many stay, at least one
 * @throws where the place fails, or the backup that was made cannot be read back; nothing is dropped then that came before it
 */
export async function dropBackups({
  place,
  made,
  keep,
  now,
  graceMilliseconds,
}: {
  readonly place: Store;
  readonly made: string;
  readonly keep: number;
  readonly now: Date;
  /** Objects that are younger stay: another backup that is being made may be about to name them. */
  readonly graceMilliseconds: number;
}): Promise<DroppedBackups> {
  const times = await listBackups(place);
  const doomed = times.filter((time, position) => position >= Math.max(1, keep) && time !== made);
  if (doomed.length === 0) return { dropped: [], kept: times.length, objectsRemoved: 0, lost: [] };
  const lost = await findLost(place, made);
  if (lost.length > 0) return { dropped: [], kept: times.length, objectsRemoved: 0, lost };
  const candidates = await place.listObjects();
  for (const time of doomed.toReversed()) await place.removePointer(`${backupPrefix}${time}`);
  const needed = await findNeeded(place, readRoots(await readPointers(place, { isWhole: true })));
  const result = { dropped: doomed, kept: times.length - doomed.length, lost };
  // What a damaged one leads to is not known: objects wait until its time is over, too.
  if (needed.unread.size > 0) return { ...result, objectsRemoved: 0 };
  const oldEnough = now.getTime() - graceMilliseconds;
  const left = candidates.filter(
    ({ name, writtenAt }) => !needed.objects.has(name) && !needed.perhaps.has(name) && writtenAt.getTime() <= oldEnough,
  );
  return { ...result, objectsRemoved: left.length - (await removeObjects(place, left, needed)) };
}

/** What a backup needs and does not have whole: every object of it is read. */
async function findLost(place: Store, time: string): Promise<readonly string[]> {
  const { at, pointers } = await readBackup(place, time);
  if (at !== time) return [`${backupPrefix}${time}`];
  const { objects } = await findNeeded(place, readRoots(pointers));
  const lost: string[] = [];
  await forEachAtOnce(objects.keys(), async (name) => {
    const bytes = await place.readObject(name);
    if (bytes === null || !(await isWhole(name, bytes))) lost.push(name);
  });
  return lost.toSorted();
}
