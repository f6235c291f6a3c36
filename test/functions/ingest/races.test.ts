/** Two runs at once, a clerk who types meanwhile, and a power cut at any moment: no edit is missed, and nothing is written twice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day, WorkbookId } from '#functions/domain/codes.ts';
import { ingestWorkbooks } from '#functions/ingest/ingest.ts';
import { isToRead } from '#functions/ingest/is-to-read.ts';
import { planRun } from '#functions/plan/plan.ts';
import type { Feedback, SheetGrid, Store, WorkbookSource } from '#functions/world.ts';
import { type AnsweredRuns, createAnsweredRuns, typed } from '../../builders/answered-runs.ts';
import { silentLog } from '../../builders/ingest.ts';
import { aCase, aProfile, aWorkbook, columnIndex } from '../../builders/workbook.ts';

interface World {
  readonly source: WorkbookSource;
  readonly store: Store;
  readonly feedback: Feedback;
}

/** Plan and ingest; what publishing adds to it has tests of its own. */
async function takeIn(
  { source, store, feedback }: Omit<World, 'feedback'> & { readonly feedback: Feedback | null },
  now: Date,
): Promise<void> {
  const plan = await planRun({ source, store, today: '2024-07-10' as Day });
  await ingestWorkbooks({ plan, source, store, feedback, now, log: silentLog, isTimeUp: () => false });
}

/** The same world, in which something happens before everything that is asked of it. */
function withEach({ source, store, feedback }: World, before: (what: string) => Promise<void>): World {
  return {
    source: {
      atOnce: source.atOnce,
      list: async () => {
        await before('list');
        return await source.list();
      },
      read: async (entry) => {
        await before('read');
        return await source.read(entry);
      },
    },
    store: {
      ...store,
      readPointer: async (name) => {
        await before('readPointer');
        return await store.readPointer(name);
      },
      movePointer: async (name, content, expected) => {
        await before('movePointer');
        return await store.movePointer(name, content, expected);
      },
      putObject: async (name, bytes) => {
        await before('putObject');
        await store.putObject(name, bytes);
      },
    },
    feedback: {
      answer: async (entry, answer, read) => {
        await before('answer');
        const answered = await feedback.answer(entry, answer, read);
        await before('answered');
        return answered;
      },
    },
  };
}

const at = { row: 1, column: columnIndex('cases', 'receivedOn') };
const contents = (): readonly SheetGrid[] =>
  aWorkbook({ cases: [aCase({ receiptNumber: 'R6-1', receivedOn: '11/5' })] });
const neighbour = aWorkbook({ profile: aProfile({ officeName: '隣' }) });
const worldOf = ({ world, workbooks }: AnsweredRuns): World => ({ ...world, feedback: workbooks.feedback });
/** Something that others wait for. */
function aMoment() {
  let come = () => {};
  const came = new Promise<void>((done) => {
    come = done;
  });
  return { came, come: () => come() };
}

/** Facts and findings of a workbook, by a run of its own over an empty store. */
async function factsAnew(grids: readonly SheetGrid[], also: Readonly<Record<string, readonly SheetGrid[]>> = {}) {
  const runs = createAnsweredRuns({ A: grids, ...also });
  await takeIn({ ...worldOf(runs), feedback: null }, runs.world.clock.now());
  return await runs.ingestedOf('A');
}

async function isAskedNext(runs: AnsweredRuns): Promise<boolean> {
  const [entry] = await runs.workbooks.source.list();
  if (entry === undefined) throw new Error('A is not listed');
  return isToRead(entry, await runs.stateOf('A'), '2024-07-10' as Day);
}

test('whatever two runs and a clerk do at once: an edit is read, or will be by the next run, and then all is settled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('2024/5/1', '11/5', '2024/5/2', '5月'), { maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      async (scheduler, edits, isKnown, waits) => {
        const runs = createAnsweredRuns({ A: contents(), 隣: neighbour });
        const world = worldOf(runs);
        if (isKnown) {
          await takeIn(world, runs.world.clock.now());
          runs.workbooks.edit('A', typed('相談受付', at, '11/6'));
        }
        const step = scheduler.scheduleFunction(async (_: string) => undefined);
        const slow = withEach(world, step);
        const moments = [runs.world.clock.now(), new Date(runs.world.clock.now().getTime() + (waits ? 5_000 : 0))];
        const clerk = async () => {
          for (const edit of edits) {
            await step('edit');
            runs.workbooks.edit('A', typed('相談受付', at, edit));
          }
        };
        const all = Promise.all([...moments.map(async (now) => await takeIn(slow, now)), clerk()]);
        await scheduler.waitFor(all);

        const now = await factsAnew(runs.workbooks.gridsOf('A'), { 隣: neighbour });
        if (!(await isAskedNext(runs))) expect(await runs.ingestedOf('A')).toEqual(now);
        await takeIn(world, runs.world.clock.now());
        await takeIn(world, runs.world.clock.now());
        expect(await isAskedNext(runs)).toBe(false);
        expect(await runs.ingestedOf('A')).toEqual(now);
        expect(
          runs
            .answerIn('A')
            ?.flat()
            .filter((cell) => cell === now?.findings[0]?.typed),
        ).toHaveLength(now?.findings.length ?? 0);
        runs.requests();
        await takeIn(world, runs.world.clock.now());
        expect(runs.requests()).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

describe('a clerk who types between our reading and our answer', () => {
  test('is read in the next run, although the last change of the workbook was ours', async () => {
    const runs = createAnsweredRuns({ A: contents() });
    const { feedback } = runs.workbooks;
    const late: Feedback = {
      answer: async (entry, answer, read) => {
        runs.workbooks.edit('A', typed('相談受付', at, '2024/5/1'));
        return await feedback.answer(entry, answer, read);
      },
    };
    expect((await runs.run({ feedback: late })).findings.errors).toBe(1);
    const [entry] = await runs.workbooks.source.list();
    expect(entry?.ownChangeAt).toBeDefined();
    expect(await runs.stateOf('A')).toMatchObject({ revision: '', answeredAt: null });
    runs.requests();
    expect((await runs.run()).findings.errors).toBe(0);
    expect(runs.requests()).toEqual(['read A', 'write A']);
  });

  test('is read in the next run also where they typed before our reading', async () => {
    const runs = createAnsweredRuns({ A: contents() });
    const { source } = runs.workbooks;
    const quick: WorkbookSource = {
      ...source,
      read: async (entry) => {
        runs.workbooks.edit('A', typed('相談受付', at, '2024/5/1'));
        return await source.read(entry);
      },
    };
    expect((await runs.run({ source: quick })).findings.errors).toBe(0);
    runs.requests();
    expect([(await runs.run()).findings.errors, runs.requests()]).toEqual([0, []]);
  });
});

test('an edit between the answers of two runs that began at the same moment is read in the next run', async () => {
  const runs = createAnsweredRuns({ A: contents() });
  const world = worldOf(runs);
  const now = runs.world.clock.now();
  const [isThere, mayGoOn] = [aMoment(), aMoment()];
  const second: Feedback = {
    answer: async (entry, answer, read) => {
      isThere.come();
      await mayGoOn.came;
      return await world.feedback.answer(entry, answer, read);
    },
  };
  const first: Feedback = {
    answer: async (entry, answer, read) => {
      const other = takeIn({ ...world, feedback: second }, now);
      await isThere.came;
      const answered = await world.feedback.answer(entry, answer, read);
      runs.workbooks.edit('A', typed('相談受付', at, '2024/5/1'));
      mayGoOn.come();
      await other;
      return answered;
    },
  };
  await takeIn({ ...world, feedback: first }, now);
  expect(runs.requests()).toEqual(['read A', 'read A', 'write A', 'write A']);
  expect(await isAskedNext(runs)).toBe(true);
});

test('whoever loses the race for the state writes nothing', async () => {
  const runs = createAnsweredRuns({ A: contents() });
  const { store } = runs;
  const outrun: Store = {
    ...store,
    movePointer: async (name, content) => {
      await store.movePointer(name, content.replace('"readAt":"2024', '"readAt":"2023'), null);
      return 'lost-race';
    },
  };
  await takeIn({ ...worldOf(runs), store: outrun }, runs.world.clock.now());
  expect(runs.requests()).toEqual(['read A']);
});

test('the power may go at any moment: the next run repairs it, and nothing is written twice', async () => {
  let moments = 0;
  for (let isOver = false; !isOver; moments += 1) {
    const runs = createAnsweredRuns({ A: contents(), 隣: neighbour });
    const world = worldOf(runs);
    let left = moments;
    const dying = withEach(world, async () => {
      left -= 1;
      if (left < 0) throw new Error('the power went');
    });
    isOver = await takeIn(dying, runs.world.clock.now()).then(
      () => left >= 0,
      () => false,
    );
    runs.wait(3600);
    await takeIn(world, runs.world.clock.now());
    // What was written without our knowing so is read once more.
    await takeIn(world, runs.world.clock.now());
    expect(await runs.ingestedOf('A')).toEqual(await factsAnew(contents(), { 隣: neighbour }));
    const requests = runs.requests();
    for (const id of ['A', '隣']) expect(requests.filter((request) => request === `write ${id}`)).toHaveLength(1);
    await takeIn(world, runs.world.clock.now());
    expect(runs.requests()).toEqual([]);
    expect(moments).toBeLessThan(100);
  }
  expect(moments).toBeGreaterThan(10);
});

test('a state that was left before there were answers is gone on from', async () => {
  const runs = createAnsweredRuns({ A: contents() });
  await runs.run({ feedback: null });
  const pointer = await runs.store.readPointer('workbooks/A');
  const { readAt: _, answeredAt: __, answerTrouble: ___, firstSeen: ____, ...old } = JSON.parse(pointer?.content ?? '');
  await runs.store.movePointer('workbooks/A', JSON.stringify(old), pointer?.version ?? null);
  runs.requests();
  const same = await runs.run();
  expect([same.unchanged, same.unanswered, runs.requests()]).toEqual([1, [], []]);
  runs.workbooks.edit('A', () => []);
  const held = await runs.run();
  expect([held.held[0]?.keepsFigures, held.rows]).toEqual([true, same.rows]);
  expect((await runs.stateOf('A' as WorkbookId))?.arrivals).toEqual(old.arrivals);
});
