/**
 * What can be healed of a store that is not whole: out of a backup, or by the next run, which writes anew what it misses. Figures come from
 * the workbooks again; what only the store knew (old releases, 秘匿の記録) comes back out of a backup or not at all.
 */
import type { WorkbookId } from '../domain/codes.ts';
import { readAgain } from '../ingest/ingest-store.ts';
import { parseState, statePrefix } from '../ingest/workbook-state.ts';
import { canonicalJson } from '../publish/canonical.ts';
import { archivePointer, readArchive, readHistory, releasePointer } from '../publish/history.ts';
import { objectsOfIndex, objectsOfRelease, objectsOfState } from '../publish/object-graph.ts';
import { releaseHistorySchema, releaseSchema } from '../publish/release-schemas.ts';
import { basisPointer } from '../publish/write-basis.ts';
import type { Store } from '../world.ts';
import type { StoreCheck, StoreTrouble } from './check-store.ts';
import { isWhole } from './copy-objects.ts';
import { keepPointer } from './keep-house.ts';
import { type Pointers, parseJson } from './read-roots.ts';

/**
 * - copied: out of the backup.
 * - removed: nobody needs it.
 * - read-again: the next run reads the workbook again.
 * - computed-again: the next run computes the municipality again, or what prefectures and everybody see.
 * - dropped: a release that is lost altogether leaves the list; where it was the current one, the one before it is shown until the next run.
 * - nothing: only a backup that has it can help, or going back to another release.
 * - later: the store could not be read as a whole, so that nothing is done to any of it. To be asked for again.
 */
export type Cure = 'copied' | 'removed' | 'read-again' | 'computed-again' | 'dropped' | 'nothing' | 'later';

export interface Remedy {
  readonly trouble: StoreTrouble;
  readonly cure: Cure;
}

/** A backup: its objects, and the pointers of the moment that is chosen. */
export interface Backup {
  readonly place: Pick<Store, 'readObject'>;
  readonly pointers: Pointers;
}

/** Pointers that a run writes anew where there are none. */
const writtenAnew = /^(?:workbooks\/|lease\/|open-work\/|(?:basis|status|runs|told|people|keep|removals|bigquery)$)/;

/**
 * @param isSent left out: nothing is changed, and it is said what would be done
 * @throws where the store fails meanwhile; what was mended until then stays so
 */
export async function repairStore({
  store,
  check,
  backup,
  isSent,
}: {
  store: Store;
  check: StoreCheck;
  backup: Backup | null;
  isSent: boolean;
}): Promise<readonly Remedy[]> {
  // What could not be read may be what tells whether the rest is needed, and by whom.
  if (check.troubles.some(({ kind }) => kind === 'unreachable'))
    return check.troubles.map((trouble) => ({ trouble, cure: 'later' }));
  const owners = await findOwners(store);
  // What is mended may be a part of the release that the next run would otherwise take for whole; also where mending breaks off.
  // And the next run sweeps anew, so that nobody is told any more of what is there again.
  if (isSent && check.troubles.length > 0) {
    await store.removePointer(basisPointer);
    await store.removePointer(keepPointer);
  }
  const remedies: Remedy[] = [];
  for (const trouble of check.troubles) {
    remedies.push({ trouble, cure: await mend({ store, backup, isSent }, trouble, owners) });
  }
  return remedies;
}

type Means = { readonly store: Store; readonly backup: Backup | null; readonly isSent: boolean };

async function mend(means: Means, trouble: StoreTrouble, owners: Owners): Promise<Cure> {
  switch (trouble.kind) {
    case 'unreachable':
      return 'later';
    case 'malformed':
      return await mendPointer(means, trouble.name);
    default:
      return await mendObject(means, trouble, owners);
  }
}

async function mendPointer({ store, backup, isSent }: Means, name: string): Promise<Cure> {
  const copy = backup?.pointers.get(name);
  if (!writtenAnew.test(name) && copy === undefined) return 'nothing';
  if (isSent) {
    const version = (await store.readPointer(name))?.version ?? null;
    if (copy === undefined) await store.removePointer(name);
    else await store.movePointer(name, copy, version);
  }
  if (copy !== undefined) return 'copied';
  return name.startsWith(statePrefix) ? 'read-again' : 'removed';
}

async function mendObject(
  { store, backup, isSent }: Means,
  trouble: Extract<StoreTrouble, { readonly needed: unknown }>,
  owners: Owners,
): Promise<Cure> {
  const { kind, name, needed } = trouble;
  // It is whole: whoever needs it names the wrong one.
  if (kind === 'unlike') return 'nothing';
  const copy = (await backup?.place.readObject(name)) ?? null;
  const isInBackup = copy !== null && (await isWhole(name, copy));
  if (isSent && kind === 'damaged') await store.removeObject(name);
  if (isInBackup) {
    if (isSent) await store.putObject(name, copy);
    return 'copied';
  }
  if (needed === null) return 'removed';
  if (needed.role === 'release' && !needed.place.includes('›')) {
    if (isSent) await dropRelease(store, name);
    return 'dropped';
  }
  const states = owners.states.get(name) ?? [];
  if (isSent) for (const pointer of states) await readAgain(pointer.slice(statePrefix.length) as WorkbookId, store);
  const summary = owners.summaries.get(name);
  // Whose summary is not there is computed again, with all that is missing; its index stays, so that its corrections go on.
  if (isSent && summary !== undefined) await store.removeObject(summary);
  if (states.length > 0) return 'read-again';
  return summary !== undefined || owners.shared.has(name) ? 'computed-again' : 'nothing';
}

async function dropRelease(store: Store, lost: string): Promise<void> {
  for (const [pointer, { history, version }] of [
    [releasePointer, await readHistory(store)],
    [archivePointer, await readArchive(store)],
  ] as const) {
    const releases = history.releases.filter(({ release }) => release !== lost);
    if (releases.length < history.releases.length)
      await store.movePointer(pointer, canonicalJson({ ...history, releases }), version);
  }
}

interface Owners {
  /** By object, the pointers of the states that name it. */
  readonly states: ReadonlyMap<string, readonly string[]>;
  /** By object of a municipality in the current release, the municipality's summary. */
  readonly summaries: ReadonlyMap<string, string>;
  /** What prefectures and everybody start from: made anew by every run. */
  readonly shared: ReadonlySet<string>;
}

async function findOwners(store: Store): Promise<Owners> {
  const states = new Map<string, readonly string[]>();
  for (const pointer of await store.listPointers(statePrefix)) {
    const content = (await store.readPointer(pointer))?.content ?? '';
    const state = parseJson(content) === undefined ? null : parseState(content);
    for (const { name } of objectsOfState(state ?? {})) states.set(name, [...(states.get(name) ?? []), pointer]);
  }
  const summaries = new Map<string, string>();
  const shared = new Set<string>();
  const history = parseJson((await store.readPointer(releasePointer))?.content ?? '');
  const [current] = releaseHistorySchema.safeParse(history).data?.releases ?? [];
  if (current === undefined) return { states, summaries, shared };
  const { data: release } = releaseSchema.safeParse(await readIfWhole(store, current.release));
  const waiting = release === undefined ? [] : objectsOfRelease(release);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [, code] = /^office:(\d{6})$/.exec(next.place) ?? [];
    const summary = release?.municipalities[code ?? '']?.summary;
    if (next.role !== 'index' && next.role !== 'summary') {
      if (next.role !== 'ingested') shared.add(next.name);
      continue;
    }
    const inside = next.role === 'index' ? objectsOfIndex(((await readIfWhole(store, next.name)) ?? {}) as object) : [];
    if (summary === undefined) {
      shared.add(next.name);
      waiting.push(...inside);
      continue;
    }
    for (const { name } of [next, ...inside]) summaries.set(name, summary);
  }
  return { states, summaries, shared };
}

/** `null` where it is not there or damaged. @throws where the store fails */
async function readIfWhole(store: Store, name: string): Promise<unknown> {
  const bytes = await store.readObject(name);
  return bytes === null ? null : (parseJson(new TextDecoder().decode(bytes)) ?? null);
}
