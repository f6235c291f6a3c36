/**
 * Reads 操作の記録: the entries of a month as Japan's clocks count it, each parsed when it is read. One that cannot be read, or is not what was
 * written under its name, is named as such and stops nobody. Nothing here writes.
 */
import * as z from 'zod';
import { dayInJapan, monthNumbered, monthOf, numberOfMonth } from '../domain/calendar.ts';
import type { Month } from '../domain/codes.ts';
import type { Store } from '../world.ts';
import { auditPrefix, nameEntry } from './append-audit.ts';
import { auditActions, type RecordedEntry } from './audit-entry.ts';

const entrySchema = z.strictObject({
  format: z.literal(1),
  at: z.iso.datetime(),
  action: z.enum(auditActions),
  actor: z.string().nullable(),
  subject: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export interface AuditMonth {
  readonly month: Month;
  /** Newest first. */
  readonly entries: readonly RecordedEntry[];
  /** Names of entries that could not be read, or that somebody has changed since. */
  readonly unreadable: readonly string[];
  /** Older entries of the month that are left out. */
  readonly left: number;
}

/** So many pointers are asked for at the same time. */
const readAtOnce = 32;
/** Months that are offered to be looked at. */
const monthsBack = 36;

/** This month and those before it, newest first. */
export function monthsUntil(now: Date): readonly Month[] {
  const last = numberOfMonth(monthOf(dayInJapan(now)));
  return Array.from({ length: monthsBack }, (_, back) => monthNumbered(last - back));
}

/** @param most so many of the newest are read; the others are counted */
export async function readAudit(store: Store, month: Month, { most }: { readonly most: number }): Promise<AuditMonth> {
  // Names are by UTC: the first nine hours of a month in Japan are of the month before.
  const months = [monthNumbered(numberOfMonth(month) - 1), month];
  const listed = (
    await Promise.all(months.map(async (one) => await store.listPointers(`${auditPrefix}${one}/`)))
  ).flat();
  const names = listed
    .filter((name) => isOfMonth(name, month))
    .toSorted()
    .toReversed();
  const wanted = names.slice(0, most);
  const entries: RecordedEntry[] = [];
  const unreadable: string[] = [];
  for (let from = 0; from < wanted.length; from += readAtOnce) {
    const some = wanted.slice(from, from + readAtOnce);
    const contents = await Promise.all(some.map(async (name) => (await store.readPointer(name))?.content ?? null));
    for (const [place, content] of contents.entries()) {
      const name = some[place] ?? '';
      const entry = parseEntry(content);
      if (entry === null || (await nameEntry(entry.at, content ?? '')) !== name) unreadable.push(name);
      else entries.push(entry);
    }
  }
  return { month, entries, unreadable, left: names.length - wanted.length };
}

/** A name without a time that can be read is of the month that it stands under. */
function isOfMonth(name: string, month: Month): boolean {
  const [, folder = '', at = ''] = /^audit\/(\d{4}-\d{2})\/(.{24})/.exec(name) ?? [];
  const moment = Date.parse(at);
  return Number.isNaN(moment)
    ? folder === month || name.startsWith(`${auditPrefix}${month}/`)
    : monthOf(dayInJapan(new Date(moment))) === month;
}

function parseEntry(content: string | null): RecordedEntry | null {
  if (content === null) return null;
  try {
    return entrySchema.safeParse(JSON.parse(content)).data ?? null;
  } catch {
    return null;
  }
}
