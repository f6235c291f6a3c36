/**
 * Drawing in pieces, one a picture, so that the page answers in between: first what else is on the screen, then what lies below it. The
 * browser's clock comes in, so that the order can be tested without a browser.
 */

/** When the browser does what. */
export interface StageClock {
  /** Calls in a task of its own once the next picture has been drawn; soon all the same while the page is hidden and nothing is drawn. */
  afterPicture(run: () => void): void;
}

export type StagePlace = 'screen' | 'below';

/** Draws a part; `isAll` asks for all of it at once, however much it is. */
export type Piece = (isAll: boolean) => void;

export interface Stages {
  /** Queues a piece behind those that wait for the same place; what it returns takes it back. */
  add(piece: Piece, place?: StagePlace): () => void;
  /** Does now all that waits, as before printing. */
  flush(): void;
}

/** @param whenStanding told before the first piece below the screen: all that is on the screen is drawn */
export function createStages(clock: StageClock, whenStanding: () => void = () => undefined): Stages {
  const waiting: Readonly<Record<StagePlace, Set<Piece>>> = { screen: new Set(), below: new Set() };
  let isStarted = false;
  let isStanding = false;
  const draw = (place: StagePlace): boolean => {
    const [piece] = waiting[place];
    if (piece === undefined) return false;
    waiting[place].delete(piece);
    // Laid out and painted before the next comes: many pieces in one picture would be one long task again.
    clock.afterPicture(next);
    piece(false);
    return true;
  };
  const next = () => {
    if (draw('screen')) return;
    if (isStanding) {
      isStarted = draw('below');
      return;
    }
    isStanding = true;
    // What is drawn after a picture (effects, charts) belongs to what one looks at: one picture more.
    clock.afterPicture(() => {
      if (waiting.screen.size === 0) whenStanding();
      next();
    });
  };
  return {
    add(piece, place = 'below') {
      // The same function may wait twice for two parts of a page.
      const own: Piece = (isAll) => piece(isAll);
      waiting[place].add(own);
      if (place === 'screen' || !isStarted) isStanding = false;
      if (!isStarted) clock.afterPicture(next);
      isStarted = true;
      return () => void waiting[place].delete(own);
    },
    flush() {
      for (const pieces of [waiting.screen, waiting.below])
        for (const piece of pieces) {
          pieces.delete(piece);
          piece(true);
        }
    },
  };
}
