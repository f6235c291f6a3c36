/** Other things on a tab of ours: small tables beside, below and above, charts' sources, blank columns. */
import { expect, test } from 'vitest';
import type { Cell } from '#sheets-schema';
import { openWorkbook } from '../../../../functions/ingest/tables/open-workbook.ts';
import type { SheetGrid } from '../../../../functions/world.ts';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import { aCase, aGrid, aWorkbook } from '../../../builders/workbook.ts';

const cases = [
  aCase({ receiptNumber: '1', pathway: '家族' }),
  aCase({ receiptNumber: '2' }),
  aCase({ receiptNumber: '3' }),
];
const plain = takeIn(aWorkbook({ cases })).ingested.facts;

function withCases(change: (rows: readonly (readonly Cell[])[]) => readonly (readonly Cell[])[]): readonly SheetGrid[] {
  return aWorkbook({ cases }).map((grid) => (grid.tab === '相談受付' ? { ...grid, rows: change(grid.rows) } : grid));
}

/** The rows with a table to the right, `gap` columns away. */
function beside(rows: readonly (readonly Cell[])[], table: readonly (readonly Cell[])[], gap: number) {
  const width = Math.max(...rows.map((row) => row.length)) + gap;
  return rows.map((row, index) => [...row, ...Array<Cell>(width - row.length).fill(null), ...(table[index] ?? [])]);
}

const counts: readonly (readonly Cell[])[] = [
  ['経路', '件数'],
  ['本人', 2],
  ['家族', 1],
];

test('a small table to the right, behind an empty column, is left alone', () => {
  const grids = withCases((rows) => beside(rows, counts, 1));
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('columns of ours behind an empty column and a header that stands twice are not read, and the office is told where', () => {
  const headers: readonly Cell[] = ['開催日', '会議種別', '圏域', '参加者数', null, '参加者数', '参加機関数', '備考'];
  const meeting: readonly Cell[] = ['2024/5/13', '支援会議', null, 8, null, 8, 34];
  const grids = [...aWorkbook({}), { tab: '会議', id: '90', rows: [headers, meeting], merges: [] }];
  expect(findingsOf(grids)).toEqual(['header/other-table 会議!F1']);
  expect(takeIn(grids).rows.meetings).toMatchObject([{ participants: 8, agencies: null }]);
});

test('rows that go on to the right under the same headers are not lost without a word', () => {
  const grids = withCases((rows) => beside(rows.slice(0, 3), [rows[0] ?? [], rows[3] ?? []], 1));
  expect(findingsOf(grids)).toEqual(['header/other-table 相談受付!V1']);
  expect(takeIn(grids).rows.cases).toHaveLength(2);
});

test('a table to the left is as much another one, and ours is that with most of our columns', () => {
  const summary = withCases((rows) =>
    rows.map((row, index) => [...(index === 0 ? ['経路', '対象1'] : ['本人', '高齢者']), null, ...row]),
  );
  expect(findingsOf(summary)).toEqual(['header/other-table 相談受付!A1']);
  expect(takeIn(summary).ingested.facts).toEqual(plain);
});

test('備考 in two places makes no other table of the columns behind an empty one', () => {
  const grids = withCases((rows) =>
    rows.map((row, index) => [index === 0 ? '備考' : null, ...row.slice(0, 4), null, ...row.slice(4)]),
  );
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a header that was dragged over a hundred columns makes no table', () => {
  const grids = withCases((rows) =>
    rows.map((row, index) => [...row, null, ...Array<Cell>(100).fill(index === 0 ? '受付番号' : null)]),
  );
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('right beside the last column it cannot be told from a second column of one name, and says so', () => {
  const grids = withCases((rows) => beside(rows, counts, 0));
  expect(findingsOf(grids)).toEqual(['header/duplicate 相談受付!U1']);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('an empty column between our own columns divides nothing', () => {
  const grids = withCases((rows) => rows.map((row) => [...row.slice(0, 4), null, ...row.slice(4)]));
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a small table below, after an empty row, is left alone with a notice', () => {
  const grids = withCases((rows) => [...rows, [], ...counts]);
  expect(findingsOf(grids)).toEqual(['row/other-table 相談受付!6']);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('rows that go on after an empty row and a line of words are still read', () => {
  const fourth = aCase({ receiptNumber: '4' });
  const more = aGrid('cases', [fourth]).rows[1] ?? [];
  const grids = withCases((rows) => [...rows, [], ['5月分', '件数'], more]);
  expect(takeIn(grids).ingested.facts).toEqual(takeIn(aWorkbook({ cases: [...cases, fourth] })).ingested.facts);
  expect(findingsOf(grids).map((finding) => finding.split(' ')[0])).not.toContain('row/other-table');
});

test('a table below without an empty row between is not told from rows', () => {
  const grids = withCases((rows) => [...rows, ...counts]);
  expect(findingsOf(grids)).not.toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a block of totals above the headers is not taken for them', () => {
  const above: readonly (readonly Cell[])[] = [
    ['令和6年度 相談受付簿'],
    ['経路', '本人', '家族', '地域'],
    ['件数', 2, 1, 0],
    ['合計', 3],
    [],
  ];
  const grids = withCases((rows) => [...above, ...rows]);
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a tab with nothing but a chart, or with notes of people, is none of ours', () => {
  const grids = [
    ...aWorkbook({ cases }),
    { tab: 'グラフ', id: '98', rows: [], merges: [] },
    { tab: '打合せメモ', id: '99', rows: [['受付日の書き方を相談する']], merges: [] },
  ];
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('several columns of 備考 are no fault, since nobody reads them', () => {
  const grids = withCases((rows) => rows.map((row, index) => [...row, index === 0 ? '備考' : 'メモ']));
  expect(findingsOf(grids)).toEqual([]);
});

test('without its dates no row could be read, and a lost column is said before anything else', () => {
  const grids = withCases((rows) => [...rows.map((row) => [row[0] ?? null, ...row.slice(2)]), [], ...counts]);
  expect(openWorkbook(grids)).toMatchObject({
    outcome: 'held',
    reason: { code: 'workbook/no-required-columns', facts: { headers: '受付日' } },
  });
});
