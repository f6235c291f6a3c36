/** Messages that come twice, out of order, late or never: every workbook is published all the same, and one that fails stops nobody. */
import { describe, expect, test } from 'vitest';
import { leasePointer, leaseSeconds } from '#functions/queue/lease.ts';
import { openWorkPrefix } from '#functions/queue/open-work.ts';
import { runOnce } from '#functions/run.ts';
import type { SheetGrid, Store } from '#functions/world.ts';
import { createAnsweredRuns, typed } from '../../builders/answered-runs.ts';
import { chanceOf, createQueueRuns } from '../../builders/queue-runs.ts';
import { aCase, aProfile, aWorkbook, columnIndex } from '../../builders/workbook.ts';

const towns = {
  himi: { municipalityCode: '162051', municipalityName: '氷見市' },
  funahashi: { municipalityCode: '163210', municipalityName: '舟橋村' },
  kurobe: { municipalityCode: '162078', municipalityName: '黒部市' },
};

function workbookOf(town: keyof typeof towns, officeName: string): readonly SheetGrid[] {
  const profile = aProfile({ ...towns[town], officeName });
  const areas = [
    { code: 'Z', name: `${towns[town].municipalityName}全域`, kind: '市町村全域' },
    { code: 'E01', name: '東山地区', kind: '地区', parents: 'Z' },
  ];
  return aWorkbook({ profile, areas, cases: [aCase({ receiptNumber: 'R6-1' }), aCase({ receiptNumber: 'R6-2' })] });
}

const contents = {
  a: workbookOf('himi', '架空社協'),
  b: workbookOf('himi', '架空支援センター'),
  c: workbookOf('funahashi', '架空社協'),
  d: workbookOf('kurobe', '架空社協'),
};
const registered = { a: '162051', b: '162051', c: '163210', d: '162078' };
const typedIn = { row: 1, column: columnIndex('cases', 'receivedOn') };

const currentRelease = async (store: Store) => {
  const pointer = await store.readPointer('release');
  const history = JSON.parse(pointer?.content ?? '{"releases":[]}') as { releases: { release: string }[] };
  return history.releases[0]?.release ?? null;
};

/** What one process makes of the same workbooks. */
async function releaseOfOneProcess(): Promise<string | null> {
  const runs = createAnsweredRuns(contents);
  return (await runOnce(runs.world)).release;
}

describe('a queue that delivers in any order, and some messages twice', () => {
  test.each([1, 2, 3, 4, 5, 6])('ends with the release of one process (seed %i)', async (seed) => {
    const chance = { next: chanceOf(seed), duplicates: 0.4 };
    const names = seed % 2 === 0 ? registered : {};
    const { plan, drain, runs } = createQueueRuns({ contents, registered: names, chance });
    await plan();
    const outcomes = await drain();
    expect(outcomes.filter((outcome) => outcome.endsWith('failed'))).toEqual([]);
    expect(await currentRelease(runs.store)).toBe(await releaseOfOneProcess());
    expect(await runs.store.listPointers(openWorkPrefix)).toEqual([]);
    // Each workbook was read and answered once.
    expect([...runs.requests()].sort()).toEqual(
      ['a', 'b', 'c', 'd'].flatMap((id) => [`read ${id}`, `write ${id}`]).sort(),
    );
  });

  test('a message a municipality: those of 氷見市 are one', async () => {
    const { plan, queue } = createQueueRuns({ contents, registered });
    expect(await plan()).toMatchObject({ outcome: 'enqueued', workbooks: 4, open: 3, enqueued: 3 });
    expect(queue.waiting().map(({ to }) => to)).toEqual(['ingest', 'ingest', 'ingest', 'publish']);
    // Who plans again before anything was done adds nothing.
    expect(await plan()).toMatchObject({ open: 3, enqueued: 0 });
    expect(queue.waiting()).toHaveLength(4);
  });

  test('a duplicate that comes when its work is done finds nothing to do', async () => {
    const { plan, drain, deliver, queue, runs } = createQueueRuns({ contents, registered });
    await plan();
    const first = queue.take();
    if (first === null) throw new Error('nothing is due');
    expect(await deliver(first)).toEqual({ outcome: 'done', accepted: 2, held: 0, unchanged: 0, postponed: 0 });
    runs.requests();
    expect(await deliver(first)).toEqual({ outcome: 'done-before' });
    expect(runs.requests()).toEqual([]);
    first.done();
    await drain();
    expect(await currentRelease(runs.store)).toBe(await releaseOfOneProcess());
  });

  test('a message that was lost is sent again by a plan an hour later', async () => {
    const { plan, drain, queue, runs } = createQueueRuns({ contents, registered });
    await plan();
    for (const { name } of queue.waiting().filter(({ body }) => JSON.stringify(body).includes('163210')))
      queue.lose(name);
    await drain();
    expect(await currentRelease(runs.store)).not.toBe(await releaseOfOneProcess());
    await plan();
    expect(queue.waiting().map(({ to }) => to)).toEqual(['publish']);
    runs.wait(3600);
    await plan();
    await drain();
    expect(await currentRelease(runs.store)).toBe(await releaseOfOneProcess());
  });

  test('a workbook that changed while its message was under way is read as it is now, and once', async () => {
    const { plan, drain, runs } = createQueueRuns({ contents, registered });
    await plan();
    runs.workbooks.edit('c', typed('相談受付', typedIn, '2024/6/1'));
    await drain();
    expect(runs.requests().filter((request) => request === 'read c')).toEqual(['read c']);
    await plan();
    expect(await drain()).toEqual(['publish done']);
    expect(runs.requests()).toEqual([]);
  });
});

describe('publishing', () => {
  test('is asked for by every plan: a day that came changes what is due, though no workbook changed', async () => {
    const { plan, drain, runs } = createQueueRuns({ contents, registered });
    await plan();
    await drain();
    const before = await currentRelease(runs.store);
    runs.wait(24 * 3600);
    await plan();
    expect(await drain()).toEqual(['publish done']);
    expect(await currentRelease(runs.store)).not.toBe(before);
  });

  test('waits while work is open, but not for ever', async () => {
    const { plan, drain, queue, runs } = createQueueRuns({ contents, registered });
    await plan();
    for (const { name } of queue.waiting().filter(({ body }) => JSON.stringify(body).includes('163210')))
      queue.lose(name);
    const outcomes = await drain();
    expect(outcomes.filter((outcome) => outcome === 'publish waiting').length).toBeGreaterThan(5);
    expect(outcomes.at(-1)).toBe('publish done');
    const found = await runs.stateOf('c');
    expect([found, await currentRelease(runs.store)]).toEqual([null, expect.any(String)]);
  });
});

test('a release that somebody else is making is asked for again, and made when they have crashed', async () => {
  const { plan, drain, runs } = createQueueRuns({ contents, registered });
  const until = new Date(runs.world.clock.now().getTime() + leaseSeconds * 1000).toISOString();
  await runs.store.movePointer(leasePointer, JSON.stringify({ format: 1, holder: 'gone', until }), null);
  await plan();
  const outcomes = (await drain()).filter((outcome) => outcome.startsWith('publish'));
  expect([...new Set(outcomes)]).toEqual(['publish taken', 'publish done']);
  expect(await currentRelease(runs.store)).toBe(await releaseOfOneProcess());
});

describe('work that fails', () => {
  /** Its states cannot be written: the store's own failure, which is no workbook's. */
  const brokenFor = (id: string) => (store: Store) => ({
    ...store,
    movePointer: async (...[name, content, expected]: Parameters<Store['movePointer']>) => {
      if (name === `workbooks/${id}` && !content.includes('given-up')) throw new Error('out of memory');
      return await store.movePointer(name, content, expected);
    },
  });
  const create = () =>
    createQueueRuns({ contents, registered, around: (world) => ({ ...world, store: brokenFor('c')(world.store) }) });

  test('again and again is given up: it is held with a word, and the others are published', async () => {
    const { plan, drain, runs, events } = create();
    await plan();
    const outcomes = await drain();
    expect(outcomes.filter((outcome) => outcome === 'ingest failed')).toHaveLength(5);
    expect(outcomes).toContain('ingest given-up');
    expect(events).toContain('queue/given-up');
    expect((await runs.stateOf('c'))?.hold).toEqual({
      code: 'workbook/given-up',
      facts: { file: 'c' },
      since: '2024-07-10',
    });
    for (const id of ['a', 'b', 'd']) expect((await runs.stateOf(id))?.hold).toBe(null);
    expect(await currentRelease(runs.store)).not.toBe(null);
    // Not before it changes, or the next day, is it tried again.
    await plan();
    expect(await drain()).toEqual(['publish done']);
    runs.wait(24 * 3600);
    await plan();
    expect(await drain()).toContain('ingest failed');
  });

  test('for a while comes through in the end', async () => {
    let failures = 3;
    const { plan, drain, runs } = createQueueRuns({
      contents,
      registered,
      around: (world) => ({
        ...world,
        source: {
          ...world.source,
          list: async () => {
            failures -= 1;
            if (failures >= 0 && failures < 2) throw new Error('Google is not there');
            return await world.source.list();
          },
        },
      }),
    });
    await plan();
    expect((await drain()).filter((outcome) => outcome.endsWith('failed'))).toHaveLength(2);
    expect(await currentRelease(runs.store)).toBe(await releaseOfOneProcess());
  });
});

test('time that is up: the rest is handed over in another message, and nothing is missing in the end', async () => {
  const places: Record<string, string> = { ...registered };
  const { plan, drain, runs } = createQueueRuns({ contents, registered: places });
  await plan();
  await drain();
  // 架空支援センター moves: its row in the registry and its workbook name 舟橋村 now, so that both towns are put together anew.
  runs.workbooks.edit('b', () => workbookOf('funahashi', '架空支援センター'));
  places.b = '163210';
  expect(await plan({ isTimeUp: () => true })).toMatchObject({ outcome: 'enqueued', open: 1 });
  const outcomes = await drain({ isTimeUp: () => true });
  expect(outcomes.slice(0, 2)).toEqual(['ingest handed-over', 'ingest done']);
  expect((await runs.stateOf('b'))?.municipality).toBe('163210');
  const anew = createAnsweredRuns({ ...contents, b: workbookOf('funahashi', '架空支援センター') });
  await runOnce(anew.world);
  for (const id of ['a', 'b', 'c', 'd'])
    expect([id, (await runs.stateOf(id))?.areasDigest]).toEqual([id, (await anew.stateOf(id))?.areasDigest]);
});

test('a plan that has no time for all its messages hands the rest over to another plan', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`w${index}`, workbookOf('himi', `架空${index}`)]),
  );
  const { plan, drain, runs, queue } = createQueueRuns({ contents: many });
  expect(await plan({ isTimeUp: () => true })).toMatchObject({ outcome: 'handed-over', open: 20, enqueued: 8 });
  expect(queue.waiting().at(-1)?.to).toBe('plan');
  await drain();
  for (const id of Object.keys(many)) expect((await runs.stateOf(id))?.hold, id).toBe(null);
});
