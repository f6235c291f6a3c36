/** これで正しいですか: a workbook that looks like an accident is asked, and let through by a tick, by an administrator, or by being put back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolderAnswers } from '#functions/adapters/folder/answers.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { isTicked } from '#functions/ingest/guards/tick.ts';
import { letThrough } from '#functions/ingest/ingest-store.ts';
import type { Feedback, SheetGrid } from '#functions/world.ts';
import { createAnsweredRuns, typed } from '../../../builders/answered-runs.ts';
import { aCase, aWorkbook } from '../../../builders/workbook.ts';

const answerTab = 'チェック結果';
const all = Array.from({ length: 20 }, () => aCase());
const whole = aWorkbook({ cases: all });
/** Somebody leaves so many rows of 相談受付; the other tabs stay. */
const leave = (count: number) => (grids: readonly SheetGrid[]) =>
  grids.map((grid) => (grid.tab === '相談受付' ? { ...grid, rows: (whole[2]?.rows ?? []).slice(0, count + 1) } : grid));

async function afterAccident() {
  const runs = createAnsweredRuns({ a: whole });
  await runs.run();
  runs.wait(900);
  runs.workbooks.edit('a', leave(8));
  await runs.run();
  runs.wait(900);
  return runs;
}
const casesOf = async (runs: Awaited<ReturnType<typeof afterAccident>>) =>
  (await runs.ingestedOf('a'))?.facts.cases.reduce((sum, { count }) => sum + count, 0);
const letThroughOf = async (runs: Awaited<ReturnType<typeof afterAccident>>) => {
  const entries = (await runs.store.listPointers('audit/')).map(async (name) => {
    const pointer = await runs.store.readPointer(name);
    return JSON.parse(pointer?.content ?? 'null') as { readonly action: string; readonly facts: object };
  });
  return (await Promise.all(entries)).filter(({ action }) => action === 'let-through');
};

test('the last good figures stay, and its own sheet asks first, in numbers only', async () => {
  const runs = await afterAccident();
  expect(await runs.stateOf('a')).toMatchObject({
    hold: { code: 'guard/rows-fell', facts: { tab: '相談受付', from: 20, to: 8, count: 1 }, since: '2024-07-10' },
    question: { changes: [{ kind: 'rows-fell', tab: '相談受付', from: 20, to: 8 }], count: 1 },
  });
  expect(await casesOf(runs)).toBe(20);
  const rows = runs.answerIn('a') ?? [];
  expect(rows[0]?.[0]).toMatch(/「相談受付」の行が、20行から8行に減っています。.*前回までの数字はそのまま使っています/);
  expect([rows[3]?.[3], rows[3]?.[4]]).toEqual([false, expect.stringContaining('これで正しいですか')]);
  expect([rows[4]?.[0], rows[4]?.[4]]).toEqual(['相談受付', '「相談受付」の行が、20行から8行に減っています。']);
});

test('nothing is written or read again while nobody answers', async () => {
  const runs = await afterAccident();
  runs.requests();
  await runs.run();
  expect(runs.requests()).toEqual([]);
});

test.each([[true], ['はい'], ['正しい'], ['〇'], ['TRUE']])(
  '%s in the box lets exactly these contents through',
  async (yes) => {
    const runs = await afterAccident();
    runs.workbooks.edit('a', typed(answerTab, { row: 3, column: 3 }, yes));
    await runs.run();
    expect([(await runs.stateOf('a'))?.hold, await casesOf(runs)]).toEqual([null, 8]);
    expect(runs.answerIn('a')?.flat().join()).not.toContain('これで正しいですか');
    expect(await letThroughOf(runs)).toMatchObject([{ action: 'let-through', facts: { by: 'tick', changes: 1 } }]);
  },
);

test.each([[false], ['いいえ'], [null]])('%s does not', async (no) => {
  const runs = await afterAccident();
  runs.workbooks.edit('a', typed(answerTab, { row: 3, column: 3 }, no));
  await runs.run();
  expect([(await runs.stateOf('a'))?.hold?.code, await casesOf(runs)]).toEqual(['guard/rows-fell', 20]);
});

test('a tick for what was asked before answers nothing, and the difference is asked about anew', async () => {
  const runs = await afterAccident();
  const before = await runs.stateOf('a');
  runs.workbooks.edit('a', typed(answerTab, { row: 3, column: 3 }, true));
  runs.workbooks.edit('a', leave(3));
  await runs.run();
  const state = await runs.stateOf('a');
  expect([state?.hold?.facts.to, state?.question?.id === before?.question?.id, await casesOf(runs)]).toEqual([
    3,
    false,
    20,
  ]);
  expect(runs.answerIn('a')?.[3]?.[3]).toBe(false);
});

test('what is put back lets itself through, and nobody has to answer', async () => {
  const runs = await afterAccident();
  runs.workbooks.edit('a', leave(20));
  await runs.run();
  expect([(await runs.stateOf('a'))?.hold, await casesOf(runs), await letThroughOf(runs)]).toEqual([null, 20, []]);
});

test('the day since which it waits stays while the question changes', async () => {
  const runs = await afterAccident();
  runs.wait(86_400);
  runs.workbooks.edit('a', leave(3));
  await runs.run();
  expect((await runs.stateOf('a'))?.hold?.since).toBe('2024-07-10');
});

test('an administrator lets through what was asked; what differs otherwise by then is asked anew', async () => {
  const runs = await afterAccident();
  const question = (await runs.stateOf('a'))?.question?.id ?? '';
  const workbook = 'a' as WorkbookId;
  expect(await letThrough({ workbook, question: '00000000' }, runs.store)).toBe('unknown');
  expect(await letThrough({ workbook, question }, runs.store)).toBe('let-through');
  runs.workbooks.edit('a', leave(3));
  await runs.run();
  expect([(await runs.stateOf('a'))?.hold?.facts.to, await casesOf(runs)]).toEqual([3, 20]);
  const now = (await runs.stateOf('a'))?.question?.id ?? '';
  await letThrough({ workbook, question: now }, runs.store);
  await runs.run();
  expect([(await runs.stateOf('a'))?.hold, await casesOf(runs)]).toEqual([null, 3]);
});

test('where answers are files of their own, はい is chosen there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'answers-'));
  try {
    const files = createFolderAnswers(folder);
    const runs = createAnsweredRuns({ 'a.xlsx': whole });
    const answers: { chosen: string | null } = { chosen: null };
    // Excel saves the file with はい in the cell; what was read back before stands in the others.
    const feedback: Feedback = {
      ...files,
      readBack: async (entry) => {
        const tab = (await files.readBack?.(entry)) ?? null;
        if (tab === null || answers.chosen === null) return tab;
        return { ...tab, rows: tab.rows.map((row, index) => (index === 3 ? row.with(3, answers.chosen) : row)) };
      },
    };
    const stateOf = async () => await runs.stateOf('a.xlsx');
    await runs.run({ feedback });
    runs.wait(900);
    runs.workbooks.edit('a.xlsx', leave(8));
    await runs.run({ feedback });
    expect((await stateOf())?.hold?.code).toBe('guard/rows-fell');
    runs.wait(900);
    await runs.run({ feedback });
    expect((await stateOf())?.hold?.code).toBe('guard/rows-fell');
    answers.chosen = 'はい';
    runs.wait(900);
    await runs.run({ feedback });
    expect((await stateOf())?.hold).toBeNull();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a tick beside another question, or in a tab that is not ours, answers nothing', () => {
  const header = ['場所', '区分', '項目', '入力された値', '内容', '直し方'];
  const tab = (title: string, rows: SheetGrid['rows']): SheetGrid => ({ tab: title, id: '9', rows, merges: [] });
  const line = ['ブック全体', null, null, true, 'これで正しいですか', null, '確認 0123abcd'];
  expect(isTicked([tab(answerTab, [header, line])], '0123abcd')).toBe(true);
  expect(isTicked([tab(answerTab, [header, line])], '0123abce')).toBe(false);
  expect(isTicked([tab('メモ', [header, line])], '0123abcd')).toBe(false);
});
