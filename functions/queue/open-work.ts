/**
 * Work that was enqueued and is not done: a pointer 'open-work/<key>' for each piece. It is there before its message and goes when the
 * work is done, so that a duplicate finds nothing to do, a lost message is noticed by the next plan, and publish knows what to wait for.
 */
import * as z from 'zod';
import { canonicalJson } from '../publish/canonical.ts';
import type { Store } from '../world.ts';
import type { Work } from './messages.ts';

export const openWorkPrefix = 'open-work/';

const openWorkSchema = z.object({
  format: z.literal(1),
  run: z.string(),
  since: z.iso.datetime(),
  /** How often somebody has begun with it without coming to an end. */
  attempts: z.int().min(0),
});

export type OpenWork = z.infer<typeof openWorkSchema>;

export interface KnownWork {
  readonly open: OpenWork;
  readonly version: string;
}

export function openWorkPointer({ key }: Pick<Work, 'key'>): string {
  return `${openWorkPrefix}${key}`;
}

/** `null` where it is done, or was never begun. */
export async function readOpenWork(pointer: string, store: Store): Promise<KnownWork | null> {
  const found = await store.readPointer(pointer);
  if (found === null) return null;
  return { open: openWorkSchema.parse(JSON.parse(found.content)), version: found.version };
}

/** Since when it is open: now, unless it was before. */
export async function openUp(work: Work, { run, now }: { run: string; now: Date }, store: Store): Promise<OpenWork> {
  const fresh: OpenWork = { format: 1, run, since: now.toISOString(), attempts: 0 };
  const known = await readOpenWork(openWorkPointer(work), store);
  if (known !== null) return known.open;
  if ((await store.movePointer(openWorkPointer(work), canonicalJson(fresh), null)) === 'moved') return fresh;
  return (await readOpenWork(openWorkPointer(work), store))?.open ?? fresh;
}

/** Counts that somebody begins with it; `null` where it is done. @throws when others begin with it again and again meanwhile */
export async function countAttempt(work: Work, store: Store): Promise<OpenWork | null> {
  for (let tries = 0; tries < 5; tries += 1) {
    const known = await readOpenWork(openWorkPointer(work), store);
    if (known === null) return null;
    const counted = { ...known.open, attempts: known.open.attempts + 1 };
    const moved = await store.movePointer(openWorkPointer(work), canonicalJson(counted), known.version);
    if (moved === 'moved') return counted;
  }
  throw new Error(`Others are at work on ${work.key}`);
}

/** It came forward, so what failed before says nothing of the rest. */
export async function forgetAttempts(work: Work, store: Store): Promise<void> {
  const known = await readOpenWork(openWorkPointer(work), store);
  if (known === null) return;
  await store.movePointer(openWorkPointer(work), canonicalJson({ ...known.open, attempts: 0 }), known.version);
}

export async function closeWork(work: Pick<Work, 'key'>, store: Store): Promise<void> {
  await store.removePointer(openWorkPointer(work));
}
