/** A Store that lives as long as the process: for tests, and the plainest reading of what a Store promises. */
import type { Clock, Pointer, Store } from '../../world.ts';
import { requireObjectName } from '../object-name.ts';

/** Bytes are copied in and out, so that nothing written can change afterwards. */
export function createMemoryStore(clock: Clock): Store {
  const objects = new Map<string, { readonly bytes: Uint8Array; readonly writtenAt: Date }>();
  const pointers = new Map<string, Pointer>();
  let moves = 0;

  return {
    async putObject(name, bytes) {
      requireObjectName(name);
      if (!objects.has(name)) objects.set(name, { bytes: bytes.slice(), writtenAt: clock.now() });
    },
    async readObject(name) {
      return objects.get(name)?.bytes.slice() ?? null;
    },
    async hasObject(name) {
      return objects.has(name);
    },
    async listObjects() {
      return [...objects]
        .map(([name, { writtenAt }]) => ({ name, writtenAt }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    async removeObject(name) {
      objects.delete(name);
    },
    async readPointer(name) {
      return pointers.get(name) ?? null;
    },
    async movePointer(name, content, expected) {
      if ((pointers.get(name)?.version ?? null) !== expected) return 'lost-race';
      moves += 1;
      pointers.set(name, { content, version: String(moves) });
      return 'moved';
    },
    async listPointers(prefix) {
      return [...pointers.keys()].filter((name) => name.startsWith(prefix)).toSorted();
    },
    async removePointer(name) {
      pointers.delete(name);
    },
  };
}
