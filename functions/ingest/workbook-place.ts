/** Where people find a workbook and the cells that its findings are about, and when they last changed it. Pure. */
import type { Finding } from '#sheets-schema';
import type { SheetGrid, WorkbookEntry } from '../world.ts';
import type { IngestedWorkbook, WorkbookState } from './ingested.ts';
import { isOwnChange } from './is-to-read.ts';

/** The state with its place, once a workbook was read or could not be. */
export function placeWorkbookState({
  entry,
  known,
  state,
  ingested,
  grids,
}: {
  readonly entry: WorkbookEntry;
  readonly known: { readonly state: WorkbookState | null };
  readonly state: WorkbookState;
  readonly ingested: IngestedWorkbook | null;
  readonly grids: readonly SheetGrid[] | null;
}): WorkbookState {
  const findings = [...state.holdFindings, ...(ingested?.findings ?? [])];
  const address = entry.address ?? null;
  return {
    ...state,
    editedAt: lastEdit(entry, known.state),
    address,
    // Findings of a workbook that could not be opened now are those of its last reading.
    tabIds: address === null ? {} : { ...(ingested === null ? state.tabIds : {}), ...idsOfTabs(grids ?? [], findings) },
  };
}

/** Our answer counts as a change like any other, where people cannot be told from us. */
function lastEdit(entry: WorkbookEntry, before: WorkbookState | null): string | null {
  const { changedAt = null } = entry;
  if (before === null || changedAt === null) return changedAt ?? before?.editedAt ?? null;
  const isOurs = isOwnChange({ ownChangeAt: changedAt }, before);
  return isOurs || entry.ownChangeAt !== undefined ? before.editedAt : changedAt;
}

/** Of tabs with findings only: other names of tabs are nobody's business. */
function idsOfTabs(grids: readonly SheetGrid[], findings: readonly Finding[]): Record<string, string> {
  const told = new Set(findings.map(({ tab }) => tab));
  return Object.fromEntries(grids.flatMap(({ tab, id }) => (told.has(tab) ? [[tab, id] as const] : [])));
}
