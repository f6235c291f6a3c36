/**
 * What the pointers of a store lead to. Pointers that lead to releases, states of workbooks and 秘匿の記録 are read as what they are; of any
 * other, whatever looks like the name of an object is taken for one, so that nothing is thrown away that somebody may still need.
 */
import * as z from 'zod';
import { archivePointer, releasePointer } from '../publish/history.ts';
import { type NeededObject, objectsOfProtection, objectsOfState } from '../publish/object-graph.ts';
import { protectionPointerSchema, releaseHistorySchema } from '../publish/release-schemas.ts';
import type { Store } from '../world.ts';
import { forEachAtOnce } from './at-once.ts';

/** Copies of this or another store, each a pointer: 'backup/2026-11-21T01:02:03.456Z'. */
export const backupPrefix = 'backup/';

/** Pointers that never name an object that they need: there may be many, and reading each is a request. */
const leadNowhere = /^(?:audit\/|lease\/|open-work\/|people$|basis$|removals$|runs$|status$|told$)/;

/** Pointers by name, with their content. */
export type Pointers = ReadonlyMap<string, string>;

export interface Roots {
  readonly needed: readonly NeededObject[];
  /** What may be names of objects; whether they are, nobody here knows. */
  readonly perhaps: readonly string[];
  /** Pointers whose content cannot be read, or is not what it is to be. */
  readonly malformed: readonly string[];
}

/** @param isWhole also those that lead nowhere, for who copies or checks all */
export async function readPointers(store: Store, { isWhole }: { readonly isWhole: boolean }): Promise<Pointers> {
  const names = (await store.listPointers('')).filter((name) => isWhole || !leadNowhere.test(name));
  const read = new Map<string, string>();
  await forEachAtOnce(names, async (name) => {
    const pointer = await store.readPointer(name);
    if (pointer !== null) read.set(name, pointer.content);
  });
  return new Map([...read].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const name = z.string().regex(/^[0-9a-f]{64}$/);

/** Of other versions too, so that no more is asked than what leads on. */
const stateSchema = z.looseObject({
  format: z.literal(1),
  workbook: z.string().min(1),
  revision: z.string(),
  ingested: name.nullable(),
  rows: name.nullish(),
  firstSeen: name.nullish(),
});

export const snapshotPointerSchema = z.looseObject({ format: z.literal(1), at: z.iso.datetime(), snapshot: name });

/** What pointers lead to. Pure. */
export function readRoots(pointers: Pointers): Roots {
  const needed: NeededObject[] = [];
  const perhaps: string[] = [];
  const malformed: string[] = [];
  for (const [pointer, content] of pointers) {
    const found = readRoot(pointer, content);
    if (found === null) malformed.push(pointer);
    else needed.push(...found);
    if (!leadNowhere.test(pointer)) perhaps.push(...(content.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []));
  }
  return { needed, perhaps, malformed };
}

/** `null`: malformed. */
function readRoot(pointer: string, content: string): readonly NeededObject[] | null {
  const value = parseJson(content);
  if (value === undefined) return null;
  const under = (objects: readonly NeededObject[]) =>
    objects.map((each) => ({ ...each, place: `${pointer} › ${each.place}` }));
  if (pointer === releasePointer || pointer === archivePointer) {
    const { data } = releaseHistorySchema.safeParse(value);
    return data?.releases.map(({ release }) => ({ name: release, role: 'release', place: pointer })) ?? null;
  }
  if (pointer.startsWith('workbooks/')) {
    const { data } = stateSchema.safeParse(value);
    if (data === undefined || `workbooks/${data.workbook}` !== pointer) return null;
    const { ingested, rows = null, firstSeen = null } = data;
    return under(objectsOfState({ ingested, rows, firstSeen }));
  }
  if (pointer.startsWith('protection/')) {
    const { data } = protectionPointerSchema.safeParse(value);
    return data === undefined ? null : under(objectsOfProtection(data));
  }
  if (pointer.startsWith(backupPrefix)) {
    const { data } = snapshotPointerSchema.safeParse(value);
    return data === undefined ? null : [{ name: data.snapshot, role: 'snapshot', place: pointer }];
  }
  return [];
}

/** `undefined` for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
