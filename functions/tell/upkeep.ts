/**
 * What is done beside runs and fails none of them: keeping the store in order, and loading tables for analysts. Each leaves in a pointer of its
 * own since when it goes wrong. Pure; what an earlier version left, or cannot be read, says nothing.
 */
import * as z from 'zod';
import type { Day } from '../domain/codes.ts';
import { type Trouble, trouble } from './trouble.ts';

const keepSchema = z.object({
  failedSince: z.string().nullable().default(null),
  missingSince: z.string().nullable().default(null),
  sweep: z.object({ objectsMissing: z.number() }).nullable().default(null),
});
const tablesSchema = z.object({ trouble: z.object({ since: z.string() }).nullable().default(null) });

/** The pointers that hold it. */
export const upkeepPointers = { keep: 'keep', tables: 'bigquery' } as const;

/** Their contents; `null` where there is none. */
export type Upkeep = Readonly<Record<keyof typeof upkeepPointers, string | null>>;

export function findUpkeepTroubles({ keep, tables }: Upkeep, today: Day): readonly Trouble[] {
  const kept = keepSchema.safeParse(parse(keep)).data;
  const loaded = tablesSchema.safeParse(parse(tables)).data;
  const found: Trouble[] = [];
  if (kept?.missingSince != null)
    found.push(
      trouble({
        key: 'lost',
        kind: 'lost',
        since: kept.missingSince,
        facts: { count: kept.sweep?.objectsMissing ?? 0 },
      }),
    );
  // Of today it may be under way, and tomorrow it is tried again.
  if (kept?.failedSince != null && kept.failedSince < today)
    found.push(trouble({ key: 'keeping', kind: 'keeping', since: kept.failedSince }));
  if (loaded?.trouble != null)
    found.push(trouble({ key: 'tables', kind: 'tables', since: loaded.trouble.since, mayPass: true }));
  return found;
}

function parse(content: string | null): unknown {
  try {
    return content === null ? null : JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
