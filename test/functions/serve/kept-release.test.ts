import { expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { keepRelease } from '#functions/serve/kept-release.ts';

function open() {
  let now = 0;
  const clock = { now: () => new Date(now) };
  const store = createMemoryStore(clock);
  let read = 0;
  const counted = {
    ...store,
    readPointer: async (name: string) => {
      read += 1;
      return await store.readPointer(name);
    },
  };
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  return { store, kept: keepRelease(counted, clock, 1), read: () => read, wait };
}

test('the pointer to the release is read once a second, however many ask', async () => {
  const { store, kept, read, wait } = open();
  await store.movePointer('release', 'first', null);
  for (let turn = 0; turn < 5; turn += 1) expect((await kept.readPointer('release'))?.content).toBe('first');
  expect(read()).toBe(1);
  const version = (await store.readPointer('release'))?.version ?? null;
  await store.movePointer('release', 'second', version);
  wait(999);
  expect((await kept.readPointer('release'))?.content).toBe('first');
  wait(1);
  expect((await kept.readPointer('release'))?.content).toBe('second');
});

test('what is moved here is seen here at once, and other pointers are never kept', async () => {
  const { store, kept } = open();
  expect(await kept.readPointer('release')).toBeNull();
  await kept.movePointer('release', 'first', null);
  expect((await kept.readPointer('release'))?.content).toBe('first');
  await store.movePointer('status', 'one', null);
  const version = (await kept.readPointer('status'))?.version ?? null;
  await store.movePointer('status', 'two', version);
  expect((await kept.readPointer('status'))?.content).toBe('two');
});

test('what failed is asked for again', async () => {
  const store = createMemoryStore({ now: () => new Date(0) });
  let isDown = true;
  const kept = keepRelease(
    {
      ...store,
      readPointer: async (name) => {
        if (isDown) throw new Error('down');
        return await store.readPointer(name);
      },
    },
    { now: () => new Date(0) },
    1,
  );
  await expect(kept.readPointer('release')).rejects.toThrow('down');
  isDown = false;
  expect(await kept.readPointer('release')).toBeNull();
});
