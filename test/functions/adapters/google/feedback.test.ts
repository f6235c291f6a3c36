import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CellMark, SheetGrid } from '#functions/world.ts';
import { describeFeedback } from '../../../contracts/feedback.ts';
import { anAnswer, aTab, createAnsweredWorld } from './answered-spreadsheet.ts';

let world: Awaited<ReturnType<typeof createAnsweredWorld>>;
beforeAll(async () => {
  world = await createAnsweredWorld();
});
afterAll(async () => await world.close());
beforeEach(() => world.reset());

describeFeedback('Google', async () => {
  const { source, feedback, person } = await world.openOne();
  const letters = 'ABCDEFGH';
  return {
    source,
    feedback,
    type: async ({ tab, row, column }, text) => person.tab(tab).type(`${letters[column]}${row + 1}`, `'${text}`),
    removeTab: async (tab) => person.deleteTab(tab),
    makeViewOnly: async () => person.share('viewer'),
    writes: () => world.standIn.writes(),
  };
});

describe('what is asked of Google for an answer', () => {
  it('is one write, and no read', async () => {
    const { answer } = await world.openOne();
    expect(await answer(anAnswer)).toBe('settled');
    expect(world.standIn.requests).toEqual(['POST /v4/spreadsheets/A:batchUpdate']);
  });

  it('leaves values, formulas, formats, notes and colours of people as Google holds them', async () => {
    const { answer, readAgain, person } = await world.openOne();
    const cases = person.tab('相談受付');
    cases.type('D2', { formula: '=A2', gives: 'R6-0001' });
    const before = cases.sheet().rows;
    expect(await answer(anAnswer, await readAgain())).toBe('settled');
    const expected = before.map((row, rowIndex) =>
      row.map((held, column) =>
        rowIndex === 2 && column === 1
          ? { ...held, note: '年がありません', userEnteredFormat: cases.cell('B3')?.userEnteredFormat }
          : held,
      ),
    );
    expect(cases.sheet().rows).toEqual(expected);
  });

  it('its tab only warns whoever edits it, keeps its first rows in sight, and links to cells', async () => {
    const { answer, person } = await world.openOne();
    const link = { tabId: '1234', address: 'A2' };
    const rows = [{ look: 'error', cells: [{ text: '"A2"', link }] }] as const;
    await answer({ tab: { ...aTab, id: null, rows }, marks: [] });
    const tab = person.tab('チェック結果');
    const { protectedRanges, properties } = tab.sheet();
    expect(protectedRanges.map(({ warningOnly, range }) => ({ warningOnly, range }))).toEqual([
      { warningOnly: true, range: { sheetId: tab.id } },
    ]);
    expect(properties.gridProperties?.frozenRowCount).toBe(1);
    expect(tab.cell('A1')?.userEnteredValue).toEqual({ formulaValue: '=HYPERLINK("#gid=1234&range=A2","""A2""")' });
    expect(tab.value('A1')).toBe('"A2"');
  });
});

describe('whatever is marked, and whatever stands in the cells', () => {
  const someCell = fc.oneof(
    fc.constant(null),
    fc.string({ unit: fc.constantFrom('東', '=', '1', "'", '"', ' '), minLength: 1, maxLength: 4 }),
    fc.integer({ min: -5, max: 50_000 }),
    fc.boolean(),
    fc.record({ serial: fc.constantFrom(45383, 45383.5) }),
    fc.record({ error: fc.constantFrom('#N/A', '#REF!') }),
  );
  const someRows = fc.array(fc.array(someCell, { maxLength: 4 }), { maxLength: 6 });
  const place = { row: fc.nat(7), column: fc.nat(5) };
  const someMarks = fc.uniqueArray(
    fc.record(
      {
        tabId: fc.constantFrom('0', '1234'),
        ...place,
        note: fc.constantFrom('', '年がありません'),
        background: fc.constantFrom(null, '#fbb9ad'),
      },
      { requiredKeys: ['tabId', 'row', 'column'] },
    ),
    { selector: ({ tabId, row, column }) => `${tabId}:${row}:${column}`, maxLength: 12 },
  );
  const someOfPeople = fc.uniqueArray(fc.record(place), {
    selector: ({ row, column }) => `${row}:${column}`,
    maxLength: 8,
  });

  it('no value changes, people keep their notes and colours, and each mark stands where it should', async () => {
    await fc.assert(
      fc.asyncProperty(someRows, someRows, someMarks, someOfPeople, async (first, second, marks, ofPeople) => {
        const theirs = ofPeople.map(({ row, column }) => `${row}:${column}`);
        const surface = {
          rowCount: 20,
          columnCount: 8,
          notes: new Map(theirs.map((key) => [key, '電話で確認'])),
          backgrounds: new Map(theirs.map((key) => [key, '#00ff00'])),
        };
        const { read, answer, readAgain } = await world.openOne([
          { tab: '相談受付', id: '0', rows: first, merges: [], surface },
          { tab: '会議', id: '1234', rows: second, merges: [], surface },
        ]);
        expect(await answer({ tab: null, marks })).toBe('settled');
        expect(await readAgain()).toEqual(read.map((grid) => ({ ...grid, surface: marked(grid, marks) })));
      }),
      { numRuns: 40 },
    );
  });

  function marked(grid: SheetGrid, marks: readonly CellMark[]) {
    const notes = new Map(grid.surface?.notes);
    const backgrounds = new Map(grid.surface?.backgrounds);
    for (const { tabId, row, column, note, background } of marks) {
      if (tabId !== grid.id) continue;
      if (note === '') notes.delete(`${row}:${column}`);
      else if (note !== undefined) notes.set(`${row}:${column}`, note);
      if (background === null) backgrounds.delete(`${row}:${column}`);
      else if (background !== undefined) backgrounds.set(`${row}:${column}`, background);
    }
    return { ...grid.surface, notes, backgrounds };
  }
});
