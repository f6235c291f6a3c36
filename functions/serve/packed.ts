/**
 * Stored objects as they go over the line: compressed once and kept for a while under their name, which is made of their content. Who may
 * have them has been decided before anybody asks here, so that one copy serves every audience that may see the same bytes.
 */
import { parseAccept } from 'hono/utils/accept';
import type { ObjectName } from '../publish/release.ts';

/** In the order in which we would rather answer. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

export type Pack = (bytes: Uint8Array, encoding: Encoding) => Promise<Uint8Array>;

/** Compressed bytes that are kept in all, and of one object; an instance has 512 MiB. */
const keptAtMost = 32 * 1024 * 1024;
const largestKept = 8 * 1024 * 1024;
/** Smaller ones fit into one packet as they are. */
export const smallestPacked = 1024;

export interface PackedObjects {
  /** Compressed, or as they are where that is too little to gain. */
  pack(name: ObjectName, encoding: Encoding, read: () => Promise<Uint8Array>): Promise<PackedBytes>;
  /** What is kept already; else `null`. */
  recall(name: ObjectName, encoding: Encoding): Uint8Array | null;
}

export interface PackedBytes {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding | null;
}

export function createPackedObjects(pack: Pack): PackedObjects {
  const kept = new Map<string, Uint8Array>();
  /** Of those that are compressed just now: whoever asks meanwhile waits along. */
  const underWay = new Map<string, Promise<PackedBytes>>();
  let keptBytes = 0;

  function keep(key: string, bytes: Uint8Array): void {
    if (bytes.byteLength > largestKept || kept.has(key)) return;
    kept.set(key, bytes);
    keptBytes += bytes.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (keptBytes <= keptAtMost) break;
      kept.delete(oldest);
      keptBytes -= byteLength;
    }
  }

  /** The one that was asked for last goes last. */
  function recall(key: string): Uint8Array | null {
    const found = kept.get(key);
    if (found === undefined) return null;
    kept.delete(key);
    kept.set(key, found);
    return found;
  }

  async function packNow(key: string, encoding: Encoding, read: () => Promise<Uint8Array>): Promise<PackedBytes> {
    const plain = await read();
    if (plain.byteLength < smallestPacked) return { bytes: plain, encoding: null };
    const bytes = await pack(plain, encoding);
    keep(key, bytes);
    return { bytes, encoding };
  }

  return {
    recall: (name, encoding) => recall(`${encoding} ${name}`),
    async pack(name, encoding, read) {
      const key = `${encoding} ${name}`;
      const bytes = recall(key);
      if (bytes !== null) return { bytes, encoding };
      const asked = underWay.get(key) ?? packNow(key, encoding, read).finally(() => underWay.delete(key));
      underWay.set(key, asked);
      return await asked;
    },
  };
}

/** Headers of Accept-Encoding as browsers send them are few; of others so many are remembered. */
const rememberedAtMost = 100;
const remembered = new Map<string, Encoding | null>();

/** The encoding to answer with, or `null` to send the bytes as they are (RFC 9110, 12.5.3). */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding | null {
  if (acceptEncoding === undefined) return null;
  const known = remembered.get(acceptEncoding);
  if (known !== undefined) return known;
  const accepted = parseAccept(acceptEncoding);
  const weightOf = (name: string) => accepted.find(({ type }) => type.toLowerCase() === name)?.q;
  const other = weightOf('*') ?? 0;
  const best = Math.max(...encodings.map((encoding) => weightOf(encoding) ?? other));
  const chosen = best > 0 ? (encodings.find((encoding) => (weightOf(encoding) ?? other) === best) ?? null) : null;
  if (remembered.size >= rememberedAtMost) remembered.clear();
  remembered.set(acceptEncoding, chosen);
  return chosen;
}
