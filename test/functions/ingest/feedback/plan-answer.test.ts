import { describe, expect, test } from 'vitest';
import type { Finding } from '#sheets-schema';
import type { Day } from '../../../../functions/domain/codes.ts';
import { carryFirstSeen } from '../../../../functions/ingest/feedback/first-seen.ts';
import { markBackgrounds, writeNote } from '../../../../functions/ingest/feedback/mark.ts';
import type { Outcome } from '../../../../functions/ingest/feedback/outcome.ts';
import { planAnswer } from '../../../../functions/ingest/feedback/plan-answer.ts';
import { createFinding } from '../../../../functions/ingest/findings/create-finding.ts';
import type { AnswerRow, SheetGrid, WorkbookAnswer } from '../../../../functions/world.ts';
import { takeIn } from '../../../builders/ingest.ts';
import { aCase, aGrid, anAction, aWorkbook } from '../../../builders/workbook.ts';
import { applyAnswer, newTabId, withSurface } from './apply-answer.ts';

const now = new Date('2024-07-10T09:05:00Z');
const today = '2024-07-10' as Day;

/** Reads a workbook and plans the answer, as a run would. */
function answer(
  grids: readonly SheetGrid[],
  {
    at = now,
    cellMarks = true,
    seen = null,
  }: { at?: Date; cellMarks?: boolean; seen?: ReturnType<typeof carryFirstSeen> | null } = {},
): WorkbookAnswer | null {
  const { ingested } = takeIn(grids);
  const months = Object.values(ingested.rowCounts).flatMap((tab) => Object.values(tab));
  const rows = {
    read: months.reduce((sum, { read }) => sum + read, 0),
    accepted: months.reduce((sum, { accepted }) => sum + accepted, 0),
  };
  const { findings } = ingested;
  const firstSeen = carryFirstSeen(seen, findings, today);
  return planAnswer({ grids, outcome: { kind: 'accepted', findings, rows }, cellMarks, firstSeen, now: at });
}

/** Plans the answer to these findings, of 12 rows that all count unless told otherwise. */
function answerTo(
  grids: readonly SheetGrid[],
  findings: readonly Finding[],
  change: Partial<{ outcome: Outcome; cellMarks: boolean; at: Date }> = {},
): WorkbookAnswer | null {
  const rows = { read: 12, accepted: 12 };
  return planAnswer({
    grids,
    outcome: change.outcome ?? { kind: 'accepted', findings, rows },
    cellMarks: change.cellMarks ?? true,
    firstSeen: carryFirstSeen(null, findings, today),
    now: change.at ?? now,
  });
}

function textsOf(planned: WorkbookAnswer | null): readonly (readonly unknown[])[] {
  return (planned?.tab?.rows ?? []).map(({ cells }) =>
    cells.map((cell) => (cell !== null && typeof cell === 'object' && 'text' in cell ? cell.text : cell)),
  );
}

/** 'error: 相談受付 B3 → cases!B3 | 直してください | …'. */
function lineOf({ look, cells }: AnswerRow): string {
  const texts = cells.map((cell) => {
    if (cell === null || typeof cell !== 'object') return String(cell ?? '');
    if ('asks' in cell) return `asks ${cell.asks}`;
    return 'serial' in cell ? `${cell.shows} ${cell.serial}` : `${cell.text} → ${cell.link.tabId}!${cell.link.address}`;
  });
  return `${look}: ${texts.join(' | ')}`.replaceAll('|  |', '| |').replaceAll('|  |', '| |');
}

function summaryOf(planned: WorkbookAnswer | null): unknown {
  return textsOf(planned)[0]?.[0];
}

/** 相談受付 with a date without a year, an unknown pathway and a number used twice. */
function messy(): readonly SheetGrid[] {
  return withSurface(
    aWorkbook({
      cases: [
        aCase({ receiptNumber: 'R6-0001' }),
        aCase({ receiptNumber: 'R6-0002', receivedOn: '11/5' }),
        aCase({ receiptNumber: 'R6-0003', pathway: '町の人' }),
        aCase({ receiptNumber: 'R6-0004', sex: '約束' }),
        aCase({ receiptNumber: 'R6-0005' }),
        aCase({ receiptNumber: 'R6-0005' }),
      ],
      actions: [anAction({ receiptNumber: 'R6-0001', minutes: '約30' })],
    }),
  );
}

describe('a workbook with a mess in it', () => {
  const planned = answer(messy());

  test('is told in its tab what to mend, in the order in which a person works', () => {
    expect({ ...planned?.tab, rows: planned?.tab?.rows.map(lineOf) }).toEqual({
      id: null,
      title: 'チェック結果',
      frozenRows: 3,
      widths: [24, 16, 16, 20, 64, 52, 20, 20],
      rows: [
        'summary: 7行中 3行を集計しました。4行を直してください。',
        'plain: 2024年7月10日 18:05 に確認しました | | | | 直したところは、次の確認でここから消えます。このシートは自動で書きかわるので、書き込みは残りません。',
        'header: 場所 | 区分 | 項目 | 入力された値 | 内容 | 直し方 | 候補 | はじめて見つけた日',
        'error: 相談受付 B3 → cases!B3 | 直してください | 受付日 | 11/5 | 受付日「11/5」に年がありません。 | 2024/11/5 のように入れてください。 | | day 45483',
        'error: 相談受付 E4 → cases!E4 | 直してください | 経路 | 町の人 | 経路「町の人」が一覧にありません。 | 「地域」などから選ぶか、「読替」に書いてください。 | | day 45483',
        'error: 相談受付 M5 → cases!M5 | 直してください | 性別 | 約束 | 性別「約束」が一覧にありません。 | 「女性」などから選ぶか、「読替」に書いてください。 | | day 45483',
        'error: 相談受付 A6 → cases!A6 | 直してください | 受付番号 | R6-0005 | 受付番号 R6-0005 が6行目と7行目にあります。どちらも数えていません。 | 番号を分けてください。 | | day 45483',
        'notice: 支援記録 E2 → actions!E2 | お知らせ | 時間分 | 約30 | 「約30」は30として数えました。 | このままで構いません。 | | day 45483',
      ],
    });
  });

  test('has marks on the cells concerned', () => {
    const error = (row: number, column: number, sentence: string) => ({
      tabId: 'cases',
      row,
      column,
      note: writeNote([sentence], 'チェック結果'),
      background: markBackgrounds.error,
    });
    const twice = '受付番号 R6-0005 が6行目と7行目にあります。どちらも数えていません。番号を分けてください。';
    expect(planned?.marks).toEqual([
      error(2, 1, '受付日「11/5」に年がありません。2024/11/5 のように入れてください。'),
      error(3, 4, '経路「町の人」が一覧にありません。「地域」などから選ぶか、「読替」に書いてください。'),
      error(4, 12, '性別「約束」が一覧にありません。「女性」などから選ぶか、「読替」に書いてください。'),
      error(5, 0, twice),
      error(6, 0, twice),
      {
        tabId: 'actions',
        row: 1,
        column: 4,
        note: writeNote(['「約30」は30として数えました。このままで構いません。'], 'チェック結果'),
        background: markBackgrounds.notice,
      },
    ]);
  });

  test('is left alone as long as nothing changes, however late it is', () => {
    const after = applyAnswer(messy(), planned);
    expect(answer(after, { at: new Date('2025-01-01T00:00:00Z') })).toBeNull();
  });

  test('loses all marks once it is mended, and the tab says so', () => {
    const mended = applyAnswer(messy(), planned).map((grid) => {
      if (grid.tab === '相談受付') {
        const rows = aGrid(
          'cases',
          [1, 2, 3, 4, 5, 6].map((number) => aCase({ receiptNumber: `R6-000${number}` })),
        ).rows;
        return { ...grid, rows };
      }
      return grid.tab === '支援記録' ? { ...grid, rows: aGrid('actions', [anAction()]).rows } : grid;
    });
    const again = answer(mended, { at: new Date('2024-07-12T00:00:00Z') });
    expect(textsOf(again)).toEqual([
      ['7行すべてを集計しました。直すところはありません。'],
      [
        '2024年7月12日 09:00 に確認しました',
        null,
        null,
        null,
        '直したところは、次の確認でここから消えます。このシートは自動で書きかわるので、書き込みは残りません。',
      ],
      ['場所', '区分', '項目', '入力された値', '内容', '直し方', '候補', 'はじめて見つけた日'],
    ]);
    const clean = applyAnswer(mended, again).filter(({ id }) => id !== newTabId);
    expect(clean.flatMap(({ surface }) => [...(surface?.notes ?? []), ...(surface?.backgrounds ?? [])])).toEqual([]);
  });
});

/** A tab of so many cases that all count. */
function cases(rows: number, id = 'cases', tab = '相談受付'): SheetGrid {
  const typed = Array.from({ length: rows }, () => aCase());
  return { ...aGrid('cases', typed, { tab }), id };
}

/** A finding at a cell of 相談受付, row as shown. */
function at(row: number, change: Partial<Finding> = {}): Finding {
  return {
    ...createFinding(
      { tab: '相談受付', row, header: '受付日', cell: `B${row}` },
      { code: 'date/without-year', typed: '11/5' },
    ),
    ...change,
  };
}

function noticeAt(row: number, change: Partial<Finding> = {}): Finding {
  return {
    ...createFinding({ tab: '相談受付', row, header: '経路', cell: `E${row}` }, { code: 'cell/ditto' }),
    ...change,
  };
}

describe('the summary', () => {
  const grids = withSurface([cases(12)]);
  const accepted = (read: number, counted: number, findings: readonly Finding[] = []): Outcome => ({
    kind: 'accepted',
    findings,
    rows: { read, accepted: counted },
  });
  test.each<readonly [Outcome, string]>([
    [accepted(512, 512), '512行すべてを集計しました。直すところはありません。'],
    [accepted(512, 509, [at(2)]), '512行中 509行を集計しました。3行を直してください。'],
    [accepted(1512, 0, [at(2)]), '1,512行中 0行を集計しました。1,512行を直してください。'],
    [
      accepted(512, 512, [at(2, { otherRows: [3, 4] }), noticeAt(3)]),
      '512行すべてを集計しました。読めないところが3か所あります。直してください。',
    ],
    [accepted(512, 512, [noticeAt(2)]), '512行すべてを集計しました。お知らせが1件あります。'],
    [accepted(0, 0), 'まだ集計する行がありません。入力すると、次の確認で集計します。'],
    [accepted(0, 0, [at(2)]), 'まだ集計する行がありません。先に直してほしいところが1か所あります。'],
  ])('%o', (outcome, sentence) => {
    expect(summaryOf(answerTo(grids, outcome.findings, { outcome }))).toBe(sentence);
  });

  test.each([
    [
      true,
      '「本所.xlsx」のシート「相談受付」に見出し（受付日）が見つかりません。名前を戻すか、「読替」に書いてください。前回までの数字はそのまま使っています（2024年7月3日から）。',
    ],
    [
      false,
      '「本所.xlsx」のシート「相談受付」に見出し（受付日）が見つかりません。名前を戻すか、「読替」に書いてください。このブックの数字は、まだ使われていません（2024年7月3日から）。',
    ],
  ])('of a held workbook says why, and what becomes of its figures: %s', (keepsFigures, sentence) => {
    const missing = createFinding(
      { tab: '相談受付', row: 1, header: '受付日', cell: null },
      { code: 'header/missing', facts: { header: '受付日' } },
    );
    const findings = [
      createFinding({ tab: '圏域', row: 2, header: '人口', cell: 'E2' }, { code: 'number/negative', typed: '-3' }),
      missing,
    ];
    const facts = { file: '本所.xlsx', tab: '相談受付', headers: '受付日' };
    const outcome: Outcome = {
      kind: 'held',
      reason: { code: 'workbook/no-required-columns', facts },
      since: '2024-07-03' as Day,
      findings,
      keepsFigures,
    };
    const planned = answerTo(withSurface([aGrid('areas', [{ code: 'Z' }]), cases(1)]), findings, { outcome });
    expect(summaryOf(planned)).toBe(sentence);
    expect(
      textsOf(planned)
        .slice(3)
        .map(([place]) => place),
    ).toEqual(['相談受付 1行目', '圏域 E2']);
  });
});

describe('the lines', () => {
  test('lead to the cell, the row, the tab, or nowhere', () => {
    const places = [
      createFinding(
        { tab: null, row: null, header: null, cell: null },
        { code: 'reporting/zero-months', facts: { months: '2024-08' } },
      ),
      at(9),
      at(3, { cell: null }),
      at(3, { row: null, cell: null }),
      at(3, { tab: '消えたシート' }),
    ];
    const lines = answerTo(withSurface([cases(12, '77')]), places)
      ?.tab?.rows.slice(3)
      .map(({ cells }) => cells[0]);
    expect(lines).toEqual([
      { text: '相談受付', link: { tabId: '77', address: 'A1' } },
      { text: '相談受付 3行目', link: { tabId: '77', address: 'A3' } },
      { text: '相談受付 B9', link: { tabId: '77', address: 'B9' } },
      '消えたシート B3',
      'ブック全体',
    ]);
  });

  test('errors come before notices, tabs as they stand in the workbook, rows from the top', () => {
    const findings = [noticeAt(2), at(30), at(4), at(9, { tab: '圏域' }), noticeAt(1, { tab: '圏域' })];
    const grids = withSurface([aGrid('areas', []), cases(40)]);
    expect(
      textsOf(answerTo(grids, findings))
        .slice(3)
        .map(([place, severity]) => [place, severity]),
    ).toEqual([
      ['圏域 B9', '直してください'],
      ['相談受付 B4', '直してください'],
      ['相談受付 B30', '直してください'],
      ['圏域 E1', 'お知らせ'],
      ['相談受付 E2', 'お知らせ'],
    ]);
    expect(answerTo(grids, findings.toReversed())).toEqual(answerTo(grids, findings));
  });

  test('name the other rows of a finding that stands for many', () => {
    const sentences = (finding: Finding) => textsOf(answerTo(withSurface([cases(2)]), [finding]))[3]?.slice(4, 6);
    expect(sentences(at(2, { otherRows: [3, 4] }))).toEqual([
      '受付日「11/5」に年がありません。3行目、4行目も同じです。',
      '2024/11/5 のように入れてください。',
    ]);
    const many = Array.from({ length: 11 }, (_, index) => index + 3);
    expect(sentences(at(2, { otherRows: many }))?.[0]).toBe(
      '受付日「11/5」に年がありません。3行目、4行目、5行目、6行目、7行目、8行目、9行目、10行目、11行目、12行目など、ほかの11行も同じです。',
    );
    expect(
      sentences(at(2, { code: 'case/duplicate-number', header: '受付番号', typed: 'R6-1', otherRows: [40] })),
    ).toEqual(['受付番号 R6-1 が2行目と40行目にあります。どちらも数えていません。', '番号を分けてください。']);
  });

  test('say once what is wrong with rows that name each other', () => {
    const twice = { code: 'case/duplicate-number', header: '受付番号', typed: 'R6-1' } as const;
    const findings = [
      at(2, { ...twice, otherRows: [5, 9] }),
      at(5, { ...twice, otherRows: [2, 9] }),
      at(9, { ...twice, otherRows: [2, 5] }),
      at(12, { ...twice, typed: 'R6-2', otherRows: [13] }),
      at(13, { ...twice, typed: 'R6-2', otherRows: [12] }),
    ];
    const texts = textsOf(answerTo(withSurface([cases(12)]), findings));
    expect(texts[0]).toEqual(['12行すべてを集計しました。読めないところが5か所あります。直してください。']);
    expect(texts.slice(3).map(([place]) => place)).toEqual(['相談受付 B2', '相談受付 B12']);
  });

  test('give the advice of the kind where the sentence has none', () => {
    expect(
      textsOf(answerTo(withSurface([cases(2)]), [at(2, { code: 'date/no-such-day', typed: '2024/2/30' })]))[3]?.slice(
        4,
        6,
      ),
    ).toEqual(['受付日「2024/2/30」はない日付です。正しい日付にすると数えられます。', '正しい日付にしてください。']);
  });

  test('a full stop in what was typed divides nothing', () => {
    expect(textsOf(answerTo(withSurface([cases(2)]), [at(2, { typed: '5。6' })]))[3]?.slice(3, 6)).toEqual([
      '5。6',
      '受付日「5。6」に年がありません。',
      '2024/11/5 のように入れてください。',
    ]);
  });

  test('hold no sign that a program would leave out, and no endless text', () => {
    const findings = [
      at(2, { typed: '11/5\u0000\u0007\ud83d' }),
      at(3, { code: 'area/shared-name', facts: { name: '東', codes: 'E01、'.repeat(20_000) } }),
    ];
    const planned = answerTo(withSurface([cases(12)]), findings);
    const [first, second] = textsOf(planned).slice(3);
    expect(first?.slice(3, 5)).toEqual(['11/5', '受付日「11/5」に年がありません。']);
    expect(String(second?.[4])).toHaveLength(1000);
    expect(planned?.marks.every(({ note }) => (note ?? '').length < 700)).toBe(true);
  });

  test('are at most a thousand, and the rest is counted', () => {
    const grids = withSurface([cases(2)]);
    const findings = Array.from({ length: 1000 }, (_, index) => at(index + 2));
    expect(textsOf(answerTo(grids, findings))).toHaveLength(1003);
    const rows = answerTo(grids, [...findings, at(1002), at(1003)])?.tab?.rows;
    expect(rows).toHaveLength(1004);
    expect(rows?.at(-1)).toEqual({
      look: 'plain',
      cells: ['ほかに2件あります。上から直していくと、続きがここに出ます。'],
    });
  });
});

describe('the tab チェック結果', () => {
  const grids = withSurface([cases(12)]);
  const findings = [at(2), noticeAt(3)];
  const answered = applyAnswer(grids, answerTo(grids, findings));
  const tabOf = (rows: SheetGrid['rows'], change: Partial<SheetGrid> = {}): SheetGrid => ({
    tab: 'チェック結果',
    id: '5',
    rows,
    merges: [],
    ...change,
  });
  const written = answered.at(-1)?.rows ?? [];
  const marked = answered.slice(0, -1);

  test('is added where it is not there', () => {
    expect(answerTo(grids, findings)?.tab).toMatchObject({ id: null, title: 'チェック結果', frozenRows: 3 });
  });

  test.each<readonly [string, SheetGrid]>([
    ['moved to the front', tabOf(written)],
    ['under another known name', tabOf(written, { tab: '確認結果' })],
    ['with a number before its name', tabOf(written, { tab: '9.チェック結果' })],
    [
      'renamed, but with the id that the template left',
      tabOf(written, { tab: '直すところ', storedIds: { tab: 'findings', fields: new Map() } }),
    ],
    [
      'with its dates shown as numbers',
      tabOf(
        written.map((row) =>
          row.map((cell) => (cell !== null && typeof cell === 'object' && 'serial' in cell ? cell.serial : cell)),
        ),
      ),
    ],
    ['with blanks after the text', tabOf(written.map((row) => [...row, null, null]))],
  ])('is left as it is: %s', (_, tab) => {
    expect(answerTo([tab, ...marked], findings, { at: new Date('2026-01-01T00:00:00Z') })).toBeNull();
  });

  test.each<readonly [string, SheetGrid['rows']]>([
    ['sorted', [...written.slice(0, 3), ...written.slice(3).toReversed()]],
    ['sorted with its headers', written.toReversed()],
    ['typed into', written.map((row, index) => (index === 3 ? [...row, '直しました'] : row))],
    ['typed into below', [...written, [null, 'メモ']]],
    [
      'with another time line',
      written.map((row, index) => (index === 1 ? ['きのう確認しました', ...row.slice(1)] : row)),
    ],
    ['cut short', written.slice(0, 3)],
    ['empty', []],
    [
      'as the template leaves it',
      [['場所', '区分', '項目', '入力された値', '内容', '直し方', '候補', 'はじめて見つけた日']],
    ],
    ['as earlier templates left it', [['区分', 'シート', 'セル', '項目', '内容', '候補']]],
  ])('is written anew: %s', (_, rows) => {
    const planned = answerTo([tabOf(rows), ...grids], findings);
    expect(planned?.tab?.id).toBe('5');
    expect(planned?.tab?.rows).toEqual(answerTo(grids, findings)?.tab?.rows);
  });

  test('of two only the first is ours; the standard name goes before all others', () => {
    const copy = tabOf(written, { tab: '確認結果', id: '6' });
    expect(answerTo([copy, tabOf([]), ...grids], findings)?.tab?.id).toBe('5');
    const other = tabOf([], { tab: '2_チェック結果', id: '7' });
    expect(answerTo([copy, other, ...marked], findings)).toBeNull();
  });

  test('an office’s own tab of that name is left alone, and ours stands beside it', () => {
    const own = tabOf([
      ['点検日', '担当', '結果'],
      ['2024/7/1', 'A班', '良'],
    ]);
    const planned = answerTo([own, ...grids], findings);
    expect(planned?.tab).toMatchObject({ id: null, title: 'チェック結果（自動）' });
    const after = applyAnswer([own, ...grids], planned);
    expect(after[0]).toBe(own);
    expect(answerTo(after, findings)).toBeNull();
    const both = [own, tabOf([['点検日']], { tab: 'チェック結果（自動）', id: '8' }), ...grids];
    expect(answerTo(both, findings)?.tab).toMatchObject({ id: null, title: 'チェック結果（自動）2' });
  });

  test('shows since when a finding is open', () => {
    const seen = carryFirstSeen(null, findings, '2024-06-30' as Day);
    const planned = planAnswer({
      grids,
      outcome: { kind: 'accepted', findings, rows: { read: 12, accepted: 11 } },
      cellMarks: true,
      firstSeen: carryFirstSeen(seen, findings, today),
      now,
    });
    expect(planned?.tab?.rows[3]?.cells[7]).toEqual({ serial: 45473, shows: 'day' });
  });
});

describe('marks', () => {
  const note = (...sentences: string[]) => writeNote(sentences, 'チェック結果');
  const missingYear = '受付日「11/5」に年がありません。2024/11/5 のように入れてください。';
  const marksOf = (grids: readonly SheetGrid[], findings: readonly Finding[], cellMarks = true) =>
    answerTo(grids, findings, { cellMarks })?.marks;
  const mark = (row: number, column: number, rest: object) => ({ tabId: 'cases', row, column, ...rest });

  test('end with our sign', () => {
    expect(note(missingYear)).toBe(
      '受付日「11/5」に年がありません。2024/11/5 のように入れてください。\n自動のメモです。直すと消えます。［かさなり 1t537lw］',
    );
  });

  test('several findings of one cell stand in one note, in the colour of the gravest', () => {
    const notice = noticeAt(2, { cell: 'B2' });
    expect(marksOf(withSurface([cases(12)]), [notice, at(2)])).toEqual([
      mark(1, 1, {
        note: note(missingYear, '経路の「同上」は、上の行と同じとして読みました。このままで構いません。'),
        background: markBackgrounds.error,
      }),
    ]);
  });

  test('an error marks the same cell of its other rows, a notice its own cell only', () => {
    const grids = withSurface([{ ...cases(12), rows: [[], [null, '11/5'], [null, '11/5']] }]);
    const notice = noticeAt(2, { cell: 'B2', otherRows: [3, 4] });
    expect(marksOf(grids, [at(2, { otherRows: [3] }), notice])).toEqual([
      mark(1, 1, {
        note: note(missingYear, '経路の「同上」は、上の行と同じとして読みました。このままで構いません。'),
        background: markBackgrounds.error,
      }),
      mark(2, 1, { note: note(missingYear), background: markBackgrounds.error }),
    ]);
  });

  test('a person’s note and colour stay, and the other of the two is set', () => {
    const grids = withSurface([cases(12)], {
      notes: { '相談受付!1:1': '田町さんに確かめる' },
      backgrounds: { '相談受付!2:1': '#ffff00' },
    });
    expect(marksOf(grids, [at(2), at(3)])).toEqual([
      mark(1, 1, { background: markBackgrounds.error }),
      mark(2, 1, { note: note(missingYear) }),
    ]);
  });

  test.each([
    ['written on below', (text: string) => `${text}\n確かめました`],
    ['begun otherwise', (text: string) => `済：${text}`],
    ['with one letter changed', (text: string) => text.replace('年', '月')],
    ['without its end', (text: string) => text.slice(0, -1)],
  ])('a note of ours that a person has edited is theirs: %s', (_, edit) => {
    const grids = withSurface([cases(12)], { notes: { '相談受付!1:1': edit(note(missingYear)) } });
    expect(marksOf(grids, [])).toEqual([]);
  });

  test('a note of ours with other ends of lines is ours', () => {
    const grids = withSurface([cases(12)], { notes: { '相談受付!1:1': note(missingYear).replace('\n', '\r\n') } });
    expect(marksOf(grids, [])).toEqual([mark(1, 1, { note: '' })]);
    expect(marksOf(grids, [at(2)])).toEqual([mark(1, 1, { background: markBackgrounds.error })]);
  });

  test('marks that were copied or left behind go, wherever they are', () => {
    const copy = cases(3, 'copy', '相談受付 のコピー');
    const grids = withSurface([cases(12), copy], {
      notes: { '相談受付!8:9': note(missingYear), '相談受付 のコピー!1:1': note('ほかの文。') },
      backgrounds: {
        '相談受付!14:1': '#FDF2C9',
        '相談受付 のコピー!1:1': '#fbb9ad',
        '相談受付 のコピー!1:2': '#f4cccc',
      },
    });
    expect(marksOf(grids, [])).toEqual([
      mark(8, 9, { note: '' }),
      mark(14, 1, { background: null }),
      { tabId: 'copy', row: 1, column: 1, note: '', background: null },
    ]);
  });

  test('marks that moved with their rows stay there', () => {
    const grids = withSurface([cases(12)], {
      notes: { '相談受付!5:1': note(missingYear) },
      backgrounds: { '相談受付!5:1': '#FBB9AD' },
    });
    expect(marksOf(grids, [at(6)])).toEqual([]);
  });

  test('a notice that has become an error changes its colour', () => {
    const grids = withSurface([cases(12)], {
      notes: { '相談受付!1:1': note('前の文。') },
      backgrounds: { '相談受付!1:1': markBackgrounds.notice },
    });
    expect(marksOf(grids, [at(2)])).toEqual([
      mark(1, 1, { note: note(missingYear), background: markBackgrounds.error }),
    ]);
  });

  test('a merged cell bears its mark on its first cell', () => {
    const grid = { ...cases(12), merges: [{ top: 1, left: 1, bottom: 4, right: 3 }] };
    const grids = withSurface([grid], { notes: { '相談受付!2:1': note(missingYear) } });
    expect(marksOf(grids, [at(3), at(5)])).toEqual([
      mark(1, 1, { note: note(missingYear), background: markBackgrounds.error }),
      mark(2, 1, { note: '' }),
      mark(4, 1, { note: note(missingYear), background: markBackgrounds.error }),
    ]);
  });

  test('no cell beyond the tab is marked', () => {
    const [grid] = withSurface([cases(12)]);
    const small = {
      ...grid,
      surface: { rowCount: 3, columnCount: 2, notes: new Map(), backgrounds: new Map() },
    } as SheetGrid;
    const findings = [
      at(3),
      at(4),
      at(2, { cell: 'C2' }),
      at(2, { cell: 'A0' }),
      at(2, { cell: '?' }),
      at(3, { otherRows: [2, 4, 0] }),
    ];
    expect(marksOf([small], findings)?.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  test('of a held workbook stay where it is not known what was mended', () => {
    const grids = withSurface([cases(12)], {
      notes: { '相談受付!4:1': note('前の文。'), '相談受付!1:1': note('前の文。') },
      backgrounds: { '相談受付!4:1': markBackgrounds.error },
    });
    const outcome: Outcome = {
      kind: 'held',
      reason: { code: 'workbook/no-office', facts: { file: '本所' } },
      since: today,
      findings: [at(2)],
      keepsFigures: true,
    };
    expect(answerTo(grids, [at(2)], { outcome })?.marks).toEqual([
      mark(1, 1, { note: note(missingYear), background: markBackgrounds.error }),
    ]);
    expect(answerTo(grids, [at(2)], { outcome, cellMarks: false })?.marks).toHaveLength(2);
  });

  test('an office that wants none has none, and those that stand there go', () => {
    const grids = withSurface([cases(12)], {
      notes: { '相談受付!1:1': note(missingYear), '相談受付!2:1': '自分のメモ' },
      backgrounds: { '相談受付!1:1': markBackgrounds.error },
    });
    const planned = answerTo(grids, [at(2)], { cellMarks: false });
    expect(planned?.marks).toEqual([mark(1, 1, { note: '', background: null })]);
    expect(planned?.tab?.rows).toHaveLength(4);
  });

  test('a source that cannot be answered in gets the tab alone', () => {
    expect(marksOf([cases(12)], [at(2)])).toEqual([]);
  });

  test('another row is told what is true of it', () => {
    const rows = [[], [null, '11/5'], [null, '11/5'], [null, '12/3']];
    const grids = withSurface([{ ...cases(12), rows }]);
    expect(marksOf(grids, [at(2, { otherRows: [3, 4] })])?.map((one) => one.note)).toEqual([
      note(missingYear),
      note(missingYear),
      note('日付に年がありません。2024/11/5 のように、年から入れてください。'),
    ]);
  });

  test('at most 2,000 cells of a tab and 5,000 of a workbook are marked, errors first', () => {
    const otherRows = Array.from({ length: 199_999 }, (_, index) => index + 3);
    const tabs = ['相談受付', 'あ', 'い', 'う'].map((tab) => ({
      ...cases(1, tab, tab),
      surface: { rowCount: 300_000, columnCount: 20, notes: new Map(), backgrounds: new Map() },
    }));
    const findings = tabs.flatMap(({ tab }) => [noticeAt(2, { tab }), at(2, { tab, otherRows })]);
    const marks = marksOf(tabs, findings) ?? [];
    expect(tabs.map(({ id }) => marks.filter(({ tabId }) => tabId === id).length)).toEqual([2000, 2000, 1000, 0]);
    expect(marks.filter(({ background }) => background === markBackgrounds.notice)).toEqual([]);
  });

  test('a note stays short, and says how much it leaves out', () => {
    const long = Array.from({ length: 40 }, (_, index) => `${index}番目の文${'あ'.repeat(30)}。`);
    const text = note(...long);
    expect(text.length).toBeLessThan(720);
    expect(text.split('\n').at(-2)).toBe('ほかに24件あります。「チェック結果」を見てください。');
    expect([...note('𠮷'.repeat(1000))].length).toBeLessThan(350);
  });
});

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('black text is read on both colours, and they differ without colour', () => {
  const [error, notice] = [luminance(markBackgrounds.error), luminance(markBackgrounds.notice)];
  expect((error + 0.05) / 0.05).toBeGreaterThan(7);
  expect((notice + 0.05) / (error + 0.05)).toBeGreaterThan(1.4);
});
