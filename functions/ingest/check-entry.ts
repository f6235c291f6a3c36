/** The rows of one opened workbook against the areas of its municipality: an object in the store, and the state that names it. */

import type { WorkbookEntry } from '../world.ts';
import { checkWorkbook } from './checks/check-workbook.ts';
import { explainFailure } from './hold-reason.ts';
import { leaveObject } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import type { IngestedWorkbook, WorkbookState } from './ingested.ts';
import type { UnitedAreas } from './settle-areas.ts';
import type { OpenedWorkbook } from './tables/open-workbook.ts';
import { acceptWorkbook, holdWorkbook, leftBehind } from './workbook-state.ts';

export interface Checked {
  readonly state: WorkbookState;
  /** `null` where it is held. */
  readonly ingested: IngestedWorkbook | null;
}

/** A mistake of ours holds this workbook alone. @throws when the store fails */
export async function checkEntry(
  task: {
    readonly entry: WorkbookEntry;
    readonly opened: OpenedWorkbook;
    readonly united: UnitedAreas;
    readonly areasDigest: string;
    /** Workbooks of the same office whose place it takes. */
    readonly heirOf: readonly WorkbookState[];
    readonly before: WorkbookState | null;
  },
  { store, now, today, log }: Pick<IngestWorld, 'store' | 'now' | 'today' | 'log'>,
): Promise<Checked> {
  const { entry, opened, united, before, areasDigest, heirOf } = task;
  const { municipality } = opened.profile.office;
  if (united.stated.size === 0) {
    // Where its figures are of another municipality, this one would not be known to be its own.
    const facts = leftBehind(before, municipality).length > 0 ? { own: municipality } : {};
    const reason =
      opened.areas === null
        ? { code: 'workbook/no-required-tabs', facts: { tabs: '圏域', ...facts } }
        : { code: 'workbook/no-areas', facts };
    const state = holdWorkbook(entry, before, { reason, findings: opened.findings, municipality, areasDigest }, now);
    return { state, ingested: null };
  }
  let checked: ReturnType<typeof checkWorkbook>;
  try {
    checked = checkWorkbook({ workbook: entry.id, name: entry.name, opened, united, today });
  } catch (error) {
    return {
      state: holdWorkbook(entry, before, { ...explainFailure(entry, error, log), municipality, areasDigest }, now),
      ingested: null,
    };
  }
  const { ingested, recheckOn } = checked;
  const object = await leaveObject(ingested, store);
  const rows = await leaveObject(checked.rows, store);
  return {
    state: acceptWorkbook({ entry, before, heirOf, object, rows, ingested, areasDigest, recheckOn, now }),
    ingested,
  };
}
