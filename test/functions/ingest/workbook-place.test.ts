import { describe, expect, test } from 'vitest';
import type { WorkbookId } from '#functions/domain/codes.ts';
import type { WorkbookState } from '#functions/ingest/ingested.ts';
import { placeWorkbookState } from '#functions/ingest/workbook-place.ts';
import type { SheetGrid, WorkbookEntry } from '#functions/world.ts';
import { createFinding } from '../../../functions/ingest/findings/create-finding.ts';
import { aState, aWorkbook } from '../publish/ingested-builder.ts';

const address = 'https://docs.google.com/spreadsheets/d/1AbC/edit';
const entry: WorkbookEntry = { id: '1AbC' as WorkbookId, name: '社協', revision: '7' };
const grids: readonly SheetGrid[] = ['相談受付', '家計メモ'].map((tab, place) => ({
  tab,
  id: String(place + 40),
  rows: [],
  merges: [],
}));
const finding = createFinding(
  { tab: '相談受付', row: 12, header: '受付日', cell: 'C12' },
  { code: 'date/without-year' },
);
const ingested = aWorkbook({ findings: [finding] });
const before = aState(ingested, 'a');
const place = (listed: Partial<WorkbookEntry>, known: WorkbookState | null = before) =>
  placeWorkbookState({ entry: { ...entry, ...listed }, known: { state: known }, state: before, ingested, grids });

describe('the place of a workbook', () => {
  test('of a spreadsheet the tabs with findings are kept; names of other tabs are not', () => {
    const state = place({ address });
    expect(state.tabIds).toEqual({ 相談受付: '40' });
  });

  test('of a file nothing can be opened', () => {
    const state = place({});
    expect([state.address, state.tabIds]).toEqual([null, {}]);
  });
});

describe('the last edit', () => {
  const known = { ...before, editedAt: '2024-07-01T00:00:00.000Z', answeredAt: '2024-07-02T00:00:00.000Z' };

  test('is when somebody changed the workbook, as far as the source knows', () => {
    expect(place({ changedAt: '2024-07-09T00:00:00.000Z' }, null).editedAt).toBe('2024-07-09T00:00:00.000Z');
    expect(place({ changedAt: '2024-07-09T00:00:00.000Z' }, known).editedAt).toBe('2024-07-09T00:00:00.000Z');
    expect(place({}, known).editedAt).toBe(known.editedAt);
    expect(place({}, null).editedAt).toBeNull();
  });

  test('our own answer is none', () => {
    expect(place({ changedAt: '2024-07-02T00:00:01.000Z' }, known).editedAt).toBe(known.editedAt);
    const later = '2024-07-05T00:00:00.000Z';
    expect(place({ changedAt: later, ownChangeAt: later }, known).editedAt).toBe(known.editedAt);
  });
});
