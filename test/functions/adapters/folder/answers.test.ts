import { mkdtemp, open, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerPath, createFolderAnswers } from '../../../../functions/adapters/folder/answers.ts';
import { readExcel } from '../../../../functions/adapters/folder/excel.ts';
import type { Day, WorkbookId } from '../../../../functions/domain/codes.ts';
import { carryFirstSeen } from '../../../../functions/ingest/feedback/first-seen.ts';
import { planAnswer } from '../../../../functions/ingest/feedback/plan-answer.ts';
import { createFinding } from '../../../../functions/ingest/findings/create-finding.ts';
import { type AnswerTab, type SheetGrid, WorkbookFailure } from '../../../../functions/world.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-answers-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A workbook as a folder source reads it. 架空のデータ. */
const grids: readonly SheetGrid[] = [
  { tab: "相談'受付", id: '0', rows: [['受付番号', '受付日']], merges: [] },
  { tab: '圏域', id: '1', rows: [['圏域コード']], merges: [] },
];

const finding = (row: number, typed: string) =>
  createFinding({ tab: "相談'受付", row, header: '受付日', cell: `B${row}` }, { code: 'date/without-year', typed });

/** The answer to a workbook with two days without a year. */
function aTab(at = '2024-07-10T09:05:00Z', typed = '=1+1'): AnswerTab {
  const findings = [finding(2, typed), finding(3, '#N/A')];
  const planned = planAnswer({
    grids,
    outcome: { kind: 'accepted', findings, rows: { read: 12, accepted: 10 } },
    cellMarks: true,
    firstSeen: carryFirstSeen(null, findings, '2024-07-10' as Day),
    now: new Date(at),
  });
  if (planned?.tab == null) throw new Error('nothing to write');
  return planned.tab;
}

const entryOf = (id: string) => ({ id: id as WorkbookId, name: id, revision: '1' });

async function answer(id: string, tab: AnswerTab | null, workbooks: string | null = null): Promise<void> {
  const { outcome } = await createFolderAnswers(join(folder, 'answers'), { workbooks }).answer(
    entryOf(id),
    { tab, marks: [] },
    grids,
  );
  expect(outcome).toBe('settled');
}

/** Every file below the directory. */
async function readBack(): Promise<readonly (readonly [string, readonly SheetGrid[]])[]> {
  const directory = join(folder, 'answers');
  const paths = (await readdir(directory, { recursive: true })).filter((path) => path.endsWith('.xlsx'));
  const read: (readonly [string, readonly SheetGrid[]])[] = [];
  for (const path of paths.toSorted()) read.push([path, await readWhole(join(directory, path))]);
  return read;
}

async function readWhole(path: string): Promise<readonly SheetGrid[]> {
  const file = await open(path, 'r');
  try {
    return await readExcel(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

const written = [
  ['12行中 10行を集計しました。2行を直してください。'],
  [
    '2024年7月10日 18:05 に確認しました',
    null,
    null,
    null,
    '直したところは、次の確認でここから消えます。このシートは自動で書きかわるので、書き込みは残りません。',
  ],
  ['場所', '区分', '項目', '入力された値', '内容', '直し方', '候補', 'はじめて見つけた日'],
  [
    "相談'受付 B2",
    '直してください',
    '受付日',
    '=1+1',
    '受付日「=1+1」に年がありません。',
    '2024/11/5 のように入れてください。',
    null,
    { serial: 45483 },
  ],
  [
    "相談'受付 B3",
    '直してください',
    '受付日',
    { error: '#N/A' },
    '受付日「#N/A」に年がありません。',
    '2024/11/5 のように入れてください。',
    null,
    { serial: 45483 },
  ],
];

describe('the answer to a workbook that is a file', () => {
  test('stands in a file of its own, with the same rows', async () => {
    await answer('本所.xlsx', aTab());
    expect(await readBack()).toEqual([
      ['本所 チェック結果.xlsx', [{ tab: 'チェック結果', id: '0', rows: written, merges: [] }]],
    ]);
  });

  test('leads into the file of the workbook, where it is known where that lies', async () => {
    await answer('支所/本 "所".xlsx', aTab(), join(folder, 'workbooks'));
    const bytes = await readFile(join(folder, 'answers', answerPath('支所/本 "所".xlsx')));
    expect(bytes.length).toBeGreaterThan(1000);
    const [[, read] = ['', []]] = await readBack();
    expect(read[0]?.rows).toEqual(written);
  });

  test('is not written again as long as it says the same, whatever the time', async () => {
    await answer('本所.xlsx', aTab());
    const path = join(folder, 'answers', '本所 チェック結果.xlsx');
    const longAgo = new Date('2020-01-01T00:00:00Z');
    await utimes(path, longAgo, longAgo);
    await answer('本所.xlsx', aTab('2031-01-01T00:00:00Z'));
    await answer('本所.xlsx', null);
    expect((await stat(path)).mtime).toEqual(longAgo);
  });

  test.each<readonly [string, (path: string) => Promise<void>]>([
    ['nothing stands there any more', async (path) => await rm(path)],
    ['what stands there is no workbook', async (path) => await writeFile(path, 'メモ')],
    ['it is cut off', async (path) => await writeFile(path, (await readFile(path)).subarray(0, 900))],
  ])('is written anew where %s', async (_, spoil) => {
    await answer('本所.xlsx', aTab());
    await spoil(join(folder, 'answers', '本所 チェック結果.xlsx'));
    await answer('本所.xlsx', aTab());
    expect((await readBack())[0]?.[1][0]?.rows).toEqual(written);
  });

  test('is written anew where it says something else, and nothing else is left behind', async () => {
    await answer('本所.xlsx', aTab());
    await answer('本所.xlsx', aTab('2024-07-11T00:00:00Z', '11/6'));
    const [[, read] = ['', []]] = await readBack();
    expect([read[0]?.rows[1]?.[0], read[0]?.rows[3]?.[3]]).toEqual(['2024年7月11日 09:00 に確認しました', '11/6']);
    expect(await readdir(join(folder, 'answers'))).toEqual(['本所 チェック結果.xlsx']);
  });

  test('the same answer gives the same bytes', async () => {
    await answer('a.xlsx', aTab());
    await answer('b.xlsx', aTab());
    const [a, b] = await Promise.all(
      ['a', 'b'].map(async (name) => await readFile(join(folder, 'answers', `${name} チェック結果.xlsx`))),
    );
    expect(a).toEqual(b);
  });

  test('says which workbook it was where it cannot be written, and what to do', async () => {
    await writeFile(join(folder, 'answers'), '');
    const failure = await createFolderAnswers(join(folder, 'answers'))
      .answer(entryOf('本所.xlsx'), { tab: aTab(), marks: [] }, grids)
      .catch((error: unknown) => error);
    if (!(failure instanceof WorkbookFailure)) throw failure;
    const { kind, code, facts } = failure;
    expect({ kind, code, facts }).toEqual({
      kind: 'broken',
      code: 'file/answer-unwritable',
      facts: { file: '本所.xlsx' },
    });
  });

  test('lies below the directory, under a name of its own', async () => {
    const ids = [
      '本所.xlsx',
      '本所.xlsm',
      '本所.XLSX',
      '本所',
      '支所/本所.xlsx',
      '../本所.xlsx',
      '/本所.xlsx',
      'C:\\本所.xlsx',
      '../..',
      '本所?.xlsx',
      '本所*.xlsx',
      `${'長い名前'.repeat(40)}1.xlsx`,
      `${'長い名前'.repeat(40)}2.xlsx`,
      '.隠れた/本所',
    ];
    const paths = ids.map((id) => answerPath(id));
    expect(paths.slice(0, 5)).toEqual([
      '本所 チェック結果.xlsx',
      '本所.xlsm チェック結果.xlsx',
      '本所.XLSX チェック結果.xlsx',
      '本所/チェック結果.xlsx',
      '支所/本所 チェック結果.xlsx',
    ]);
    expect(new Set(paths).size).toBe(ids.length);
    for (const path of paths) {
      for (const part of path.split('/')) {
        expect(part).toMatch(/^[^.<>:"|?*\\][^<>:"|?*\\]*$/);
        expect(Buffer.byteLength(part)).toBeLessThan(255);
      }
    }
    for (const id of ids) await answer(id, aTab());
    expect((await readBack()).map(([id]) => id)).toEqual(paths.toSorted());
  });
});
