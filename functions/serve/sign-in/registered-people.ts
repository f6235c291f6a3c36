/**
 * 利用者 as the store has them, looked up again and again so that a role that was taken is gone within a minute. The registry itself
 * is read elsewhere (the function `people`, and each run), which leaves the list under the pointer 'people'.
 */
import * as z from 'zod';
import type { GivenRole, PeopleList } from '../../domain/people-list.ts';
import type { Clock, Log, Store } from '../../world.ts';
import { ProblemError } from '../problem.ts';

/** The list is taken for what it says so long; with the half minute of `people` that makes less than one minute. */
const knownMilliseconds = 15_000;
/** A list that nobody has held against the registry for so long lets nobody in any more. */
const staleMilliseconds = 24 * 60 * 60 * 1000;

const listSchema = z.object({
  format: z.literal(1),
  checkedAt: z.iso.datetime(),
  people: z.array(
    z.object({
      address: z.string(),
      kind: z.enum(['person', 'group']),
      role: z.enum(['office', 'municipality', 'prefecture', 'administrator']),
      municipality: z.string().nullable(),
      prefecture: z.string().nullable(),
    }),
  ),
});

export interface RegisteredPeople {
  /** @throws ProblemError 'people-unknown' where the list cannot be had: then nobody gets in */
  list(): Promise<readonly GivenRole[]>;
  /** The list while it is taken for what it says; `null` where it has to be looked up. */
  recall(): readonly GivenRole[] | null;
}

export function createRegisteredPeople({
  store,
  clock,
  log,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): RegisteredPeople {
  let known: {
    readonly at: number;
    readonly list: Promise<readonly GivenRole[]>;
    people: readonly GivenRole[] | null;
  } | null = null;

  async function read(now: number): Promise<readonly GivenRole[]> {
    const pointer = await store.readPointer('people');
    if (pointer === null) throw new Error('The registry was never read: the function people leaves what it says');
    const { checkedAt, people } = listSchema.parse(JSON.parse(pointer.content)) as PeopleList;
    if (now - Date.parse(checkedAt) > staleMilliseconds)
      throw new Error(`Nobody has read the registry since ${checkedAt}`);
    return people;
  }

  return {
    async list() {
      const now = clock.now().getTime();
      if (known === null || now - known.at >= knownMilliseconds) known = { at: now, list: read(now), people: null };
      const asked = known;
      try {
        asked.people = await asked.list;
        return asked.people;
      } catch (cause) {
        // Whoever asks next looks again.
        if (known === asked) known = null;
        log.error('access/people-unknown', { cause: cause instanceof Error ? cause.message : '' });
        throw new ProblemError('people-unknown', {}, { cause });
      }
    },
    recall: () => (known !== null && clock.now().getTime() - known.at < knownMilliseconds ? known.people : null),
  };
}
