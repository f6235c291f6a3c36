/** What comes with every request stands in 操作の記録 once a day. */
import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createOnceADay } from '#functions/audit/once-a-day.ts';

const entry = { action: 'signed-in', actor: 'fukushi@city.example.jp', subject: null, facts: { by: 'proxy' } } as const;

test('what is asked at the same time leaves one entry, though the clock goes on, and the next day in Japan another', async () => {
  let time = Date.parse('2026-11-21T14:59:00Z');
  const clock = {
    now: () => {
      time += 1;
      return new Date(time);
    },
  };
  const store = createMemoryStore(clock);
  const record = createOnceADay({ store, clock });
  await Promise.all([record(entry), record(entry), record(entry)]);
  await record(entry);
  expect(await store.listPointers('audit/')).toHaveLength(1);
  time += 60_000;
  await record(entry);
  expect(await store.listPointers('audit/')).toHaveLength(2);
});

test('what could not be recorded is tried again, and nobody who waited for it goes on', async () => {
  const clock = { now: () => new Date('2026-11-21T03:00:00Z') };
  const store = createMemoryStore(clock);
  let isDown = true;
  const record = createOnceADay({
    store: {
      movePointer: async (...given) =>
        isDown ? await Promise.reject(new Error('503')) : await store.movePointer(...given),
    },
    clock,
  });
  const both = await Promise.allSettled([record(entry), record(entry)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  await record(entry);
  expect(await store.listPointers('audit/')).toHaveLength(1);
});
