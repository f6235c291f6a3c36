/** Counts what one asker does within a while, in the memory of this instance. Answers at once: every request is counted. */
import type { Clock } from '../world.ts';

export interface RequestCounter {
  /** Counts one more; `false` where that is too much. */
  takes(key: string): boolean;
  /** Whether what was counted is all that may be. */
  isFull(key: string): boolean;
}

/** Keys that are remembered: somebody who makes up addresses fills no more memory, and pushes out those that were counted longest ago. */
const rememberedAtMost = 20_000;

/** Of each key `most` within `seconds` of its first. */
export function createRequestCounter(
  { most, seconds }: { readonly most: number; readonly seconds: number },
  clock: Clock,
): RequestCounter {
  const counts = new Map<string, { count: number; readonly until: number }>();
  let sweepAt = 0;

  function find(key: string, now: number) {
    if (now >= sweepAt) {
      for (const [each, { until }] of counts) if (now >= until) counts.delete(each);
      sweepAt = now + seconds * 1000;
    }
    const found = counts.get(key);
    return found === undefined || now >= found.until ? null : found;
  }

  return {
    takes(key) {
      const now = clock.now().getTime();
      const found = find(key, now);
      if (found === null) {
        // The order is that of their beginnings.
        counts.delete(key);
        counts.set(key, { count: 1, until: now + seconds * 1000 });
        for (const oldest of counts.keys()) {
          if (counts.size <= rememberedAtMost) break;
          counts.delete(oldest);
        }
        return most >= 1;
      }
      found.count += 1;
      return found.count <= most;
    },
    isFull: (key) => (find(key, clock.now().getTime())?.count ?? 0) >= most,
  };
}
