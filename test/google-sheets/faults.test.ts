/** One request in ten fails: 200 workbooks come out as if none had. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';
import { aTown, contentsOf, figuresOf, withRegistry } from './towns.ts';

const kinds = [429, 500, 503, 'no-connection', 'lost', 'cut-off', 'broken-off'] as const;

let world: SheetsWorld;
beforeAll(async () => {
  world = await createSheetsWorld();
});
afterAll(async () => await world.close());

/** A first run over so many towns, and what it leaves. */
async function takeIn(count: number, seed: number | null) {
  world.reset();
  const towns = Array.from({ length: count }, (_, position) => aTown(position));
  world.standIn.spreadsheets = withRegistry(towns);
  world.standIn.chance = seed === null ? null : { seed, oneIn: 10, kinds };
  const { release, accepted, held, unanswered } = await world.run();
  world.standIn.chance = null;
  const ids = towns.map(({ id }) => id);
  return {
    outcome: { release, accepted, held, unanswered, figures: await figuresOf(world.store) },
    contents: JSON.stringify(contentsOf(world.standIn, ids)),
    requests: world.standIn.requests.length,
    failed: world.standIn.answers.map(({ outcome }) => outcome).filter((outcome) => outcome !== 200),
  };
}

test.each([
  [200, [1]],
  [40, [2]],
])('%i workbooks: complete, and nothing said twice, in one run', { timeout: 240_000 }, async (count, seeds) => {
  const without = await takeIn(count, null);
  expect(without.outcome).toMatchObject({ accepted: count, held: [], unanswered: [] });
  // One listing, the registry, each workbook read and answered.
  expect(without.requests).toBe(2 + 2 * count);

  for (const seed of seeds) {
    const { outcome, contents, requests, failed } = await takeIn(count, seed);
    expect(outcome).toEqual(without.outcome);
    expect(contents === without.contents).toBe(true);
    expect(failed.length).toBeGreaterThan(count / 20);
    // Each that failed is made once more; what is refused as written already costs two looks.
    expect(requests).toBeLessThanOrEqual(without.requests + 2 * failed.length);

    // And the run after it finds nothing to do.
    world.sheetsRequests();
    expect(await world.run()).toMatchObject({ outcome: 'unchanged', accepted: 0, unchanged: count });
    expect(world.sheetsRequests()).toEqual([]);
  }
});
