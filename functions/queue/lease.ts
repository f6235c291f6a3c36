/**
 * 順番札: who may publish now. The pointer 'lease/publish' names a holder and until when; one that has run out may be taken over. It saves
 * work in vain, no more: that no two releases mix is kept by the precondition with which the release pointer is moved.
 */
import * as z from 'zod';
import { canonicalJson } from '../publish/canonical.ts';
import type { Clock, Log, Store } from '../world.ts';

export const leasePointer = 'lease/publish';

const leaseSchema = z.object({ format: z.literal(1), holder: z.string().nullable(), until: z.iso.datetime() });
type Lease = z.infer<typeof leaseSchema>;

/** A holder that says nothing for so long has crashed. */
export const leaseSeconds = 300;

/** Clocks of machines differ by less. What lasts longer than anybody may hold it now was left under a wrong clock, and holds nobody up. */
const skewMilliseconds = 60_000;

export type Leased<Result> =
  | { readonly outcome: 'done'; readonly result: Result }
  /** Somebody else is publishing, at most until then unless they go on. */
  | { readonly outcome: 'taken'; readonly until: Date };

export interface LeaseWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Unlike that of any other call. */
  readonly holder: string;
}

/** Publishes, unless somebody else is at it. `keep`, called meanwhile, makes the lease last. */
export async function publishUnderLease<Result>(
  world: LeaseWorld,
  publish: (keep: () => void) => Promise<Result>,
): Promise<Leased<Result>> {
  const { store, clock, log, holder } = world;
  const taken = await take(world);
  if (taken.outcome === 'taken') return taken;
  let { version } = taken;
  let until = taken.until;
  let renewal: Promise<void> | null = null;

  async function renew(): Promise<void> {
    const next = leaseOf(holder, clock.now());
    // Whoever took it over publishes too; the precondition of the release decides whose stands.
    if ((await store.movePointer(leasePointer, canonicalJson(next), version)) === 'lost-race') return;
    const after = await store.readPointer(leasePointer);
    if (after === null || after.content !== canonicalJson(next)) return;
    version = after.version;
    until = new Date(next.until);
  }
  const quietly = async (work: Promise<void>) => {
    await work.catch((error: unknown) => log.warn('lease/failed', { cause: nameOf(error) }));
    renewal = null;
  };
  const keep = () => {
    const isDue = until.getTime() - clock.now().getTime() < (leaseSeconds * 1000) / 2;
    if (isDue && renewal === null) renewal = quietly(renew());
  };

  try {
    return { outcome: 'done', result: await publish(keep) };
  } finally {
    if (renewal !== null) await (renewal as Promise<void>);
    const over: Lease = { format: 1, holder: null, until: clock.now().toISOString() };
    await quietly(store.movePointer(leasePointer, canonicalJson(over), version).then(() => undefined));
  }
}

async function take({
  store,
  clock,
  log,
  holder,
}: LeaseWorld): Promise<
  | { readonly outcome: 'taken'; readonly until: Date }
  | { readonly outcome: 'ours'; readonly version: string; readonly until: Date }
> {
  const now = clock.now();
  const before = await store.readPointer(leasePointer);
  const lease = before === null ? null : leaseSchema.parse(JSON.parse(before.content));
  const stated = lease === null ? 0 : Date.parse(lease.until);
  const runsUntil = stated > now.getTime() + leaseSeconds * 1000 + skewMilliseconds ? 0 : stated;
  if (lease !== null && lease.holder !== null && lease.holder !== holder && runsUntil > now.getTime()) {
    return { outcome: 'taken', until: new Date(runsUntil) };
  }
  if (lease !== null && lease.holder !== null && lease.holder !== holder) log.warn('lease/taken-over', {});
  const own = leaseOf(holder, now);
  await store.movePointer(leasePointer, canonicalJson(own), before?.version ?? null);
  // Read back rather than believed: an answer that was lost may have hidden that it was moved.
  const after = await store.readPointer(leasePointer);
  const held = after === null ? null : leaseSchema.parse(JSON.parse(after.content));
  if (after === null || held?.holder !== holder) {
    return { outcome: 'taken', until: new Date(held?.until ?? own.until) };
  }
  return { outcome: 'ours', version: after.version, until: new Date(held.until) };
}

function leaseOf(holder: string, now: Date): Lease {
  return { format: 1, holder, until: new Date(now.getTime() + leaseSeconds * 1000).toISOString() };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
