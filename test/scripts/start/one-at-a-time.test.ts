/** Runs follow each other; nothing asked for during a run is lost, and nothing is done twice for nothing. */
import { expect, test } from 'vitest';
import { createOneAtATime } from '../../../scripts/start/one-at-a-time.ts';

/** Work that ends when it is told to. */
function watchedWork() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  return {
    ends,
    most: () => most,
    async work() {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((end) => ends.push(end));
      running -= 1;
    },
  };
}

/** Lets everything that is ready go on. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

test('three changes during a run cause one more run', async () => {
  const watched = watchedWork();
  const runs = createOneAtATime(watched.work);
  const first = runs.run();
  await breathe();
  void runs.run();
  void runs.run();
  const last = runs.run();
  expect(watched.ends).toHaveLength(1);
  watched.ends[0]?.();
  await breathe();
  expect(watched.ends).toHaveLength(2);
  watched.ends[1]?.();
  await Promise.all([first, last]);
  expect([watched.ends.length, watched.most()]).toEqual([2, 1]);
});

test('after the last run the next change starts a new one', async () => {
  const watched = watchedWork();
  const runs = createOneAtATime(watched.work);
  for (const position of [0, 1]) {
    const run = runs.run();
    await breathe();
    watched.ends[position]?.();
    await run;
  }
  expect(watched.ends).toHaveLength(2);
});
