/** A run that breaks off anywhere, a second run at the same time, and a clerk who types in the middle of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenSpreadsheet } from '../google/person/open.ts';
import { allMarks, answerTab, peoplesOwn } from './look.ts';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';
import { aTown, figuresOf, takenIn, withRegistry } from './towns.ts';

let world: SheetsWorld;
beforeAll(async () => {
  world = await createSheetsWorld();
});
afterAll(async () => await world.close());

const ids = ['T0', 'T1'];
function begin() {
  world.reset();
  world.standIn.spreadsheets = withRegistry([aTown(0), aTown(1)]);
}
beforeEach(begin);

/** What stands in the spreadsheets of ours, but for the time at which it was checked, what was taken in of them, and what is published. */
async function end() {
  const answers = ids.map((id) => {
    const book = world.standIn.open(id);
    const [summary, , ...lines] = book.tab(answerTab).values();
    return {
      marks: allMarks(book),
      tabs: book.titles().filter((title) => title.startsWith(answerTab)),
      summary,
      lines,
    };
  });
  return { answers, taken: await takenIn(world.store), figures: await figuresOf(world.store) };
}
const peoples = () => JSON.stringify(ids.map((id) => peoplesOwn(world.standIn.open(id))));

/** What comes of it once the next run is over; the one after that finds nothing to do. */
async function settle(isPublished = true) {
  world.wait({ minutes: 15 });
  const { held, unanswered } = await (isPublished ? world.run() : world.takeIn());
  expect([held, unanswered]).toEqual([[], []]);
  const settled = await end();
  world.wait({ minutes: 15 });
  world.sheetsRequests();
  if (isPublished) expect(await world.run()).toMatchObject({ outcome: 'unchanged', accepted: 0, unchanged: 2 });
  else expect(await world.takeIn()).toMatchObject({ accepted: 0, unchanged: 2 });
  expect(world.sheetsRequests()).toEqual([]);
  return settled;
}

/** Moments of a run after which the world is another one: a request, a pointer that moved; of all objects each twentieth. */
async function listMoments(): Promise<readonly number[]> {
  const steps: string[] = [];
  await world.runDuring(({ name, when }) => {
    steps.push(`${when} ${name}`);
    return undefined;
  });
  const objects = steps.flatMap((step, index) => (step.startsWith('after putObject') ? [index] : []));
  const others = steps.flatMap((step, index) =>
    /^after (?:GET|POST|movePointer|removePointer)/.test(step) ? [index] : [],
  );
  return [0, ...others, ...objects.filter((_, index) => index % 20 === 5)];
}

/** Both towns are known already, and a row is added to each. */
async function change(): Promise<void> {
  await world.run();
  world.wait({ minutes: 15 });
  for (const id of ids)
    world.standIn
      .open(id)
      .tab('相談受付')
      .paste('A7', [['R6-0006', "'6/7", '不明', '本人', '高齢者']]);
}

describe.each([
  ['a first run', async (): Promise<void> => undefined],
  ['a run after changes', change],
] as const)('%s that is switched off', (_, prepare) => {
  test('at every fifth step: what was published stands, nobody’s cells change, and the next run settles all', {
    timeout: 240_000,
  }, async () => {
    await prepare();
    const moments = await listMoments();
    const expected = await settle();
    for (const position of moments.filter((_, at) => at % 5 === 0)) {
      begin();
      await prepare();
      const [before, own] = [await figuresOf(world.store), peoples()];
      let step = -1;
      await world.runDuring(() => {
        step += 1;
        return step === position ? 'stop' : undefined;
      });
      const after = await figuresOf(world.store);
      expect([before, expected.figures], `stopped at ${position}`).toContainEqual(after);
      expect(peoples() === own).toBe(true);
      expect(await settle(), `stopped at ${position}`).toEqual(expected);
    }
  });
});

describe.each([
  ['two first runs', async (): Promise<void> => undefined],
  ['two runs after changes', change],
] as const)('%s at the same time', (_, prepare) => {
  test('one within the other, at every fourth step: each thing is said once, and one more run finds all settled', {
    timeout: 240_000,
  }, async () => {
    await prepare();
    const moments = await listMoments();
    const expected = await settle();
    for (const position of moments.filter((_, at) => at % 4 === 1)) {
      begin();
      await prepare();
      let step = -1;
      const own = peoples();
      await world.runDuring(async () => {
        step += 1;
        if (step === position) await world.run();
        return undefined;
      });
      expect(peoples() === own).toBe(true);
      expect(await settle(), `within step ${position}`).toEqual(expected);
    }
  });
});

/** What a clerk may do just then. */
const doings: Readonly<Record<string, (book: OpenSpreadsheet) => void>> = {
  'mends a mistake': (book) => book.tab('相談受付').type('B3', '2024/4/5'),
  'makes a mistake': (book) => book.tab('相談受付').type('B2', "'2/30"),
  'mistypes a cell that is being marked': (book) => book.tab('相談受付').type('B3', "'12/5"),
  'inserts rows at the top': (book) => book.tab('相談受付').insertRows(2, 2),
  'deletes a row with a mistake': (book) => book.tab('相談受付').deleteRows(4, 1),
  'sorts the table': (book) => book.tab('相談受付').sort('A', { isDescending: true }),
  'inserts a column': (book) => book.tab('相談受付').insertColumns('B', 1),
  'renames the tab': (book) => book.tab('相談受付').rename('ケース'),
  'adds a tab of her own': (book) => void book.addTab('メモ').type('A1', '予定'),
  'writes a note on another cell': (book) => book.tab('相談受付').writeNote('E2', '確認中'),
};

describe('a clerk, while a run is at work in her spreadsheet,', () => {
  // Of one place the figures are compared, too; of the others what was taken in, which they are computed from.
  const places = [
    ['GET drive', 'before', false],
    ['GET drive', 'after', false],
    ['GET T0', 'before', false],
    ['GET T0', 'after', false],
    ['POST T0', 'before', true],
    ['POST T0', 'after', false],
  ] as const;

  test.each(Object.entries(doings))('%s: it is kept, and answered by the next run at the latest', async (_, doing) => {
    doing(world.standIn.open('T0'));
    const own = peoples();
    await world.run();
    const expected = await settle();
    for (const [name, when, isPublished] of places) {
      begin();
      let isDone = false;
      await world.runDuring((step) => {
        if (!isDone && step.name === name && step.when === when) {
          isDone = true;
          doing(world.standIn.open('T0'));
        }
        return undefined;
      }, isPublished);
      expect([isDone, peoples() === own]).toEqual([true, true]);
      const settled = await settle(isPublished);
      expect(settled, `${when} ${name}`).toEqual(isPublished ? expected : { ...expected, figures: {} });
      expect(peoples() === own).toBe(true);
    }
  });
});

test('who takes our tab away in the middle gets it back', async () => {
  await change();
  await world.runDuring(({ name, when }) => {
    if (name === 'POST T0' && when === 'before') world.standIn.open('T0').deleteTab(answerTab);
    return undefined;
  });
  await settle();
  expect(world.standIn.open('T0').titles()).toContain(answerTab);
});

test('what our own commands write a minute after an answer is read by the next run', async () => {
  await world.run();
  world.wait({ minutes: 1 });
  const range = { sheetId: world.standIn.open('T0').tab('相談受付').id, startRowIndex: 2, endRowIndex: 3 };
  const cell = { userEnteredValue: { stringValue: '2024/4/5' } };
  const write = { range: { ...range, startColumnIndex: 1, endColumnIndex: 2 }, cell, fields: 'userEnteredValue' };
  await world.clients.sheets.spreadsheets.batchUpdate({
    spreadsheetId: 'T0',
    requestBody: { requests: [{ repeatCell: write }] },
  });
  expect(world.standIn.open('T0').lastChangedBy()).toBe(world.standIn.account.address);
  world.wait({ minutes: 14 });
  expect(await world.run()).toMatchObject({ accepted: 1, unchanged: 1 });
});

test('what an administrator mends with the account that runs us is read by the next run', async () => {
  const account = { address: 'kanrisha@town.example.jp', name: '管理者' };
  const before = world.standIn.account;
  world.standIn.account = account;
  await world.run();
  await world.clients.sheets.spreadsheets.batchUpdate({
    spreadsheetId: 'T0',
    requestBody: {
      requests: [{ updateSheetProperties: { properties: { sheetId: 1, title: '圏域一覧' }, fields: 'title' } }],
    },
  });
  expect(await world.run()).toMatchObject({ accepted: 2, unchanged: 0 });
  expect(await world.run()).toMatchObject({ accepted: 0, unchanged: 2 });
  world.standIn.account = before;
});
