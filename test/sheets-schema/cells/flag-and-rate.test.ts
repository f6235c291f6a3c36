import { describe, expect, test } from 'vitest';
import type { Cell } from '#sheets-schema';
import { noWords, readFlag, yesWords } from '#sheets-schema/cells/flag.ts';
import { readRate } from '#sheets-schema/cells/rate.ts';
import { outcomeOf } from './read.ts';

describe('有・無', () => {
  test.each<[Cell]>([...yesWords.map((word): [Cell] => [word]), ['◯'], ['〇'], [true], [1], ['１'], ['True']])(
    '%j is 有',
    (cell) => {
      expect(outcomeOf(readFlag(cell))).toEqual({ value: true });
    },
  );

  test.each<[Cell]>([...noWords.map((word): [Cell] => [word]), ['Ｘ'], [false], [0], ['無 し']])('%j is 無', (cell) => {
    expect(outcomeOf(readFlag(cell))).toEqual({ value: false });
  });

  test('blank, unknown and anything else are kept apart', () => {
    expect([null, '', '-', '不明', '△', 2, { error: '#N/A' }].map((cell) => outcomeOf(readFlag(cell)))).toEqual([
      'blank',
      'blank',
      'blank',
      'unknown',
      { problem: 'flag/not-a-flag' },
      { problem: 'flag/not-a-flag' },
      { problem: 'cell/formula-error' },
    ]);
  });
});

describe('生活保護受給率', () => {
  test.each<[Cell, unknown]>([
    ['14.4‰', { value: 14.4 }],
    ['１４．４‰', { value: 14.4 }],
    ['1.24(%)', { value: 12.4 }],
    ['2.99%', { value: 29.9 }],
    ['3%', { value: 30, notices: ['rate/unit-doubtful'] }],
    ['14.4%', { value: 144, notices: ['rate/unit-doubtful'] }],
    ['4.54%', { value: 45.4, notices: ['rate/unit-doubtful'] }],
    ['0.5‰', { value: 0.5 }],
    ['0.49‰', { value: 0.49, notices: ['rate/unit-doubtful'] }],
    ['14.4', { problem: 'rate/without-unit' }],
    [14.4, { problem: 'rate/without-unit' }],
    ['14.4‰ ※全県', { problem: 'rate/not-a-rate' }],
    ['', 'blank'],
    ['不明', 'unknown'],
  ])('%j', (cell, outcome) => {
    expect(outcomeOf(readRate(cell))).toEqual(outcome);
  });

  test('the question names the other unit', () => {
    expect(readRate('14.4%')).toEqual({
      outcome: 'value',
      value: 144,
      notices: [{ code: 'rate/unit-doubtful', suggestion: '14.4‰', facts: {} }],
    });
  });
});
