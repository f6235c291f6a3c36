/**
 * Loads releases into a warehouse beside publishing: of each day the last one. Never fails a run: what could not be loaded is in the log and in
 * the pointer 'bigquery', and made up for by the next run. Figures that were published under a rule of 秘匿 that is looser than today's are
 * not loaded, and those that were are taken away.
 */
import * as z from 'zod';
import { dayInJapan } from '../domain/calendar.ts';
import { isAtLeastAsStrict, type ProtectionPolicy } from '../domain/protection-policy.ts';
import { canonicalBytes, canonicalJson, nameOfBytes } from '../publish/canonical.ts';
import {
  keyOf,
  listKeptReleases,
  newestFirst,
  type PublishedRelease,
  readHistory,
  readJson,
} from '../publish/history.ts';
import type { Audience, RulesInForce } from '../publish/release.ts';
import { releaseSchema } from '../publish/release-schemas.ts';
import { protectionPolicy } from '../publish/schema-parts.ts';
import type { Log, Store } from '../world.ts';
import { openTables, type ReleaseTable } from './read-rows.ts';
import type { Warehouse } from './warehouse.ts';

export const tablesPointer = 'bigquery';

/** So many days are made up for in one run. */
const daysAtOnce = 5;
/** Days that are remembered: an older one that was missed stays missed. */
const daysRemembered = 60;

const tablesStateSchema = z.object({
  format: z.literal(1),
  /** The day (Japan) from which days are loaded. */
  since: z.string(),
  /** By day, the release that was loaded and for whom. */
  loaded: z.record(z.string(), z.string()),
  /** By table and by 'prefecture:16' or 'public:16', the loosest rule that its rows were published under. */
  policies: z.record(z.string(), z.record(z.string(), protectionPolicy)),
  /** Since when loading fails, and why; `null`: it does not. */
  trouble: z.object({ since: z.string(), cause: z.string() }).nullable(),
});

/** What the pointer 'bigquery' holds. */
export type TablesState = z.infer<typeof tablesStateSchema>;

/** `null` where nothing was ever loaded. */
export async function readTablesState(store: Store): Promise<TablesState | null> {
  const pointer = await store.readPointer(tablesPointer);
  return pointer === null ? null : tablesStateSchema.parse(JSON.parse(pointer.content));
}

export interface TablesWorld {
  readonly store: Store;
  readonly warehouse: Warehouse;
  /** 'prefectures': every prefecture, as it is shown. Offices' exact figures only where they are named. */
  readonly audiences: 'prefectures' | readonly Audience[];
  readonly now: Date;
  readonly log: Log;
}

export async function loadTables(world: TablesWorld): Promise<'loaded' | 'nothing-new' | 'failed'> {
  const { store, log, now } = world;
  try {
    const { history } = await readHistory(store);
    const [current] = history.releases;
    if (current === undefined) return 'nothing-new';
    const before = await readTablesState(store);
    let state: TablesState = before ?? firstState(current);
    const due = findDue(await listKeptReleases(store), state, world.audiences);
    try {
      for (const { day, entry } of due.slice(0, daysAtOnce)) {
        state = await loadDay(world, { day, entry, state, rules: history.rules ?? {} });
        await leave(store, { ...state, trouble: null });
      }
    } catch (error) {
      const cause = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : '';
      await leave(store, { ...state, trouble: { since: before?.trouble?.since ?? now.toISOString(), cause } });
      throw error;
    }
    return due.length === 0 ? 'nothing-new' : 'loaded';
  } catch (error) {
    log.error('publish/bigquery-failed', { cause: error instanceof Error ? `${error.name}: ${error.message}` : '' });
    return 'failed';
  }
}

function firstState({ publishedAt }: PublishedRelease): TablesState {
  return { format: 1, since: dayInJapan(new Date(publishedAt)), loaded: {}, policies: {}, trouble: null };
}

/** What was loaded for a day: another release, or other audiences, is loaded anew. */
function loadedAs(entry: PublishedRelease, audiences: TablesWorld['audiences']): string {
  return `${keyOf(entry)} ${String(audiences)}`;
}

/** Days whose last release is not loaded, oldest first. Pure. */
function findDue(
  kept: readonly PublishedRelease[],
  { since, loaded }: TablesState,
  audiences: TablesWorld['audiences'],
): { readonly day: string; readonly entry: PublishedRelease }[] {
  const last = new Map<string, PublishedRelease>();
  for (const entry of kept.toSorted(newestFirst)) {
    const day = dayInJapan(new Date(entry.publishedAt));
    if (day >= since && !last.has(day)) last.set(day, entry);
  }
  const days = [...last].slice(0, daysRemembered).toReversed();
  return days
    .filter(([day, entry]) => loaded[day] !== loadedAs(entry, audiences))
    .map(([day, entry]) => ({ day, entry }));
}

async function loadDay(
  { store, warehouse, audiences, log }: TablesWorld,
  { day, entry, state, rules }: { day: string; entry: PublishedRelease; state: TablesState; rules: RulesInForce },
): Promise<TablesState> {
  const release = releaseSchema.parse(await readJson(store, entry.release));
  const asked =
    audiences === 'prefectures'
      ? Object.keys(release.audiences).filter((audience) => audience.startsWith('prefecture:'))
      : audiences;
  const policies = { ...state.policies };
  for (const audience of asked as readonly Audience[]) {
    const of = { day, release: entry.release, publishedAt: entry.publishedAt };
    for (const table of await openTables(store, { release, audience, of })) {
      const { name } = table.table;
      if (isLooser(policies[name] ?? {}, rules)) {
        await warehouse.remove(table.table);
        delete policies[name];
        log.warn('publish/bigquery-stricter-rule', { table: name });
      }
      if (isLooser(table.policies, rules)) continue;
      await warehouse.prepare(table.table);
      await warehouse.load(table.table, { day, job: await jobOf(table, entry), rows: table.rows() });
      policies[name] = loosest(policies[name] ?? {}, table.policies);
    }
  }
  const loaded = Object.entries({ ...state.loaded, [day]: loadedAs(entry, audiences) }).toSorted(([one], [other]) =>
    one < other ? 1 : -1,
  );
  return { ...state, loaded: Object.fromEntries(loaded.slice(0, daysRemembered)), policies };
}

/** Whether rows were published under a looser rule than the one that holds. */
function isLooser(policies: Readonly<Record<string, ProtectionPolicy>>, rules: RulesInForce): boolean {
  return Object.entries(policies).some(([key, policy]) => {
    const rule = rules[key];
    return rule !== undefined && !isAtLeastAsStrict(policy, rule);
  });
}

function loosest(
  before: Readonly<Record<string, ProtectionPolicy>>,
  policies: Readonly<Record<string, ProtectionPolicy>>,
): Record<string, ProtectionPolicy> {
  const merged = { ...before };
  for (const [key, policy] of Object.entries(policies)) {
    const known = merged[key];
    if (known === undefined || !isAtLeastAsStrict(policy, known)) merged[key] = policy;
  }
  return merged;
}

/** The same work has the same name, so that a job whose answer was lost is not done twice. */
async function jobOf({ table }: ReleaseTable, entry: PublishedRelease): Promise<string> {
  const digest = await nameOfBytes(canonicalBytes([table.name, table.version, table.columns, keyOf(entry)]));
  return `kasanari_${table.name}_${digest.slice(0, 32)}`;
}

/** Whoever loses a race for this pointer was the earlier run: loading again does no harm. */
async function leave(store: Store, state: TablesState): Promise<void> {
  const before = await store.readPointer(tablesPointer);
  const content = canonicalJson(state);
  if (before?.content !== content) await store.movePointer(tablesPointer, content, before?.version ?? null);
}
