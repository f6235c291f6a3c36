import { describe, expect, test } from 'vitest';
import type { GoalTerms } from '#functions/domain/goals/goal-terms.ts';
import { type ComputedResult, judgeGoal } from '#functions/domain/goals/goals.ts';
import { aGoal, day } from '../../publish/ingested-builder.ts';

/** Judged long after the year, unless another day is given. */
function judged(
  change: Partial<GoalTerms>,
  {
    computed = null,
    places = null,
    today = '2026-11-21',
  }: { computed?: ComputedResult | null; places?: number | null; today?: string } = {},
) {
  const { state, reason } = judgeGoal(aGoal(change), { computed, places, today: day(today) });
  return reason === null ? state : `${state}: ${reason}`;
}
const feb = day('2019-02-28');
const march = day('2019-03-31');
const dec = day('2018-12-31');

describe('goals of FY2018 as the forms print them', () => {
  test.each<[string, Partial<GoalTerms>, string]>([
    ['札幌市 修了者 500人 → 691 (12月末)', { unit: '人', goalValue: 500, result: 691, resultAsOf: dec }, 'met'],
    ['盛岡市 身近な圏域の相談 410件 → 17', { goalValue: 410, result: 17, resultAsOf: march }, 'missed'],
    ['盛岡市 身近な圏域の相談 410件 → 17 (時点なし)', { goalValue: 410, result: 17 }, 'cannotJudge: undated'],
    ['狭山市 相談件数 10件 → 202 (2月末)', { goalValue: 10, result: 202, resultAsOf: feb }, 'met'],
    [
      '湯沢市 推進会議 60件 → 27 (2月末): 年間の目標にまだ途中の実績',
      { goalValue: 60, result: 27, resultAsOf: feb },
      'cannotJudge: partialYear',
    ],
    [
      '天童市 相談支援回数 855回 → 482 (12月末)',
      { unit: '回/年', goalValue: 855, result: 482, resultAsOf: dec },
      'cannotJudge: partialYear',
    ],
    ['遠野市 相談対応 450件 → 612 (2月)', { unit: '件/年', goalValue: 450, result: 612, resultAsOf: feb }, 'met'],
    [
      '岩泉町 窓口 月4回 → 累計42回 (2月28日): 11か月で44回',
      { unit: '回/月', counting: 'cumulative', goalValue: 4, result: 42, resultAsOf: feb },
      'missed',
    ],
    [
      '岩泉町 相談 月10件 → 累計75件',
      { unit: '件/月', counting: 'cumulative', goalValue: 10, result: 75, resultAsOf: feb },
      'missed',
    ],
    ['郡山市 1拠点あたり月15件 → 月4件', { unit: '件/月/拠点', goalValue: 15, result: 4, resultAsOf: feb }, 'missed'],
    [
      '郡山市 1か所あたり月15件 → 新規130件: か所数がわからない',
      { per: 'placeMonth', counting: 'new', goalValue: 15, result: 130, resultAsOf: feb },
      'cannotJudge: period',
    ],
    ['東津軽郡 月5件 → 月1.4件', { unit: '件/月', goalValue: 5, result: 1.4, resultAsOf: day('2019-01-31') }, 'missed'],
    ['釧路市 毎月2～3件、実績なし', { unit: '件/月', direction: 'range', goalValue: 2, goalUpper: 3 }, 'noResult'],
    [
      '矢巾町 終結率 70% → 57.6% (2月末)',
      { unit: '%', goalValue: 70, result: 57.6, resultAsOf: feb },
      'cannotJudge: partialYear',
    ],
    ['郡山市 終結率 50% → 31.5% (3月末)', { unit: '%', goalValue: 50, result: 31.5, resultAsOf: march }, 'missed'],
    [
      '広尾町 通いの場 10%増、基準値なし',
      { unit: '%', measure: '通いの場への参加者数の増加', goalValue: 10, goalText: '10%増' },
      'cannotJudge: noBaseline',
    ],
    [
      '広尾町 遊びに行ける場所 20か所から10%増、22か所',
      {
        unit: 'か所',
        measure: '遊びに行ける場所の数',
        baseline: 20,
        goalValue: 10,
        goalText: '10%増',
        result: 22,
        resultAsOf: march,
      },
      'met',
    ],
    [
      '札幌市 課題の把握: 文章の目標',
      { goalValue: null, goalText: '課題の傾向と規模を把握する', direction: 'words' },
      'cannotJudge: words',
    ],
    ['札幌市 総件数 354件、目標なし', { goalValue: null, result: 354 }, 'noGoal'],
    [
      '土浦市 のべ1000件、実績は実数',
      { goalText: 'のべ(1000件)', goalValue: 1000, counting: 'distinct', result: 900, resultAsOf: march },
      'cannotJudge: counting',
    ],
    ['ひたちなか市 コーディネーター 8地区 → 0', { unit: '地区', goalValue: 8, result: 0, resultAsOf: march }, 'missed'],
    ['仙台市 住民による評価、未集計', { unit: '点', goalValue: 3, result: 'unknown' }, 'noResult'],
  ])('%s', (_, change, verdict) => {
    expect(judged(change)).toBe(verdict);
  });
});

describe('a goal', () => {
  test('no goal, no result, 0 and not reported are four things', () => {
    expect(judged({ goalValue: null })).toBe('noGoal');
    expect(judged({})).toBe('noResult');
    expect(judged({ result: 0, resultAsOf: march })).toBe('missed');
    const unreported = judgeGoal(aGoal({ indicator: 'N01' }), {
      computed: { figure: 'u', until: null, monthsWithData: 0, isIncomplete: true },
      places: null,
      today: day('2026-11-21'),
    });
    expect([unreported.state, unreported.result]).toEqual(['noResult', 'u']);
  });

  test('is met at its value and not one below', () => {
    expect([judged({ result: 100, resultAsOf: march }), judged({ result: 99, resultAsOf: march })]).toEqual([
      'met',
      'missed',
    ]);
  });

  test('at most: met at its value, not one above', () => {
    const atMost = { direction: 'atMost' } as const;
    expect([
      judged({ ...atMost, result: 100, resultAsOf: march }),
      judged({ ...atMost, result: 101, resultAsOf: march }),
    ]).toEqual(['met', 'missed']);
  });

  test('a range is met at both its ends', () => {
    const range = { direction: 'range', goalValue: 2, goalUpper: 3 } as const;
    expect([1, 2, 3, 4].map((result) => judged({ ...range, result, resultAsOf: march }))).toEqual([
      'missed',
      'met',
      'met',
      'missed',
    ]);
  });

  test('within the year is compared with the share of the year that has passed', () => {
    const september = { resultAsOf: day('2018-09-30') };
    expect(judged({ ...september, result: 51 }, { today: '2018-10-20' })).toBe('onPace');
    expect(judged({ ...september, result: 50 }, { today: '2018-10-20' })).toBe('behind');
    expect(judged({ ...september, result: 100 }, { today: '2018-10-20' })).toBe('met');
  });

  test('the day after the year has ended a goal is missed, on its last day it is behind', () => {
    expect(judged({ result: 99, resultAsOf: march }, { today: '2019-03-31' })).toBe('behind');
    expect(judged({ result: 99, resultAsOf: march }, { today: '2019-04-01' })).toBe('missed');
  });

  test('per month is multiplied by the months so far', () => {
    const view = judgeGoal(aGoal({ per: 'month', counting: 'cumulative', goalValue: 4, result: 42, resultAsOf: feb }), {
      computed: null,
      places: null,
      today: day('2019-03-10'),
    });
    expect(view).toEqual({
      state: 'behind',
      reason: null,
      result: 42,
      resultUntil: '2019-02-28',
      resultSource: 'typed',
      comparable: 44,
      elapsedShare: 334 / 365,
      attainment: 42 / 44,
    });
  });

  test('per quarter is a third of it for each month', () => {
    const view = judgeGoal(
      aGoal({ per: 'quarter', counting: 'cumulative', goalValue: 30, result: 80, resultAsOf: dec }),
      { computed: null, places: null, today: day('2019-01-10') },
    );
    expect([view.comparable, view.state]).toEqual([90, 'behind']);
  });
});

describe('a goal on a standard indicator', () => {
  const computed = (change: Partial<ComputedResult>): ComputedResult => ({
    figure: 120,
    until: march,
    monthsWithData: 12,
    isIncomplete: false,
    ...change,
  });

  test('has its result computed, 実績値 notwithstanding', () => {
    const view = judgeGoal(aGoal({ indicator: 'N01', result: 7 }), {
      computed: computed({}),
      places: null,
      today: day('2026-11-21'),
    });
    expect([view.result, view.resultSource, view.state]).toEqual([120, 'computed', 'met']);
  });

  test('takes 実績値 where nothing was reported', () => {
    const view = judgeGoal(aGoal({ indicator: 'N01', result: 26, goalValue: 24 }), {
      computed: computed({ figure: 'u' }),
      places: null,
      today: day('2026-11-21'),
    });
    expect([view.result, view.resultSource, view.state]).toEqual([26, 'typed', 'met']);
  });

  test('with another unit, or 新規 against 延べ, is not compared', () => {
    expect(judged({ indicator: 'N01', unit: '人' }, { computed: computed({}) })).toBe('cannotJudge: unit');
    expect(judged({ indicator: 'N01', counting: 'total' }, { computed: computed({}) })).toBe('cannotJudge: counting');
    expect(judged({ indicator: 'N02', unit: '回', counting: 'distinct' }, { computed: computed({}) })).toBe(
      'cannotJudge: counting',
    );
    expect(judged({ indicator: 'N13', unit: '延べ名', counting: 'total' }, { computed: computed({}) })).toBe('met');
  });

  test('below the goal with months missing cannot be judged; at the goal it is met', () => {
    expect(judged({ indicator: 'N01' }, { computed: computed({ figure: 99, isIncomplete: true }) })).toBe(
      'cannotJudge: unreported',
    );
    expect(judged({ indicator: 'N01' }, { computed: computed({ figure: 100, isIncomplete: true }) })).toBe('met');
  });

  test('per place and month: 15 at 3 places in 11 months is 495', () => {
    const goal = aGoal({ indicator: 'N01', per: 'placeMonth', goalValue: 15 });
    const view = judgeGoal(goal, {
      computed: computed({ figure: 130, until: feb, monthsWithData: 11 }),
      places: 3,
      today: day('2019-03-10'),
    });
    expect([view.comparable, view.state, view.attainment]).toEqual([495, 'behind', 130 / 495]);
    expect(judged(goal, { computed: computed({ figure: 130 }) })).toBe('cannotJudge: period');
  });

  test('a share or a stock is not scaled with the year', () => {
    expect(
      judged(
        { indicator: 'R01', unit: '%', goalValue: 20 },
        { computed: computed({ figure: 22, until: day('2018-06-30'), monthsWithData: 3 }), today: '2018-07-10' },
      ),
    ).toBe('onPace');
    expect(
      judged({ indicator: 'N07', goalValue: 50, direction: 'atMost' }, { computed: computed({ figure: 40 }) }),
    ).toBe('met');
  });

  test('a suppressed figure is not compared', () => {
    expect(judged({ indicator: 'N01' }, { computed: computed({ figure: 'x' }) })).toBe('cannotJudge: suppressed');
  });
});
