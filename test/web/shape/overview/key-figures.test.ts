/** 概況 of the 架空 city: tiles, trend, what changed. */
import { expect, test } from 'vitest';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { findChanges } from '../../../../web/src/shape/overview/changes.ts';
import { keyFigures } from '../../../../web/src/shape/overview/key-figures.ts';
import { monthsOf } from '../../../../web/src/shape/periods/periods.ts';
import { compareYears } from '../../../../web/src/shape/periods/year-before.ts';
import { selectionOf } from '../../../../web/src/shape/selection.ts';
import { describeShown } from '../../../../web/src/shape/shown.ts';
import { sparkPath } from '../../../../web/src/shape/trend/spark-path.ts';
import {
  isUnderWay,
  partialLegend,
  trendModel,
  trendPoints,
  trendTable,
} from '../../../../web/src/shape/trend/trend-model.ts';
import { trendFinding } from '../../../../web/src/shape/trend/trend-sentence.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { fujigauraCuts, fujigauraIndex as index } from '../../fixtures/fujigaura.ts';
import { aGoal } from '../../fixtures/invented-city.ts';
import { aCut, anIndex, himiCut, himiIndex } from '../../fixtures/published.ts';

const root = index.municipality.code;
const selection = selectionOf(plainView, index);
const [cut, areas] = fujigauraCuts as readonly [Cut, Cut];

test('a fiscal year is compared with the year before on the months that both reported', () => {
  const tile = keyFigures({ index, cut, goals: [], selection, language: 'ja' })[0];
  expect({ ...tile, spark: tile?.spark.length, sparkSentence: '' }).toEqual({
    code: 'N01',
    name: '新規相談件数',
    moment: '',
    figure: { state: 'value', value: 174 },
    decimals: 0,
    unit: '件',
    isPartial: true,
    before: '前年同期 126件',
    change: '+48件（+38.1%）',
    basis: '',
    comparison: {
      before: { state: 'value', value: 126 },
      after: { state: 'value', value: 174 },
      leftOut: [],
      months: monthsOf('FY2024').slice(0, 9),
    },
    spark: 9,
    sparkSentence: '',
    goal: null,
  });
});

test('where a month had to be left out of the comparison, the tile says what is compared, so that the difference can be checked', () => {
  const selected = { ...selection, period: 'FY2023' };
  const tile = keyFigures({ index, cut, goals: [], selection: selected, language: 'ja' })[0];
  expect({ before: tile?.before, change: tile?.change, basis: tile?.basis }).toEqual({
    before: '前年同期 154件',
    change: '±0件（±0.0%）',
    basis: '4〜10月、12〜3月 154件',
  });
});

test('a month that is not over is left out of the comparison: a stock is compared at the end of the month before it', () => {
  const underWay: OfficeIndex = {
    ...index,
    asOf: '2024-12-20',
    compared: { ...index.compared, cases: [{ year: 'FY2024', leftOut: ['2024-12'] }] },
  };
  const tiles = keyFigures({ index: underWay, cut, goals: [], selection, language: 'ja' });
  expect(tiles.map(({ code, moment, basis }) => [code, moment, basis]).slice(0, 2)).toEqual([
    ['N01', '', '4〜11月 174件'],
    ['N07', '12月20日', '11月末 132件'],
  ]);
});

test('without a year before, nothing is compared', () => {
  const tile = keyFigures({ index, cut, goals: [], selection: { ...selection, period: 'FY2022' }, language: 'ja' })[0];
  expect({ before: tile?.before, change: tile?.change }).toEqual({ before: '前年同期 なし', change: '' });
});

test('a share changes by points, a stock bears its moment', () => {
  const tiles = keyFigures({ index, cut, goals: [], selection, language: 'ja' });
  expect(tiles.find(({ code }) => code === 'N07')?.moment).toBe('12月末');
  expect(tiles.find(({ code }) => code === 'R01')?.change).toMatch(/^[+−]\d+\.\dポイント$/);
});

test('a goal stands under its indicator only for the whole municipality and the whole year', () => {
  const goal = aGoal({ id: 'g', measure: '新規相談件数', state: 'behind', indicator: 'N01', fiscalYear: 2024 });
  const goalsOf = (change: Partial<typeof selection>) =>
    keyFigures({ index, cut, goals: [goal], selection: { ...selection, ...change }, language: 'ja' })[0]?.goal?.id;
  expect([goalsOf({}), goalsOf({ period: '2024-05' }), goalsOf({ pathway: 'P04' }), goalsOf({ area: 'E01' })]).toEqual([
    'g',
    undefined,
    undefined,
    undefined,
  ]);
});

test('an unreported month is a gap in the trend, its neighbours are not joined', () => {
  const points = trendPoints(index, cut, selection);
  const model = trendModel(points, '件', 'ja');
  expect(points).toHaveLength(33);
  expect(model.gaps).toEqual([{ label: '11月 未報告', from: 7, to: 7 }]);
  expect(points[7]?.figure).toEqual({ state: 'unreported' });
  expect(model.years.map(({ label, from, to }) => [label, from, to])).toEqual([
    ['令和4年度', 0, 11],
    ['令和5年度', 12, 23],
    ['令和6年度', 24, 32],
  ]);
  expect(model.lastLabel).toEqual({ value: '22件', name: '12月' });
  expect(partialLegend(index, points, 'ja')).toBe('一部の機関が未報告の月（12月 小島出張所）');
});

test('a month that is not over is hollow, and the legend says why', () => {
  const early = { ...index, asOf: '2024-12-20' };
  const points = trendPoints(early, cut, selection);
  expect(points.at(-1)?.isPartial).toBe(true);
  expect(partialLegend(early, points, 'ja')).toBe('12月はまだ途中です');
  expect(points.filter((point) => isUnderWay(early, point.period)).map(({ period }) => period)).toEqual(['2024-12']);
});

test('the table of the trend says the same, month by month', () => {
  const table = trendTable(trendPoints(index, cut, selection), 'ja');
  const november = table.rows.find(({ label }) => label === '11月');
  const january = table.rows.find(({ label }) => label === '1月');
  expect(november?.cells[0]).toEqual({
    kind: 'figure',
    figure: { state: 'unreported' },
    decimals: 0,
    isPartial: false,
  });
  expect(january?.cells[2]).toEqual({ kind: 'blank' });
});

test('yearly totals alone are a trend of years', () => {
  const himi = selectionOf(plainView, himiIndex);
  const points = trendPoints(himiIndex, himiCut, himi);
  expect(points.map(({ period }) => period)).toEqual(['FY2014', 'FY2015', 'FY2016', 'FY2017']);
  expect(trendFinding(points, null, 'ja')).toBe('新規相談は平成29年度に229件でした');
  expect(trendTable(points, 'ja').rows.map(({ label }) => label)).toEqual([
    '平成26年度',
    '平成27年度',
    '平成28年度',
    '平成29年度',
  ]);
});

test('nothing reported is said, not drawn', () => {
  const empty = anIndex([2024]);
  const points = trendPoints(empty, aCut(empty, 'area/162051', {}), selectionOf(plainView, empty));
  expect(points).toEqual([]);
  expect(trendFinding(points, null, 'ja')).toBe('新規相談件数の報告がありません');
});

test('the finding over the trend names direction and last month', () => {
  const points = trendPoints(index, cut, selection);
  const place = { series: 'N01', area: root, pathway: 'all', target: 'all', period: 'FY2024' };
  expect(trendFinding(points, compareYears(index, cut, place), 'ja')).toBe('新規相談は前年より増え、12月は22件でした');
});

test('what changed is said in true sentences with their pairs of numbers', () => {
  const goals = [
    aGoal({ id: 'a', measure: '地域経由割合', state: 'behind', fiscalYear: 2024 }),
    aGoal({ id: 'b', measure: '研修', state: 'behind', fiscalYear: 2023 }),
  ];
  const points = trendPoints(index, cut, selection);
  const changes = findChanges({ index, cut, areas, goals, corrections: null, points, selection, language: 'ja' });
  expect(changes.map(({ tag, sentence }) => `${tag} ${sentence}`)).toEqual([
    '増えた 新規相談は令和6年度 4〜12月に174件で、前年同期の126件から48件（38.1%）増えました。',
    '目標 地域経由割合は、いまのままでは目標から外れるおそれがあります。',
    '未報告 小島出張所の報告が令和6年12月から1か月ありません。',
    '増えた 圏域のうちいちばん増えたのは東部圏域で、54件から90件に増えました。',
    '減った 地域経由割合は21.4%から20.5%に下がりました。',
  ]);
});

test('a record needs twelve reported months and must stand alone', () => {
  const points = trendPoints(index, cut, selection);
  const higher = points.map((point, position) =>
    position === points.length - 1 ? { ...point, figure: { state: 'value', value: 23 } as const } : point,
  );
  const records = (of: typeof points) =>
    findChanges({ index, cut, areas: null, goals: [], corrections: null, points: of, selection, language: 'ja' })
      .filter(({ key }) => key === 'record')
      .map(({ sentence }) => sentence);
  expect(records(points)).toEqual([]);
  expect(records(higher)).toEqual(['令和6年12月の新規相談は23件で、報告のある32か月で最も多い件数です。']);
  expect(records(higher.slice(-12))).toHaveLength(1);
  expect(records(higher.slice(-11))).toEqual([]);
});

test('the head of the page says how far the year has come', () => {
  const whole: OfficeIndex = {
    ...index,
    asOf: '2025-04-02',
    months: [...index.months, '2025-01', '2025-02', '2025-03'],
  };
  expect(describeShown(index, selection, 'ja')).toBe('藤ヶ浦市 令和6年度 4〜12月（9か月）');
  expect(describeShown(whole, selection, 'ja')).toBe('藤ヶ浦市 令和6年度');
  expect(describeShown(index, { ...selection, area: 'E01', pathway: 'P04' }, 'en')).toBe(
    '中央圏域, FY2024, Apr–Dec (9 months) · pathway: the community',
  );
});

test('a spark is never joined across a gap', () => {
  const point = (value: number | null) => ({
    period: '',
    figure: value === null ? ({ state: 'unreported' } as const) : ({ state: 'value', value } as const),
    isPartial: false,
  });
  expect(sparkPath([point(1), point(2), point(null), point(3)], 38, 28)).toEqual({
    line: 'M4 24L14 14M34 4',
    dots: [{ x: 34, y: 4 }],
    last: { x: 34, y: 4 },
  });
  expect(sparkPath([point(5), point(5)], 38, 28).line).toBe('M4 14L34 14');
  expect(sparkPath([], 38, 28)).toEqual({ line: '', dots: [], last: null });
});
