/**
 * 操作の記録: who did what to access, exports, releases and held workbooks. Beyond the address of whoever did it, an entry holds no
 * personal data: codes, dates and names of releases. Types only.
 */
import type { AuditFacts } from '#sheets-schema/vocabulary/words/audit-facts.ts';

/**
 * What can be done that somebody may ask about later. signed-in: with a token or a proxy, what somebody asks first on a day.
 * settings-changed: a rule of 秘匿.
 */
export const auditActions = [
  'signed-in',
  'refused',
  'signed-out',
  'exported',
  'role-given',
  'role-taken',
  'released',
  'rolled-back',
  'restored',
  'held',
  'mended',
  'let-through',
  'settings-changed',
] as const;

export type AuditAction = (typeof auditActions)[number];

export interface AuditEntry {
  readonly format: 1;
  /** When, in ISO 8601. */
  readonly at: string;
  readonly action: AuditAction;
  /** The address of whoever did it; `null` where Kasanari itself did. */
  readonly actor: string | null;
  /** What it was done to, as a code: 'office:162051', the name of a release, the id of a workbook. */
  readonly subject: string | null;
  /** What else matters, without free text; each fact has words for people (vocabulary/words/audit-facts.ts). */
  readonly facts: AuditFacts;
}

/** An entry as it is read again: earlier and later versions may have recorded other facts. */
export interface RecordedEntry extends Omit<AuditEntry, 'facts'> {
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** Nothing, where all facts have words; else those that have none, as what can never be given. */
type Wordless<Facts> = Facts extends unknown
  ? { readonly [Name in Exclude<keyof Facts, keyof AuditFacts>]: never }
  : never;

/** An entry to be recorded, with no fact that has no words. */
export type NewEntry<Facts extends AuditFacts> = Omit<AuditEntry, 'facts'> & {
  readonly facts: Facts & Wordless<Facts>;
};
