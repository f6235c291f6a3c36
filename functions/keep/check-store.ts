/**
 * Whether a store is whole (保存場所の点検): every object is what its name says, every reference of every kept release, of the states of the
 * workbooks and of 秘匿の記録 leads to an object, and every pointer and object is of the form that it is to be. Changes nothing.
 */
import { rulesVersion } from '../domain/rules-version.ts';
import { comparisonSchema, measureComparisonSchema } from '../publish/comparison-schemas.ts';
import { detailSchemas } from '../publish/detail-schemas.ts';
import { releasePointer } from '../publish/history.ts';
import type { NeededObject } from '../publish/object-graph.ts';
import { protectedGroupSchema, releaseSchema, summarySchema } from '../publish/release-schemas.ts';
import { cutSchema, findingsSchema, goalsSchema, publishedSchemas } from '../publish/schemas.ts';
import type { Store } from '../world.ts';
import { forEachAtOnce } from './at-once.ts';
import { isWhole, type OnKeepProgress } from './copy-objects.ts';
import { findNeeded, objectsOf } from './find-needed.ts';
import { parseJson, readPointers, readRoots } from './read-roots.ts';

/**
 * - damaged: its content is not what its name says.
 * - missing: needed, and not there.
 * - unlike: whole, and not of the form that whoever needs it expects.
 * - malformed: a pointer whose content is not what it is to be.
 * - unreachable: the store failed when it was asked, so that nobody knows whether it is there; asked again later, it may be whole.
 */
export type StoreTrouble =
  | { readonly kind: 'damaged'; readonly name: string; readonly needed: NeededObject | null }
  | { readonly kind: 'missing' | 'unlike'; readonly name: string; readonly needed: NeededObject }
  | { readonly kind: 'malformed'; readonly name: string }
  | { readonly kind: 'unreachable'; readonly name: string; readonly reason: string };

export interface StoreCheck {
  /** In the order of kinds and names. None: the store is whole. */
  readonly troubles: readonly StoreTrouble[];
  readonly objects: number;
  readonly pointers: number;
  /**
   * Objects that nothing leads to: what runs left that broke off, and what pruning has not come to yet. No trouble. `null`: it is not
   * known, because what some objects lead to could not be read just then.
   */
  readonly orphans: number | null;
  /** Objects of releases of earlier versions, which are whole and of another form than today's. No trouble. */
  readonly ofOtherVersions: number;
}

interface Schema {
  safeParse(value: unknown): { readonly success: boolean };
}

const schemas: Readonly<Partial<Record<NeededObject['role'], Schema>>> = {
  release: releaseSchema,
  cut: cutSchema,
  goals: goalsSchema,
  findings: findingsSchema,
  comparison: comparisonSchema,
  measure: measureComparisonSchema,
  summary: summarySchema,
  protection: protectedGroupSchema,
};
const byKind = { ...publishedSchemas, ...detailSchemas } as Readonly<Record<string, Schema | undefined>>;

/** Whether an object is of today's form for its role. */
function isAlike({ role }: NeededObject, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const kind = 'kind' in value && typeof value.kind === 'string' ? value.kind : '';
  if (role === 'index' || role === 'detail') return byKind[kind]?.safeParse(value).success === true;
  return schemas[role]?.safeParse(value).success ?? true;
}

/**
 * Objects with more bytes (large cuts) are held against their names only: what bears the name of its content was parsed before it was written,
 * and to parse a prefecture's takes many minutes.
 */
const parsedUpTo = 200_000;

export async function checkStore(store: Store, onProgress: OnKeepProgress = () => undefined): Promise<StoreCheck> {
  const pointers = await readPointers(store, { isWhole: true });
  const listed = (await store.listObjects()).map(({ name }) => name);
  const roots = readRoots(pointers);
  const { reading, unreachable } = readWhatAnswers(store);
  const { objects: needed, perhaps } = await findNeeded(reading, roots);
  const current = await findCurrent(reading, pointers.get(releasePointer));
  const troubles: StoreTrouble[] = roots.malformed.map((name) => ({ kind: 'malformed', name }));
  const there = new Set(listed);
  let [done, ofOtherVersions] = [0, 0];
  await forEachAtOnce(listed, async (name) => {
    const bytes = await reading.readObject(name);
    done += 1;
    onProgress({ done, total: listed.length, name });
    if (unreachable.has(name)) return;
    // Thrown away since it was listed: where somebody needs it, that is told below.
    if (bytes === null) return void there.delete(name);
    const by = needed.get(name) ?? null;
    if (!(await isWhole(name, bytes))) return void troubles.push({ kind: 'damaged', name, needed: by });
    if (by === null || bytes.length > parsedUpTo) return;
    const value = parseJson(new TextDecoder().decode(bytes));
    if (objectsOf(by.role, value) === null || (current.has(name) && !isAlike(by, value)))
      troubles.push({ kind: 'unlike', name, needed: by });
    else if (!isAlike(by, value)) ofOtherVersions += 1;
  });
  for (const [name, by] of needed) {
    // Written since it was listed, by a run under way.
    if (there.has(name) || (await reading.hasObject(name)) || unreachable.has(name)) continue;
    troubles.push({ kind: 'missing', name, needed: by });
  }
  for (const [name, reason] of unreachable) troubles.push({ kind: 'unreachable', name, reason });
  return {
    troubles: troubles.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    objects: listed.length,
    pointers: pointers.size,
    orphans: unreachable.size > 0 ? null : listed.filter((name) => !needed.has(name) && !perhaps.has(name)).length,
    ofOtherVersions,
  };
}

const keyOf = ({ kind, name }: StoreTrouble) => `${kind} ${name}`;

type Reading = Pick<Store, 'readObject' | 'hasObject'>;

/** Asks the store, and notes where it failed: what could not be read is another thing than what is not there. */
function readWhatAnswers(store: Store): {
  readonly reading: Reading;
  readonly unreachable: ReadonlyMap<string, string>;
} {
  const unreachable = new Map<string, string>();
  async function ask<T>(name: string, otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      unreachable.set(name, error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  }
  return {
    unreachable,
    reading: {
      readObject: async (name) => await ask(name, null, async () => await store.readObject(name)),
      hasObject: async (name) => await ask(name, false, async () => await store.hasObject(name)),
    },
  };
}

/** What the current release consists of: of that nothing may be of another version. */
async function findCurrent(store: Reading, content: string | undefined): Promise<ReadonlySet<string>> {
  if (content === undefined) return new Set();
  const [release] = readRoots(new Map([[releasePointer, content]])).needed;
  const bytes = release === undefined ? null : await store.readObject(release.name);
  if (release === undefined || bytes === null) return new Set();
  const { data } = releaseSchema.safeParse(parseJson(new TextDecoder().decode(bytes)));
  // An update that came after it makes no trouble: the next run publishes anew.
  if (data === undefined || data.rules !== rulesVersion) return new Set();
  return new Set((await findNeeded(store, { needed: [release], perhaps: [], malformed: [] })).objects.keys());
}
