/** 相談の実績 that offices state themselves: what can be put per inhabitant, and why the rest cannot. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#functions/domain/codes.ts';
import type { Goal } from '#functions/ingest/ingested.ts';
import { describeResults, monthsUntil, printedResultsOf } from '#functions/publish/comparison/printed-results.ts';
import { createMunicipality } from '#functions/publish/municipality.ts';
import { aCase, aState, aWorkbook, code } from '../ingested-builder.ts';
import { aTown } from './town-builder.ts';

const today = '2019-05-10' as Day;
const source = '平成30年度の実施状況報告';

const goal: Goal = {
  row: 2,
  fiscalYear: 2018,
  programme: null,
  indicator: null,
  measure: '相談受付件数',
  unit: '件',
  counting: null,
  area: null,
  pathway: null,
  target: null,
  baseline: null,
  goalValue: 96,
  goalUpper: null,
  direction: null,
  goalText: null,
  per: null,
  result: 91,
  resultAsOf: '2019-02-28' as Day,
};

function resultsOf(goals: readonly Goal[], change: Parameters<typeof aWorkbook>[0] = {}) {
  const workbook = aWorkbook({ goals, office: { sourceNote: source }, ...change });
  const municipality = createMunicipality(
    code('162051'),
    [{ state: aState(workbook, 'a'), ingested: workbook }],
    today,
  );
  return printedResultsOf(municipality);
}

/** The result of a town of 29,755 people, with a change to the goal. */
function described(change: Partial<Goal>, print: (count: number) => number | 'x' = (count) => count) {
  const results = resultsOf([{ ...goal, ...change }]);
  return describeResults(aTown('093866', { inhabitants: 29_755, results }), print)[0];
}

test('91 cases by the end of February are 27.8 per 100,000 and month, with both intervals', () => {
  const result = described({});
  expect(result).toMatchObject({
    year: 'FY2018',
    measure: '相談受付件数',
    unit: '件',
    figure: 91,
    until: '2019-02-28',
    months: 11,
    reason: null,
    source,
  });
  expect(result?.value).toBeCloseTo(27.8028, 3);
  expect(result?.of95).toEqual([expect.closeTo(22.3845, 3), expect.closeTo(34.1361, 3)]);
  expect((result?.of998?.[0] ?? 0) < (result?.of95?.[0] ?? 0)).toBe(true);
});

describe('not put per inhabitant is', () => {
  test.each([
    ['what counts contacts (延べ)', { counting: 'total' }, 'total'],
    ['what counts households', { unit: '世帯' }, 'households'],
    ['an average a month', { unit: '件/月' }, 'average'],
    ['a number a month and place', { per: 'placeMonth' }, 'average'],
    ['a number at one moment', { counting: 'point' }, 'average'],
    ['what has no date', { resultAsOf: null }, 'undated'],
    ['what reaches into another year', { resultAsOf: '2019-04-30' as Day }, 'otherPeriod'],
    ['what is of a part of the town', { area: 'E01' as Goal['area'] }, 'part'],
  ] as const)('%s', (_, change, reason) => {
    expect(described(change)).toMatchObject({ reason, value: null, of95: null, months: null });
  });

  test('a prefecture’s own number, or that of a town without inhabitants', () => {
    const results = resultsOf([goal]);
    const reasonOf = (town: Parameters<typeof aTown>) =>
      describeResults(aTown(town[0], { ...town[1], results }), (count) => count)[0]?.reason;
    expect([reasonOf(['090000']), reasonOf(['093866', { inhabitants: null }])]).toEqual(['prefecture', 'noPopulation']);
  });
});

test('a goal a month whose result counts on from April is put per inhabitant all the same', () => {
  expect(described({ per: 'month', counting: 'cumulative' })?.reason).toBeNull();
});

test('a small one is hidden, and nothing that follows from it is told', () => {
  expect(described({ result: 4 }, (count) => (count < 5 ? 'x' : count))).toMatchObject({
    figure: 'x',
    reason: 'hidden',
    months: null,
    value: null,
    of95: null,
    of998: null,
  });
  expect(described({ result: 5 }, (count) => (count < 5 ? 'x' : count))?.figure).toBe(5);
});

test('with a small one, those of the year in the same unit are hidden: they may be its total and the other parts', () => {
  const results = resultsOf([
    { ...goal, measure: '相談件数', result: 12 },
    { ...goal, measure: 'うち高齢者の相談件数', result: 9 },
    { ...goal, measure: 'うち障害者の相談件数', result: 3 },
    { ...goal, measure: '相談者数', unit: '人', result: 11 },
    { ...goal, fiscalYear: 2017, measure: '相談件数', result: 8, resultAsOf: '2018-03-31' as Day },
  ]);
  const told = describeResults(aTown('093866', { results }), (count) => (count < 5 ? 'x' : count));
  expect(told.map(({ year, unit, figure }) => [year, unit, figure])).toEqual([
    ['FY2018', '件', 'x'],
    ['FY2018', '件', 'x'],
    ['FY2018', '件', 'x'],
    ['FY2018', '人', 11],
    ['FY2017', '件', 8],
  ]);
});

describe('taken up is only', () => {
  test('what counts consultations', () => {
    const others = [
      { measure: '相談支援包括化推進会議開催回数', unit: '回' },
      { measure: '相談支援コーディネーター養成者数', unit: '人' },
      { measure: 'サロン参加者数', unit: '人' },
      { result: null },
      { result: 'unknown' as const },
    ];
    expect(resultsOf(others.map((change) => ({ ...goal, ...change })))).toEqual([]);
  });

  test('what a publication has', () => {
    expect(resultsOf([goal], { office: { sourceNote: null } })).toEqual([]);
    expect(resultsOf([goal], { office: { sourceNote: source, isReference: true } })).toEqual([]);
  });

  test('one of those that stand under two programmes', () => {
    expect(resultsOf([goal, { ...goal, row: 3, programme: '多機関協働' }])).toHaveLength(1);
  });

  test('years in which nothing is counted, whose figures are compared instead', () => {
    const counted = aWorkbook({ facts: { cases: [aCase({ received: '2018-05', count: 20 })] } }).facts;
    expect(resultsOf([goal, { ...goal, fiscalYear: 2017 }], { facts: counted }).map((one) => one.fiscalYear)).toEqual([
      2017,
    ]);
  });
});

test('months are counted from April to the day, the last one as far as it goes', () => {
  expect(monthsUntil(2018, '2019-03-31')).toBe(12);
  expect(monthsUntil(2018, '2018-04-15')).toBe(0.5);
  expect([monthsUntil(2018, '2018-03-31'), monthsUntil(2018, '2019-04-01'), monthsUntil(2018, null)]).toEqual([
    null,
    null,
    null,
  ]);
});
