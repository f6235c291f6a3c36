/** What a run over many municipalities costs in requests: more than one page of a listing holds. 架空のデータ. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipalityCheckDigit } from '#sheets-schema';
import {
  addressOf,
  aRegistry,
  aTownWorkbook,
  createRegisteredWorld,
  type RegisteredWorld,
} from './registered-world.ts';

const count = 60;
/** With these, what is shared with us is more than a page of a listing holds; most of it is in no registry. */
const others = Array.from({ length: 980 }, (_, position) => aTownWorkbook(`other-${position}`, '162051'));
const towns = Array.from({ length: count }, (_, position) => {
  const five = String(99_100 + position);
  return { id: `workbook-${position}`, code: five + municipalityCheckDigit(five) };
});

let world: RegisteredWorld;
beforeAll(async () => {
  world = await createRegisteredWorld();
  world.standIn.spreadsheets = [
    ...others,
    ...towns.map(({ id, code }) => aTownWorkbook(id, code)),
    aRegistry(towns.map(({ id, code }) => [code, '架空町社協', addressOf(id)])),
  ];
});
afterAll(async () => await world.close());

/** Requests of a run by what they do. */
async function countRun() {
  world.standIn.requests.length = 0;
  const { accepted, unchanged, held, unanswered } = await world.run();
  const { standIn } = world;
  return {
    outcome: { accepted, unchanged, held: held.length, unanswered: unanswered.length },
    listings: standIn.reads('drive'),
    reads: standIn.reads('sheets'),
    writes: standIn.writes('sheets'),
    all: standIn.requests.length,
  };
}

test('only what changed is read, once, and answered, at most once', { timeout: 240_000 }, async () => {
  const first = await countRun();
  expect(first.outcome).toEqual({ accepted: count, unchanged: 0, held: 0, unanswered: 0 });
  expect([first.listings, first.reads, first.writes <= count]).toEqual([2, count + 1, true]);

  const nothing = { accepted: 0, unchanged: count, held: 0, unanswered: 0 };
  expect(await countRun()).toEqual({ outcome: nothing, listings: 2, reads: 0, writes: 0, all: 2 });

  for (const { id } of towns.slice(40)) {
    world.standIn
      .open(id)
      .tab('相談受付')
      .paste('A3', [['R6-0002', '11/5', 'どこか', '本人', '高齢者']]);
  }
  const changed = await countRun();
  expect(changed.outcome).toEqual({ accepted: 20, unchanged: count - 20, held: 0, unanswered: 0 });
  expect([changed.listings, changed.reads, changed.writes]).toEqual([2, 20, 20]);

  expect(await countRun()).toEqual({ outcome: nothing, listings: 2, reads: 0, writes: 0, all: 2 });
});
