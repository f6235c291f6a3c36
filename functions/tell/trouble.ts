/** What can be wrong (手当ての要ること), as data that messages and the page 運用の状態 are made of. Types only, and the shapes in the store. */
import * as z from 'zod';

const both = z.object({ ja: z.string(), en: z.string() });

/** Kinds of trouble, the weightiest first; also the keys of their words (troubleMessages). */
export const troubleKinds = [
  'failing',
  'late',
  'lost',
  'registry-unread',
  'held',
  'asked',
  'unanswered',
  'withheld',
  'registry-rows',
  'keeping',
  'tables',
  'channel',
] as const;

export const troubleSchema = z.object({
  /** The same trouble has the same key in each run: 'held:1AbC…', 'late'. */
  key: z.string(),
  kind: z.enum(troubleKinds),
  /** A day ('2026-11-18') or a moment in ISO 8601. */
  since: z.string(),
  /** Of held, asked and unanswered: whose workbook; `null` where nobody knows. */
  workbook: z
    .object({
      id: z.string(),
      name: z.string(),
      /** Municipality code. */
      municipality: z.string().nullable(),
      municipalityName: z.string().nullable(),
      office: z.string().nullable(),
      /** Where people open it. */
      address: z.string().nullable(),
      /** Its row in the tab 登録 of the registry, where the contact stands. */
      registryRow: z.number().nullable(),
      keepsFigures: z.boolean(),
    })
    .nullable(),
  /** Why, as a sentence in both languages; `null` where the kind says it all. */
  reason: both.nullable(),
  /** What else the words of its kind name: {count}, {audience}, {channel}. */
  facts: z.record(z.string(), z.union([both, z.number()])),
  /** It often passes by itself: told only once it has lasted into another day. */
  mayPass: z.boolean(),
});

export type Trouble = z.infer<typeof troubleSchema>;

/** The key of the trouble that a receiver cannot be reached. */
export function channelKey(name: string): string {
  return `channel:${name}`;
}

/** One that is nobody's workbook and says all by its kind, unless more is given. */
export function trouble(parts: Pick<Trouble, 'key' | 'kind' | 'since'> & Partial<Trouble>): Trouble {
  return { workbook: null, reason: null, facts: {}, mayPass: false, ...parts };
}
