/**
 * Backup (控え): a copy of a store in another one. Objects never change, so only those are copied that are not there yet; the pointers
 * become one object, which a pointer of the copy names: 'backup/<time>'. The pointers are read first and then what they lead to, so that a run
 * that goes on meanwhile leaves the copy as the store was at one moment.
 */
import { canonicalBytes, canonicalJson, nameOfBytes } from '../publish/canonical.ts';
import type { Store } from '../world.ts';
import { copyObjects, type OnKeepProgress } from './copy-objects.ts';
import { findNeeded } from './find-needed.ts';
import { backupPrefix, type Pointers, readPointers, readRoots } from './read-roots.ts';

/** Pointers of the moment (who publishes now, what is being worked on): in a store that is put back they would only be in the way. */
const ofTheMoment = /^(?:backup\/|lease\/|open-work\/|keep$|removals$)/;

export interface BackUpResult {
  /** When, in ISO 8601: what --at of a restoration names. */
  readonly at: string;
  readonly pointers: number;
  readonly objects: number;
  readonly objectsCopied: number;
  /** Needed, but lost or damaged in the store: the copy lacks them too. */
  readonly lost: readonly string[];
}

/** How often the pointers are read anew where objects were thrown away while they were copied. */
const attempts = 3;

export async function backUp({
  from,
  to,
  now,
  onProgress = () => undefined,
}: {
  from: Store;
  to: Store;
  now: Date;
  onProgress?: OnKeepProgress;
}): Promise<BackUpResult> {
  for (let attempt = 1; ; attempt += 1) {
    const pointers = await readLasting(from);
    const { objects, perhaps } = await findNeeded(from, readRoots(pointers));
    const { copied, lost } = await copyObjects({ from, to, onProgress }, { needed: objects.keys(), perhaps });
    // A release whose time was over while it was copied is in no pointer any more: what is lost of it was thrown away.
    if (lost.length > 0 && attempt < attempts && !isSame(pointers, await readLasting(from))) continue;
    const bytes = canonicalBytes({ format: 1, kind: 'snapshot', pointers: Object.fromEntries(pointers) });
    const snapshot = await nameOfBytes(bytes);
    await to.putObject(snapshot, bytes);
    const at = now.toISOString();
    const name = `${backupPrefix}${at}`;
    const before = await to.readPointer(name);
    await to.movePointer(name, canonicalJson({ format: 1, at, snapshot }), before?.version ?? null);
    return { at, pointers: pointers.size, objects: objects.size, objectsCopied: copied, lost };
  }
}

/** The pointers that a copy keeps. */
export async function readLasting(store: Store): Promise<Pointers> {
  const pointers = await readPointers(store, { isWhole: true });
  return new Map([...pointers].filter(([name]) => !ofTheMoment.test(name)));
}

function isSame(one: Pointers, other: Pointers): boolean {
  return canonicalJson(Object.fromEntries(one)) === canonicalJson(Object.fromEntries(other));
}
