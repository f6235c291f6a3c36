/** Answers where something goes wrong: on the way, at Google, or because somebody works in the spreadsheet meanwhile. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { createGoogleFeedback } from '#functions/adapters/google/feedback.ts';
import { createPace } from '#functions/adapters/google/pace.ts';
import { anAnswer, aTab, createAnsweredWorld, type Person } from './answered-spreadsheet.ts';
import { createSpreadsheets } from './listed-spreadsheets.ts';

let world: Awaited<ReturnType<typeof createAnsweredWorld>>;
beforeAll(async () => {
  world = await createAnsweredWorld();
});
afterAll(async () => await world.close());
beforeEach(() => world.reset());

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
    const { answer, readAgain, read } = await world.openOne();
    world.standIn.faults = [{ path: writing, status, times: 2 }];
    expect(await answer(anAnswer)).toBe('settled');
    const grids = await readAgain();
    expect(grids.map(({ tab }) => tab)).toEqual([...read.map(({ tab }) => tab), 'チェック結果']);
    expect(grids.at(-1)?.rows).toEqual([['1行を直してください']]);
    expect(grids[0]?.surface?.notes.get('2:1')).toBe('年がありません');
  });

  it('goes on failing: it is a failure of this workbook, and the next run begins anew', async () => {
    const { answer, readAgain } = await world.openOne();
    world.standIn.faults = [{ path: writing, status: 503, times: 9 }];
    expect(await answer(anAnswer)).toBe('busy google/busy');
    world.standIn.faults = [];
    expect(await answer(anAnswer, await readAgain())).toBe('settled');
  });

  it('an answer that was lost, and somebody typed before it was sent again: that is news', async () => {
    const { answer, person, readAgain } = await world.openOne();
    world.standIn.faults = [{ path: writing, status: 'lost', times: 1 }];
    world.standIn.during(writing, () => person.tab('相談受付').type('B3', '2024/4/2'), 'after');
    expect(await answer(anAnswer)).toBe('newer');
    expect((await readAgain()).map(({ tab }) => tab).filter((tab) => tab === 'チェック結果')).toHaveLength(1);
  });

  it('the time of an answer that was lost is the time at which Google wrote it', async () => {
    const { feedback, entry, read, source } = await world.openOne();
    world.standIn.faults = [{ path: writing, status: 'lost', times: 1 }];
    const { at } = await feedback.answer(entry, anAnswer, read);
    expect((await source.list())[0]?.ownChangeAt).toBe(at);
  });

  it('somebody types in the very moment: told as newer', async () => {
    const { answer, person } = await world.openOne();
    world.standIn.during(writing, () => person.tab('相談受付').type('A9', 'R6-0009'));
    expect(await answer(anAnswer)).toBe('newer');
    expect(person.tab('相談受付').value('A9')).toBe('R6-0009');
  });

  it.each([
    ['rows are deleted below a mark', (person: Person) => person.tab('相談受付').shrink(2, 26)],
    ['a tab is renamed', (person: Person) => person.tab('相談受付').rename('受付')],
    ['tabs change their places', (person: Person) => person.tab('相談受付').move(2)],
    ['cells are merged', (person: Person) => person.tab('相談受付').merge('A2:A3')],
  ])('%s meanwhile: newer', async (_, action) => {
    const { answer, person } = await world.openOne();
    action(person);
    expect(await answer(anAnswer)).toBe('newer');
  });

  it('a note or a colour of somebody is no other contents', async () => {
    const { answer, person } = await world.openOne();
    person.tab('相談受付').writeNote('A4', '確認済み');
    expect(await answer(anAnswer)).toBe('settled');
    expect(person.tab('相談受付').note('A4')).toBe('確認済み');
  });

  it('two runs at once add one tab', async () => {
    const { answer, person } = await world.openOne();
    const outcomes = await Promise.all([answer(anAnswer), answer(anAnswer)]);
    expect(outcomes).toEqual(['settled', 'settled']);
    expect(person.titles().filter((title) => title === 'チェック結果')).toHaveLength(1);
  });

  it('another run has said something else meanwhile: newer', async () => {
    const { answer, person } = await world.openOne();
    await answer(anAnswer);
    person.tab('チェック結果').type('A1', '2行を直してください');
    expect(await answer(anAnswer)).toBe('newer');
  });
});

describe('where we may not write', () => {
  it.each([
    ['no longer shared', (person: Person) => person.share('none'), 'forbidden google/forbidden'],
    ['only to be looked at', (person: Person) => person.share('viewer'), 'forbidden google/read-only'],
    [
      'protected in part',
      (person: Person) => person.tab('相談受付').protect('A1:C9', ['kacho@town.example.jp']),
      'forbidden google/protected',
    ],
  ])('%s: the office is told, and nothing is written', async (_, action, failure) => {
    const { answer, person } = await world.openOne();
    action(person);
    const before = person.content();
    expect(await answer(anAnswer)).toBe(failure);
    expect(person.content()).toEqual(before);
  });

  it('deleted meanwhile: gone', async () => {
    const { answer } = await world.openOne();
    world.standIn.spreadsheets = [];
    expect(await answer(anAnswer)).toBe('gone google/gone');
  });

  it('with a sign-in that only reads: the account is to be looked at', async () => {
    const { answer } = await world.openOne();
    world.standIn.scopes = ['spreadsheets.readonly', 'drive.metadata.readonly'];
    expect(await answer(anAnswer)).toBe('forbidden google/sign-in');
  });

  it('with the API switched off: the project is to be looked at', async () => {
    const { answer } = await world.openOne();
    world.standIn.disabledApis.add('sheets');
    expect(await answer(anAnswer)).toBe('forbidden google/api-disabled');
  });
});

describe('the pace at which workbooks are read and answered', () => {
  it('never meets the quota, though requests are made again', async () => {
    const windowMilliseconds = 300;
    const tabs = [{ tab: '相談受付', id: '0', rows: [['受付番号']], merges: [] }];
    const ids = Array.from({ length: 15 }, (_, index) => `id-${index}`);
    world.standIn.spreadsheets = ids.map((id) => ({ id, name: id, version: '1', tabs }));
    world.standIn.quota = { reads: 10, writes: 10, windowMilliseconds };
    world.standIn.faults = [{ path: /^\/v4/, status: 503, times: 12 }];
    const pace = createPace({ reads: 10, writes: 10, drive: 10, intervalMilliseconds: windowMilliseconds + 200 });
    const access = world.accessTo({ pace, retries: 6 });
    const source = createSpreadsheets({ listIds: async () => ids, ...access });
    const feedback = createGoogleFeedback(createGoogleClients(access));
    const before = world.standIn.answers.length;
    const answerOne = async (entry: Awaited<ReturnType<typeof source.list>>[number]) => {
      const read = await source.read(entry);
      const tab = { ...aTab, id: null, rows: [{ look: 'summary' as const, cells: ['よくできています'] }] };
      return (await feedback.answer(entry, { tab, marks: [] }, read)).outcome;
    };
    const outcomes = await Promise.all((await source.list()).map(answerOne));
    expect(new Set(outcomes)).toEqual(new Set(['settled']));
    expect([world.standIn.reads(), world.standIn.writes()].reduce((sum, count) => sum + count)).toBe(30 + 12);
    expect(world.standIn.answers.slice(before).filter(({ outcome }) => outcome === 429)).toEqual([]);
  });

  it('without a pace the same would meet it: the quota is really there', async () => {
    const tabs = [{ tab: '相談受付', id: '0', rows: [], merges: [] }];
    world.standIn.spreadsheets = [{ id: 'A', name: 'A', version: '1', tabs }];
    world.standIn.quota = { reads: 2, writes: 2, windowMilliseconds: 60_000 };
    const source = createSpreadsheets({ listIds: async () => ['A'], ...world.accessTo({ retries: 0 }) });
    const [entry] = await source.list();
    if (entry === undefined) throw new Error('Nothing is listed');
    const readings = await Promise.allSettled([source.read(entry), source.read(entry), source.read(entry)]);
    expect(readings.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});

describe('one request in ten failing by chance', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `id-${index}`);
  const tabs = [{ tab: '相談受付', id: '0', rows: [['受付番号'], ['R6-0001']], merges: [] }];
  async function answerAll() {
    world.standIn.spreadsheets = ids.map((id) => ({ id, name: id, version: '1', tabs: [...tabs] }));
    const access = world.accessTo({ retries: 6 });
    const source = createSpreadsheets({ listIds: async () => ids, ...access });
    const feedback = createGoogleFeedback(createGoogleClients(access));
    const outcomes = [];
    for (const entry of await source.list()) {
      const read = await source.read(entry);
      const marks = [{ tabId: '0', row: 1, column: 0, note: entry.name, background: '#fbb9ad' }];
      const tab = { ...aTab, id: null, rows: [{ look: 'summary' as const, cells: [entry.name] }] };
      outcomes.push((await feedback.answer(entry, { tab, marks }, read)).outcome);
    }
    const contents = ids.map((id) => world.standIn.open(id).content().sheets);
    return { outcomes, contents };
  }

  it('every workbook comes out as without, and nothing is written twice', async () => {
    const without = await answerAll();
    world.standIn.chance = { seed: 7, oneIn: 10 };
    expect(await answerAll()).toEqual(without);
    expect(new Set(without.outcomes)).toEqual(new Set(['settled']));
    const failed = world.standIn.answers.filter(({ outcome }) => outcome !== 200).map(({ outcome }) => outcome);
    // Answers were lost of tabs that had been added: adding them again was refused.
    expect(failed).toEqual(expect.arrayContaining(['lost', 400, 'no-connection', 503]));
  });
});
