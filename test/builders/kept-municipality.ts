/** Typed workbooks of one municipality, checked beside each other and put together with the rows that are kept of them. */
import type { Day, MunicipalityCode, WorkbookId } from '#functions/domain/codes.ts';
import { type CheckedWorkbook, checkWorkbook } from '#functions/ingest/checks/check-workbook.ts';
import type { WorkbookState } from '#functions/ingest/ingested.ts';
import { settleAreas } from '#functions/ingest/settle-areas.ts';
import { type OpenedWorkbook, openWorkbook } from '#functions/ingest/tables/open-workbook.ts';
import { computeIndex } from '#functions/publish/compute-index.ts';
import { computeRows } from '#functions/publish/details/compute-rows.ts';
import { keepRows } from '#functions/publish/details/kept-rows.ts';
import { createMunicipality } from '#functions/publish/municipality.ts';
import type { SheetGrid } from '#functions/world.ts';
import { aState } from '../functions/publish/ingested-builder.ts';
import { today } from './ingest.ts';

/** Workbooks by file name. */
export type Workbooks = Readonly<Record<string, readonly SheetGrid[]>>;

/** Checks them against the areas of all. */
export function checkTogether(workbooks: Workbooks, day: string = today): readonly CheckedWorkbook[] {
  const opened = Object.entries(workbooks).map(([name, grids]): readonly [string, OpenedWorkbook] => {
    const outcome = openWorkbook(grids);
    if (outcome.outcome === 'held') throw new Error(`held: ${outcome.reason.code}`);
    return [name, outcome.workbook];
  });
  const united = settleAreas(
    opened.map(([, { areas }]) => areas?.areas ?? []),
    ({ name }) => name === '氷見市',
  );
  return opened.map(([name, workbook]) =>
    checkWorkbook({ workbook: name as WorkbookId, name, opened: workbook, united, today: day as Day }),
  );
}

/** The municipality 162051 with its rows and its index. */
export function keepTogether(
  workbooks: Workbooks,
  { day = today, state = {} }: { readonly day?: string; readonly state?: Partial<WorkbookState> } = {},
) {
  const checked = checkTogether(workbooks, day);
  const municipality = createMunicipality(
    '162051' as MunicipalityCode,
    checked.map(({ ingested }) => ({ ingested, state: aState(ingested, 'object', state) })),
    day as Day,
  );
  const kept = keepRows(municipality, new Map(checked.map(({ rows }) => [rows.workbook, rows])));
  const objects = { cuts: {}, goals: '', findings: '', details: {}, signals: [] };
  return {
    checked,
    municipality,
    kept,
    rows: [...computeRows(municipality, kept)],
    index: computeIndex(municipality, objects, () => ''),
  };
}
