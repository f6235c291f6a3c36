/**
 * What a run does once a day beside its work: releases whose time is over leave the list, and once a week everything that nothing leads to is
 * thrown away. The pointer 'keep' says when; whoever moves it first does it.
 */
import * as z from 'zod';
import { dayInJapan, daysBetween } from '../domain/calendar.ts';
import type { Day } from '../domain/codes.ts';
import { canonicalJson } from '../publish/canonical.ts';
import type { Log, Store } from '../world.ts';
import { type KeepingPolicy, usualKeeping } from './choose-kept.ts';
import { dropReleases, pruneReleases } from './prune.ts';
import { parseJson } from './read-roots.ts';

export const keepPointer = 'keep';

/** How a store is kept. */
export interface KeepSettings {
  readonly policy: KeepingPolicy;
  /** The sweep lists every object and reads every index, so that it is not made each day. 0: never. */
  readonly sweepEveryDays: number;
}

export const usualKeepSettings: KeepSettings = { policy: usualKeeping, sweepEveryDays: 7 };

/** No object younger than a day is removed by itself: no run takes that long. */
const graceMilliseconds = 24 * 60 * 60 * 1000;

const keepStateSchema = z.object({
  format: z.literal(1),
  /** The day (Japan) on which it was last begun. */
  day: z.string(),
  /** The day of the last sweep; `null`: there was none. */
  sweptOn: z.string().nullable(),
  sweep: z
    .object({
      releasesKept: z.number(),
      releasesDropped: z.number(),
      objectsKept: z.number(),
      objectsRemoved: z.number(),
      objectsMissing: z.number(),
    })
    .nullable(),
});

/** What the pointer 'keep' holds. */
export type KeepState = z.infer<typeof keepStateSchema>;

/** `null` where the store was never kept, or its pointer cannot be read. */
export async function readKeepState(store: Store): Promise<KeepState | null> {
  const pointer = await store.readPointer(keepPointer);
  return pointer === null ? null : (keepStateSchema.safeParse(parseJson(pointer.content)).data ?? null);
}

/**
 * Keeps the store in order if nobody has done so today. Never throws: a run that has published is not to fail for this; what goes wrong is
 * in the log, and tried again tomorrow.
 */
export async function keepHouse(
  store: Store,
  now: Date,
  log: Log,
  { policy, sweepEveryDays }: KeepSettings = usualKeepSettings,
): Promise<'kept' | 'swept' | 'not-now' | 'failed'> {
  const today = dayInJapan(now);
  try {
    const pointer = await store.readPointer(keepPointer);
    const before = await readKeepState(store);
    if (before?.day === today) return 'not-now';
    const isSweep =
      sweepEveryDays > 0 && (before?.sweptOn == null || daysBetween(before.sweptOn as Day, today) >= sweepEveryDays);
    const state: KeepState = { format: 1, sweep: before?.sweep ?? null, sweptOn: before?.sweptOn ?? null, day: today };
    const claimed = { ...state, sweptOn: isSweep ? today : state.sweptOn };
    if ((await store.movePointer(keepPointer, canonicalJson(claimed), pointer?.version ?? null)) === 'lost-race')
      return 'not-now';
    const pruning = { store, keep: policy, now, graceMilliseconds };
    if (!isSweep) {
      const releases = await dropReleases(pruning);
      if (releases !== 'lost-race' && releases.dropped.length > 0)
        log.info('keep/dropped', { releases: releases.dropped.length });
      return 'kept';
    }
    const sweep = await pruneReleases(pruning);
    log.info('keep/swept', { ...sweep });
    if (sweep.objectsMissing > 0) log.error('keep/objects-missing', { objects: sweep.objectsMissing });
    const version = (await store.readPointer(keepPointer))?.version ?? null;
    await store.movePointer(keepPointer, canonicalJson({ ...claimed, sweep }), version);
    return 'swept';
  } catch (error) {
    log.error('keep/failed', { cause: error instanceof Error ? `${error.name}: ${error.message}` : '' });
    return 'failed';
  }
}
