import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGoogleClients, type GoogleClients } from '#functions/adapters/google/client.ts';
import { createGoogleFeedback } from '#functions/adapters/google/feedback.ts';
import { createPace } from '#functions/adapters/google/pace.ts';
import { createSpreadsheets } from '#functions/adapters/google/sheets.ts';
import { type CellMark, type SheetGrid, type WorkbookAnswer, WorkbookFailure } from '#functions/world.ts';
import { describeFeedback, workbookToAnswer } from '../../../contracts/feedback.ts';
import { serveStandIn } from '../../../google/server.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../../../google/stand-in.ts';
import { createTokenClient } from '../../../google/token.ts';

let standIn: GoogleStandIn;
let server: Awaited<ReturnType<typeof serveStandIn>>;
beforeAll(async () => {
  standIn = createGoogleStandIn();
  server = await serveStandIn(standIn);
});
afterAll(async () => await server.close());
beforeEach(() => {
  standIn.faults = [];
  standIn.chance = null;
  standIn.quota = null;
  standIn.requests.length = 0;
});

const patience = { retries: 3, firstWaitMilliseconds: 1 };
const accessTo = (more: Partial<typeof patience> & { pace?: ReturnType<typeof createPace> } = {}) => ({
  auth: createTokenClient(),
  rootUrl: server.rootUrl,
  patience: { ...patience, ...more },
});

/** The workbook of the contract as one spreadsheet, read once. */
async function openOne(tabs: readonly SheetGrid[] = workbookToAnswer) {
  standIn.spreadsheets = [{ id: 'A', name: '台帳', version: '7', tabs: [...tabs] }];
  const clients: GoogleClients = createGoogleClients(accessTo());
  const source = createSpreadsheets({ listIds: async () => ['A'], ...accessTo() });
  const feedback = createGoogleFeedback(clients);
  const [entry] = await source.list();
  if (entry === undefined) throw new Error('Nothing is listed');
  const read = await source.read(entry);
  standIn.requests.length = 0;
  const answer = async (what: WorkbookAnswer, asRead: readonly SheetGrid[] = read) => {
    try {
      return (await feedback.answer(entry, what, asRead)).outcome;
    } catch (error) {
      if (error instanceof WorkbookFailure) return `${error.kind} ${error.code}`;
      throw error;
    }
  };
  const readAgain = async () => await source.read(entry);
  return { source, feedback, entry, read, answer, readAgain, person: standIn.open('A') };
}

describeFeedback('Google', async () => {
  const { source, feedback, person } = await openOne();
  const letters = 'ABCDEFGH';
  return {
    source,
    feedback,
    type: async ({ tab, row, column }, text) => person.tab(tab).type(`${letters[column]}${row + 1}`, `'${text}`),
    removeTab: async (tab) => person.deleteTab(tab),
    makeViewOnly: async () => person.share('viewer'),
    writes: () => standIn.writes(),
  };
});

const cell = (row: number, column: number) => ({ tabId: '0', row, column });
const aTab = { title: 'チェック結果', frozenRows: 1, widths: [20] } as const;
const anAnswer: WorkbookAnswer = {
  tab: { ...aTab, id: null, rows: [{ look: 'summary', cells: ['1行を直してください'] }] },
  marks: [{ ...cell(2, 1), note: '年がありません', background: '#fbb9ad' }],
};

describe('what is asked of Google for an answer', () => {
  it('is one write, and no read', async () => {
    const { answer } = await openOne();
    expect(await answer(anAnswer)).toBe('settled');
    expect(standIn.requests).toEqual(['POST /v4/spreadsheets/A:batchUpdate']);
  });

  it('leaves values, formulas, formats, notes and colours of people as Google holds them', async () => {
    const { answer, readAgain, person } = await openOne();
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
    const { answer, person } = await openOne();
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
        const { read, answer, readAgain } = await openOne([
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

const writing = /:batchUpdate$/;

describe('when something goes wrong on the way', () => {
  it.each([
    ['the answer is lost', 'lost'],
    ['the answer is cut off', 'cut-off'],
    ['the connection breaks within the answer', 'broken-off'],
    ['the connection breaks before', 'no-connection'],
    ['Google is busy', 503],
    ['the quota is used up', 429],
  ] as const)('%s: the answer stands there once', async (_, status) => {
    const { answer, readAgain, read } = await openOne();
    standIn.faults = [{ path: writing, status, times: 2 }];
    expect(await answer(anAnswer)).toBe('settled');
    const grids = await readAgain();
    expect(grids.map(({ tab }) => tab)).toEqual([...read.map(({ tab }) => tab), 'チェック結果']);
    expect(grids.at(-1)?.rows).toEqual([['1行を直してください']]);
    expect(grids[0]?.surface?.notes.get('2:1')).toBe('年がありません');
  });

  it('goes on failing: it is a failure of this workbook, and the next run begins anew', async () => {
    const { answer, readAgain } = await openOne();
    standIn.faults = [{ path: writing, status: 503, times: 9 }];
    expect(await answer(anAnswer)).toBe('busy google/busy');
    standIn.faults = [];
    expect(await answer(anAnswer, await readAgain())).toBe('settled');
  });

  it('an answer that was lost, and somebody typed before it was sent again: that is news', async () => {
    const { answer, person, readAgain } = await openOne();
    standIn.faults = [{ path: writing, status: 'lost', times: 1 }];
    standIn.during(writing, () => person.tab('相談受付').type('B3', '2024/4/2'), 'after');
    expect(await answer(anAnswer)).toBe('newer');
    expect((await readAgain()).map(({ tab }) => tab).filter((tab) => tab === 'チェック結果')).toHaveLength(1);
  });

  it('the time of an answer that was lost is the time at which Google wrote it', async () => {
    const { feedback, entry, read, source } = await openOne();
    standIn.faults = [{ path: writing, status: 'lost', times: 1 }];
    const { at } = await feedback.answer(entry, anAnswer, read);
    expect((await source.list())[0]?.ownChangeAt).toBe(at);
  });

  it('somebody types in the very moment: told as newer', async () => {
    const { answer, person } = await openOne();
    standIn.during(writing, () => person.tab('相談受付').type('A9', 'R6-0009'));
    expect(await answer(anAnswer)).toBe('newer');
    expect(person.tab('相談受付').value('A9')).toBe('R6-0009');
  });

  it.each([
    [
      'rows are deleted below a mark',
      (person: ReturnType<GoogleStandIn['open']>) => person.tab('相談受付').shrink(2, 26),
    ],
    ['a tab is renamed', (person: ReturnType<GoogleStandIn['open']>) => person.tab('相談受付').rename('受付')],
    ['tabs change their places', (person: ReturnType<GoogleStandIn['open']>) => person.tab('相談受付').move(2)],
    ['cells are merged', (person: ReturnType<GoogleStandIn['open']>) => person.tab('相談受付').merge('A2:A3')],
  ])('%s meanwhile: newer', async (_, action) => {
    const { answer, person } = await openOne();
    action(person);
    expect(await answer(anAnswer)).toBe('newer');
  });

  it('a note or a colour of somebody is no other contents', async () => {
    const { answer, person } = await openOne();
    person.tab('相談受付').writeNote('A4', '確認済み');
    expect(await answer(anAnswer)).toBe('settled');
    expect(person.tab('相談受付').note('A4')).toBe('確認済み');
  });

  it('two runs at once add one tab', async () => {
    const { answer, person } = await openOne();
    const outcomes = await Promise.all([answer(anAnswer), answer(anAnswer)]);
    expect(outcomes).toEqual(['settled', 'settled']);
    expect(person.titles().filter((title) => title === 'チェック結果')).toHaveLength(1);
  });

  it('another run has said something else meanwhile: newer', async () => {
    const { answer, person } = await openOne();
    await answer(anAnswer);
    person.tab('チェック結果').type('A1', '2行を直してください');
    expect(await answer(anAnswer)).toBe('newer');
  });
});

describe('where we may not write', () => {
  it.each([
    [
      'no longer shared',
      (person: ReturnType<GoogleStandIn['open']>) => person.share('none'),
      'forbidden google/forbidden',
    ],
    [
      'only to be looked at',
      (person: ReturnType<GoogleStandIn['open']>) => person.share('viewer'),
      'forbidden google/read-only',
    ],
    [
      'protected in part',
      (person: ReturnType<GoogleStandIn['open']>) => person.tab('相談受付').protect('A1:C9', ['kacho@town.example.jp']),
      'forbidden google/protected',
    ],
  ])('%s: the office is told, and nothing is written', async (_, action, failure) => {
    const { answer, person } = await openOne();
    action(person);
    const before = person.content();
    expect(await answer(anAnswer)).toBe(failure);
    expect(person.content()).toEqual(before);
  });

  it('deleted meanwhile: gone', async () => {
    const { answer } = await openOne();
    standIn.spreadsheets = [];
    expect(await answer(anAnswer)).toBe('gone google/gone');
  });

  it('with a sign-in that only reads: the account is to be looked at', async () => {
    const { answer } = await openOne();
    standIn.scopes = ['spreadsheets.readonly', 'drive.metadata.readonly'];
    expect(await answer(anAnswer)).toBe('forbidden google/sign-in');
    standIn.scopes = null;
  });

  it('with the API switched off: the project is to be looked at', async () => {
    const { answer } = await openOne();
    standIn.disabledApis.add('sheets');
    expect(await answer(anAnswer)).toBe('forbidden google/api-disabled');
    standIn.disabledApis.clear();
  });
});

describe('the pace at which workbooks are read and answered', () => {
  it('never meets the quota, though requests are made again', async () => {
    const windowMilliseconds = 300;
    const tabs = [{ tab: '相談受付', id: '0', rows: [['受付番号']], merges: [] }];
    const ids = Array.from({ length: 15 }, (_, index) => `id-${index}`);
    standIn.spreadsheets = ids.map((id) => ({ id, name: id, version: '1', tabs }));
    standIn.quota = { reads: 10, writes: 10, windowMilliseconds };
    standIn.faults = [{ path: /^\/v4/, status: 503, times: 12 }];
    const pace = createPace({ reads: 10, writes: 10, drive: 10, intervalMilliseconds: windowMilliseconds + 200 });
    const access = accessTo({ pace, retries: 6 });
    const source = createSpreadsheets({ listIds: async () => ids, ...access });
    const feedback = createGoogleFeedback(createGoogleClients(access));
    const before = standIn.answers.length;
    const answerOne = async (entry: Awaited<ReturnType<typeof source.list>>[number]) => {
      const read = await source.read(entry);
      const tab = { ...aTab, id: null, rows: [{ look: 'summary' as const, cells: ['よくできています'] }] };
      return (await feedback.answer(entry, { tab, marks: [] }, read)).outcome;
    };
    const outcomes = await Promise.all((await source.list()).map(answerOne));
    expect(new Set(outcomes)).toEqual(new Set(['settled']));
    expect([standIn.reads(), standIn.writes()].reduce((sum, count) => sum + count)).toBe(30 + 12);
    expect(standIn.answers.slice(before).filter(({ outcome }) => outcome === 429)).toEqual([]);
  });

  it('without a pace the same would meet it: the quota is really there', async () => {
    const tabs = [{ tab: '相談受付', id: '0', rows: [], merges: [] }];
    standIn.spreadsheets = [{ id: 'A', name: 'A', version: '1', tabs }];
    standIn.quota = { reads: 2, writes: 2, windowMilliseconds: 60_000 };
    const source = createSpreadsheets({ listIds: async () => ['A'], ...accessTo({ retries: 0 }) });
    const [entry] = await source.list();
    if (entry === undefined) throw new Error('Nothing is listed');
    const readings = await Promise.allSettled([source.read(entry), source.read(entry), source.read(entry)]);
    expect(readings.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});
