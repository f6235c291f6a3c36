/** 成果目標 as rows: what is printed, in which order, and the same goal under two programmes. */
import { describe, expect, test } from 'vitest';
import type { AreaCode } from '#functions/domain/codes.ts';
import type { GoalView } from '#functions/publish/release.ts';
import { goalPosition, shapeGoalBar } from '../../../../web/src/shape/goals/goal-bar.ts';
import { originOfGoal } from '../../../../web/src/shape/goals/goal-origin.ts';
import { describeAim, shapeGoalGroups } from '../../../../web/src/shape/goals/goal-rows.ts';
import { distinctGoals, summariseGoals } from '../../../../web/src/shape/goals/goal-summary.ts';
import { aGoal, goals, officeIndex } from '../../fixtures/invented-city.ts';

const ofYear = goals.goals.filter(({ fiscalYear }) => fiscalYear === 2024);

describe('the rows', () => {
  test('a row prints measure, result, goal, sentence and where it stands in the workbook', () => {
    const [goal] = ofYear;
    if (goal === undefined) throw new Error('no goal');
    expect(shapeGoalGroups([goal], { index: officeIndex, language: 'ja' })).toEqual([
      {
        programme: 'J01',
        name: '包括的相談支援',
        rows: [
          {
            id: 'g1',
            state: 'onPace',
            mark: '▲',
            word: '届く見込み',
            measure: '新規相談件数',
            detail: '新規・令和6年12月末まで・記録から計算',
            result: '220',
            resultUnit: '件',
            resultWord: '220件',
            rows: { series: 'N01', area: '992054', pathway: 'all', target: 'all', period: 'FY2024' },
            goal: '目標 280件',
            bar: {
              result: (220 / 280) * goalPosition,
              tone: 'result',
              goal: goalPosition,
              lower: null,
              pace: (210.952 / 280) * goalPosition,
              projection: {
                value: (294 / 280) * goalPosition,
                low: (268 / 280) * goalPosition,
                high: (321 / 280) * goalPosition,
              },
              isBeyond: false,
            },
            sentence:
              '目標まであと60件です。あと3か月、月20件で届きます。3月末は294件（268〜321件）で、目標の280件に届く見込みです。',
            sameAs: null,
            before: null,
            baseline: '',
            attainment: '78.6',
            needed: '20',
            projection: '294（268〜321）',
            until: '令和6年12月末',
            origin: '福祉総合相談課 成果目標 4行目',
          },
        ],
      },
    ]);
  });

  test('programmes in their order, the office’s own words after them, none last; within one by state', () => {
    const shuffled = [
      aGoal({ id: 'a', measure: 'A', programme: null, state: 'met' }),
      aGoal({ id: 'b', measure: 'B', programme: '地域力-ア', state: 'met' }),
      aGoal({ id: 'c', measure: 'C', programme: 'J05', state: 'noGoal' }),
      aGoal({ id: 'd', measure: 'D', programme: 'J01', state: 'met' }),
      aGoal({ id: 'e', measure: 'E', programme: 'J05', state: 'met' }),
    ];
    const groups = shapeGoalGroups(shuffled, { index: officeIndex, language: 'ja' });
    expect(groups.map(({ name, rows }) => [name, rows.map(({ id }) => id)])).toEqual([
      ['包括的相談支援', ['d']],
      ['多機関協働', ['e', 'c']],
      ['地域力-ア', ['b']],
      ['事業の記入なし', ['a']],
    ]);
  });

  test('the same goal under two programmes says so in both rows', () => {
    const groups = shapeGoalGroups(ofYear, { index: officeIndex, language: 'ja' });
    const rows = groups.flatMap((group) => group.rows);
    expect(rows.filter(({ sameAs }) => sameAs !== null).map(({ id, sameAs }) => [id, sameAs])).toEqual([
      ['g14', '同じ目標が多機関協働にもあります。足し合わせず、1つとして数えています。'],
      ['g13', '同じ目標が地域づくりにもあります。足し合わせず、1つとして数えています。'],
    ]);
  });

  test('no result, not reported, hidden and 0 look different', () => {
    const rowOf = (change: object) => {
      const goal = { ...aGoal({ id: 'r', measure: 'R', state: 'noResult', unit: '回' }), ...change };
      const [row] = shapeGoalGroups([goal], { index: officeIndex, language: 'ja' }).flatMap(({ rows }) => rows);
      return [row?.result, row?.resultWord];
    };
    expect([
      rowOf({ result: 'u' }),
      rowOf({ result: 'u', indicator: 'N03' }),
      rowOf({ result: 'x', state: 'cannotJudge', reason: 'suppressed' }),
      rowOf({ result: 0, state: 'missed', resultSource: 'typed' }),
    ]).toEqual([
      ['―', '実績なし'],
      ['…', '未報告'],
      ['x', '秘匿'],
      ['0', '0回'],
    ]);
  });

  test.each([
    [{ goalValue: 2, goalUpper: 3, unit: '件', per: 'month' }, '目標 2〜3件（1か月あたり）'],
    [{ goalValue: 10, unit: '件', direction: 'atMost' }, '目標 10件以下'],
    [{ goalText: '設置する', direction: 'words' }, '目標「設置する」'],
    [{ goalValue: 1, comparable: 9, unit: '回', per: 'month' }, '目標 1回（1か月あたり） 同じ期間では9回'],
    [{ goalValue: 1, comparable: null, unit: '回', per: 'placeMonth' }, '目標 1回（1か所・1か月あたり）'],
    [{ goalValue: 22.5, unit: '人' }, '目標 22.5人'],
    [{}, ''],
  ] as const)('a goal %o is printed as %s', (change, printed) => {
    expect(describeAim({ ...aGoal({ id: 'a', measure: 'A', state: 'met' }), ...change }, 'ja')).toBe(printed);
  });
});

describe('what a result leads to', () => {
  const area = {
    ...{ code: 'E01' as AreaCode, name: '東山地区', kind: '地区', parents: [], populations: [], depth: 0 },
    ...{ isRoot: false, validFrom: null, validUntil: null, successor: null },
  };
  const led = (change: Partial<GoalView>, areas = [area]) => {
    const counted = aGoal({ id: 'a', measure: 'A', state: 'met', indicator: 'R05', result: 12.5 });
    return originOfGoal({ ...counted, resultSource: 'computed', ...change }, { ...officeIndex, areas });
  };
  const whole = { series: 'R05', area: officeIndex.municipality.code, pathway: 'all', target: 'all', period: 'FY2024' };

  test('is the rows of its indicator, slice and fiscal year; of the municipality where its area is the whole', () => {
    expect(led({})).toEqual(whole);
    expect(led({ area: area.code }, [{ ...area, isRoot: true }])).toEqual(whole);
    expect(led({ area: area.code, pathway: 'P04', target: 'T01', fiscalYear: 2023 })).toEqual({
      ...{ series: 'R05', area: area.code, pathway: 'P04', target: 'T01', period: 'FY2023' },
    });
  });

  test('is nothing where the office typed it, where there is none, and of a share that no row tells', () => {
    expect(led({ resultSource: 'typed' })).toBeNull();
    expect(led({ result: 'u' })).toBeNull();
    expect(led({ indicator: null })).toBeNull();
    expect(led({ indicator: 'Q01' })).toBeNull();
  });
});

describe('the bar', () => {
  const goal = aGoal({ id: 'b', measure: 'B', state: 'met', goalValue: 50, result: 50, resultSource: 'typed' });

  test('a result of 120% fills the bar, more than that is marked as beyond it', () => {
    const bars = [60, 61].map((result) => shapeGoalBar({ ...goal, result }));
    expect(bars).toEqual([
      { result: 1, tone: 'met', goal: goalPosition, lower: null, pace: null, projection: null, isBeyond: false },
      { result: 1, tone: 'met', goal: goalPosition, lower: null, pace: null, projection: null, isBeyond: true },
    ]);
  });

  test('different units have no common scale, different countings are drawn in grey', () => {
    const cannot = { ...goal, state: 'cannotJudge' } as const;
    expect([
      shapeGoalBar({ ...cannot, reason: 'unit' }),
      shapeGoalBar({ ...cannot, reason: 'counting' })?.tone,
    ]).toEqual([null, 'unjudged']);
  });

  test('a missing result draws no length, and a missing goal no bar', () => {
    expect(shapeGoalBar({ ...goal, state: 'noResult', result: 'u' })?.result).toBeNull();
    expect(shapeGoalBar({ ...goal, state: 'noGoal', goalValue: null, comparable: null })).toBeNull();
  });

  test('▼ and ○ stand where they were published, and only while the year runs', () => {
    const projection = { value: 45, low: 40, high: 70, basis: 'pace' } as const;
    const behind = { ...goal, state: 'behind', result: 10, pace: 25, projection } as const;
    const bars = [behind, { ...behind, pace: null, projection: null }, { ...behind, state: 'met' } as const];
    expect(bars.map((one) => shapeGoalBar(one)).map((bar) => [bar?.pace, bar?.projection])).toEqual([
      [0.5 * goalPosition, { value: 0.9 * goalPosition, low: 0.8 * goalPosition, high: 1 }],
      [null, null],
      [null, null],
    ]);
  });
});

describe('the summary', () => {
  test('a goal under two programmes counts once', () => {
    expect(distinctGoals(ofYear).map(({ id }) => id)).not.toContain('g14');
    expect(summariseGoals(ofYear, 'ja')).toEqual({
      counts: [
        { state: 'met', mark: '●', word: '達成', count: 4 },
        { state: 'onPace', mark: '▲', word: '届く見込み', count: 1 },
        { state: 'behind', mark: '▽', word: '届かないおそれ', count: 3 },
        { state: 'cannotJudge', mark: '?', word: '判断できない', count: 3 },
        { state: 'noResult', mark: '◇', word: '実績なし', count: 2 },
        { state: 'noGoal', mark: '―', word: '目標なし', count: 1 },
      ],
      sentence:
        '目標のある13項目のうち、4項目を達成しました。届く見込みのものが1項目、届かないおそれのあるものが3項目、判断できないものが3項目、実績のないものが2項目です。',
      repeated: 1,
    });
  });

  test('a finished year without a goal met says so without "so far"', () => {
    const missed = aGoal({ id: 'm', measure: 'M', state: 'missed', goalValue: 5, result: 3 });
    expect(summariseGoals([missed], 'ja').sentence).toBe(
      '目標のある1項目のうち、達成したものはありません。届かなかったものが1項目です。',
    );
    expect(summariseGoals([{ ...missed, state: 'behind' }], 'ja').sentence).toBe(
      '目標のある1項目のうち、達成したものはまだありません。届かないおそれのあるものが1項目です。',
    );
  });

  test('results without any goal are no failure', () => {
    expect(summariseGoals([aGoal({ id: 'n', measure: 'N', state: 'noGoal', result: 3 })], 'en').sentence).toBe(
      'No goals are set; 1 results without a goal.',
    );
  });
});
