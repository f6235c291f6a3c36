/** Everything that a store still needs: from its pointers along every reference. Reads only objects that lead on to others. */
import * as z from 'zod';
import { type NeededObject, objectsOfIndex, objectsOfRelease } from '../publish/object-graph.ts';
import type { Store } from '../world.ts';
import { forEachAtOnce } from './at-once.ts';
import { parseJson, type Roots, readRoots } from './read-roots.ts';

export interface Needed {
  /** By name, what it is and by what it is needed, like 'release › office:162051 › area/E01'. */
  readonly objects: ReadonlyMap<string, NeededObject>;
  /** What may be names of objects besides; kept where they are some. */
  readonly perhaps: ReadonlySet<string>;
  /** Objects that lead on and cannot be read (the store has lost them, or their content is damaged): what they lead to is not known. */
  readonly unread: ReadonlySet<string>;
}

const text = z.string();
const named = z.record(text, text);
/** Of other versions too. */
const releaseOfAnyVersion = z.looseObject({
  audiences: named,
  municipalities: z.record(text, z.looseObject({ summary: text.optional() })).default({}),
  workbooks: z.array(z.looseObject({ workbook: text, object: text })).default([]),
});
const indexOfAnyVersion = z.union([
  z.looseObject({
    kind: z.literal('office'),
    cuts: named,
    goals: text,
    findings: text,
    details: named.optional(),
  }),
  z.looseObject({
    kind: z.literal('prefecture'),
    comparison: z.looseObject({ start: text, measures: named }).optional(),
  }),
  z.looseObject({ kind: z.literal('public'), prefectures: z.array(z.looseObject({ code: text, index: text })) }),
]);

/** The pointers of a store at one moment, as a copy keeps them. */
export const snapshotSchema = z.strictObject({ format: z.literal(1), kind: z.literal('snapshot'), pointers: named });

/** What an object that leads on names; `null` where it is not what it is to be. Pure. */
export function objectsOf(role: NeededObject['role'], value: unknown): Roots | null {
  const only = (needed: readonly NeededObject[]): Roots => ({ needed, perhaps: [], malformed: [] });
  switch (role) {
    case 'release': {
      const { data } = releaseOfAnyVersion.safeParse(value);
      return data === undefined ? null : only(objectsOfRelease(data));
    }
    case 'index': {
      const { data } = indexOfAnyVersion.safeParse(value);
      return data === undefined ? null : only(objectsOfIndex(data));
    }
    case 'snapshot': {
      const { data } = snapshotSchema.safeParse(value);
      return data === undefined ? null : readRoots(new Map(Object.entries(data.pointers)));
    }
    default:
      return only([]);
  }
}

/** Whether an object of a role names others. */
export const leadsOn = (role: NeededObject['role']) => role === 'release' || role === 'index' || role === 'snapshot';

export async function findNeeded(store: Pick<Store, 'readObject'>, roots: Roots): Promise<Needed> {
  const objects = new Map<string, NeededObject>();
  const perhaps = new Set(roots.perhaps);
  const unread = new Set<string>();
  let wave: NeededObject[] = [];
  const take = (needed: readonly NeededObject[], by: NeededObject | null) => {
    for (const each of needed) {
      if (objects.has(each.name)) continue;
      const place = by === null ? each.place : `${by.place} › ${each.place}`;
      objects.set(each.name, { ...each, place });
      if (leadsOn(each.role)) wave.push({ ...each, place });
    }
  };
  take(roots.needed, null);
  while (wave.length > 0) {
    const reading = wave;
    wave = [];
    await forEachAtOnce(reading, async (by) => {
      const bytes = await store.readObject(by.name);
      const found = bytes === null ? null : objectsOf(by.role, parseJson(new TextDecoder().decode(bytes)));
      if (found === null) unread.add(by.name);
      take(found?.needed ?? [], by);
      for (const each of found?.perhaps ?? []) perhaps.add(each);
    });
  }
  return { objects, perhaps, unread };
}
