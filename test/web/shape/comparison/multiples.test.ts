/** The small drawings over the years. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#functions/domain/codes.ts';
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { RegisteredGuide } from '#functions/domain/registration.ts';
import { shapeMultiples } from '../../../../web/src/shape/comparison/multiples.ts';
import { brokenYears } from '../../../../web/src/shape/comparison/series-years.ts';
import { aTown, codeOf } from '../../../functions/publish/comparison/town-builder.ts';
import { compareTowns } from './compared-prefecture.ts';

const years = ['FY2014', 'FY2015', 'FY2016', 'FY2017', 'FY2018'];

function drawn(lines: readonly (readonly StoredFigure[])[], guides: readonly RegisteredGuide[] = []) {
  const towns = lines.map((cases, at) => aTown(codeOf(at + 1), { name: `町${at + 1}`, years, cases }));
  const { comparison, measure } = compareTowns(towns, { guides });
  return shapeMultiples({ comparison, measure: measure('R06'), own: codeOf(2), language: 'ja' });
}

const aGuide = (change: Partial<RegisteredGuide>): RegisteredGuide => ({
  row: 2,
  measure: 'R06',
  value: null,
  from: '2016-04-01' as Day,
  until: null,
  prefecture: null,
  source: null,
  definition: null,
  isBreak: false,
  ...change,
});

describe('a row of small drawings', () => {
  test('begins with the own municipality and says of each whether it rises', () => {
    const model = drawn([
      [50, 70, 90, 110, 130],
      [130, 110, 90, 70, 50],
      [90, 91, 89, 90, 90],
      [90, 'u', 89, 90, 90],
    ]);
    expect(model.towns.map(({ name, isOwn, trendWord }) => [name, isOwn, trendWord])).toEqual([
      ['町2', true, '減る傾向'],
      ['町1', false, '増える傾向'],
      ['町3', false, 'はっきりしない'],
      ['町4', false, '傾向は言えない'],
    ]);
    expect(model.title).toBe('終わった5年度で、増える傾向は1市町村、減る傾向は1市町村です');
    expect(model.towns[3]?.trendSentence).toBe('値のない年度があるので、傾向は言えません。');
  });

  test('where none can be said to rise or fall for one and the same reason, that is said once', () => {
    const [short, mixed] = [
      drawn([
        [90, 'u', 89, 90, 90],
        [90, 'u', 89, 90, 90],
      ]),
      drawn([
        [90, 'u', 89, 90, 90],
        [90, 91, 89, 90, 90],
      ]),
    ];
    expect([short.isUnsaidAlike, short.notes[0]]).toEqual([true, '値のない年度があるので、傾向は言えません。']);
    expect([mixed.isUnsaidAlike, mixed.notes]).toEqual([false, []]);
  });

  test('numbers along the scale have no decimals that none of them needs', () => {
    expect(drawn([[90, 91, 89, 90, 90]]).ticks.map(({ label }) => label)).toEqual(['0', '20', '40', '60']);
  });

  test('a year without a value is a gap, and its word stands in the sentence and in the table', () => {
    const model = drawn([
      [90, 'u', 89, 90, 90],
      [90, 91, 89, 90, 90],
    ]);
    const gap = model.towns[1];
    expect(gap?.points.map(({ at }) => at === null)).toEqual([false, true, false, false, false]);
    expect(gap?.sentence).toContain('平成27年度 未報告');
    expect(model.table.rows[1]?.cells[1]).toMatchObject({ figure: { state: 'unreported' } });
  });

  test('all stand on one scale, with the guide value in the years in which it holds', () => {
    const model = drawn(
      [
        [12, 12, 12, 12, 12],
        [24, 24, 24, 24, 24],
      ],
      [aGuide({ value: 30, from: '2015-04-01' as Day, until: '2017-03-31' as Day, source: '県の計画' })],
    );
    const [larger, smaller] = model.towns.map(({ points: [first] }) => first?.at ?? 0);
    expect((larger ?? 0) / (smaller ?? 1)).toBeCloseTo(2);
    expect(model.guides).toEqual([{ at: expect.closeTo((30 / 20) * (larger ?? 0)), from: 1, to: 2 }]);
    expect(model.notes).toEqual(['目安値 30.0件（全国、平成27年4月1日から平成29年3月31日まで、県の計画）']);
  });

  test('a change of definition breaks every line and is said with its day', () => {
    const model = drawn(
      [
        [12, 12, 12, 12, 12],
        [24, 24, 24, 24, 24],
      ],
      [aGuide({ isBreak: true, definition: '延べから実数に' })],
    );
    expect(model.breaks).toEqual([2]);
    expect(model.notes).toEqual([
      '途中で定義が変わっているので、傾向は言えません。',
      '平成28年4月1日から定義が変わっています（延べから実数に）。',
    ]);
  });
});

test('a line breaks on 1 April before its year, and on both sides of a year that is counted in two ways', () => {
  const at = (from: string) => brokenYears([{ from }], years);
  expect(at('2016-04-01')).toEqual([2]);
  expect(at('2016-03-31')).toEqual([1, 2]);
  expect(at('2016-10-01')).toEqual([2, 3]);
  expect(at('2014-04-01')).toEqual([]);
  expect(at('2020-04-01')).toEqual([]);
});
