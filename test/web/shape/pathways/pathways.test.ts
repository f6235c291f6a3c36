/** 経路別 of 氷見市: table, finding, stack, from the published counts. */
import { expect, test } from 'vitest';
import type { Cut } from '#functions/publish/release.ts';
import { isSmallAbove } from '../../../../web/src/charts/stack-model.ts';
import { pathwayShape } from '../../../../web/src/shape/pathways/pathway-figures.ts';
import {
  communityFinding,
  countFinding,
  shareFinding,
  unknownNote,
} from '../../../../web/src/shape/pathways/pathway-sentences.ts';
import { pathwayStack, stackStops } from '../../../../web/src/shape/pathways/pathway-stack.ts';
import { pathwayTable, spanName } from '../../../../web/src/shape/pathways/pathway-table.ts';
import { comparablePeriods } from '../../../../web/src/shape/periods/comparable-periods.ts';
import { selectionOf } from '../../../../web/src/shape/selection.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { fujigauraCuts, fujigauraIndex } from '../../fixtures/fujigaura.ts';
import { himiCut, himiIndex } from '../../fixtures/published.ts';

const selection = selectionOf(plainView, himiIndex);

function shapeOf(cut: Cut, level: 1 | 2 = 1, language: 'ja' | 'en' = 'ja') {
  const periods = comparablePeriods(himiIndex, cut, selection, language);
  return pathwayShape({ cut, periods, selection, level, language });
}

/** Himi's cut with other figures for one series, oldest year first. */
function withSeries(key: string, figures: readonly (number | 'u' | 'x' | 'n')[]): Cut {
  const years = himiIndex.years;
  const values = himiCut.periods.map((period) => figures[years.indexOf(period)] ?? 'u');
  return { ...himiCut, series: { ...himiCut.series, [key]: values } };
}

test('the four whole years of 氷見市 are compared, oldest first', () => {
  const periods = (change: Partial<typeof selection>) =>
    comparablePeriods(himiIndex, himiCut, { ...selection, ...change }, 'ja').map(({ period }) => period);
  expect(periods({})).toEqual(['FY2014', 'FY2015', 'FY2016', 'FY2017']);
  expect(periods({ period: 'FY2015' })).toEqual(['FY2014', 'FY2015']);
  expect(periods({ period: '2017-04' })).toEqual(['2017-04']);
});

test('a year under way stands beside the same months of the year before, never beside whole years', () => {
  const city = selectionOf(plainView, fujigauraIndex);
  const [cut] = fujigauraCuts;
  if (cut === undefined) throw new Error('no cut');
  const table = pathwayTable(
    pathwayShape({
      cut,
      periods: comparablePeriods(fujigauraIndex, cut, city, 'ja'),
      selection: city,
      level: 1,
      language: 'ja',
    }),
    'ja',
  );
  expect(table.groups?.map(({ label }) => label)).toEqual(['令和5年度 4〜12月', '令和6年度 4〜12月', '前年同期との差']);
  expect(comparablePeriods(fujigauraIndex, cut, { ...city, period: 'FY2023' }, 'ja')).toEqual([
    { period: 'FY2023', name: '令和5年度', short: '5' },
  ]);
});

test('its table has counts, shares that add up to 100.0, and the differences of what is printed', () => {
  const table = pathwayTable(shapeOf(himiCut), 'ja');
  const community = table.rows.find(({ key }) => key === 'P04');
  expect(table.groups).toEqual([
    { label: '平成26年度', span: 2 },
    { label: '平成27年度', span: 2 },
    { label: '平成28年度', span: 2 },
    { label: '平成29年度', span: 2 },
    { label: '平成26→29年度の差', span: 2 },
  ]);
  expect(table.rows.map(({ label }) => label)).toEqual([
    '本人',
    '家族・親族',
    '知人・近隣',
    '地域',
    '専門機関',
    '行政',
    '年度合計',
  ]);
  expect(community?.cells.slice(-4)).toEqual([
    { kind: 'figure', figure: { state: 'value', value: 52 }, decimals: 0 },
    { kind: 'figure', figure: { state: 'value', value: 22.7 }, decimals: 1 },
    { kind: 'difference', difference: { state: 'value', value: 33 }, decimals: 0 },
    { kind: 'difference', difference: { state: 'value', value: 12.1 }, decimals: 1 },
  ]);
  const shares = table.rows
    .at(-1)
    ?.cells.filter((_, position) => position % 2 === 1)
    .slice(0, 4);
  expect(shares).toEqual(
    Array.from({ length: 4 }, () => ({ kind: 'figure', figure: { state: 'value', value: 100 }, decimals: 1 })),
  );
});

test('its findings are those of the picture', () => {
  expect(shareFinding(shapeOf(himiCut), 'ja')).toBe('地域からの相談は10.6%から22.7%へ、2倍を超えました');
  expect(countFinding(shapeOf(himiCut), 'ja')).toBe('地域は33件増え、行政は22件減りました');
  expect(countFinding(shapeOf(himiCut, 1, 'en'), 'en')).toBe('The community: 33 more; the administration: 22 fewer');
});

test.each([
  [10, 20, '地域からの相談は10.0%から20.0%に増えました'],
  [10, 20.04, '地域からの相談は10.0%から20.0%に増えました'],
  [10, 20.1, '地域からの相談は10.0%から20.1%へ、2倍を超えました'],
  [10, 10.04, '地域からの相談は10.0%で、割合は変わっていません'],
  [10, 9.9, '地域からの相談は10.0%から9.9%に減りました'],
  [0, 9.9, '地域からの相談は0.0%から9.9%に増えました'],
])('from %d to %d: %s', (before, after, sentence) => {
  const figure = (value: number) => ({ state: value === 0 ? 'zero' : 'value', value }) as const;
  expect(communityFinding(figure(before), figure(after), 'ja')).toBe(sentence);
});

test('a share that is a state is not said as a number', () => {
  expect(communityFinding({ state: 'value', value: 10 }, { state: 'unreported' }, 'ja')).toBe('経路別の割合');
  expect(communityFinding({ state: 'suppressed' }, { state: 'value', value: 9 }, 'ja')).toBe(
    '地域からの相談は9.0%です',
  );
});

test('不明 is left out of the shares, stands last in the table, and is counted in the measure line', () => {
  const shape = shapeOf(withSeries('N01|162051|P99|all', [0, 2, 0, 3]));
  expect(unknownNote(shape, 'ja')).toBe(
    '経路が不明の相談（平成26年度0件、平成27年度2件、平成28年度0件、平成29年度3件）を除く',
  );
  const table = pathwayTable(shape, 'ja');
  expect(table.rows.slice(-2).map(({ label }) => label)).toEqual(['不明', '年度合計']);
  expect(table.rows.at(-2)?.cells.slice(0, 4)).toEqual([
    { kind: 'figure', figure: { state: 'zero', value: 0 }, decimals: 0 },
    { kind: 'blank' },
    { kind: 'figure', figure: { state: 'value', value: 2 }, decimals: 0 },
    { kind: 'blank' },
  ]);
  expect(unknownNote(shapeOf(himiCut), 'ja')).toBe('');
});

test('a suppressed count stays suppressed in count, difference and sum', () => {
  const cut = withSeries('N01|162051|P03|all', [4, 1, 1, 'x']);
  const shares = {
    ...cut,
    series: { ...cut.series, ...withSeries('share|162051|P03|all', [2.2, 0.6, 0.6, 'x']).series },
  };
  const hidden = {
    ...shares,
    series: { ...shares.series, 'N01|162051|P03|all': cut.series['N01|162051|P03|all'] ?? [] },
  };
  const row = pathwayTable(shapeOf(hidden), 'ja').rows.find(({ key }) => key === 'P03');
  const total = pathwayTable(shapeOf(hidden), 'ja').rows.at(-1);
  expect(row?.cells.slice(-4)).toEqual([
    { kind: 'figure', figure: { state: 'suppressed' }, decimals: 0 },
    { kind: 'figure', figure: { state: 'suppressed' }, decimals: 1 },
    { kind: 'difference', difference: { state: 'suppressed' }, decimals: 0 },
    { kind: 'difference', difference: { state: 'suppressed' }, decimals: 1 },
  ]);
  expect(total?.cells[7]).toEqual({ kind: 'figure', figure: { state: 'suppressed' }, decimals: 1 });
});

test('the second level stands below its first', () => {
  const shape = shapeOf(withSeries('N01|162051|P0401|all', [9, 4, 9, 20]), 2);
  expect(shape.pathways.map(({ code }) => code)).toEqual(['P01', 'P02', 'P03', 'P04', 'P0401', 'P05', 'P06']);
});

test('the stack has the printed shares of the first level; one small part a bar stands above it', () => {
  const stack = pathwayStack(shapeOf(himiCut), 'ja');
  expect(stack.bars.map(({ name, below }) => `${name} ${below}`)).toEqual([
    '平成26年度 180件',
    '平成27年度 156件',
    '平成28年度 180件',
    '平成29年度 229件',
  ]);
  expect(stack.parts.map(({ shares }) => shares[3])).toEqual([10.9, 13.1, 1.8, 22.7, 24.9, 26.6]);
  expect(isSmallAbove(stack)).toBe(true);
  expect(stackStops(stack)[3]?.text).toBe('平成26年度 地域 10.6%');
});

test('two years of one era share its name, years of two eras do not', () => {
  expect(spanName('平成26年度', '平成29年度')).toEqual({ from: '平成26', to: '29年度' });
  expect(spanName('平成30年度', '令和2年度')).toEqual({ from: '平成30年度', to: '令和2年度' });
  expect(spanName('FY2014', 'FY2017')).toEqual({ from: 'FY2014', to: 'FY2017' });
});
