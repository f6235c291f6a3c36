import { expect, test } from 'vitest';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import {
  aCase,
  aGoal,
  aGrid,
  aMeeting,
  aTotal,
  aWorkbook,
  columnIndex,
  type TypedRow,
} from '../../../builders/workbook.ts';

const acceptedCases = (cases: readonly TypedRow[]) =>
  Object.values(takeIn(aWorkbook({ cases })).ingested.rowCounts.cases).reduce((sum, { accepted }) => sum + accepted, 0);
const readCases = (cases: readonly TypedRow[]) =>
  Object.values(takeIn(aWorkbook({ cases })).ingested.rowCounts.cases).reduce((sum, { read }) => sum + read, 0);

test('an error in a required column refuses the row and no other', () => {
  const cases = [aCase(), aCase({ receivedOn: '2019/2/29' }), aCase({ pathway: null }), aCase({ area: '' }), aCase()];
  expect(findingsOf(aWorkbook({ cases }))).toEqual([
    'date/no-such-day 相談受付!B3',
    'cell/required-or-unknown 相談受付!E4',
    'cell/required-or-unknown 相談受付!D5',
  ]);
  expect(acceptedCases(cases)).toBe(2);
  expect(readCases(cases)).toBe(5);
});

test('an error in an optional column refuses only the cell: the row counts', () => {
  const cases = [aCase({ sex: 'おとこのこ？', ageBand: '70代', closedOn: '6/30' })];
  expect(findingsOf(aWorkbook({ cases }))).toEqual(['choice/not-in-list 相談受付!M2', 'date/without-year 相談受付!R2']);
  const { facts } = takeIn(aWorkbook({ cases })).ingested;
  expect(facts.cases).toMatchObject([{ sex: null, ageBand: 'A70', closed: null, count: 1 }]);
});

test('不明 counts where it can be counted, and is an error where the row would have no place', () => {
  expect(findingsOf(aWorkbook({ cases: [aCase({ pathway: '不明', targets1: '不明', area: '不明' })] }))).toEqual([]);
  expect(findingsOf(aWorkbook({ cases: [aCase({ receivedOn: '不明' }), aCase({ receiptNumber: '不明' })] }))).toEqual([
    'cell/unknown-not-possible 相談受付!B2',
    'cell/unknown-not-possible 相談受付!A3',
  ]);
});

test('a row with nothing but a pre-printed number, unticked boxes, dashes or a remark is empty', () => {
  const empty: TypedRow[] = [
    { receiptNumber: 'R6-0900' },
    { receiptNumber: 'R6-0901', compound: false },
    { compound: 'FALSE' },
    { note: '次はここから' },
    { desk: '本所' },
    { pathway: '　', targets1: '-', area: '－' },
  ];
  expect(findingsOf(aWorkbook({ cases: [...empty, aCase()] }))).toEqual([]);
  expect(readCases([...empty, aCase()])).toBe(1);
  expect(readCases([{ receiptNumber: 'R6-0902', pathway: '本人' }])).toBe(1);
  expect(readCases([{ receiptNumber: 'R6-0902', compound: true }])).toBe(1);
});

test('total rows are left out with one notice, in whatever column they say so', () => {
  const cases = [
    aCase({ receiptNumber: '1' }),
    { receiptNumber: '小計', targets1: '1' },
    aCase({ receiptNumber: '2' }),
    { area: '4月 計', targets1: 2 },
    { pathway: '令和６年度合計', targets1: 2 },
  ];
  expect(findingsOf(aWorkbook({ cases }))).toEqual(['row/total 相談受付!3 +2']);
  expect(readCases(cases)).toBe(2);
});

test('a total in a column of the office is a total row too, in 備考 it is not', () => {
  const grid = aGrid('cases', [aCase(), aCase(), aCase({ note: '合計' })]);
  const own = ['係', 'A係', '合計', 'B係'];
  const rows = grid.rows.map((row, index) => [own[index] ?? null, ...row]);
  expect(findingsOf([...aWorkbook(), { ...grid, rows }])).toEqual(['row/total 相談受付!3']);
});

test('累計 as a 数え方 and 家計 as an issue are no total rows', () => {
  expect(findingsOf(aWorkbook({ goals: [aGoal({ counting: '累計' })], cases: [aCase({ issues1: '家計' })] }))).toEqual(
    [],
  );
});

test('〃, 同上 and 々 repeat the data row above, with one notice a column', () => {
  const cases = [
    aCase({ area: '西川地区', pathway: '家族' }),
    aCase({ area: '〃', pathway: '同上' }),
    { receiptNumber: '小計' },
    {},
    aCase({ area: '々', pathway: '本人' }),
  ];
  expect(findingsOf(aWorkbook({ cases }))).toEqual([
    'cell/ditto 相談受付!D3 +1',
    'cell/ditto 相談受付!E3',
    'row/total 相談受付!4',
  ]);
  const { facts } = takeIn(aWorkbook({ cases })).ingested;
  expect(facts.cases.map(({ area, pathway, count }) => [area, pathway, count])).toEqual([
    ['E02', 'P01', 1],
    ['E02', 'P02', 2],
  ]);
});

test('〃 in the first row has nothing to repeat: an error', () => {
  expect(findingsOf(aWorkbook({ cases: [aCase({ area: '〃' }), aCase()] }))).toEqual([
    'cell/ditto-in-first-row 相談受付!D2',
  ]);
});

test('〃 below a cell that could not be read is the same error once more', () => {
  expect(findingsOf(aWorkbook({ cases: [aCase({ sex: '？' }), aCase({ sex: '〃' })] }))).toEqual([
    'choice/not-in-list 相談受付!M2',
    'cell/ditto 相談受付!M3',
    'choice/not-in-list 相談受付!M3',
  ]);
});

test('a merged cell counts for each of its rows in 圏域 and 経路, with a notice, and nowhere else', () => {
  const cases = [
    aCase({ area: '西川地区', pathway: '家族', sex: '女' }),
    aCase({ area: null, pathway: null }),
    aCase({ area: null, pathway: '本人' }),
    aCase({ area: '〃' }),
  ];
  const merge = (column: string, rows: number) => {
    const left = columnIndex('cases', column);
    return { top: 1, left, bottom: 1 + rows, right: left + 1 };
  };
  const grid = aGrid('cases', cases, { merges: [merge('area', 3), merge('pathway', 2), merge('sex', 3)] });
  expect(findingsOf([...aWorkbook(), grid])).toEqual([
    'cell/merged 相談受付!D2 +2',
    'cell/merged 相談受付!E2 +1',
    'cell/ditto 相談受付!D5',
  ]);
  const { facts } = takeIn([...aWorkbook(), grid]).ingested;
  expect(facts.cases.map(({ area, pathway, sex, count }) => [area, pathway, sex, count])).toEqual([
    ['E02', 'P01', null, 2],
    ['E02', 'P02', 'X2', 1],
    ['E02', 'P02', null, 1],
  ]);
});

test('a merge that reaches below the rows makes no rows', () => {
  const left = columnIndex('cases', 'area');
  const grid = aGrid('cases', [aCase(), {}, {}], { merges: [{ top: 1, left, bottom: 4, right: left + 1 }] });
  expect(findingsOf([...aWorkbook(), grid])).toEqual([]);
});

test('an individual number refuses the row wherever it is read, and is quoted nowhere', () => {
  // 架空: eleven digits with the check digit computed for them.
  const number = '123456789018';
  const grids = aWorkbook({
    cases: [
      aCase({ issues1: number }),
      aCase({ receiptNumber: number }),
      aCase({ receiptNumber: '202404010001' }),
      aCase({ note: number }),
    ],
  });
  expect(findingsOf(grids)).toEqual(['row/personal-number 相談受付!I2', 'row/personal-number 相談受付!A3']);
  expect(JSON.stringify(takeIn(grids).ingested)).not.toContain(number);
  expect(takeIn(grids).ingested.facts.cases).toMatchObject([{ count: 2 }]);
});

test('nothing of 備考, 受付窓口 or columns of the office is kept', () => {
  const grid = aGrid('cases', [aCase({ note: '秘密の備考', desk: '秘密の窓口' })]);
  const rows = grid.rows.map((row, index) => [...row, index === 0 ? '独自の列' : '秘密の列']);
  expect(JSON.stringify(takeIn([...aWorkbook(), { ...grid, rows }]))).not.toContain('秘密');
});

test('a finding quotes codes, numbers and dates, but not what looks personal and not prose', () => {
  const typed = (cell: string) => takeIn(aWorkbook({ cases: [aCase({ pathway: cell })] })).ingested.findings[0]?.typed;
  expect(typed('町の人')).toBe('町の人');
  expect(typed('架空太郎さん')).toBeNull();
  expect(typed('090-1234-5678')).toBeNull();
  expect(typed('あ'.repeat(41))).toBeNull();
  expect(typed('あ'.repeat(40))).toBe('あ'.repeat(40));
});

test('a formula error in an optional cell leaves the row, in 値 it refuses it', () => {
  const meetings = [aMeeting({ participants: { error: '#REF!' } })];
  const totals = [aTotal({ value: { error: '#N/A' } })];
  expect(findingsOf(aWorkbook({ meetings, totals }))).toEqual([
    'cell/formula-error 会議!E2',
    'cell/formula-error 集計報告!G2',
  ]);
  const { facts } = takeIn(aWorkbook({ meetings, totals })).ingested;
  expect(facts.meetings).toMatchObject([{ count: 1, participants: 0 }]);
  expect(facts.totals).toEqual([]);
});
