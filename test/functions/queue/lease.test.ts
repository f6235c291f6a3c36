/** Who may publish now: one at a time, and nobody waits for somebody who crashed. */
import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { leasePointer, leaseSeconds, publishUnderLease } from '#functions/queue/lease.ts';
import type { Store } from '#functions/world.ts';
import { silentLog } from '../../builders/ingest.ts';

function aWorld() {
  let now = Date.parse('2024-07-10T03:00:00Z');
  const clock = { now: () => new Date(now) };
  const store = createMemoryStore(clock);
  return {
    store,
    of: (holder: string, changes: Partial<Store> = {}) => ({
      store: { ...store, ...changes },
      clock,
      log: silentLog,
      holder,
    }),
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
    now: () => clock.now(),
  };
}

test('while one publishes the other does not, and is told until when; afterwards it may', async () => {
  const { of, now } = aWorld();
  const during = await publishUnderLease(of('one'), async () => {
    return await publishUnderLease(of('other'), () => Promise.reject(new Error('both at once')));
  });
  expect(during).toEqual({
    outcome: 'done',
    result: { outcome: 'taken', until: new Date(now().getTime() + leaseSeconds * 1000) },
  });
  expect(await publishUnderLease(of('other'), () => Promise.resolve('published'))).toEqual({
    outcome: 'done',
    result: 'published',
  });
});

test('one that crashed is taken over once its time has run out, and not a moment before', async () => {
  const { of, wait, store } = aWorld();
  const crashed = { movePointer: silentCrashAfter(1, store) };
  await expect(publishUnderLease(of('one', crashed), () => Promise.reject(new Error('out of memory')))).rejects.toThrow(
    'out of memory',
  );
  wait(leaseSeconds - 1);
  expect((await publishUnderLease(of('other'), () => Promise.resolve(1))).outcome).toBe('taken');
  wait(1);
  expect((await publishUnderLease(of('other'), () => Promise.resolve(1))).outcome).toBe('done');
});

test('one that crashed under a clock that was a year ahead holds nobody up', async () => {
  const { of, wait, store } = aWorld();
  wait(365 * 86_400);
  const crashed = { movePointer: silentCrashAfter(1, store) };
  await expect(publishUnderLease(of('one', crashed), () => Promise.reject(new Error('out of memory')))).rejects.toThrow(
    'out of memory',
  );
  wait(-365 * 86_400);
  expect((await publishUnderLease(of('other'), () => Promise.resolve(1))).outcome).toBe('done');
});

test('one that goes on for longer keeps it, and gives it back at the end', async () => {
  const { of, wait, store } = aWorld();
  const leased = await publishUnderLease(of('one'), async (keep) => {
    for (let minute = 0; minute < 12; minute += 1) {
      wait(60);
      keep();
      // Renewing goes on beside the work.
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    return await publishUnderLease(of('other'), () => Promise.resolve('both at once'));
  });
  expect(leased).toMatchObject({ outcome: 'done', result: { outcome: 'taken' } });
  expect(JSON.parse((await store.readPointer(leasePointer))?.content ?? '')).toMatchObject({ holder: null });
});

test('two who come at the same moment: one of them publishes', async () => {
  const { of } = aWorld();
  let publishing = 0;
  const outcomes = await Promise.all(
    ['one', 'other', 'third'].map(async (holder) => {
      return await publishUnderLease(of(holder), async () => {
        publishing += 1;
        expect(publishing).toBe(1);
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        publishing -= 1;
      });
    }),
  );
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'taken', 'taken']);
});

test('an answer that was lost when it was taken is not mistaken for somebody else', async () => {
  const { of, store } = aWorld();
  const movePointer: Store['movePointer'] = async (name, content, expected) => {
    await store.movePointer(name, content, expected);
    return 'lost-race';
  };
  expect((await publishUnderLease(of('one', { movePointer }), () => Promise.resolve(1))).outcome).toBe('done');
});

/** The process is gone after so many moves: nothing that it would have written then is written. */
function silentCrashAfter(moves: number, store: Store): Store['movePointer'] {
  let left = moves;
  return async (name, content, expected) => {
    left -= 1;
    return left < 0 ? 'lost-race' : await store.movePointer(name, content, expected);
  };
}
