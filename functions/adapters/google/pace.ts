/**
 * Keeps us within what Google lets one account ask in a minute, however many workbooks are at work: a token bucket for reading
 * spreadsheets, one for writing them, one for Drive. Every attempt takes a token, repeated ones too.
 */
import pThrottle from 'p-throttle';

/** So many requests of each kind in any `intervalMilliseconds`. */
export interface Quota {
  readonly reads: number;
  readonly writes: number;
  readonly drive: number;
  readonly intervalMilliseconds: number;
}

/**
 * What Google allows one account of a project, with a second to spare since requests travel at different speeds.
 * Sheets: 60 reads and 60 writes a minute. Drive: far more than we ever ask.
 */
export const googleQuota: Quota = { reads: 60, writes: 60, drive: 600, intervalMilliseconds: 61_000 };

export interface Pace {
  /** Resolves as soon as the request may be made; those who wait go in their order. */
  ready(request: { readonly method: string; readonly path: string }): Promise<void>;
}

export function createPace({ reads, writes, drive, intervalMilliseconds }: Quota): Pace {
  const bucket = (limit: number) =>
    pThrottle({ limit, interval: intervalMilliseconds, strict: true })(() => Promise.resolve());
  const reading = bucket(reads);
  const writing = bucket(writes);
  const asking = bucket(drive);
  return {
    ready({ method, path }) {
      if (!/^\/v4\/spreadsheets/.test(path)) return asking();
      return method === 'GET' ? reading() : writing();
    },
  };
}

/** The one pace of this process: all its clients share the account's quota. */
export const googlePace = createPace(googleQuota);
