/** Reading and writing of published objects as promises; every object is parsed with its schema on the way in. */
import type * as z from 'zod';
import type { Store } from '../world.ts';
import { canonicalBytes, nameOfBytes } from './canonical.ts';
import type { ObjectName } from './release.ts';

/** Writes an object unless it is there already, and says its name. @throws ZodError where it is not what its type says */
export async function writeObject(
  store: Store,
  schema: z.ZodType,
  value: unknown,
): Promise<{ name: ObjectName; isNew: boolean }> {
  schema.parse(value);
  const bytes = canonicalBytes(value);
  const name = await nameOfBytes(bytes);
  if (await store.hasObject(name)) return { name, isNew: false };
  await store.putObject(name, bytes);
  return { name, isNew: true };
}

/** The JSON of an object; `null` where the store does not have it. */
export async function readJson(store: Store, name: ObjectName): Promise<unknown> {
  const bytes = await store.readObject(name);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
}
