import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#sheets-schema';
import { readCount, readNumber } from '#sheets-schema/cells/number.ts';
import { outcomeOf } from './read.ts';

const count = (cell: Cell) => outcomeOf(readCount(cell, { takesDash: true }));

describe('a count', () => {
  test.each<[Cell, number]>([
    [12, 12],
    ['12', 12],
    ['１２', 12],
    ['12件', 12],
    ['12 件', 12],
    ['１２　件', 12],
    ['12回', 12],
    ['12人', 12],
    ['12名', 12],
    ['12か所', 12],
    ['12カ所', 12],
    ['12ヵ所', 12],
    ['12ヶ所', 12],
    ['12ｹ所', 12],
    ['12箇所', 12],
    ['12世帯', 12],
    ['12分', 12],
    ['12団体', 12],
    ['12機関', 12],
    ['1,234', 1234],
    ['１，２３４', 1234],
    ['1,234,567', 1_234_567],
    ['延べ35', 35],
    ['のべ35', 35],
    ['延べ35人', 35],
    ['12.0', 12],
    [12.0, 12],
    ['０', 0],
    [0, 0],
    ['007', 7],
    ['+5', 5],
    [' 12\n', 12],
  ])('%j is %d without a word', (cell, value) => {
    expect(count(cell)).toEqual({ value });
  });

  test.each<[Cell, number]>([
    ['約1,200', 1200],
    ['約 30', 30],
    ['およそ30', 30],
    ['30前後', 30],
    ['約30人', 30],
    ['延べ約30人', 30],
    ['30人程度', 30],
  ])('%j is %d with a notice', (cell, value) => {
    expect(count(cell)).toEqual({ value, notices: ['number/approximate'] });
  });

  test.each<[Cell, string]>([
    ['10～15', 'number/several'],
    ['10〜15', 'number/several'],
    ['10-15', 'number/several'],
    ['1 2', 'number/several'],
    ['3人と2人', 'number/several'],
    ['100以上', 'number/several'],
    ['100人未満', 'number/several'],
    ['～15', 'number/several'],
    ['たくさん', 'number/not-a-number'],
    ['#N/A', 'number/not-a-number'],
    ['1.2.3', 'number/not-a-number'],
    ['1e3', 'number/several'],
    ['0.5', 'number/not-whole'],
    [0.5, 'number/not-whole'],
    ['△5', 'number/negative'],
    ['▲5', 'number/negative'],
    ['-5', 'number/negative'],
    [-1, 'number/negative'],
    ['99999999999999999999', 'number/too-large'],
    [1e300, 'number/too-large'],
    [true, 'number/not-a-number'],
    [{ serial: 43_191 }, 'number/is-a-date'],
    [{ error: '#REF!' }, 'cell/formula-error'],
    [Number.NaN, 'number/not-a-number'],
  ])('%j is no count: %s', (cell, problem) => {
    expect(count(cell)).toEqual({ problem });
  });

  test.each<[Cell, string, string]>([
    ['1,23', 'number/misplaced-comma', '123'],
    ['12,34', 'number/misplaced-comma', '1234'],
    ['十二', 'number/kanji', '12'],
    ['二百三十', 'number/kanji', '230'],
    ['十人', 'number/kanji', '10'],
  ])('%j is no count (%s); %s is proposed', (cell, problem, suggestion) => {
    expect(count(cell)).toEqual({ problem, suggestion });
  });

  test.each<[Cell]>([[null], [''], [' '], ['　'], ['-'], ['－'], ['―'], ['ー'], ['なし']])('%j is blank', (cell) => {
    expect(count(cell)).toBe('blank');
  });

  test.each<[Cell]>([['不明'], ['未集計'], ['未調査'], ['不 明']])('%j is unknown, neither blank nor 0', (cell) => {
    expect(count(cell)).toBe('unknown');
  });

  test.each<[Cell]>([['-'], ['－'], ['―'], ['なし']])('%j in 値 of 集計報告 is an error that suggests 0', (cell) => {
    expect(outcomeOf(readCount(cell, { takesDash: false }))).toEqual({ problem: 'number/dash', suggestion: '0' });
  });
});

describe('any number', () => {
  test.each<[Cell, number]>([
    ['57.6', 57.6],
    ['５７．６％', 57.6],
    ['△5', -5],
    ['▲１．５', -1.5],
    ['-3', -3],
    ['2.5回', 2.5],
    [-0, 0],
    ['-0', 0],
  ])('%j is %d', (cell, value) => {
    expect(outcomeOf(readNumber(cell))).toEqual({ value });
  });

  test('every accepted spelling of a number gives that number', () => {
    const spelling = fc.record({
      value: fc.nat({ max: 999_999_999 }),
      isGrouped: fc.boolean(),
      isWide: fc.boolean(),
      before: fc.constantFrom('', ' ', '延べ', 'のべ', '+'),
      after: fc.constantFrom('', '件', ' 人', 'か所', 'ヶ所', '世帯', '　', '.0', '団体'),
    });
    fc.assert(
      fc.property(spelling, ({ value, isGrouped, isWide, before, after }) => {
        const plain = isGrouped ? value.toLocaleString('en') : String(value);
        const typed = before + (isWide ? widen(plain) : plain) + after;
        expect(count(typed)).toEqual({ value });
      }),
    );
  });

  test('a number printed is read as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (number) => {
        fc.pre(!/e/.test(String(number)));
        const value = number === 0 ? 0 : number;
        expect(outcomeOf(readNumber(String(number)))).toEqual({ value });
        expect(outcomeOf(readNumber(number))).toEqual({ value });
      }),
    );
  });
});

function widen(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
