/**
 * Leaves 利用者 as the registry has them now in the store (the pointer 'people'), for the read API, which has no way to Google. An
 * unchanged registry costs one request to Drive.
 */

import { findSharedFile } from './adapters/google/drive.ts';
import { createDriveListing, findRegistry, openRegistry } from './adapters/registry/open-registry.ts';
import { appendAudit } from './audit/append-audit.ts';
import { findRoleChanges } from './audit/role-changes.ts';
import type { GivenRole, PeopleList } from './domain/people-list.ts';
import type { RegisteredPlace } from './domain/registration.ts';
import { createGoogleOpener, type GoogleSettings } from './open-workbooks.ts';
import { readRegistry } from './plan/registry.ts';
import type { Clock, Log, Store } from './world.ts';

const pointerName = 'people';
/** While nothing changes, it is written down so often that it still holds: whoever reads it takes it for good for a day. */
const renewedMilliseconds = 10 * 60 * 1000;
const writtenAtOnce = 16;

export interface RenewedPeople {
  /** Rows of 利用者 that count. */
  readonly people: number;
  readonly given: number;
  readonly taken: number;
  /** Whether the registry could be read; if not, what was last read of it stands. */
  readonly isCurrent: boolean;
}

/** @throws WorkbookFailure where nothing was ever read of the registry; what the store holds of people stands */
export async function renewPeople({
  registry,
  store,
  google,
  clock,
  log,
}: {
  readonly registry: RegisteredPlace;
  readonly store: Store;
  readonly google: GoogleSettings;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<RenewedPeople> {
  const listing = createDriveListing(createGoogleOpener(google));
  // One file is wanted here, not all that are shared with us.
  const drive = { ...listing, find: async (id: string) => await findSharedFile((await listing.clients()).drive, id) };
  const opened = await openRegistry({ edition: await findRegistry(registry, drive), store, readRegistry });
  const isCurrent = opened.troubles.every(({ code }) => code.startsWith('registry/'));
  for (const { code } of opened.troubles) log.warn('registry/trouble', { code });
  const people = opened.people.map(({ row: _row, ...role }) => role);
  const changes = await keepPeople({ store, people, isCurrent, at: clock.now().toISOString() });
  return { people: people.length, isCurrent, ...changes };
}

/** Once now and once after a while, between two calls a minute apart. @throws as `renewPeople` does */
export async function renewPeopleTwice(
  world: Parameters<typeof renewPeople>[0],
  wait: () => Promise<void>,
): Promise<RenewedPeople> {
  const first = await renewPeople(world);
  await wait();
  const second = await renewPeople(world);
  return { ...second, given: first.given + second.given, taken: first.taken + second.taken };
}

async function keepPeople({
  store,
  people,
  isCurrent,
  at,
}: {
  readonly store: Store;
  readonly people: readonly GivenRole[];
  readonly isCurrent: boolean;
  readonly at: string;
}): Promise<{ readonly given: number; readonly taken: number }> {
  const pointer = await store.readPointer(pointerName);
  const before = pointer === null ? null : (JSON.parse(pointer.content) as PeopleList);
  const entries = findRoleChanges(before?.people ?? [], people, at);
  const isUnchanged = before !== null && JSON.stringify(before.people) === JSON.stringify(people);
  const isFresh = before !== null && Date.parse(at) - Date.parse(before.checkedAt) < renewedMilliseconds;
  if (!isUnchanged || (isCurrent && !isFresh)) {
    const list: PeopleList = { format: 1, checkedAt: isCurrent ? at : (before?.checkedAt ?? at), people };
    const outcome = await store.movePointer(pointerName, JSON.stringify(list), pointer?.version ?? null);
    // Somebody else has just read the registry, and records what has changed.
    if (outcome === 'lost-race') return { given: 0, taken: 0 };
  }
  // A right is taken first and recorded afterwards: what fails here is recorded nowhere, but never leaves the right standing.
  for (let from = 0; from < entries.length; from += writtenAtOnce) {
    const some = entries.slice(from, from + writtenAtOnce);
    await Promise.all(some.map(async (entry) => await appendAudit(store, entry)));
  }
  const count = (action: string) => entries.filter((entry) => entry.action === action).length;
  return { given: count('role-given'), taken: count('role-taken') };
}
