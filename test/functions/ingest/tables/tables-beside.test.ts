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
