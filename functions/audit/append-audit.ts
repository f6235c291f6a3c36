/**
 * Appends to 操作の記録: each entry is a pointer of its own that is made once and never moved, so nothing is overwritten and writers
 * never wait for each other. The same entry twice is one entry.
 */
import type { AuditFacts } from '#sheets-schema/vocabulary/words/audit-facts.ts';
import { canonicalJson, nameOfBytes } from '../publish/canonical.ts';
import type { Store } from '../world.ts';
import type { AuditEntry, NewEntry } from './audit-entry.ts';

export const auditPrefix = 'audit/';

/** The pointer of an entry: 'audit/2026-11/2026-11-21T01:02:03.456Z-<the beginning of its digest>'; sorted by name is sorted by time. */
export async function auditPointer(entry: AuditEntry): Promise<string> {
  return await nameEntry(entry.at, canonicalJson(entry));
}

/** By it, an entry that somebody changed in the store is told from one that was written. */
export async function nameEntry(at: string, content: string): Promise<string> {
  const digest = await nameOfBytes(new TextEncoder().encode(content));
  return `${auditPrefix}${at.slice(0, 7)}/${at}-${digest.slice(0, 16)}`;
}

/** @throws when the store fails: what cannot be recorded is not done */
export async function appendAudit<Facts extends AuditFacts>(
  store: Pick<Store, 'movePointer'>,
  entry: NewEntry<Facts>,
): Promise<void> {
  await store.movePointer(await auditPointer(entry), canonicalJson(entry), null);
}
