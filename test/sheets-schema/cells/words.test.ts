import { describe, expect, test } from 'vitest';
import { type Cell, fold, tables } from '#sheets-schema';
import { readIndicator } from '#sheets-schema/cells/indicator.ts';
import { readOption } from '#sheets-schema/cells/option.ts';
import { readArea, readAreas, readReference, readText } from '#sheets-schema/cells/text.ts';
import { outcomeOf } from './read.ts';

const none = new Map<string, string>();

describe('受付番号', () => {
  test.each<[Cell, string]>([
    ['R6-0001', 'r6-0001'],
    ['Ｒ６－０００１', 'r6-0001'],
    [' r6‐0001 ', 'r6-0001'],
    [12, '12'],
    ['202404010001', '202404010001'],
    ['06-2024-0001', '06-2024-0001'],
  ])('%j is %s', (cell, value) => {
    expect(outcomeOf(readReference(cell))).toEqual({ value });
  });

  test.each<[Cell, string]>([
    ['090-1234-5678', 'personal/phone-number'],
    ['０９０１２３４５６７８', 'personal/phone-number'],
    ['0766-12-3456', 'personal/phone-number'],
    ['03-1234-5678', 'personal/phone-number'],
    ['123456789018', 'row/personal-number'],
    [{ serial: 45_300 }, 'reference/is-a-date'],
    [true, 'reference/not-a-reference'],
    [1.5, 'reference/not-a-reference'],
    [{ error: '#REF!' }, 'cell/formula-error'],
  ])('%j is refused: %s', (cell, problem) => {
    expect(outcomeOf(readReference(cell))).toEqual({ problem });
  });
});

describe('圏域', () => {
  test('a name or code is folded, and resolved by whoever knows the tree', () => {
    expect(outcomeOf(readArea(' 東山 地区 ', { ownWords: none }))).toEqual({ value: '東山地区' });
    expect(outcomeOf(readArea('Ｅ０１', { ownWords: none }))).toEqual({ value: 'e01' });
    expect(outcomeOf(readArea(5, { ownWords: none }))).toEqual({ value: '5' });
  });

  test.each([['不明'], ['未集計'], ['未調査'], ['市外'], ['町外'], ['村外'], ['住所不定']])(
    '%s counts at the root only',
    (word) => {
      expect(outcomeOf(readArea(word, { ownWords: none }))).toBe('unknown');
    },
  );

  test('an own word becomes its standard word', () => {
    expect(outcomeOf(readArea('東山町', { ownWords: new Map([[fold('東山町'), '東山地区']]) }))).toEqual({
      value: '東山地区',
    });
  });

  test('several parents stand in one cell; ・ belongs to a name', () => {
    expect(outcomeOf(readAreas('C01、W02'))).toEqual({ value: ['c01', 'w02'] });
    expect(outcomeOf(readAreas('C01/C01\nW・2'))).toEqual({ value: ['c01', 'w・2'] });
    expect([outcomeOf(readAreas('-')), outcomeOf(readAreas(null))]).toEqual(['blank', 'blank']);
  });
});

describe('指標', () => {
  const total = (cell: Cell) => outcomeOf(readIndicator(cell, { takesOwnMeasures: false, ownWords: none }));
  const goal = (cell: Cell) => outcomeOf(readIndicator(cell, { takesOwnMeasures: true, ownWords: none }));

  test('a name or a code is a standard indicator', () => {
    expect([total('新規相談件数'), total('Ｎ０１'), goal('n01')]).toEqual(
      Array(3).fill({ value: { standard: 'N01', words: '新規相談件数' } }),
    );
  });

  test('ratios, rates and figures about reporting cannot be reported, but can have goals', () => {
    expect([total('終結率(新規比)'), total('R06'), total('Q01')]).toEqual(
      Array(3).fill({ problem: 'indicator/not-reportable' }),
    );
    expect(goal('R04')).toEqual({ value: { standard: 'R04', words: '終結率(新規比)' } });
  });

  test('stocks can be reported', () => {
    expect(total('継続件数')).toEqual({ value: { standard: 'N07', words: '継続件数' } });
  });

  test('in 集計報告 any other word is an error, in 成果目標 it is a measure of their own', () => {
    expect(total('新規相談数')).toEqual({ problem: 'indicator/not-in-list', suggestion: '新規相談件数' });
    expect(total('住民会議')).toEqual({ problem: 'indicator/not-in-list' });
    expect(goal('住居確保給付金（相談）')).toEqual({ value: { standard: null, words: '住居確保給付金（相談）' } });
  });
});

describe('fixed words', () => {
  const { options } = tables.goals.columns.per;

  test.each<[Cell, unknown]>([
    ['年', { value: 'year' }],
    ['月', { value: 'month' }],
    ['１か所あたり月', { value: 'placeMonth' }],
    ['四半期', { value: 'quarter' }],
    ['', 'blank'],
    ['週', { problem: 'option/not-in-list' }],
  ])('期間 %j', (cell, outcome) => {
    expect(outcomeOf(readOption(cell, { options, ownWords: none }))).toEqual(outcome);
  });
});

describe('text', () => {
  test.each<[Cell, unknown]>([
    ['  氷見市\n社会福祉協議会 ', { value: '氷見市 社会福祉協議会' }],
    [1, { value: '1' }],
    ['－', 'blank'],
    ['髙﨑', { value: '髙﨑' }],
    [{ serial: 43_191 }, { value: '2018/4/1' }],
  ])('%j', (cell, outcome) => {
    expect(outcomeOf(readText(cell))).toEqual(outcome);
  });
});
