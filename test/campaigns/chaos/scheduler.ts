/**
 * Two processes at once, one step at a time: each waits at every call to the world until it is its turn, and who comes next is decided by
 * the seed. Between two calls nothing waits for anything but the machine itself, so that all have come to their next call once it is idle.
 */
export interface Scheduler {
  /** Waits for the caller's turn. */
  turn(): Promise<void>;
  /** Does all of them, and gives what each came to. */
  together<Result>(works: readonly (() => Promise<Result>)[]): Promise<readonly PromiseSettledResult<Result>[]>;
}

/** Rounds of the event loop without anybody coming to a call. */
const idleRounds = 3;

export function createScheduler(next: () => number): Scheduler {
  let waiting: (() => void)[] = [];
  let running = 0;
  return {
    async turn() {
      if (running > 1) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async together(works) {
      running = works.length;
      const results = works.map(async (work) => {
        try {
          return await work();
        } finally {
          running -= 1;
          if (running <= 1) {
            for (const resolve of waiting.splice(0)) resolve();
          }
        }
      });
      const all = Promise.allSettled(results);
      let isOver = false;
      void all.then(() => {
        isOver = true;
      });
      while (!isOver) {
        let before = -1;
        for (let idle = 0; idle < idleRounds; idle += 1) {
          await new Promise<void>((resolve) => setImmediate(resolve));
          if (waiting.length !== before) [before, idle] = [waiting.length, 0];
        }
        const chosen = waiting[Math.floor(next() * waiting.length)];
        waiting = waiting.filter((one) => one !== chosen);
        chosen?.();
      }
      running = 0;
      return await all;
    },
  };
}
