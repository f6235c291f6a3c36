/** Takes workbooks in without a world, or through a memory store, as of 2024-07-10. */
import type { Finding } from '#sheets-schema';
import { systemClock } from '../../functions/adapters/clock.ts';
import { createMemoryStore } from '../../functions/adapters/memory/store.ts';
import { createMemoryWorkbooks, type MemoryWorkbook } from '../../functions/adapters/memory/workbooks.ts';
import type { Day, WorkbookId } from '../../functions/domain/codes.ts';
import { type CheckedWorkbook, checkWorkbook } from '../../functions/ingest/checks/check-workbook.ts';
import { type IngestCounts, ingestWorkbooks } from '../../functions/ingest/ingest.ts';
import type { IngestedWorkbook, WorkbookState } from '../../functions/ingest/ingested.ts';
import { settleAreas } from '../../functions/ingest/settle-areas.ts';
import { openWorkbook } from '../../functions/ingest/tables/open-workbook.ts';
import { statePointer } from '../../functions/ingest/workbook-state.ts';
import { planRun } from '../../functions/plan/plan.ts';
import type { Log, SheetGrid, Store } from '../../functions/world.ts';

/** The day of the run in these tests. */
export const today = '2024-07-10' as Day;

/** One workbook by itself, checked. Throws where it would be held. */
export function takeIn(grids: readonly SheetGrid[], day: string = today): CheckedWorkbook {
  const opened = openWorkbook(grids);
  if (opened.outcome === 'held') throw new Error(`held: ${opened.reason.code}`);
  const { areas, profile } = opened.workbook;
  const united = settleAreas([areas?.areas ?? []], ({ name }) => name === profile.office.municipalityName);
  return checkWorkbook({
    workbook: 'a' as WorkbookId,
    name: 'a.xlsx',
    opened: opened.workbook,
    united,
    today: day as Day,
  });
}

/** The findings of a workbook as 'code cell', and how many other rows they stand for. */
export function findingsOf(grids: readonly SheetGrid[], day: string = today): readonly string[] {
  return takeIn(grids, day).ingested.findings.map(summarise);
}

/** 'area/not-found 相談受付!D3', with '+2' for two other rows. */
export function summarise({ code, tab, cell, row, otherRows }: Finding): string {
  const place = cell ?? (row === null ? '' : String(row));
  return `${code} ${tab ?? ''}!${place}${otherRows.length > 0 ? ` +${otherRows.length}` : ''}`;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A memory store that workbooks are taken into, run after run. */
export interface Ingestion {
  readonly store: Store;
  run(workbooks: readonly MemoryWorkbook[], day?: string): Promise<Omit<IngestCounts, 'postponed'>>;
  stateOf(id: string): Promise<WorkbookState | null>;
  ingestedOf(id: string): Promise<IngestedWorkbook | null>;
}

/** Creates an empty one. */
export function createIngestion(): Ingestion {
  const store = createMemoryStore(systemClock);
  const stateOf = async (id: string) => {
    const pointer = await store.readPointer(statePointer(id as WorkbookId));
    return pointer === null ? null : (JSON.parse(pointer.content) as WorkbookState);
  };
  return {
    store,
    async run(workbooks, day = today) {
      const source = createMemoryWorkbooks(() => workbooks);
      const plan = await planRun({ source, store, today: day as Day });
      const now = new Date(`${day}T03:00:00Z`);
      const world = { source, store, feedback: null, now, log: silentLog, isTimeUp: () => false };
      const { postponed, ...counts } = await ingestWorkbooks({ ...world, plan });
      if (postponed > 0) throw new Error('postponed without hurry');
      return counts;
    },
    stateOf,
    async ingestedOf(id) {
      const object = (await stateOf(id))?.ingested ?? null;
      const bytes = object === null ? null : await store.readObject(object);
      return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as IngestedWorkbook);
    },
  };
}
