/** A workbook that was tried again and again, and nobody came to an end with it. Pure. */
import { dayInJapan } from '../domain/calendar.ts';
import type { WorkbookEntry } from '../world.ts';
import type { WorkbookState } from './ingested.ts';
import { holdWorkbook } from './workbook-state.ts';

const dayMilliseconds = 86_400_000;

/** It is held, and read again when it changes or on the next day: what ends the process each time must not cost the others theirs. */
export function giveUpWorkbook(entry: WorkbookEntry, before: WorkbookState | null, now: Date): WorkbookState {
  const reason = { code: 'workbook/given-up' };
  const held = holdWorkbook(entry, before, { reason, municipality: entry.municipality ?? null }, now);
  return { ...held, recheckOn: dayInJapan(new Date(now.getTime() + dayMilliseconds)) };
}
