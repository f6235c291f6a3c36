/**
 * What the last release was computed from, as a digest (the pointer 'basis'): where it is the same again, a run computes nothing, and asks
 * the store for nothing but where workbooks stand. Whoever mends objects of a release takes the pointer away.
 */
import type { Day } from '../domain/codes.ts';
import { rulesVersion } from '../domain/rules-version.ts';
import type { WorkbookState } from '../ingest/ingested.ts';
import type { Store } from '../world.ts';
import { canonicalBytes, canonicalJson, nameOfBytes } from './canonical.ts';
import { readRelease } from './history.ts';
import { groupByMunicipality, inputsOf } from './municipality.ts';
import { type Audience, type ObjectName, releaseFormat } from './release.ts';
import { basisSchema } from './release-schemas.ts';
import type { SharingWorld } from './write-shared.ts';

export const basisPointer = 'basis';

/** What was published, and from what. */
export interface Basis {
  readonly basis: string;
  readonly release: ObjectName;
  readonly municipalities: number;
  readonly withheld: readonly Audience[];
}

/** Equal digests give equal releases, on the same store. `states` in the order in which they are put together. */
export async function digestOfBasis(
  states: readonly WorkbookState[],
  { today, sharing: { policies, protections = [], guides } }: { readonly today: Day; readonly sharing: SharingWorld },
): Promise<string> {
  return await nameOfBytes(
    canonicalBytes({
      format: releaseFormat,
      rules: rulesVersion,
      today,
      policies,
      protections,
      guides,
      order: states.map(({ workbook }) => workbook),
      municipalities: [...groupByMunicipality(states)].map(([code, group]) => [code, inputsOf(group, today)]),
    }),
  );
}

/** `null` where nothing was published, by a version that did not say from what, or where that cannot be read: then all is computed. */
export async function readBasis(store: Store): Promise<Basis | null> {
  const pointer = await store.readPointer(basisPointer);
  const parsed = basisSchema.safeParse(pointer === null ? null : readContent(pointer.content));
  return parsed.success ? { ...parsed.data, withheld: parsed.data.withheld as Audience[] } : null;
}

function readContent(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whoever loses a race for it was the earlier run. */
export async function leaveBasis(store: Store, { basis, release, municipalities, withheld }: Basis): Promise<void> {
  const before = await store.readPointer(basisPointer);
  const content = canonicalJson({ format: 1, basis, release, municipalities, withheld });
  if (before?.content !== content) await store.movePointer(basisPointer, content, before?.version ?? null);
}

/** So many objects are looked for at the same time. */
const lookedForAtOnce = 32;

/** Whether the store still has what every municipality of a release begins with; what it lost is computed anew. */
export async function stands(store: Store, name: ObjectName): Promise<boolean> {
  const release = await readRelease(store, name);
  if (release === null) return false;
  const names = [
    ...Object.values(release.audiences),
    ...Object.values(release.municipalities).map(({ summary }) => summary),
  ];
  for (let from = 0; from < names.length; from += lookedForAtOnce) {
    const some = names.slice(from, from + lookedForAtOnce);
    const found = await Promise.all(some.map(async (each) => await store.hasObject(each)));
    if (found.includes(false)) return false;
  }
  return true;
}
