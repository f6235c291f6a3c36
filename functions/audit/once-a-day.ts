/** Appends to 操作の記録 what would otherwise be recorded with every request: each thing once a day, by the calendar of Japan. */
import type { AuditFacts } from '#sheets-schema/vocabulary/words/audit-facts.ts';
import { dayInJapan } from '../domain/calendar.ts';
import type { Clock, Store } from '../world.ts';
import { appendAudit } from './append-audit.ts';
import type { NewEntry } from './audit-entry.ts';

/** More a day than an instance of a prefecture ever meets; beyond it something may be recorded twice a day. */
const remembered = 10_000;

/** Once a day for each instance, so that several of them may record the same. What it answers throws when the store fails. */
export function createOnceADay({
  store,
  clock,
}: {
  readonly store: Pick<Store, 'movePointer'>;
  readonly clock: Clock;
}) {
  const lastRecorded = new Map<string, { readonly day: string; readonly done: Promise<void> }>();
  return async <Facts extends AuditFacts>(entry: Omit<NewEntry<Facts>, 'format' | 'at'>): Promise<void> => {
    const now = clock.now();
    const [key, day] = [JSON.stringify(entry), dayInJapan(now)];
    const last = lastRecorded.get(key);
    // A page asks for several things at once: all wait for the one entry.
    if (last?.day === day) return await last.done;
    const done = appendAudit<Facts>(store, { ...entry, format: 1, at: now.toISOString() } as NewEntry<Facts>);
    if (lastRecorded.size >= remembered) lastRecorded.clear();
    lastRecorded.set(key, { day, done });
    try {
      await done;
    } catch (error) {
      lastRecorded.delete(key);
      throw error;
    }
  };
}
