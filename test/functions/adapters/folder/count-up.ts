/** Counts a pointer up from a process of its own: `tsx count-up.ts FOLDER TIMES`. */
import { createFolderStore } from '#functions/adapters/folder/store.ts';

const [folder = '', times = '0'] = process.argv.slice(2);
const store = createFolderStore(folder);
let counted = 0;
while (counted < Number(times)) {
  const pointer = await store.readPointer('counter');
  const next = String(Number(pointer?.content ?? 0) + 1);
  if ((await store.movePointer('counter', next, pointer?.version ?? null)) === 'moved') counted += 1;
}
