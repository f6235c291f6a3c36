/** Answers in the workbooks: when they are written, when not, and what becomes of the figures whatever happens. */
import { describe, expect, test } from 'vitest';
import { pruneReleases } from '#functions/keep/prune.ts';
import { type Feedback, WorkbookFailure } from '#functions/world.ts';
import { createAnsweredRuns, typed } from '../../builders/answered-runs.ts';
import { aCase, aProfile, aWorkbook, columnIndex, someAreas } from '../../builders/workbook.ts';

const wrongDate = aWorkbook({
  cases: [aCase({ receiptNumber: 'R6-1' }), aCase({ receiptNumber: 'R6-2', receivedOn: '11/5' })],
});
const receivedOn = { row: 2, column: columnIndex('cases', 'receivedOn') };
const mend = typed('相談受付', receivedOn, '2024/5/11');
const spoil = typed('相談受付', receivedOn, '11/5');
const inHimi = (officeName: string, more = {}) => aWorkbook({ profile: aProfile({ officeName }), ...more });
const inTakaoka = (officeName: string, more = {}) =>
  aWorkbook({ profile: aProfile({ municipalityCode: '162027', municipalityName: '高岡市', officeName }), ...more });

/** A feedback that fails in one way. */
const failing = (kind: 'gone' | 'forbidden' | 'busy' | 'broken', code: string): Feedback => ({
  answer: async ({ name }) => {
    throw new WorkbookFailure({ kind, workbook: name, code, facts: { file: name } });
  },
});

describe('a workbook that was read', () => {
  test('is read once and answered once; the next run asks nothing of it', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    const { accepted, findings } = await runs.run();
    expect([accepted, findings.errors, runs.requests()]).toEqual([1, 1, ['read A', 'write A']]);
    expect(runs.answerIn('A')?.flat()).toContain('11/5');
    expect(await runs.stateOf('A')).toMatchObject({ answeredAt: '2024-07-10T03:00:00.000Z', answerTrouble: null });
    runs.wait(3600);
    expect([(await runs.run()).unchanged, runs.requests()]).toEqual([1, []]);
  });

  test('and mended is read and answered again, and its marks are gone', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    const key = `${receivedOn.row}:${receivedOn.column}`;
    const noteOf = () =>
      runs.workbooks
        .gridsOf('A')
        .find(({ tab }) => tab === '相談受付')
        ?.surface?.notes.get(key);
    await runs.run();
    expect(noteOf()).toBeDefined();
    runs.workbooks.edit('A', mend);
    runs.requests();
    const { accepted, findings } = await runs.run();
    expect([accepted, findings.errors, runs.requests()]).toEqual([1, 0, ['read A', 'write A']]);
    expect(noteOf()).toBeUndefined();
  });

  test('in which nothing changes by being read again is not written in', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    await runs.run();
    runs.workbooks.edit('A', (grids) => grids.toReversed());
    runs.workbooks.edit('A', (grids) => grids.toReversed());
    runs.requests();
    await runs.run();
    expect(runs.requests()).toEqual(['read A']);
    expect(await runs.stateOf('A')).toMatchObject({ answeredAt: null, answerTrouble: null });
    expect([(await runs.run()).unchanged, runs.requests()]).toEqual([1, []]);
  });

  test('without a feedback is not answered, and its figures are the same', async () => {
    const [answered, silent] = [createAnsweredRuns({ A: wrongDate }), createAnsweredRuns({ A: wrongDate })];
    const one = await answered.run();
    const other = await silent.run({ feedback: null });
    expect(other).toEqual(one);
    expect(silent.requests()).toEqual(['read A']);
    expect(silent.answerIn('A')).toBeNull();
  });

  test('keeps its cells unmarked where the office says セルの印 = 無, and is answered in the tab', async () => {
    const profile = aProfile({ cellMarks: '無' });
    const runs = createAnsweredRuns({ A: aWorkbook({ profile, cases: [aCase({ receivedOn: '11/5' })] }) });
    await runs.run();
    expect(runs.answerIn('A')?.flat()).toContain('11/5');
    expect(runs.workbooks.gridsOf('A').flatMap(({ surface }) => [...(surface?.notes ?? [])])).toEqual([]);
  });

  test('whose neighbour’s areas changed what is found in it is read and answered as well', async () => {
    const runs = createAnsweredRuns({
      甲: inHimi('甲', { cases: [aCase({ area: '北の谷' })] }),
      乙: inHimi('乙'),
    });
    await runs.run();
    expect(runs.answerIn('甲')?.flat()).toContain('北の谷');
    runs.requests();
    const row = ['E03', '北の谷', '地区', 'Z'];
    runs.workbooks.edit('乙', (grids) =>
      grids.map((grid) => (grid.tab === '圏域' ? { ...grid, rows: [...grid.rows, row] } : grid)),
    );
    await runs.run();
    expect(runs.requests()).toEqual(['read 乙', 'read 甲', 'write 甲']);
    expect(runs.answerIn('甲')?.flat()).not.toContain('北の谷');
    expect([(await runs.run()).unchanged, runs.requests()]).toEqual([2, []]);
  });
});

describe('a workbook that is held', () => {
  test('for what is in it is told why, and its last good figures stay', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    await runs.run();
    runs.requests();
    runs.workbooks.edit('A', (grids) => grids.filter(({ tab }) => tab !== '基本情報'));
    const { held } = await runs.run();
    expect(held).toMatchObject([{ workbook: 'A', code: 'workbook/no-required-tabs', keepsFigures: true }]);
    expect(runs.requests()).toEqual(['read A', 'write A']);
    expect(String(runs.answerIn('A')?.[0]?.[0])).toContain('基本情報');
    expect([(await runs.run()).unchanged, runs.requests()]).toEqual([1, []]);
  });

  test('because it could not be read gets no answer', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    const forbidden = new WorkbookFailure({ kind: 'forbidden', workbook: 'A', code: 'google/forbidden' });
    const source = { ...runs.world.source, read: () => Promise.reject(forbidden) };
    expect((await runs.run({ source })).held).toMatchObject([{ code: 'google/forbidden' }]);
    expect(runs.requests()).toEqual([]);
  });

  test('as the second one of its office is told so', async () => {
    const runs = createAnsweredRuns({ 先: wrongDate, 後: wrongDate });
    await runs.run();
    expect(runs.requests()).toEqual(['read 先', 'read 後', 'write 後', 'write 先']);
    expect(String(runs.answerIn('後')?.[0]?.[0])).toContain('先');
    expect([(await runs.run()).unchanged, runs.requests()]).toEqual([2, []]);
  });

  test('since a copy now stands before it is told so in the next run, without having changed', async () => {
    const runs = createAnsweredRuns({ 先: wrongDate, 後: wrongDate });
    const { source } = runs.world;
    await runs.run({ source: { ...source, list: async () => (await source.list()).filter(({ id }) => id === '後') } });
    runs.requests();
    expect(await runs.run()).toMatchObject({
      held: [{ workbook: '後', code: 'workbook/same-office' }],
      municipalities: 1,
    });
    expect(runs.requests()).toEqual(['read 先', 'write 先']);
    await runs.run();
    expect(runs.requests()).toEqual(['read 後', 'write 後']);
    expect(String(runs.answerIn('後')?.[0]?.[0])).toContain('先');
    expect([(await runs.run()).unchanged, runs.requests()]).toEqual([2, []]);
  });
});

describe('the registry says', () => {
  const registered = (runs: ReturnType<typeof createAnsweredRuns>, municipality: string) => ({
    ...runs.world.source,
    list: async () =>
      (await runs.world.source.list()).map((entry) => ({ ...entry, municipality: municipality as never })),
  });

  test('another municipality than the workbook: it is held and told so; once the registry is mended it is read without an edit', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    const wrong = { source: registered(runs, '162027') };
    const { held } = await runs.run(wrong);
    expect(held).toMatchObject([{ code: 'workbook/other-municipality', keepsFigures: false }]);
    expect(held[0]?.reason.ja).toContain('162027');
    expect(held[0]?.reason.ja).toContain('162051');
    expect(runs.requests()).toEqual(['read A', 'write A']);
    expect([(await runs.run(wrong)).unchanged, runs.requests()]).toEqual([1, []]);
    expect(await runs.run({ source: registered(runs, '162051') })).toMatchObject({ accepted: 1, held: [] });
    expect(runs.requests()).toEqual(['read A', 'write A']);
  });

  test('another municipality than before: the last good figures stay where they were', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    const first = await runs.run({ source: registered(runs, '162051') });
    const second = await runs.run({ source: registered(runs, '162027') });
    expect(second.held).toMatchObject([{ code: 'workbook/other-municipality', keepsFigures: true }]);
    expect([second.municipalities, second.rows]).toEqual([1, first.rows]);
    expect(await runs.stateOf('A')).toMatchObject({ municipality: '162051' });
  });

  test('a new municipality, and the workbook too: its neighbours are read again without its areas', async () => {
    const valley = [...someAreas, { code: 'E03', name: '北の谷', kind: '地区', parents: 'Z' }];
    const runs = createAnsweredRuns({
      甲: inHimi('甲', { cases: [aCase({ area: '北の谷' })] }),
      乙: inHimi('乙', { areas: valley }),
    });
    const homes: Record<string, string> = { 甲: '162051', 乙: '162051' };
    const list = async () =>
      (await runs.workbooks.source.list()).map((entry) => ({ ...entry, municipality: homes[entry.id] as never }));
    const source = { ...runs.workbooks.source, list };
    expect((await runs.run({ source })).findings.errors).toBe(0);
    homes.乙 = '162027';
    runs.workbooks.edit('乙', () => inTakaoka('乙', { areas: valley }));
    runs.requests();
    expect(await runs.run({ source })).toMatchObject({ municipalities: 2, findings: { errors: 1 }, accepted: 2 });
    expect(runs.requests()).toEqual(['read 乙', 'write 乙', 'read 甲', 'write 甲']);
    expect([(await runs.run({ source })).unchanged, runs.requests()]).toEqual([2, []]);
  });
});

describe('an answer that cannot be written never costs the figures', () => {
  test.each([
    ['google/read-only', 'forbidden'],
    ['google/protected', 'forbidden'],
    ['google/broken', 'broken'],
  ] as const)('%s: it is listed, asked once a day, and settled as soon as it can be', async (code, kind) => {
    const runs = createAnsweredRuns({ A: wrongDate });
    const first = await runs.run({ feedback: failing(kind, code) });
    expect(first).toMatchObject({
      accepted: 1,
      held: [],
      unanswered: [{ workbook: 'A', fileName: 'A', code, since: '2024-07-10' }],
    });
    expect(first.unanswered[0]?.reason.ja).toContain('「A」');
    expect(first.rows).toEqual({ read: 2, accepted: 1 });
    runs.requests();
    const sameDay = await runs.run({ feedback: failing(kind, code) });
    expect([sameDay.unanswered, runs.requests()]).toEqual([first.unanswered, []]);
    runs.wait(24 * 3600);
    const nextDay = await runs.run({ feedback: failing(kind, code) });
    expect([nextDay.unanswered, runs.requests()]).toEqual([first.unanswered, ['read A']]);
    runs.wait(24 * 3600);
    const last = await runs.run();
    expect([last.unanswered, runs.requests()]).toEqual([[], ['read A', 'write A']]);
    expect([(await runs.run()).unchanged, runs.requests()]).toEqual([1, []]);
  });

  test.each([
    ['google/busy', 'busy'],
    ['google/gone', 'gone'],
  ] as const)('%s: the next run repeats it', async (code, kind) => {
    const runs = createAnsweredRuns({ A: wrongDate });
    const first = await runs.run({ feedback: failing(kind, code) });
    expect(first).toMatchObject({ accepted: 1, unanswered: [{ code }], rows: { read: 2, accepted: 1 } });
    runs.requests();
    const second = await runs.run();
    expect([second.unanswered, second.release, runs.requests()]).toEqual([[], first.release, ['read A', 'write A']]);
  });

  test('a mistake of ours in writing or planning is listed and logged', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    const logged: string[] = [];
    const log = { ...runs.world.log, error: (event: string) => void logged.push(event) };
    const feedback: Feedback = {
      answer: () => {
        throw new TypeError('a bug');
      },
    };
    expect(await runs.run({ feedback, log })).toMatchObject({
      accepted: 1,
      unanswered: [{ code: 'workbook/answer-failed' }],
    });
    expect(logged).toEqual(['answer/crashed']);
  });

  test('a viewer’s workbook is answered once it is shared for editing and changes', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    runs.workbooks.makeViewOnly('A');
    expect((await runs.run()).unanswered).toMatchObject([{ code: 'google/read-only' }]);
    expect(runs.answerIn('A')).toBeNull();
    expect([(await runs.run()).unchanged, runs.requests()]).toEqual([1, ['read A', 'write A']]);
  });

  test('where answering is switched off, nothing is listed as unanswered any more', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    await runs.run({ feedback: failing('forbidden', 'google/read-only') });
    runs.wait(24 * 3600);
    expect((await runs.run({ feedback: null })).unanswered).toEqual([]);
    runs.requests();
    runs.wait(24 * 3600);
    await runs.run({ feedback: null });
    expect(runs.requests()).toEqual([]);
  });
});

describe('since when a finding is open', () => {
  const dayOf = (runs: ReturnType<typeof createAnsweredRuns>) =>
    runs
      .answerIn('A')
      ?.find((row) => row.includes('11/5'))
      ?.at(-1);

  test('is kept from run to run, also when its row moves; what comes back is new', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    await runs.run();
    const first = dayOf(runs);
    expect(first).toEqual({ serial: 45483 });
    runs.wait(24 * 3600);
    runs.workbooks.edit('A', (grids) =>
      grids.map((grid) => (grid.tab === '相談受付' ? { ...grid, rows: grid.rows.toSpliced(1, 0, []) } : grid)),
    );
    await runs.run();
    expect(dayOf(runs)).toEqual(first);
    runs.workbooks.edit('A', (grids) =>
      grids.map((grid) => (grid.tab === '相談受付' ? { ...grid, rows: grid.rows.toSpliced(1, 1) } : grid)),
    );
    runs.workbooks.edit('A', mend);
    await runs.run();
    runs.workbooks.edit('A', spoil);
    await runs.run();
    expect(dayOf(runs)).toEqual({ serial: 45484 });
  });

  test('is kept while the workbook is held', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    await runs.run();
    const profile = runs.workbooks.gridsOf('A').filter(({ tab }) => tab === '基本情報');
    runs.wait(24 * 3600);
    runs.workbooks.edit('A', (grids) => grids.filter(({ tab }) => tab !== '基本情報'));
    await runs.run();
    runs.wait(24 * 3600);
    runs.workbooks.edit('A', (grids) => [...profile, ...grids]);
    await runs.run();
    expect(dayOf(runs)).toEqual({ serial: 45483 });
  });

  test('is not pruned', async () => {
    const runs = createAnsweredRuns({ A: wrongDate });
    await runs.run();
    const name = (await runs.stateOf('A'))?.firstSeen ?? '';
    await pruneReleases({ store: runs.store, keep: 1, now: new Date('2025-01-01'), graceMilliseconds: 0 });
    expect(await runs.store.hasObject(name)).toBe(true);
  });
});

test('a workbook that relied on the areas of one that left is held and told so, once', async () => {
  const runs = createAnsweredRuns({ 甲: inHimi('甲'), 乙: inHimi('乙', { areas: null, cases: [aCase()] }) });
  expect((await runs.run()).held).toEqual([]);
  runs.workbooks.edit('甲', () => inTakaoka('甲'));
  runs.requests();
  expect((await runs.run()).held).toMatchObject([{ workbook: '乙', keepsFigures: true }]);
  expect(runs.requests()).toEqual(['read 甲', 'read 乙', 'write 乙', 'write 甲']);
  expect([(await runs.run()).unchanged, runs.requests()]).toEqual([2, []]);
});

test('a workbook that cannot be read is asked for once, also when its neighbour’s areas changed', async () => {
  const runs = createAnsweredRuns({ 甲: inHimi('甲'), 乙: inHimi('乙', { cases: [aCase()] }) });
  await runs.run();
  const more = [...someAreas, { code: 'E03', name: '北の谷', kind: '地区', parents: 'Z' }];
  runs.workbooks.edit('甲', () => inHimi('甲', { areas: more }));
  runs.workbooks.edit('乙', () => []);
  runs.requests();
  expect((await runs.run()).held).toMatchObject([{ workbook: '乙', keepsFigures: true }]);
  expect(runs.requests().filter((request) => request.startsWith('read'))).toEqual(['read 甲', 'read 乙']);
});
