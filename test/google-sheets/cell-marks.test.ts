/** セルの印: an office that wants no marks on its cells has the tab チェック結果 alone, from the day on which it says so. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { allMarks, linesOf, peoplesOwn } from './look.ts';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';
import { aTown, figuresOf, withRegistry } from './towns.ts';

let world: SheetsWorld;
beforeAll(async () => {
  world = await createSheetsWorld();
});
afterAll(async () => await world.close());
beforeEach(() => world.reset());

test('switched off and on again', async () => {
  world.standIn.spreadsheets = withRegistry([aTown(0)]);
  const book = world.standIn.open('T0');
  const profile = book.tab('基本情報');
  const runAfter = async (wanted: string) => {
    world.wait({ minutes: 15 });
    profile.paste('A7', [['セルの印', wanted]]);
    const own = JSON.stringify(peoplesOwn(book));
    world.sheetsRequests();
    expect(await world.run()).toMatchObject({ accepted: 1, held: [], unanswered: [] });
    expect(JSON.stringify(peoplesOwn(book)) === own).toBe(true);
    return { marks: Object.keys(allMarks(book)).length, lines: linesOf(book).length, requests: world.sheetsRequests() };
  };

  expect(await runAfter('無')).toEqual({ marks: 0, lines: 6, requests: ['GET registry', 'GET T0', 'POST T0'] });
  const figures = await figuresOf(world.store);
  expect(await runAfter('有')).toEqual({ marks: 5, lines: 6, requests: ['GET T0', 'POST T0'] });
  expect(await runAfter('×')).toEqual({ marks: 0, lines: 6, requests: ['GET T0', 'POST T0'] });
  expect(await runAfter('なし')).toEqual({ marks: 0, lines: 6, requests: ['GET T0'] });
  expect(await figuresOf(world.store)).toEqual(figures);
});

test('feedback switched off as a whole: nothing is written, and no figure is another', async () => {
  world.standIn.spreadsheets = withRegistry([aTown(0)]);
  await world.run({ hasFeedback: false });
  const figures = await figuresOf(world.store);
  expect([world.sheetsRequests(), allMarks(world.standIn.open('T0'))]).toEqual([['GET registry', 'GET T0'], {}]);
  world.wait({ minutes: 15 });
  expect(await world.run({ hasFeedback: false })).toMatchObject({ unchanged: 1 });
  expect(world.sheetsRequests()).toEqual([]);

  // Switched on later, workbooks are answered as they change.
  world.standIn.open('T0').tab('相談受付').type('C4', 'どこか遠く');
  world.wait({ minutes: 15 });
  await world.run();
  expect(world.sheetsRequests()).toEqual(['GET T0', 'POST T0']);
  expect(await figuresOf(world.store)).toEqual(figures);
});
