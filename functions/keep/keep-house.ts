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
  /** The day of the last sweep that came to its end; `null`: there was none. */
  sweptOn: z.string().nullable(),
  /** The first day since which it never came to its end: it failed, or whoever did it broke off. `null`: it did. */
  failedSince: z.string().nullable().default(null),
  /** The first day since which each sweep missed objects; `null`: none are missing. */
  missingSince: z.string().nullable().default(null),
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

/**
 * A day that does not follow the last one within so many days may be that of a wrong clock, under which releases of years would be over: then
 * nothing is thrown away until another day comes that follows.
 */
const trustedDays = 62;

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
    // A day that is still to come was that of a wrong clock.
    const sweptOn = before?.sweptOn != null && before.sweptOn <= today ? before.sweptOn : null;
    const known = { sweep: null, missingSince: null, failedSince: null, ...before };
    const isToWait = before !== null && !follows(before.day, today);
    const failedSince = isToWait ? known.failedSince : (known.failedSince ?? today);
    // Until it has come to its end it has failed: whoever breaks off cannot say so any more.
    const claimed: KeepState = { ...known, format: 1, day: today, sweptOn, failedSince };
    if ((await store.movePointer(keepPointer, canonicalJson(claimed), pointer?.version ?? null)) === 'lost-race')
      return 'not-now';
    if (isToWait) {
      log.warn('keep/waits', { lastDay: before.day });
      return 'not-now';
    }
    const leave = async (state: KeepState) => {
      const version = (await store.readPointer(keepPointer))?.version ?? null;
      await store.movePointer(keepPointer, canonicalJson({ ...state, failedSince: null }), version);
    };
    const pruning = { store, keep: policy, now, graceMilliseconds };
    const isSweep = sweepEveryDays > 0 && (sweptOn === null || daysBetween(sweptOn as Day, today) >= sweepEveryDays);
    if (!isSweep) {
      const releases = await dropReleases(pruning);
      if (releases !== 'lost-race' && releases.dropped.length > 0)
        log.info('keep/dropped', { releases: releases.dropped.length });
      await leave(claimed);
      return 'kept';
    }
    const sweep = await pruneReleases(pruning);
    log.info('keep/swept', { ...sweep });
    if (sweep.objectsMissing > 0) log.error('keep/objects-missing', { objects: sweep.objectsMissing });
    const missingSince = sweep.objectsMissing > 0 ? (known.missingSince ?? today) : null;
    await leave({ ...claimed, sweptOn: today, sweep, missingSince });
    return 'swept';
  } catch (error) {
    log.error('keep/failed', { cause: error instanceof Error ? `${error.name}: ${error.message}` : '' });
    return 'failed';
  }
}

function follows(before: string, today: Day): boolean {
  const days = daysBetween(before as Day, today);
  return days > 0 && days <= trustedDays;
}
