/** What goes wrong: faults at certain paths, faults by chance, and quotas. */
import type { RefusalWords } from './answers.ts';

/**
 * A status: refused with it. no-connection: nothing is carried out, nothing answered. lost: carried out, but the answer is lost.
 * cut-off: carried out, and the answer ends in the middle as if it was whole. broken-off: the connection breaks within the answer.
 */
export type FaultKind = number | 'no-connection' | 'lost' | 'cut-off' | 'broken-off';

/** What goes wrong the next so many times at paths that match. */
export interface Fault {
  readonly path: RegExp;
  readonly status: FaultKind;
  times: number;
  readonly more?: RefusalWords;
}

/** One request in so many fails, in one of several ways, the same ones in every run with the same seed and order of requests. */
export interface Chance {
  readonly seed: number;
  readonly oneIn: number;
  /** Left out: every request of Sheets and Drive. */
  readonly path?: RegExp;
  /** Left out: 429, 500, 503, no-connection and lost. */
  readonly kinds?: readonly FaultKind[];
}

const byChance: readonly FaultKind[] = [429, 500, 503, 'no-connection', 'lost'];
const ofOurs = /^\/(?:v4|drive)\//;

/** A generator of shares from 0 to 1 (mulberry32). */
function createShares(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function createChances({
  seed,
  oneIn,
  path = ofOurs,
  kinds = byChance,
}: Chance): (pathname: string) => FaultKind | null {
  const next = createShares(seed);
  return (pathname) => {
    if (!path.test(pathname) || next() >= 1 / oneIn) return null;
    return kinds[Math.floor(next() * kinds.length)] ?? null;
  };
}

/** So many requests in any window of time; Google's own is 60 reads and 60 writes a minute of Sheets. */
export interface Quota {
  readonly reads: number;
  readonly writes: number;
  readonly windowMilliseconds: number;
}

/** Says whether a request is within the quota. One that is refused does not count. */
export function createGauge({ reads, writes, windowMilliseconds }: Quota): (isWrite: boolean, at: number) => boolean {
  const times: Record<'reads' | 'writes', number[]> = { reads: [], writes: [] };
  return (isWrite, at) => {
    const kind = isWrite ? 'writes' : 'reads';
    times[kind] = times[kind].filter((time) => at - time < windowMilliseconds);
    if (times[kind].length >= (isWrite ? writes : reads)) return false;
    times[kind].push(at);
    return true;
  };
}

/** The first half of an answer. */
export async function cutOff(response: Response, isBrokenOff: boolean): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  if (!isBrokenOff) return new Response(half, { status: response.status, headers: response.headers });
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(half);
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(stream, { status: response.status, headers: response.headers });
}
