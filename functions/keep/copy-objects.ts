/** Copies objects from one store to another: what is missing there, each held against its name on the way. */
import { nameOfBytes } from '../publish/canonical.ts';
import type { Store } from '../world.ts';
import { forEachAtOnce } from './at-once.ts';

/** How far it has come; `name` is the object being worked on. */
export type OnKeepProgress = (progress: {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}) => void;

export interface CopiedObjects {
  readonly copied: number;
  /** Objects that the first store has lost, or whose content is no longer what their name says. They are not copied. */
  readonly lost: readonly string[];
}

/** Whether the bytes are what the name says: the SHA-256 of the content. */
export async function isWhole(name: string, bytes: Uint8Array): Promise<boolean> {
  return (await nameOfBytes(new Uint8Array(bytes))) === name;
}

export async function copyObjects(
  { from, to, onProgress }: { from: Pick<Store, 'readObject'>; to: Store; onProgress: OnKeepProgress },
  { needed, perhaps }: { needed: Iterable<string>; perhaps: Iterable<string> },
): Promise<CopiedObjects> {
  const there = new Set((await to.listObjects()).map(({ name }) => name));
  const certain = new Set(needed);
  const all = [...new Set([...certain, ...perhaps])].filter((name) => !there.has(name)).toSorted();
  const lost: string[] = [];
  let [done, copied] = [0, 0];
  await forEachAtOnce(all, async (name) => {
    const bytes = await from.readObject(name);
    if (bytes !== null && (await isWhole(name, bytes))) {
      await to.putObject(name, bytes);
      copied += 1;
    } else if (certain.has(name)) lost.push(name);
    done += 1;
    onProgress({ done, total: all.length, name });
  });
  return { copied, lost: lost.toSorted() };
}
