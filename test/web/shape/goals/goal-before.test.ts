/** 前年度: a result is held against the same one of the year before, or against nothing. */
import { describe, expect, test } from 'vitest';
import { printBefore } from '../../../../web/src/shape/goals/goal-before.ts';
import { aGoal } from '../../fixtures/invented-city.ts';

const salons = { measure: 'サロン', unit: '回', state: 'noGoal', resultSource: 'typed' } as const;
const now = aGoal({ ...salons, id: 'n', fiscalYear: 2024, result: 142, resultUntil: '2025-03-31' });
const before = aGoal({ ...salons, id: 'b', fiscalYear: 2023, result: 131, resultUntil: '2024-03-31' });

test('the year before and the difference are printed with the unit', () => {
  const everyYear = [now, before];
  expect(printBefore(now, { everyYear, language: 'ja' })).toEqual({
    result: '131回',
    difference: '+11回',
    sentence: '前年度は131回でした（+11回）。',
  });
  expect(printBefore({ ...now, unit: null }, { everyYear: [{ ...before, unit: null }], language: 'en' })).toEqual({
    result: '131',
    difference: '+11',
    sentence: '131 the year before (+11).',
  });
});

test('shares differ by points, those of the printed values', () => {
  const share = { unit: '%', indicator: 'R03', resultSource: 'computed' } as const;
  const everyYear = [{ ...before, ...share, result: 33.34 }];
  expect(printBefore({ ...now, ...share, result: 38.25 }, { everyYear, language: 'ja' })).toMatchObject({
    result: '33.3%',
    difference: '+5.0ポイント',
  });
});

describe('nothing is compared that is not the same', () => {
  test.each([
    ['nine months beside twelve', { resultUntil: '2023-12-31' }],
    ['a result without its day', { resultUntil: null }],
    ['another unit', { unit: '人' }],
    ['another way of counting', { counting: 'distinct' }],
    ['another office', { office: '社会福祉協議会' }],
    ['another area', { area: 'E01' }],
    ['two years before', { fiscalYear: 2022, resultUntil: '2023-03-31' }],
    ['no report', { result: 'u' }],
    ['a hidden number', { result: 'x' }],
  ] as const)('%s', (_, change) => {
    expect(printBefore(now, { everyYear: [{ ...before, ...change }], language: 'ja' })).toBeNull();
  });

  test('of two rows that could be meant neither is', () => {
    expect(printBefore(now, { everyYear: [before, { ...before, id: 'c' }], language: 'ja' })).toBeNull();
  });

  test('a result that is not reported has no difference', () => {
    expect(printBefore({ ...now, result: 'u' }, { everyYear: [before], language: 'ja' })).toBeNull();
  });
});
