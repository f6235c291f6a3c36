/** What a municipality keeps of the release before: all of it where nothing changed, and where the store lost what it would be computed from. */
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { WorkbookState } from '../ingest/ingested.ts';
import type { Store } from '../world.ts';
import { officeAudience } from './audiences.ts';
import { readJson } from './history.ts';
import type { ObjectName, Release } from './release.ts';
import { summarySchema } from './release-schemas.ts';
import type { WrittenMunicipality } from './write-municipality.ts';

/** A municipality's objects, and the digest of what they were computed from. */
export interface TakenOver extends WrittenMunicipality {
  readonly inputs: ObjectName;
}

/** Its objects of the release before, whatever they were computed from; `null` where there are none, or the store lost them. */
export async function takeLast(
  store: Store,
  before: Release | null,
  code: MunicipalityCode,
): Promise<TakenOver | null> {
  const known = before?.municipalities[code];
  const index = before?.audiences[officeAudience(code)];
  if (known === undefined || index === undefined) return null;
  const summary = summarySchema.safeParse(await readJson(store, known.summary));
  if (!summary.success || !(await store.hasObject(index))) return null;
  return { index, summaryName: known.summary, summary: summary.data, inputs: known.inputs };
}

/** The same, where they were computed from the same inputs. */
export async function takeOver(
  store: Store,
  before: Release | null,
  code: MunicipalityCode,
  inputs: ObjectName,
): Promise<TakenOver | null> {
  return before?.municipalities[code]?.inputs === inputs ? await takeLast(store, before, code) : null;
}

/** Workbooks whose last good figures, or rows, the store no longer has. Without them an office would count as if it had none. */
export async function findLost(store: Store, states: readonly WorkbookState[]): Promise<readonly WorkbookId[]> {
  const lost: WorkbookId[] = [];
  for (const { workbook, ingested, rows } of states) {
    const named = [ingested, rows ?? null].filter((name) => name !== null);
    const found = await Promise.all(named.map(async (name) => await store.hasObject(name)));
    if (found.includes(false)) lost.push(workbook);
  }
  return lost;
}
