/** これで正しいですか in a shared spreadsheet: the box is a box, whoever ticks it is heard, and everything else stays as it was. 架空のデータ. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, makeFromTemplate } from './clerk.ts';
import { answerTab } from './look.ts';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';

let world: SheetsWorld;
beforeAll(async () => {
  world = await createSheetsWorld();
});
afterAll(async () => await world.close());

test('rows that were deleted by accident are asked about with a box, and a tick lets them go', async () => {
  const book = await makeFromTemplate(world);
  fillIn(book);
  await world.run();
  world.wait({ minutes: 15 });
  const cases = book.tab('相談受付');
  cases.deleteRows(3, 30);
  const { held } = await world.run();
  expect(held.map(({ code, keepsFigures }) => [code, keepsFigures])).toEqual([['guard/rows-fell', true]]);
  const box = book.tab(answerTab).cell('D4');
  expect([box?.dataValidation?.condition?.type, box?.userEnteredValue]).toEqual(['BOOLEAN', { boolValue: false }]);

  world.wait({ minutes: 15 });
  expect((await world.run()).held).toHaveLength(1);
  world.wait({ minutes: 15 });
  book.tab(answerTab).type('D4', 'TRUE');
  expect((await world.run()).held).toEqual([]);
  const after = book.tab(answerTab).cell('D4');
  expect([after?.dataValidation, JSON.stringify(book.tab(answerTab).values()).includes('これで正しいですか')]).toEqual([
    undefined,
    false,
  ]);
});
