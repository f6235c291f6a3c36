/** What can be wrong with one workbook, or with the registry: it is said where its people see it, and nobody else is harmed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addressOf } from '../functions/adapters/registry/registered-world.ts';
import type { OpenSpreadsheet } from '../google/person/open.ts';
import { allMarks, linesOf, summaryOf } from './look.ts';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';
import { aTown, codeOf, figuresOf, withRegistry } from './towns.ts';

let world: SheetsWorld;
beforeAll(async () => {
  world = await createSheetsWorld();
});
afterAll(async () => await world.close());
beforeEach(async () => {
  world.reset();
  world.standIn.spreadsheets = withRegistry([aTown(0), aTown(1)]);
});

const open = (id: string) => world.standIn.open(id);
const reasons = (
  troubled: readonly { readonly workbook: string; readonly code: string; readonly reason: { ja: string } }[],
) => troubled.map(({ workbook, code, reason }) => `${workbook} ${code} ${reason.ja}`);

/** Both were read once; then something happens to T0, and T1 gets another row. */
async function runAfter(happens: (book: OpenSpreadsheet) => void, minutes = 15) {
  await world.run();
  const before = await figuresOf(world.store);
  world.wait({ minutes });
  happens(open('T0'));
  open('T1')
    .tab('相談受付')
    .paste('A7', [['R6-0007', '2024/6/7', '不明', '本人', '高齢者']]);
  world.sheetsRequests();
  const { held, unanswered, accepted } = await world.run();
  const after = await figuresOf(world.store);
  const [own, other] = [`office:${codeOf(0)}`, `office:${codeOf(1)}`];
  return {
    held,
    said: [...reasons(held), ...reasons(unanswered)],
    accepted,
    requests: world.sheetsRequests(),
    /** Whether T0 is published as before, and T1 otherwise. */
    stays: JSON.stringify(after[own]) === JSON.stringify(before[own]),
    otherGoesOn: after[other] !== undefined && JSON.stringify(after[other]) !== JSON.stringify(before[other]),
  };
}

describe('a workbook', () => {
  test.each<[string, (book: OpenSpreadsheet) => void, string]>([
    ['that is no longer shared', (book) => book.share('none'), 'google/forbidden'],
    ['in the bin', (book) => book.trash(), 'google/trashed'],
    [
      'that was deleted',
      () => {
        world.standIn.spreadsheets = world.standIn.spreadsheets.filter(({ id }) => id !== 'T0');
      },
      'google/gone',
    ],
  ])('%s: its last good figures stay, and the others go on', async (_, happens, code) => {
    const { held, said, accepted, stays, otherGoesOn } = await runAfter(happens);
    expect([held.map((one) => [one.workbook, one.code, one.keepsFigures, one.since]), accepted]).toEqual([
      [['T0', code, true, '2024-07-10']],
      1,
    ]);
    // It is called by the name that it is registered under, or its own, and never by its id.
    expect(said).toEqual([expect.stringContaining('「架空0町社協」')]);
    expect([stays, otherGoesOn]).toEqual([true, true]);
  });

  test('that is back is read again', async () => {
    await runAfter((book) => book.trash());
    open('T0').restore();
    world.wait({ minutes: 15 });
    expect(await world.run()).toMatchObject({ held: [], accepted: 1, unchanged: 1 });
    open('T0').share('none');
    await world.run();
    open('T0').share('editor');
    expect(await world.run()).toMatchObject({ held: [], accepted: 1, unchanged: 1 });
  });

  test('that we may only look at: its figures count, and it is said what to do', async () => {
    const { held, said, stays, otherGoesOn } = await runAfter((book) => {
      book.share('viewer');
      book.tab('相談受付').type('B3', '2024/4/5');
    });
    expect([held, stays, otherGoesOn]).toEqual([[], false, true]);
    expect(said).toEqual([expect.stringMatching(/^T0 google\/read-only .*編集者/)]);
    // Shared anew, it is answered at once.
    open('T0').share('editor');
    world.wait({ minutes: 15 });
    expect(await world.run()).toMatchObject({ unanswered: [], held: [] });
    expect(allMarks(open('T0'))['相談受付 B3']).toBeUndefined();
  });

  test('with a protected cell where a mark belongs: its figures count, and it is said', async () => {
    const { held, said, stays } = await runAfter((book) => {
      book.tab('相談受付').protect('A1:E9', ['kakarichou@town.example.jp']);
      book.tab('相談受付').type('B2', "'4/31");
    });
    expect([held, stays]).toEqual([[], false]);
    expect(said).toEqual([expect.stringMatching(/^T0 google\/protected /)]);
  });

  test('too large for us: held, without another try until it changes', async () => {
    const { answer } = world.standIn;
    const megabyte = new TextEncoder().encode(' '.repeat(1024 * 1024));
    // Ten million cells are more than a gigabyte; we stop listening after 100 megabytes.
    const tooMuch = async (request: Request) => {
      const given = await answer(request);
      if (!request.url.includes('/spreadsheets/T0')) return given;
      let sent = 0;
      const pull = (stream: ReadableStreamDefaultController<Uint8Array>) => {
        sent += 1;
        if (sent > 160) stream.close();
        else stream.enqueue(megabyte);
      };
      return new Response(new ReadableStream({ pull }), { headers: { 'content-type': 'application/json' } });
    };
    const { held, said, stays, otherGoesOn, requests } = await runAfter((book) => {
      book.tab('相談受付').type('B3', '2024/4/5');
      world.standIn.answer = tooMuch;
    });
    world.standIn.answer = answer;
    expect([held.map(({ code, keepsFigures }) => [code, keepsFigures]), stays, otherGoesOn]).toEqual([
      [['google/too-large', true]],
      true,
      true,
    ]);
    expect(said).toHaveLength(1);
    expect(requests.filter((request) => request.endsWith('T0'))).toEqual(['GET T0']);
    world.wait({ minutes: 15 });
    await world.run();
    expect(world.sheetsRequests()).toEqual([]);
  });

  test('whose answer is cut off again and again: held for now, and read in the next run', async () => {
    const { held, stays, otherGoesOn } = await runAfter((book) => {
      book.tab('相談受付').type('B3', '2024/4/5');
      world.standIn.faults = [{ path: /spreadsheets\/T0$/, status: 'cut-off', times: 7 }];
    });
    expect([held.map(({ code }) => code), stays, otherGoesOn]).toEqual([['google/busy'], true, true]);
    expect(await world.run()).toMatchObject({ held: [], accepted: 1, unchanged: 1 });
  });

  test('of another municipality than registered: held, and it says so itself', async () => {
    const { held, said, stays } = await runAfter((book) => book.tab('基本情報').type('B2', codeOf(2)));
    expect(said).toHaveLength(1);
    expect([held.map(({ code }) => code), stays]).toEqual([['workbook/other-municipality'], true]);
    expect(summaryOf(open('T0'))).toMatch(/前回までの数字はそのまま使っています/);
    open('T0').tab('基本情報').type('B2', codeOf(0));
    world.wait({ minutes: 15 });
    expect(await world.run()).toMatchObject({ held: [], accepted: 1 });
    expect(summaryOf(open('T0'))).toBe('5行中 2行を集計しました。3行を直してください。');
  });

  test('that has lost a required column: held, told in it which, its marks stay, its last good figures too', async () => {
    const marks = async () => Object.keys(allMarks(open('T0'))).length;
    const { held, said, stays, otherGoesOn } = await runAfter((book) => book.tab('相談受付').deleteColumn('D'));
    expect(said).toHaveLength(1);
    expect(linesOf(open('T0'))).toEqual(['相談受付 1行目 | 直してください | 経路 | —']);
    expect([held.map(({ code, keepsFigures }) => [code, keepsFigures]), stays, otherGoesOn]).toEqual([
      [['workbook/no-required-columns', true]],
      true,
      true,
    ]);
    expect(summaryOf(open('T0'))).toMatch(/経路.*前回までの数字はそのまま使っています（2024年7月10日から）。/);
    expect(await marks()).toBeGreaterThan(0);
    world.wait({ minutes: 15 });
    world.sheetsRequests();
    await world.run();
    expect(world.sheetsRequests()).toEqual([]);
  });
});

describe('the registry', () => {
  test.each<[string, (book: OpenSpreadsheet) => void, string]>([
    ['that lost a required column', (book) => book.tab('登録').deleteColumn('C'), 'registry/no-columns'],
    ['whose tab was renamed beyond recognition', (book) => book.tab('登録').rename('x'), 'registry/no-tab'],
    ['that is no longer shared', (book) => book.share('none'), 'google/forbidden'],
    ['in the bin', (book) => book.trash(), 'google/trashed'],
  ])('%s: the last good one stays, and the run says so each time', async (_, happens, code) => {
    await world.run();
    world.wait({ minutes: 15 });
    happens(open('registry'));
    open('T1').tab('相談受付').type('B3', '2024/4/5');
    for (const accepted of [1, 0]) {
      const run = await world.run();
      expect([run.workbooks, run.accepted, run.held]).toEqual([2, accepted, []]);
      expect(run.registry?.troubles.map((trouble) => trouble.code)).toEqual([code]);
    }
  });

  test('a row that names a workbook which is not shared harms no other', async () => {
    open('registry')
      .tab('登録')
      .paste('A4', [[codeOf(5), '架空5町社協', addressOf('nowhere')]]);
    const { held, accepted } = await world.run();
    expect([accepted, held.map(({ workbook, keepsFigures }) => [workbook, keepsFigures])]).toEqual([
      2,
      [['nowhere', false]],
    ]);
  });
});

test('time that runs out: the rest is left to the next run, and each is read once', async () => {
  world.standIn.spreadsheets = withRegistry(Array.from({ length: 12 }, (_, position) => aTown(position)));
  let asked = 0;
  const started = world.clock.now().getTime();
  // Each look at the clock is a second later.
  const clock = { now: () => new Date(started + 1000 * asked++) };
  const reads: string[] = [];
  for (let runs = 1; ; runs += 1) {
    const { postponed, accepted, unchanged } = await world.run({ timeLimitSeconds: 3, clock });
    expect(accepted + postponed + unchanged).toBe(12);
    reads.push(...world.sheetsRequests().filter((request) => /^GET T/.test(request)));
    world.wait({ minutes: 15 });
    if (postponed === 0) break;
    expect(runs).toBeLessThan(12);
  }
  expect(reads.toSorted()).toEqual(Array.from({ length: 12 }, (_, position) => `GET T${position}`).toSorted());
  expect(Object.keys(await figuresOf(world.store))).toHaveLength(12);
});
