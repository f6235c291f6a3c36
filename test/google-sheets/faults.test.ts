/** One request in ten fails: 200 workbooks come out as if none had. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';
import { aTown, contentsOf, figuresOf, takenIn, withRegistry } from './towns.ts';

const kinds = [429, 500, 503, 'no-connection', 'lost', 'cut-off', 'broken-off'] as const;

let world: SheetsWorld;
beforeAll(async () => {
  world = await createSheetsWorld();
});
afterAll(async () => await world.close());

interface Reach {
  readonly count: number;
  /** false: what was taken in is compared, of which the figures are computed without a request to Google. */
  readonly isPublished: boolean;
}

/** A first run over so many towns, and what it leaves. */
async function takeIn({ count, isPublished }: Reach, seed: number | null) {
  world.reset();
  const towns = Array.from({ length: count }, (_, position) => aTown(position));
  world.standIn.spreadsheets = withRegistry(towns);
  world.standIn.chance = seed === null ? null : { seed, oneIn: 10, kinds };
  const ended = isPublished ? await world.run() : { ...(await world.takeIn()), release: null };
  world.standIn.chance = null;
  const ids = towns.map(({ id }) => id);
  const [taken, figures] = [await takenIn(world.store), await figuresOf(world.store)];
  return {
    outcome: {
      release: ended.release,
      accepted: ended.accepted,
      held: ended.held,
      unanswered: ended.unanswered,
      taken,
      figures,
    },
    contents: JSON.stringify(contentsOf(world.standIn, ids)),
    requests: world.standIn.requests.length,
    failed: world.standIn.answers.map(({ outcome }) => outcome).filter((outcome) => outcome !== 200),
  };
}

test.each([
  [200, 'taken in', 1],
  [40, 'published', 2],
] as const)(
  '%i workbooks: complete, and nothing said twice, in one run, until they are %s',
  {
    timeout: 240_000,
  },
  async (count, until, seed) => {
    const reach = { count, isPublished: until === 'published' };
    const without = await takeIn(reach, null);
    expect(without.outcome).toMatchObject({ accepted: count, held: [], unanswered: [] });
    expect(Object.keys(without.outcome.taken)).toHaveLength(count);
    expect(Object.keys(without.outcome.figures)).toHaveLength(reach.isPublished ? count : 0);
    // One listing, the registry, each workbook read and answered.
    expect(without.requests).toBe(2 + 2 * count);

    const { outcome, contents, requests, failed } = await takeIn(reach, seed);
    expect(outcome).toEqual(without.outcome);
    expect(contents === without.contents).toBe(true);
    expect(failed.length).toBeGreaterThan(count / 20);
    // Each that failed is made once more; what is refused as written already costs two looks.
    expect(requests).toBeLessThanOrEqual(without.requests + 2 * failed.length);

    // And the run after it finds nothing to do.
    world.sheetsRequests();
    const next = reach.isPublished ? world.run() : world.takeIn();
    expect(await next).toMatchObject({ accepted: 0, unchanged: count });
    expect(world.sheetsRequests()).toEqual([]);
  },
);
