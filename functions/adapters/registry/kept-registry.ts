/**
 * What was last read of the registry, kept in the store (the pointer 'registry') with the version that it was read at: while that
 * stands, the registry costs no request, and where a tab of it breaks, its last good rows go on.
 */
import type { Registry, RegistryTrouble } from '../../domain/registration.ts';
import type { Store } from '../../world.ts';

/** Raised whenever the same registry would be read otherwise, or kept in another form. */
export const keptFormat = 3;
const pointerName = 'registry';

export interface KeptRegistry extends Registry {
  readonly format: typeof keptFormat;
  /** The spreadsheet's id, or the file's whole path. */
  readonly place: string;
  /** As people know it. */
  readonly name: string;
  /** Drive's version, or the file's revision. */
  readonly version: string;
  /** What does not stand in the registry as it should; the rows are then those of an earlier reading. */
  readonly troubles: readonly RegistryTrouble[];
}

/** `null` where nothing is kept of this place. */
export async function readKeptRegistry(store: Store, place: string): Promise<KeptRegistry | null> {
  const pointer = await store.readPointer(pointerName);
  if (pointer === null) return null;
  const kept = JSON.parse(pointer.content) as KeptRegistry;
  return kept.format === keptFormat && kept.place === place ? kept : null;
}

/** Contacts are of no use to a run, so the store does not hold them. Of two runs at once, either's reading will do. */
export async function keepRegistry(store: Store, registry: Omit<KeptRegistry, 'format'>): Promise<void> {
  const pointer = await store.readPointer(pointerName);
  const workbooks = registry.workbooks.map((workbook) => ({ ...workbook, contact: null }));
  const content = JSON.stringify({ ...registry, workbooks, format: keptFormat });
  if (pointer?.content !== content) await store.movePointer(pointerName, content, pointer?.version ?? null);
}
