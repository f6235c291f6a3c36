/**
 * How often objects were thrown away (the pointer 'removals'). A run finds objects that were written long ago, and names them only when it
 * moves its pointer; what is thrown away in between would be missing. So whoever throws away counts it, before looking once more what is
 * needed, and whoever is about to name what was found looks whether that was counted meanwhile.
 */
import type { Store } from '../world.ts';
import { canonicalJson } from './canonical.ts';

export const removalsPointer = 'removals';

const attempts = 10;

/** Another answer than before: objects were thrown away in between. */
export async function readRemovals(store: Store): Promise<string | null> {
  return (await store.readPointer(removalsPointer))?.content ?? null;
}

/** To be called after objects were removed, and before it is looked which of them have become needed. @throws when the store fails */
export async function countRemoval(store: Store): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await store.readPointer(removalsPointer);
    const content = canonicalJson({ format: 1, removals: numberIn(before?.content ?? null) + 1 });
    if ((await store.movePointer(removalsPointer, content, before?.version ?? null)) === 'moved') return;
  }
  throw new Error(`Others threw objects away ${attempts} times meanwhile`);
}

/** What cannot be read begins anew: that differs from what was there, too. */
function numberIn(content: string | null): number {
  return Number(/"removals":(\d{1,15})\b/.exec(content ?? '')?.[1] ?? 0);
}
