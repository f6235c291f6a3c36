/**
 * 操作の記録: who did what to access, exports, releases and held workbooks. Beyond the address of whoever did it, an entry holds no
 * personal data: codes, dates and names of releases. Types only.
 */

/** What can be done that somebody may ask about later. */
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
  /** What else matters, without free text. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}
