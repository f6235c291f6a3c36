/** The sentences of 成果目標: the pair of numbers, what is needed, what is expected, and why a goal cannot be judged. */
import { describe, expect, test } from 'vitest';
import { describeGoal, formatGoalNumber } from '../../../../web/src/shape/goals/goal-sentence.ts';
import { aGoal } from '../../fixtures/invented-city.ts';

const salons = aGoal({
  id: 'g',
  measure: 'サロンの数',
  unit: 'か所',
  counting: 'point',
  goalValue: 40,
  result: 41,
  resultSource: 'typed',
  state: 'met',
  attainment: 1.025,
});

describe('a goal that is met', () => {
  test.each([
    ['above the goal says by how much', { result: 41 }, '目標を1か所上回りました。', '1 か所 above the goal.'],
    ['exactly the goal says so', { result: 40 }, '目標ちょうどです。', 'Exactly the goal.'],
    [
      'at most: within it, not above it',
      { result: 12, direction: 'atMost' },
      '目標の40か所以下に収まっています。',
      'Within the goal of at most 40 か所.',
    ],
    [
      'a range: in it',
      { goalUpper: 45, direction: 'range' },
      '目標の範囲に入っています。',
      'Within the range of the goal.',
    ],
    [
      'a percentage differs by points',
      { unit: '%', goalValue: 25, comparable: 25, result: 26.3 },
      '目標を1.3ポイント上回りました。',
      '1.3 points above the goal.',
    ],
  ] as const)('%s', (_, change, ja, en) => {
    const goal = { ...salons, ...change };
    expect([describeGoal(goal, 'ja'), describeGoal(goal, 'en')]).toEqual([ja, en]);
  });
});

describe('a goal within its period', () => {
  const consultations = aGoal({
    id: 'g',
    measure: '新規相談件数',
    indicator: 'N01',
    unit: '件',
    goalValue: 280,
    result: 220,
    resultSource: 'computed',
    state: 'onPace',
    elapsedShare: 275 / 365,
    attainment: 220 / 280,
    pace: 210,
  });

  test('on pace: elapsed share against the share of the goal, and what is left', () => {
    expect([describeGoal(consultations, 'ja'), describeGoal(consultations, 'en')]).toEqual([
      '期間の75.3%が過ぎて、実績は目標の78.6%です。目標まであと60件です。',
      '75.3% of the period has passed; the result is 78.6% of the goal. 60 cases to go.',
    ]);
  });

  test('behind: the same facts, no forecast', () => {
    const behind = { ...consultations, state: 'behind', result: 140, attainment: 0.5 } as const;
    expect(describeGoal(behind, 'ja')).toBe('期間の75.3%が過ぎて、実績は目標の50.0%です。目標まであと140件です。');
  });

  test('what is needed a month by March, as published: a pocket calculator agrees with months and gap', () => {
    const needed = { ...consultations, neededPerMonth: 14, monthsLeft: 4.3 } as const;
    expect([
      describeGoal(needed, 'ja'),
      describeGoal({ ...needed, state: 'behind', neededPerMonth: 14.5 }, 'en'),
    ]).toEqual([
      '目標まであと60件です。あと4.3か月、月14件で届きます。',
      '60 cases to go. 14.5 cases a month are needed over 4.3 months.',
    ]);
  });

  test('what the year will come to, with its range; word and sentence say the same', () => {
    const projection = { value: 294, low: 268, high: 321, basis: 'season' } as const;
    const less = { ...consultations, state: 'behind', projection: { ...projection, value: 272 } } as const;
    const limit = { ...consultations, state: 'behind', direction: 'atMost', projection } as const;
    expect([{ ...consultations, projection }, less, limit].map((goal) => describeGoal(goal, 'ja'))).toEqual([
      '目標まであと60件です。3月末は294件（268〜321件）で、目標の280件に届く見込みです。',
      '目標まであと60件です。3月末は272件（268〜321件）で、目標の280件に届かないおそれがあります。',
      '3月末は294件（268〜321件）で、上限の280件を超えるおそれがあります。',
    ]);
  });

  test('a share has no pace: it is held against the goal itself', () => {
    const share = {
      ...consultations,
      indicator: 'R01',
      unit: '%',
      goalValue: 25,
      comparable: 25,
      result: 21.2,
      state: 'behind',
      attainment: 0.848,
      pace: null,
    } as const;
    expect(describeGoal(share, 'ja')).toBe('いまのところ目標に届いていません。目標まであと3.8ポイントです。');
  });

  test('a goal a month is held against the months so far', () => {
    const monthly = {
      ...consultations,
      per: 'month',
      goalValue: 1,
      comparable: 9,
      result: 9,
      attainment: 1,
      pace: null,
    } as const;
    expect(describeGoal(monthly, 'ja')).toBe('いまのところ目標に届いています。');
  });

  test('a goal a month is converted to the months so far without more decimals than it has', () => {
    const monthly = {
      ...consultations,
      per: 'month',
      unit: '回',
      goalValue: 100,
      comparable: 953.3333,
      result: 900,
    } as const;
    expect(formatGoalNumber(monthly, monthly.comparable, 'ja')).toBe('953回');
  });

  test('a limit that is passed is not "short of" anything', () => {
    const limit = {
      ...consultations,
      direction: 'atMost',
      state: 'behind',
      result: 300,
      attainment: 300 / 280,
    } as const;
    expect(describeGoal({ ...limit, elapsedShare: null }, 'ja')).toBe('いまのところ目標の範囲を外れています。');
  });
});

describe('a goal after its period', () => {
  test.each([
    ['short of it', { result: 186, goalValue: 200, comparable: 200 }, '目標に14か所届きませんでした。'],
    [
      'over a limit',
      { result: 12, goalValue: 10, comparable: 10, direction: 'atMost' },
      '目標の上限を2か所超えました。',
    ],
    [
      'outside a range',
      { result: 5, goalValue: 2, goalUpper: 3, direction: 'range' },
      '目標の範囲に入りませんでした。',
    ],
  ] as const)('%s', (_, change, sentence) => {
    expect(describeGoal({ ...salons, state: 'missed', ...change }, 'ja')).toBe(sentence);
  });
});

describe('a goal that cannot be judged says why', () => {
  test.each([
    ['words', '目標が文章のため、数では判断できません。'],
    ['counting', '目標と実績の数え方（実数・延べ・新規・累計）がちがいます。そろえると判断できます。'],
    ['unit', '目標と実績の単位がちがいます。単位をそろえると判断できます。'],
    ['period', '目標と実績の期間がちがうため、比べられません。'],
    [
      'partialYear',
      '1年分の目標に対し、実績は途中までです。まだ目標に届いていないため、達成したかどうかは言えません。',
    ],
    [
      'undated',
      'いつまでの実績かが書かれていません。まだ目標に届いていないため、達成したかどうかは言えません。「実績時点」に入れると判断できます。',
    ],
    ['unreported', '報告のない月があります。報告がそろうと判断できます。'],
    ['noBaseline', '基準値からの増減の目標ですが、基準値がありません。「基準値」に入れると判断できます。'],
    ['rangeResult', '実績が幅のある値のため、目標と比べられません。1つの数にすると判断できます。'],
    ['suppressed', '少ない件数を守るため表示していません。0件という意味ではありません。'],
  ] as const)('%s', (reason, sentence) => {
    expect(describeGoal({ ...salons, state: 'cannotJudge', reason }, 'ja')).toBe(sentence);
  });

  test('a goal per place and month without the number of places', () => {
    const goal = { ...salons, state: 'cannotJudge', reason: 'period', per: 'placeMonth' } as const;
    expect(describeGoal(goal, 'ja')).toBe('1か所・1か月あたりの目標ですが、か所数が分からないため比べられません。');
  });
});

describe('no result, no goal and not reported are three things, and none is zero', () => {
  test.each([
    ['no 実績値', { state: 'noResult', result: 'u' }, '実績の入力がありません。0という意味ではありません。'],
    [
      'nothing reported for a standard indicator',
      { state: 'noResult', result: 'u', indicator: 'N03' },
      '実績のもとになる報告がまだありません。0という意味ではありません。',
    ],
    ['no goal, which the state says', { state: 'noGoal', goalValue: null }, ''],
  ] as const)('%s', (_, change, sentence) => {
    expect(describeGoal({ ...salons, ...change }, 'ja')).toBe(sentence);
  });
});
