import { describe, expect, test } from 'vitest';
import type { Day } from '#functions/domain/codes.ts';
import { type ComputedResult, judgeGoal } from '#functions/domain/goals/goals.ts';
import { computePace } from '#functions/domain/goals/pace.ts';
import type { Course } from '#functions/domain/goals/projection.ts';
import { aGoal } from '../../publish/ingested-builder.ts';

const tenAMonth: Course = { soFar: 60, months: [10, 10, 10, 10, 10, 10], lastYear: null };

/** A goal for FY2018 on N01 with 60 up to the end of September, on 10 October; change one thing. */
function paceOf(
  change: Parameters<typeof aGoal>[0] = {},
  {
    course = tenAMonth,
    isIncomplete = false,
    today = '2018-10-10',
    until = '2018-09-30',
    figure = 60 as ComputedResult['figure'],
  } = {},
) {
  const goal = aGoal({ indicator: 'N01', goalValue: 150, ...change });
  const computed = { figure, until: until as Day, monthsWithData: 6, isIncomplete };
  const judged = judgeGoal(goal, { computed, places: null, today: today as Day });
  return computePace(goal, { judged, course, isIncomplete, today: today as Day });
}
const nothing = { pace: null, neededPerMonth: null, monthsLeft: null, projection: null };

describe('the pace of a goal', () => {
  test('150 a year, 60 by the end of September: 75.2 on pace, 15 a month needed, 120 to come', () => {
    const { pace, ...rest } = paceOf();
    // 183 of 365 days.
    expect(pace).toBeCloseTo((150 * 183) / 365, 10);
    expect(rest).toEqual({
      neededPerMonth: 15,
      monthsLeft: 6,
      projection: { value: 120, low: 100, high: 143, basis: 'pace' },
      projectionReason: null,
    });
  });

  test('what is needed is rounded up to a tenth, so that it suffices; a pocket calculator agrees', () => {
    expect(paceOf({ goalValue: 101 }).neededPerMonth).toBe(6.9);
    // 15 of 30 days of November are over: 4.5 months are left, 90 ÷ 4.5.
    expect(paceOf({}, { until: '2018-11-15', today: '2018-11-16' })).toMatchObject({
      monthsLeft: 4.5,
      neededPerMonth: 20,
    });
  });

  test('a goal that is reached needs nothing more', () => {
    expect(paceOf({ goalValue: 60 }).neededPerMonth).toBe(0);
  });

  test('以下: there is nothing to be reached, but a projection', () => {
    expect(paceOf({ direction: 'atMost' })).toMatchObject({ neededPerMonth: null, projection: { value: 120 } });
  });

  test('on the last day of March the projection is the result', () => {
    const course = { soFar: 121, months: [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11], lastYear: null };
    expect(paceOf({}, { course, figure: 121, until: '2019-03-31', today: '2019-03-31' })).toEqual({
      pace: 150,
      neededPerMonth: null,
      monthsLeft: 0,
      projection: { value: 121, low: 121, high: 121, basis: 'pace' },
      projectionReason: null,
    });
  });
});

describe('why nothing is projected', () => {
  test.each([
    ['the year is over', paceOf({}, { today: '2019-04-01' }), { ...nothing, projectionReason: 'over' }],
    ['a goal a month', paceOf({ per: 'month' }), { ...nothing, projectionReason: 'notPace' }],
    ['a goal in words', paceOf({ direction: 'words' }), { ...nothing, projectionReason: 'notPace' }],
    ['a stock', paceOf({ indicator: 'N07' }), { ...nothing, projectionReason: 'notPace' }],
    ['another unit', paceOf({ unit: '人' }), { ...nothing, projectionReason: 'notPace' }],
    ['nothing reported', paceOf({}, { figure: 'u' }), { ...nothing, projectionReason: 'notPace' }],
  ] as const)('%s', (_, pace, expected) => {
    expect(pace).toEqual(expected);
  });

  test('a missing month: neither a projection nor what is needed, which would take it for 0', () => {
    expect(paceOf({}, { isIncomplete: true })).toMatchObject({
      neededPerMonth: null,
      projection: null,
      projectionReason: 'unreported',
    });
  });

  test('a result that the office typed has no months; its pace stands', () => {
    const goal = aGoal({ counting: 'cumulative', result: 40, resultAsOf: '2018-09-30' as Day });
    const today = '2018-10-10' as Day;
    const judged = judgeGoal(goal, { computed: null, places: null, today });
    expect(computePace(goal, { judged, course: null, isIncomplete: false, today })).toMatchObject({
      neededPerMonth: 10,
      monthsLeft: 6,
      projection: null,
      projectionReason: 'noMonths',
    });
  });
});
