/** Does the same for many things, so many at the same time: one after the other, what a whole prefecture has takes minutes. */

const atOnce = 32;

/** In any order. The first failure ends it, once those under way have ended. */
export async function forEachAtOnce<T>(things: Iterable<T>, work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = things[Symbol.iterator]();
  const takeTurns = async () => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) await work(next.value);
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, takeTurns));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
