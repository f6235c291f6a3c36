/** A short campaign of runs in which everything goes wrong, with fixed seeds; and that what watches them would find what there is to find. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnsweredRuns } from '../builders/answered-runs.ts';
import { prepareAccident } from './chaos/accident.ts';
import { checkEnd } from './chaos/check-end.ts';
import { createProcess } from './chaos/faulty-world.ts';
import { findUntold } from './chaos/find-untold.ts';
import { runChaos } from './chaos/one-run.ts';
import { digestAtOnce } from './chaos/plain-digest.ts';
import { addToTally, createTally, describeTally } from './chaos/tally.ts';
import { createTowns, editOf } from './chaos/towns.ts';
import { judgeRelease, watchStore } from './chaos/watched-store.ts';

let digestAsBefore: () => void;
beforeAll(() => {
  digestAsBefore = digestAtOnce();
});
afterAll(() => digestAsBefore());

describe('runs in which everything goes wrong', () => {
  it('end with every row published once, no release mixed, no finding twice, and every failure told, of 10 fixed seeds', async () => {
    const tally = createTally();
    for (let seed = 1; seed <= 10; seed += 1) addToTally(tally, await runChaos(seed));
    expect(describeTally(tally)).toContain('ended wrong: 0\n');
    expect([...tally.modes.keys()].toSorted()).toEqual(['one process', 'queue']);
    expect(tally.counts.size).toBeGreaterThan(10);
    expect(tally.actions.size).toBeGreaterThan(4);
  });
});

const halfOfTheTime = () => 0.5;

/** A run without any trouble. */
async function quietRun() {
  const runs = createAnsweredRuns(createTowns(halfOfTheTime));
  const watched = watchStore(runs.store);
  await runs.run({ store: watched.store, protections: () => [] });
  const { store, workbooks, world } = runs;
  const end = async () =>
    (await checkEnd({ store, workbooks, clock: world.clock, isRegistered: false, protections: [], isCompared: true }))
      .wrong;
  return { ...runs, watched, end };
}

describe('what watches the campaign', () => {
  it('finds nothing wrong with a run that nothing happened to', async () => {
    const { end, watched } = await quietRun();
    expect([await end(), watched.wrong, watched.releases()]).toEqual([[], [], 1]);
  });

  it('finds rows that are not published, and an answer that is out of date', async () => {
    const { end, workbooks } = await quietRun();
    workbooks.edit(
      'a',
      editOf(() => 0, 1),
    );
    workbooks.edit(
      'a',
      editOf(() => 0.5, 2),
    );
    const wrong = await end();
    expect(wrong).toContain('other rows are published');
    expect(wrong).toContain('チェック結果 says otherwise in a workbook');
  });

  it('finds a release of which an object is gone, and one of a workbook as it never was', async () => {
    const { store, watched } = await quietRun();
    const pointer = await store.readPointer('release');
    const { releases } = JSON.parse(pointer?.content ?? '') as { releases: { release: string }[] };
    const name = releases[0]?.release ?? '';
    expect(await judgeRelease(store, name, new Set())).toContain('release: a was never in that state');
    const objects = (await store.listObjects()).filter((object) => object.name !== name);
    for (const object of objects.slice(0, 20)) await store.removeObject(object.name);
    expect((await judgeRelease(store, name, new Set())).some((each) => each.endsWith('is not there'))).toBe(true);
    expect(watched.wrong).toEqual([]);
  });

  it('finds rows that count no more although nobody was asked', async () => {
    const runs = createAnsweredRuns(createTowns(halfOfTheTime));
    const watched = watchStore(runs.store);
    const accident = prepareAccident(runs.workbooks, { isTicked: true, act: () => undefined });
    const run = async () => await runs.run({ store: watched.store, protections: () => [] });
    await run();
    accident.happen();
    await run();
    expect([accident.isAllowed(), watched.wrong]).toEqual([false, []]);
    accident.answer();
    await run();
    expect([accident.isAllowed(), watched.wrong]).toEqual([true, ['rows fell and nobody was asked']]);
  });

  it('finds a failure that nobody was told of', () => {
    const process = createProcess('run');
    process.happened.push({ call: 1, kind: 'busy', operation: 'read', subject: 'a', linesBefore: 0 });
    expect(findUntold(process, 'well', new Map())).toEqual(['untold: read busy of a workbook']);
    process.said.push({ event: 'ingest/failed', workbook: 'b' });
    expect(findUntold(process, 'well', new Map())).toHaveLength(1);
    process.said.push({ event: 'ingest/failed', workbook: 'a' });
    expect(findUntold(process, 'well', new Map())).toEqual([]);
  });
});
