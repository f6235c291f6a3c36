/**
 * A store whose pointer to the release is read at most once in a while, for the read API: each answer begins with that pointer, and in a
 * bucket it costs a request of its own. A new release is seen so much later; never a mixture, since all of an answer follows one pointer.
 */
import type { Clock, Pointer, Store } from '../world.ts';

export interface ReleaseKeepingStore extends Store {
  /** The pointer as it was last read, while it may still be taken for what it says; else `null`. Reads nothing. */
  recallRelease(): Pointer | null;
}

/** `seconds` is how old the pointer may be. What moves it here is seen here at once. */
export function keepRelease(store: Store, clock: Clock, seconds: number): ReleaseKeepingStore {
  let kept: { readonly pointer: Promise<Pointer | null>; readonly until: number; known: Pointer | null } | null = null;
  const forget = (name: string) => {
    if (name === 'release') kept = null;
  };
  return {
    ...store,
    async readPointer(name) {
      if (name !== 'release') return await store.readPointer(name);
      const now = clock.now().getTime();
      if (kept !== null && now < kept.until) return await kept.pointer;
      const pointer = store.readPointer(name);
      const asked = { pointer, until: now + seconds * 1000, known: null as Pointer | null };
      kept = asked;
      try {
        asked.known = await pointer;
        return asked.known;
      } catch (error) {
        // What failed is asked for again.
        if (kept === asked) kept = null;
        throw error;
      }
    },
    recallRelease: () => (kept !== null && clock.now().getTime() < kept.until ? kept.known : null),
    async movePointer(name, content, expected) {
      const outcome = await store.movePointer(name, content, expected);
      forget(name);
      return outcome;
    },
    async removePointer(name) {
      await store.removePointer(name);
      forget(name);
    },
  };
}
