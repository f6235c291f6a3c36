import { describe, expect, test } from 'vitest';
import { type Cell, isBlankCell, isDittoCell, isTotalWord } from '#sheets-schema';

describe('cells that stand for nothing', () => {
  test.each<[Cell]>([[null], [''], [' '], ['　'], ['-'], ['－'], ['―'], ['ー'], ['\n']])('%j is blank', (cell) => {
    expect(isBlankCell(cell)).toBe(true);
  });

  test.each<[Cell]>([[0], [false], ['0'], ['なし'], ['不明'], [{ error: '#N/A' }]])('%j is not', (cell) => {
    expect(isBlankCell(cell)).toBe(false);
  });

  test.each<[Cell]>([['〃'], ['同上'], ['々'], ['"'], [' 〃 ']])('%j repeats the row above', (cell) => {
    expect(isDittoCell(cell)).toBe(true);
  });

  test.each<[Cell]>([['佐々木'], ['同上地区'], [null], [0]])('%j does not', (cell) => {
    expect(isDittoCell(cell)).toBe(false);
  });
});

describe('total rows', () => {
  test.each([
    ['合計'],
    ['合　計'],
    ['計'],
    ['小計'],
    ['総計'],
    ['累計'],
    ['年度計'],
    ['年度合計'],
    ['年間合計'],
    ['4月計'],
    ['４月分合計'],
    ['12月小計'],
    ['第1四半期計'],
    ['第一四半期合計'],
    ['令和6年度合計'],
    ['上半期計'],
  ])('%s', (word) => {
    expect(isTotalWord(word)).toBe(true);
  });

  test.each([['統計'], ['設計'], ['家計'], ['計画'], ['合計所得'], ['会計'], ['4月'], ['時計'], [''], ['相談計']])(
    '%s is none',
    (word) => {
      expect(isTotalWord(word)).toBe(false);
    },
  );
});
