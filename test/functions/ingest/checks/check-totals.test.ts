import { expect, test } from 'vitest';
import { describeFinding } from '#sheets-schema';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import {
  aCase,
  aGoal,
  aMeeting,
  anAction,
  aProfile,
  aTotal,
  aWorkbook,
  someAreas,
  type TypedRow,
} from '../../../builders/workbook.ts';

const found = (totals: readonly TypedRow[]) => findingsOf(aWorkbook({ totals }));
const values = (totals: readonly TypedRow[]) =>
  takeIn(aWorkbook({ totals })).ingested.facts.totals.map(({ value }) => value);

test('a total is a fact; a blank month is the whole year, a blank dimension is all', () => {
  const totals = [
    aTotal(),
    aTotal({ month: '4月分', area: 'E01', pathway: '地域', target: '高齢者', value: '１２件' }),
  ];
  expect(takeIn(aWorkbook({ totals })).ingested.facts.totals).toEqual([
    { fiscalYear: 2023, month: '2023-04', indicator: 'N01', area: 'E01', pathway: 'P04', target: 'T01', value: 12 },
    { fiscalYear: 2023, month: null, indicator: 'N01', area: null, pathway: null, target: null, value: 12 },
  ]);
});

test('January to March lie in the next calendar year', () => {
  const months = [3, 4, 12, 1].map((month) => aTotal({ month }));
  expect(takeIn(aWorkbook({ totals: months })).ingested.facts.totals.map(({ month }) => month)).toEqual([
    '2023-04',
    '2023-12',
    '2024-01',
    '2024-03',
  ]);
});

test('the same key twice: all are errors, however they are spelled', () => {
  const totals = [
    aTotal({ fiscalYear: 2023, area: '氷見市' }),
    aTotal({ fiscalYear: 'R5', indicator: 'N01' }),
    aTotal({ fiscalYear: '令和5年度', month: '4' }),
    aTotal({ fiscalYear: '2022' }),
  ];
  expect(found(totals)).toEqual(['total/same-key-twice 集計報告!G2 +1', 'total/same-key-twice 集計報告!G3 +1']);
  expect(values(totals)).toEqual([12, 12]);
});

test('ratios, rates and quality cannot be reported', () => {
  expect(
    found([aTotal({ indicator: '終結率(新規比)' }), aTotal({ indicator: 'R06' }), aTotal({ indicator: '報告率' })]),
  ).toEqual([
    'indicator/not-reportable 集計報告!C2',
    'indicator/not-reportable 集計報告!C3',
    'indicator/not-reportable 集計報告!C4',
  ]);
});

test('a dimension that an indicator does not have refuses the row', () => {
  expect(
    found([aTotal({ indicator: '会議開催回数', area: 'E01' }), aTotal({ indicator: '会議開催回数', pathway: '本人' })]),
  ).toEqual(['total/no-such-breakdown 集計報告!E3']);
});

test('a scope that cannot be read refuses the row: it would pass for the total of everything', () => {
  const totals = [
    aTotal({ pathway: '？？' }),
    aTotal({ month: '13月' }),
    aTotal({ area: '北の谷' }),
    aTotal({ target: '？？' }),
  ];
  expect(found(totals)).toEqual([
    'choice/not-in-list 集計報告!E2',
    'month/not-a-month 集計報告!B3',
    'area/not-found 集計報告!D4',
    'choice/not-in-list 集計報告!F5',
  ]);
  expect(values(totals)).toEqual([]);
});

test("'-' in 値 is an error that suggests 0, 未集計 is accepted and says nothing, 0 is 0", () => {
  expect(takeIn(aWorkbook({ totals: [aTotal({ value: '-' })] })).ingested.findings).toMatchObject([
    { code: 'number/dash', suggestion: '0', cell: 'G2' },
  ]);
  expect(found([aTotal({ value: '未集計' })])).toEqual([]);
  expect(values([aTotal({ value: '未集計' })])).toEqual([]);
  expect(values([aTotal({ value: 0 })])).toEqual([0]);
});

test('a breakdown over 経路 that does not add up gives a notice with the difference on the total', () => {
  const column = ['4', '9', '1', '24', '15', '18'];
  const names = ['当事者', '家族', '知人', '地域', '専門機関', '行政'];
  const parts = names.map((pathway, index) => aTotal({ pathway, value: column[index] ?? null }));
  const { findings } = takeIn(aWorkbook({ totals: [...parts, aTotal({ value: 70 })] })).ingested;
  expect(findings.map((finding) => [finding.cell, describeFinding(finding, 'ja')])).toEqual([
    ['G8', '値は70ですが、経路ごとの値を足すと71です（差は1）。どちらかを確かめてください。'],
  ]);
  expect(found([...parts, aTotal({ value: 71 })])).toEqual([]);
});

test('a second level stands for its first where that is not given', () => {
  const parts = [
    aTotal({ pathway: '民生委員', value: 5 }),
    aTotal({ pathway: '自治会', value: 2 }),
    aTotal({ pathway: '本人', value: 3 }),
  ];
  expect(found([...parts, aTotal({ value: 10 })])).toEqual([]);
  expect(found([...parts, aTotal({ value: 11 })])).toEqual(['total/pathways-differ 集計報告!G5']);
  expect(found([...parts, aTotal({ pathway: '地域', value: 8 }), aTotal({ value: 11 })])).toEqual([
    'total/pathways-differ 集計報告!G5',
  ]);
});

test('a breakdown over 圏域 must add up too, each division by itself, with what lies outside; over 対象 it need not', () => {
  const areas = [...someAreas, { code: 'W1', name: '西ブロック', kind: 'ブロック', parents: 'Z' }];
  const check = (totals: readonly TypedRow[]) => findingsOf(aWorkbook({ areas, totals }));
  const parts = [aTotal({ area: 'E01', value: 5 }), aTotal({ area: 'E02', value: 4 })];
  expect(check([...parts, aTotal({ value: 9 })])).toEqual([]);
  expect(check([...parts, aTotal({ value: 10 })])).toEqual(['total/areas-differ 集計報告!G4']);
  expect(check([...parts, aTotal({ area: '市外', value: 1 }), aTotal({ value: 10 })])).toEqual([]);
  expect(check([...parts, aTotal({ area: 'W1', value: 9 }), aTotal({ value: 9 })])).toEqual([]);
  expect(
    found([aTotal({ target: '高齢者', value: 9 }), aTotal({ target: '生活困窮', value: 9 }), aTotal({ value: 10 })]),
  ).toEqual([]);
});

test('what lies outside the areas is part of a total that is not typed', () => {
  const parts = [
    aTotal({ area: 'E01', value: 5 }),
    aTotal({ area: 'E02', value: 4 }),
    aTotal({ area: '不明', value: 2 }),
  ];
  expect(takeIn(aWorkbook({ totals: parts })).ingested.facts.totals.map(({ area, value }) => [area, value])).toEqual([
    ['E01', 5],
    ['E02', 4],
    [null, 11],
  ]);
  expect(values([...parts, aTotal({ value: 12 })])).toEqual([5, 4, 12]);
});

test('rows win over totals, month by month', () => {
  const totals = [
    aTotal({ fiscalYear: 2024, month: 5, value: 3 }),
    aTotal({ fiscalYear: 2024, month: 4, value: 3 }),
    aTotal({ fiscalYear: 2024, month: 5, indicator: '終結件数', value: 3 }),
  ];
  const grids = aWorkbook({ cases: [aCase({ receivedOn: '2024/5/10' })], totals });
  expect(findingsOf(grids)).toEqual(['total/month-counted-from-rows 集計報告!G2']);
  expect(takeIn(grids).ingested.facts.totals).toMatchObject([
    { month: '2024-04', indicator: 'N01' },
    { month: '2024-05', indicator: 'N06' },
  ]);
});

test('a yearly total is left out when any month of its year has rows of the same indicator', () => {
  const yearly = (indicator: string, fiscalYear = 2023) => aTotal({ fiscalYear, indicator });
  const grids = aWorkbook({
    cases: [aCase({ receiptNumber: 'R6-0001', receivedOn: '2024/3/31' })],
    actions: [anAction({ actedOn: '2024/4/1' })],
    meetings: [aMeeting({ heldOn: '2023/4/1' })],
    totals: [
      yearly('N01'),
      yearly('N01', 2022),
      yearly('N02'),
      yearly('N03', 2024),
      yearly('N04', 2024),
      yearly('N09'),
      yearly('N10'),
    ],
  });
  expect(findingsOf(grids)).toEqual([
    'reporting/zero-months 相談受付!',
    'total/year-counted-from-rows 集計報告!G2',
    'total/year-counted-from-rows 集計報告!G5',
    'total/year-counted-from-rows 集計報告!G7',
  ]);
  expect(takeIn(grids).ingested.facts.totals.map(({ indicator, fiscalYear }) => [indicator, fiscalYear])).toEqual([
    ['N01', 2022],
    ['N02', 2023],
    ['N10', 2023],
    ['N04', 2024],
  ]);
});

test('a month that has not begun cannot be reported; the month of the run can', () => {
  expect(found([aTotal({ fiscalYear: 2024, month: 7 })])).toEqual([]);
  expect(found([aTotal({ fiscalYear: 2024, month: 8 })])).toEqual(['total/future 集計報告!B2']);
  expect(takeIn(aWorkbook({ totals: [aTotal({ fiscalYear: 2024, month: 8 })] })).recheckOn).toBe('2024-08-01');
  expect(found([aTotal({ fiscalYear: 2024 })])).toEqual([]);
  expect(found([aTotal({ fiscalYear: 2025 })])).toEqual(['total/future 集計報告!A2']);
});

test('with 対象年度 totals and goals of other years are errors', () => {
  const grids = aWorkbook({
    profile: aProfile({ fiscalYear: 'R5' }),
    totals: [aTotal(), aTotal({ fiscalYear: 'R4' })],
    goals: [aGoal(), aGoal({ fiscalYear: 'R5' })],
  });
  expect(findingsOf(grids)).toEqual(['total/outside-year 集計報告!A3', 'total/outside-year 成果目標!A2']);
});

test('goals keep what was typed, and one whose 圏域 cannot be read is no goal of the whole', () => {
  const goals = [
    aGoal({
      goalValue: '2',
      goalUpper: '3件',
      direction: '範囲',
      per: '月',
      counting: '延べ',
      area: 'E01',
      result: '未集計',
    }),
    aGoal({ measure: 'サロンを開いた数', goalValue: '10～15' }),
    aGoal({ area: '北の谷' }),
  ];
  expect(findingsOf(aWorkbook({ goals }))).toEqual(['number/several 成果目標!J3', 'area/not-found 成果目標!F4']);
  expect(takeIn(aWorkbook({ goals })).ingested.goals).toMatchObject([
    {
      row: 2,
      indicator: 'N01',
      goalValue: 2,
      goalUpper: 3,
      direction: 'range',
      per: 'month',
      counting: 'total',
      area: 'E01',
      result: 'unknown',
    },
    { row: 3, indicator: null, measure: 'サロンを開いた数', goalValue: null },
  ]);
});

test('データは…まで is the latest accepted day, and never beyond the run', () => {
  const until = (totals: readonly TypedRow[]) => takeIn(aWorkbook({ totals })).ingested.dataUntil;
  expect(until([])).toBeNull();
  expect(until([aTotal()])).toBe('2024-03-31');
  expect(until([aTotal({ fiscalYear: 2024, month: 4 })])).toBe('2024-04-30');
  expect(until([aTotal({ fiscalYear: 2024 })])).toBe('2024-07-10');
});
