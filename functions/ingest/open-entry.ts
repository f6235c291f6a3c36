/** One request to the source: a workbook is read and opened, or there is a reason to hold it. */

import type { Log, SheetGrid, WorkbookEntry, WorkbookSource } from '../world.ts';
import { explainFailure, type HeldReading } from './hold-reason.ts';
import { type OpenedWorkbook, openWorkbook } from './tables/open-workbook.ts';

/** A workbook that was read, and whose office is known. */
export interface OpenedEntry {
  readonly outcome: 'opened';
  readonly opened: OpenedWorkbook;
  readonly grids: readonly SheetGrid[];
}

/** A workbook that is to be held. */
export interface HeldEntry extends HeldReading {
  /** What was read; `null` where the source could not give it. */
  readonly grids: readonly SheetGrid[] | null;
  /** セルの印. */
  readonly cellMarks: boolean;
}

/** Never throws: what goes wrong concerns this workbook alone. */
export async function openEntry(
  entry: WorkbookEntry,
  { source, log }: { readonly source: WorkbookSource; readonly log: Log },
): Promise<OpenedEntry | HeldEntry> {
  let grids: readonly SheetGrid[] | null = null;
  try {
    grids = await source.read(entry);
    const opened = openWorkbook(grids);
    if (opened.outcome === 'held') return { ...opened, isToRetry: false, grids };
    return holdIfElsewhere(entry, opened.workbook, grids) ?? { outcome: 'opened', opened: opened.workbook, grids };
  } catch (error) {
    return { ...explainFailure(entry, error, log), grids, cellMarks: true };
  }
}

/** Whose figures these are cannot be said where the registry and the workbook itself disagree. */
function holdIfElsewhere(
  { municipality: registered }: WorkbookEntry,
  { profile, findings }: OpenedWorkbook,
  grids: readonly SheetGrid[],
): HeldEntry | null {
  const own = profile.office.municipality;
  if (registered === undefined || registered === own) return null;
  const reason = { code: 'workbook/other-municipality', facts: { own, registered } } as const;
  return { outcome: 'held', reason, findings, isToRetry: false, grids, cellMarks: profile.cellMarks };
}
