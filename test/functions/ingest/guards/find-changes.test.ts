/** Accidents are asked about, ordinary work never is. 架空のデータ. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findChanges } from '#functions/ingest/guards/find-changes.ts';
import type { IngestedWorkbook } from '#functions/ingest/ingested.ts';
import { takeIn } from '../../../builders/ingest.ts';
import { aCase, aGoal, aTotal, aWorkbook, type TypedRow, type TypedWorkbook } from '../../../builders/workbook.ts';

const read = (typed: TypedWorkbook) => takeIn(aWorkbook(typed)).ingested;
const asked = (before: TypedWorkbook, now: TypedWorkbook) =>
  findChanges({ before: read(before), now: read(now), isAsked: false });
const casesOf = (count: number, month = '2024/5', change: TypedRow = {}) =>
  Array.from({ length: count }, (_, index) => aCase({ receivedOn: `${month}/${(index % 28) + 1}`, ...change }));

describe('rows that vanish', () => {
  test.each([
    [30, 23, true],
    [30, 24, false],
    [24, 19, true],
    [25, 20, false],
    [6, 1, true],
    [6, 2, false],
    [5, 0, false],
  ])('of %i rows %i are left', (from, to, isAsked) => {
    const all = casesOf(from);
    const expected = isAsked ? [{ kind: 'rows-fell', tab: '相談受付', from, to }] : [];
    expect(asked({ cases: all }, { cases: all.slice(0, to) })).toEqual(expected);
  });

  test('a tab that is gone, and one whose goals are', () => {
    const goals = Array.from({ length: 8 }, (_, index) => aGoal({ measure: `独自の目標${index}`, goalValue: index }));
    expect(asked({ cases: casesOf(9), goals }, {})).toEqual([
      { kind: 'rows-fell', tab: '相談受付', from: 9, to: 0 },
      { kind: 'rows-fell', tab: '成果目標', from: 8, to: 0 },
    ]);
  });
});

describe('months that are over', () => {
  const june = casesOf(4, '2024/6');
  test.each([
    [30, 24, false],
    [30, 23, true],
    [30, 36, false],
    [30, 37, true],
    [7, 2, false],
  ])('%i rows of April become %i', (from, to, isAsked) => {
    const [before, now] = [casesOf(from, '2024/4'), casesOf(to, '2024/4')];
    const others = casesOf(200, '2024/3');
    const found = asked({ cases: [...others, ...before, ...june] }, { cases: [...others, ...now, ...june] });
    const expected = { kind: 'past-moved', tab: '相談受付', period: '2024-04', indicator: null, from, to };
    expect(found).toEqual(isAsked ? [expected] : []);
  });

  test('late entries of the last month but one, of a month that had none, and of the month itself are ordinary', () => {
    const before = [...casesOf(20, '2024/3'), ...casesOf(3, '2024/5'), ...june];
    const late = [...casesOf(40, '2024/5'), ...casesOf(30, '2024/4'), ...casesOf(50, '2024/6')];
    expect(asked({ cases: before }, { cases: [...before, ...late] })).toEqual([]);
  });

  test('a fiscal year that lost a few rows in every month', () => {
    const months = ['2023/4', '2023/5', '2023/6', '2023/7', '2023/8', '2023/9'];
    const before = months.flatMap((month) => casesOf(6, month));
    const now = months.flatMap((month) => casesOf(4, month));
    const added = casesOf(12, '2024/6');
    expect(asked({ cases: [...before, ...june] }, { cases: [...now, ...june, ...added] })).toEqual([
      { kind: 'past-moved', tab: '相談受付', period: 'FY2023', indicator: null, from: 36, to: 24 },
    ]);
  });

  test('経路 that was sorted by itself keeps every number of rows, and is asked about', () => {
    const ways = ['本人', '家族・親族', '地域', '医療機関'];
    const before = Array.from({ length: 60 }, (_, index) =>
      aCase({ receivedOn: `2024/4/${(index % 28) + 1}`, pathway: ways[index % 4] ?? '本人' }),
    );
    const now = before.map((row) => ({ ...row, pathway: '本人' }));
    expect(asked({ cases: [...before, ...june] }, { cases: [...now, ...june] })).toEqual([
      { kind: 'past-regrouped', tab: '相談受付', header: '経路', from: 60, to: 15 },
    ]);
    const corrected = before.map((row, index) => (index < 8 ? { ...row, pathway: '本人' } : row));
    expect(asked({ cases: [...before, ...june] }, { cases: [...corrected, ...june] })).toEqual([]);
  });

  test.each([
    [1000, 1200, false],
    [1000, 1201, true],
    [1000, 799, true],
    [8, 3, false],
    [8, 2, true],
  ])('a stated total of the year before: %i becomes %i', (from, to, isAsked) => {
    const stated = (value: number) => [aTotal({ value }), aTotal({ fiscalYear: '令和6年度', month: 5, value: 90 })];
    const expected = { kind: 'past-moved', tab: '集計報告', period: 'FY2023', indicator: 'N01', from, to };
    expect(asked({ totals: stated(from) }, { totals: stated(to) })).toEqual(isAsked ? [expected] : []);
  });
});

describe('columns and sums', () => {
  test.each([
    [0, true],
    [2, true],
    [3, false],
  ])('性別 of 20 rows, of which %i are left', (left, isAsked) => {
    const before = casesOf(20, '2024/5', { sex: '女性' });
    const now = before.map((row, index) => ({ ...row, sex: index < left ? '女性' : null }));
    const expected = { kind: 'column-emptied', tab: '相談受付', header: '性別', from: 20, to: left };
    expect(asked({ cases: before }, { cases: now })).toEqual(isAsked ? [expected] : []);
  });

  test('a column that was filled in here and there may be blank', () => {
    const before = casesOf(20).map((row, index) => ({ ...row, sex: index % 2 === 0 ? '女性' : null }));
    expect(asked({ cases: before }, { cases: before.map((row) => ({ ...row, sex: null })) })).toEqual([]);
  });

  test('a 累計 that falls; not one of another year, nor a small one', () => {
    const goal = (result: number, change: TypedRow = {}) =>
      aGoal({ measure: '参加者の累計', counting: '累計', goalValue: 500, result, ...change });
    expect(asked({ goals: [goal(120)] }, { goals: [goal(119)] })).toEqual([
      { kind: 'cumulative-fell', tab: '成果目標', row: 2, from: 120, to: 119 },
    ]);
    expect(asked({ goals: [goal(120)] }, { goals: [goal(120), goal(10, { fiscalYear: '令和7年度' })] })).toEqual([]);
    expect(asked({ goals: [goal(5)] }, { goals: [goal(4)] })).toEqual([]);
  });
});

test('what other rules of ours read otherwise is nobody’s accident, unless a question is open', () => {
  const [before, now] = [read({ cases: casesOf(20) }), read({})];
  const older: IngestedWorkbook = {
    ...before,
    ...(before.shape === undefined ? {} : { shape: { ...before.shape, rules: before.shape.rules - 1 } }),
  };
  const { shape: _, ...oldest } = before;
  expect([
    findChanges({ before: older, now, isAsked: false }),
    findChanges({ before: oldest, now, isAsked: false }),
    findChanges({ before: older, now, isAsked: true }).length,
  ]).toEqual([[], [], 1]);
});

/** Months of work of an office, oldest first. */
const someMonths = ['2023/10', '2023/11', '2023/12', '2024/1', '2024/2', '2024/3', '2024/4', '2024/5', '2024/6'];
const aHistory = fc
  .array(fc.nat({ max: 14 }), { minLength: someMonths.length, maxLength: someMonths.length })
  .map((counts) => counts.flatMap((count, index) => casesOf(count, someMonths[index] ?? '2024/6', { sex: '女性' })));

describe('as things go', () => {
  test('adding rows, correcting a few and closing cases is never asked about', () => {
    const edit = fc.record({
      added: fc.nat({ max: 40 }),
      late: fc.nat({ max: 5 }),
      closed: fc.nat({ max: 30 }),
      corrected: fc.nat({ max: 4 }),
      removed: fc.nat({ max: 1 }),
    });
    fc.assert(
      fc.property(aHistory, edit, (before, { added, late, closed, corrected, removed }) => {
        const now = [
          ...before.slice(removed).map((row, index) => ({
            ...row,
            ...(index % 7 === 0 && index < closed * 7 ? { closedOn: '2024/6/30' } : {}),
            ...(index < corrected ? { pathway: '医療機関', area: '西川地区' } : {}),
          })),
          ...casesOf(added, '2024/6', { sex: '男性' }),
          ...casesOf(late, '2024/1', { sex: '男性' }),
        ];
        expect(asked({ cases: before }, { cases: now })).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('half deleted, a column cleared, a sheet pasted over and another year always are', () => {
    const large = aHistory.filter((rows) => rows.length >= 40);
    const accidents: readonly ((rows: readonly TypedRow[]) => readonly TypedRow[])[] = [
      (rows) => rows.slice(0, Math.floor(rows.length / 2)),
      (rows) => rows.map((row) => ({ ...row, sex: null })),
      (rows) => rows.map((row) => ({ ...row, area: '' })),
      (rows) => rows.map((row) => ({ ...row, receivedOn: '2024/6/3' })),
      (rows) => rows.map((row) => ({ ...row, receivedOn: String(row.receivedOn).replace(/^20[0-9]{2}/, '2019') })),
      () => [],
    ];
    fc.assert(
      fc.property(large, fc.constantFrom(...accidents), (before, accident) => {
        expect(asked({ cases: before }, { cases: accident(before) })).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
