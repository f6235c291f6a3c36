/** A source and a store that count what is asked of them. */
import type { Store, WorkbookSource } from '#functions/world.ts';

/** Each listing and each reading of a workbook is one request. */
export function countSource(source: WorkbookSource): { readonly source: WorkbookSource; requests(): number } {
  let requests = 0;
  return {
    requests: () => requests,
    source: {
      ...source,
      list: async () => {
        requests += 1;
        return await source.list();
      },
      read: async (entry) => {
        requests += 1;
        return await source.read(entry);
      },
    },
  };
}

/** Bytes of objects and pointers. */
export function countStore(store: Store): { readonly store: Store; read(): number; written(): number } {
  let [read, written] = [0, 0];
  return {
    read: () => read,
    written: () => written,
    store: {
      ...store,
      putObject: async (name, bytes) => {
        written += bytes.byteLength;
        await store.putObject(name, bytes);
      },
      readObject: async (name) => {
        const bytes = await store.readObject(name);
        read += bytes?.byteLength ?? 0;
        return bytes;
      },
      readPointer: async (name) => {
        const pointer = await store.readPointer(name);
        read += pointer?.content.length ?? 0;
        return pointer;
      },
      movePointer: async (name, content, expected) => {
        written += content.length;
        return await store.movePointer(name, content, expected);
      },
    },
  };
}
