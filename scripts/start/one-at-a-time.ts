/** Runs one after the other: whatever is asked for during a run causes exactly one more when it ends. */

export interface OneAtATime {
  /** Asks for a run; settles when no run is left to do. */
  run(): Promise<void>;
}

/** @param work must not throw: a run that failed is its own business */
export function createOneAtATime(work: () => Promise<void>): OneAtATime {
  let isAskedFor = false;
  let current: Promise<void> | null = null;

  async function runUntilDone(): Promise<void> {
    while (isAskedFor) {
      isAskedFor = false;
      await work();
    }
    current = null;
  }

  return {
    run() {
      isAskedFor = true;
      current ??= runUntilDone();
      return current;
    },
  };
}
