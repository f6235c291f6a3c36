/**
 * Work that waits until what one looks at is drawn: one piece a picture, so that the page answers in between. The browser's clock comes in, so that the order can be tested without a browser.
 */

/** When the browser does what. */
export interface StageClock {
  /** Calls in a task of its own once the next picture has been drawn; soon all the same while the page is hidden and nothing is drawn. */
  afterPicture(run: () => void): void;
}

export interface Stages {
  /** Queues a piece behind those that wait; what it returns takes it back. */
  add(piece: () => void): () => void;
  /** Does now all that waits, as before printing. */
  flush(): void;
}

/** @param whenStanding told each time before the first piece: all that does not wait is drawn */
export function createStages(clock: StageClock, whenStanding: () => void = () => undefined): Stages {
  const waiting = new Set<() => void>();
  let isStarted = false;
  const next = () => {
    const [piece] = waiting;
    if (piece === undefined) {
      isStarted = false;
      return;
    }
    waiting.delete(piece);
    // Laid out and painted before the next comes: many pieces in one picture would be one long task again.
    clock.afterPicture(next);
    piece();
  };
  return {
    add(piece) {
      // The same function may wait twice for two parts of a page.
      const own = () => piece();
      waiting.add(own);
      if (!isStarted) {
        isStarted = true;
        // What is drawn after a picture (effects, charts) belongs to what one looks at: two pictures, not one.
        clock.afterPicture(() =>
          clock.afterPicture(() => {
            whenStanding();
            next();
          }),
        );
      }
      return () => void waiting.delete(own);
    },
    flush() {
      for (const piece of waiting) {
        waiting.delete(piece);
        piece();
      }
    },
  };
}
