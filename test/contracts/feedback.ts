/** What every Feedback must do. Each adapter's test runs this suite over a world that holds the workbook below. */
import { describe, expect, it } from 'vitest';
import {
  type AnswerTab,
  type Feedback,
  type SheetGrid,
  type WorkbookAnswer,
  type WorkbookEntry,
  WorkbookFailure,
  type WorkbookSource,
} from '#functions/world.ts';

export interface FeedbackWorld {
  readonly source: WorkbookSource;
  readonly feedback: Feedback;
  /** Somebody types into a cell. */
  type(place: { readonly tab: string; readonly row: number; readonly column: number }, text: string): Promise<void>;
  /** Somebody deletes a tab. */
  removeTab(tab: string): Promise<void>;
  /** The office lets us look, and no longer write. */
  makeViewOnly(): Promise<void>;
  /** How often we wrote so far. */
  writes(): number;
}

/** Its one workbook: a table with a note and colours that people put there, and a second tab. 架空のデータ. */
export const workbookToAnswer: readonly SheetGrid[] = [
  {
    tab: '相談受付',
    id: '0',
    rows: [
      ['受付番号', '受付日', '圏域'],
      ['R6-0001', { serial: 45383 }, '東地区'],
      ['R6-0002', '4/2', '=東'],
      ['R6-0003', { serial: 45385.5 }, { error: '#N/A' }],
    ],
    merges: [{ top: 1, left: 2, bottom: 2, right: 4 }],
    surface: {
      rowCount: 1000,
      columnCount: 26,
      notes: new Map([['1:0', '電話で確認']]),
      backgrounds: new Map([
        ['1:0', '#00ff00'],
        ['3:1', '#ffffff'],
      ]),
    },
  },
  { tab: "圏域 (令和6年度) '控え'", id: '1234', rows: [['圏域コード'], ['E1']], merges: [] },
];

const aTab = (more: Partial<AnswerTab> = {}): AnswerTab => ({
  id: null,
  title: 'チェック結果',
  rows: [
    { look: 'summary', cells: ['3行中 2行を集計しました。1行を直してください'] },
    { look: 'plain', cells: ['確認した日時', { serial: 45390.5, shows: 'minute' }] },
    { look: 'header', cells: ['場所', '内容', '数', 'はじめて見つけた日'] },
    {
      look: 'error',
      cells: [
        { text: 'B3 "受付日"', link: { tabId: '0', address: 'B3' } },
        '=2024/4/2 のように',
        2,
        { serial: 45390, shows: 'day' },
      ],
    },
    { look: 'notice', cells: [null, '+81 は\n電話番号ですか', 0] },
  ],
  frozenRows: 3,
  widths: [12, 60, 8, 16],
  ...more,
});
const shown = [
  ['3行中 2行を集計しました。1行を直してください'],
  ['確認した日時', { serial: 45390.5 }],
  ['場所', '内容', '数', 'はじめて見つけた日'],
  ['B3 "受付日"', '=2024/4/2 のように', 2, { serial: 45390 }],
  [null, '+81 は\n電話番号ですか', 0],
];
const aMark = { tabId: '0', row: 2, column: 1, note: '年がありません', background: '#fbb9ad' };

/** @param createWorld a world with the workbook above, anew each time */
export function describeFeedback(name: string, createWorld: () => Promise<FeedbackWorld>): void {
  const open = async () => {
    const world = await createWorld();
    const entryNow = async (): Promise<WorkbookEntry> => {
      const [entry] = await world.source.list();
      if (entry === undefined) throw new Error('No workbook is listed');
      return entry;
    };
    const entry = await entryNow();
    const read = await world.source.read(entry);
    const readAgain = async () => await world.source.read(entry);
    const answer = async (what: WorkbookAnswer, asRead: readonly SheetGrid[] = read) =>
      (await world.feedback.answer(entry, what, asRead)).outcome;
    return { ...world, entry, entryNow, read, readAgain, answer };
  };
  const surfaceOf = (grids: readonly SheetGrid[]) => {
    const { notes, backgrounds } = grids[0]?.surface ?? {};
    return { notes: Object.fromEntries(notes ?? []), backgrounds: Object.fromEntries(backgrounds ?? []) };
  };
  const contentsOf = (grids: readonly SheetGrid[]) =>
    grids.map(({ tab, id, rows, merges }) => ({ tab, id, rows, merges }));
  const inTab = (grids: readonly SheetGrid[]) => grids.find(({ tab }) => tab === 'チェック結果');

  describe(`${name} keeps what a feedback promises`, () => {
    it('adds its tab at the end, with one write, and leaves the others as they are', async () => {
      const { answer, readAgain, read, writes } = await open();
      expect(await answer({ tab: aTab(), marks: [] })).toBe('settled');
      const grids = await readAgain();
      expect(grids.slice(0, -1)).toEqual(read);
      expect({ tab: grids.at(-1)?.tab, rows: grids.at(-1)?.rows }).toEqual({ tab: 'チェック結果', rows: shown });
      expect(writes()).toBe(1);
    });

    it('its tab is known again after people gave it another name', async () => {
      const { answer, readAgain } = await open();
      await answer({ tab: aTab(), marks: [] });
      expect((await readAgain()).at(-1)?.storedIds?.tab).toBe('findings');
    });

    it('the same answer twice is the same as once', async () => {
      const { answer, readAgain } = await open();
      const what = { tab: aTab(), marks: [aMark] };
      expect(await answer(what)).toBe('settled');
      const once = await readAgain();
      expect(await answer(what)).toBe('settled');
      expect(await readAgain()).toEqual(once);
    });

    it('replaces all that stood in its tab', async () => {
      const { answer, readAgain, read } = await open();
      await answer({ tab: aTab(), marks: [] });
      const before = await readAgain();
      const id = inTab(before)?.id ?? '';
      const one = aTab({ id, rows: [{ look: 'summary', cells: ['直すところはありません'] }], frozenRows: 1 });
      expect(await answer({ tab: one, marks: [] }, before)).toBe('settled');
      const after = await readAgain();
      expect(inTab(after)?.rows).toEqual([['直すところはありません']]);
      expect(after).toHaveLength(read.length + 1);
    });

    it('its tab grows with what is to be said', async () => {
      const { answer, readAgain } = await open();
      await answer({ tab: aTab(), marks: [] });
      const before = await readAgain();
      const rows = Array.from({ length: 1003 }, (_, index) => ({ look: 'error' as const, cells: [index, `${index}`] }));
      await answer({ tab: aTab({ id: inTab(before)?.id ?? '', rows }), marks: [] }, before);
      expect(inTab(await readAgain())?.rows).toEqual(rows.map(({ cells }) => cells));
    });

    it('marks cells and changes no value', async () => {
      const { answer, readAgain, read } = await open();
      const below = { ...aMark, row: 3, note: '同じ番号' };
      expect(await answer({ tab: null, marks: [aMark, below, { ...aMark, column: 2, background: '#fdf2c9' }] })).toBe(
        'settled',
      );
      const grids = await readAgain();
      expect(contentsOf(grids)).toEqual(contentsOf(read));
      expect(surfaceOf(grids)).toEqual({
        notes: { '1:0': '電話で確認', '2:1': '年がありません', '3:1': '同じ番号', '2:2': '年がありません' },
        backgrounds: { '1:0': '#00ff00', '2:1': '#fbb9ad', '3:1': '#fbb9ad', '2:2': '#fdf2c9' },
      });
    });

    it('takes marks away again', async () => {
      const { answer, readAgain, read } = await open();
      const below = { ...aMark, row: 4 };
      await answer({ tab: null, marks: [aMark, below] });
      const away = [aMark, below].map((mark) => ({ ...mark, note: '', background: null }));
      await answer({ tab: null, marks: away }, await readAgain());
      expect(await readAgain()).toEqual(read);
    });

    it('what a mark does not name stays: a colour without a note, a note without a colour', async () => {
      const { answer, readAgain } = await open();
      const { note, background, ...place } = aMark;
      const marks = [
        { ...place, row: 1, column: 0, background },
        { ...place, row: 3, column: 1, note },
      ];
      await answer({ tab: null, marks });
      expect(surfaceOf(await readAgain())).toEqual({
        notes: { '1:0': '電話で確認', '3:1': note },
        backgrounds: { '1:0': background, '3:1': '#ffffff' },
      });
    });

    it('somebody who typed since it was read is told of, and what they typed stays', async () => {
      const { answer, readAgain, type } = await open();
      await type({ tab: '相談受付', row: 2, column: 1 }, '2024/4/2');
      expect(await answer({ tab: aTab(), marks: [aMark] })).toBe('newer');
      expect((await readAgain())[0]?.rows[2]).toEqual(['R6-0002', '2024/4/2', '=東']);
    });

    it('somebody who typed into its own tab is no news', async () => {
      const { answer, readAgain, type } = await open();
      await answer({ tab: aTab(), marks: [] });
      const before = await readAgain();
      await type({ tab: 'チェック結果', row: 5, column: 0 }, '直しました');
      expect(await answer({ tab: aTab({ id: inTab(before)?.id ?? '' }), marks: [] }, before)).toBe('settled');
      expect(inTab(await readAgain())?.rows).toEqual(shown);
    });

    it('a tab that was deleted since it was read is news, and nothing is written', async () => {
      const { answer, readAgain, removeTab } = await open();
      await removeTab('相談受付');
      expect(await answer({ tab: aTab(), marks: [aMark] })).toBe('newer');
      expect((await readAgain()).map(({ tab }) => tab)).toEqual([workbookToAnswer[1]?.tab]);
    });

    it('a workbook that may only be looked at is a failure of that workbook, and stays as it is', async () => {
      const { feedback, entry, read, readAgain, makeViewOnly } = await open();
      await makeViewOnly();
      const failure = await feedback
        .answer(entry, { tab: aTab(), marks: [aMark] }, read)
        .catch((error: unknown) => error);
      if (!(failure instanceof WorkbookFailure)) throw failure;
      const { kind, code, workbook } = failure;
      expect({ kind, code, workbook }).toEqual({ kind: 'forbidden', code: 'google/read-only', workbook: entry.name });
      expect(await readAgain()).toEqual(read);
    });

    it('our own write is known by its time, and a later edit of somebody is not ours', async () => {
      const { feedback, entry, read, entryNow, type } = await open();
      const { at } = await feedback.answer(entry, { tab: aTab(), marks: [] }, read);
      const { ownChangeAt = '', revision } = await entryNow();
      expect(revision).not.toBe(entry.revision);
      expect(Math.abs(Date.parse(ownChangeAt) - Date.parse(at))).toBeLessThan(2000);
      await type({ tab: '相談受付', row: 2, column: 1 }, '2024/4/2');
      expect((await entryNow()).ownChangeAt).toBeUndefined();
    });
  });
}
