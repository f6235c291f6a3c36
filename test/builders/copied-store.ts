/** A store that holds what another one holds, so that what both begin with is made once. */
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { Clock, Store } from '#functions/world.ts';

/** Its objects are as old as the clock says now. */
export async function copyStore(from: Store, clock: Clock): Promise<Store> {
  const copy = createMemoryStore(clock);
  for (const { name } of await from.listObjects()) {
    const bytes = await from.readObject(name);
    if (bytes !== null) await copy.putObject(name, bytes);
  }
  for (const name of await from.listPointers('')) {
    const pointer = await from.readPointer(name);
    if (pointer !== null) await copy.movePointer(name, pointer.content, null);
  }
  return copy;
}
