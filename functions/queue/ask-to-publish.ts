/** Asks for a release. All who ask within the same minute ask for one: its name is the minute in which it is to be made. */
import type { Queue } from '../world.ts';
import type { PublishMessage } from './messages.ts';

const slotMilliseconds = 60_000;
/** Clocks of machines differ by less. */
const skewMilliseconds = 5_000;

/**
 * `notBefore` is rounded up to a full minute that lies ahead of every clock: a task of that name has not begun yet, and will see what
 * whoever asks has just left in the store.
 */
export async function askToPublish(
  message: Omit<PublishMessage, 'kind'>,
  { queue, notBefore }: { readonly queue: Queue; readonly notBefore: Date },
): Promise<void> {
  const slot = Math.floor((notBefore.getTime() + skewMilliseconds) / slotMilliseconds) + 1;
  await queue.enqueue({
    name: `publish-${slot}`,
    to: 'publish',
    body: { kind: 'publish', ...message } satisfies PublishMessage,
    notBefore: new Date(slot * slotMilliseconds),
  });
}
