import { describe, expect, test } from 'vitest';
import { completeMunicipalityCode, isMunicipalityCode } from '#sheets-schema';
import { readMunicipality } from '#sheets-schema/cells/municipality-code.ts';
import { outcomeOf } from './read.ts';

const complete = (typed: string, prefectureName: string | null = null) =>
  outcomeOf(completeMunicipalityCode({ typed, prefectureName }));

describe('市区町村コード', () => {
  test.each([['162051'], ['011002'], ['131016'], ['092011'], ['401005'], ['471003']])('%s is a code', (code) => {
    expect(isMunicipalityCode(code)).toBe(true);
  });

  test.each([['162052'], ['482051'], ['002011'], ['16205'], ['']])('%j is none', (code) => {
    expect(isMunicipalityCode(code)).toBe(false);
  });

  test('six digits stand for themselves', () => {
    expect(complete('162051', '富山県')).toEqual({ value: '162051' });
    expect(complete('１６２０５１', '富山')).toEqual({ value: '162051' });
    expect(complete('162051')).toEqual({ value: '162051' });
  });

  test('a wrong check digit is an error that proposes the right one', () => {
    expect(complete('162052', '富山県')).toEqual({ problem: 'municipality/check-digit', suggestion: '162051' });
  });

  test("a code of another prefecture than the prefecture's name is an error", () => {
    expect(complete('162051', '石川県')).toEqual({ problem: 'municipality/other-prefecture' });
  });

  test('five digits without a check digit are completed', () => {
    expect(complete('16205', '富山県')).toEqual({ value: '162051' });
    expect(complete('16205')).toEqual({ value: '162051' });
  });

  test('five digits that lost a leading 0 are completed by the name of the prefecture', () => {
    expect(complete('11002', '北海道')).toEqual({ value: '011002' });
    expect(complete('11002', '埼玉県')).toEqual({ value: '110027' });
  });

  test('what stays open is an error', () => {
    expect(complete('11002')).toEqual({ problem: 'municipality/ambiguous' });
  });

  test('without a name the check digit decides where it can', () => {
    expect(complete('11003')).toEqual({ value: '110035' });
  });

  test('a cell may hold the digits as a number or as text', () => {
    expect([readMunicipality(162_051), readMunicipality(11_002), readMunicipality('16205-1')].map(outcomeOf)).toEqual([
      { value: '162051' },
      { value: '11002' },
      { value: '162051' },
    ]);
    expect(['1620510', '氷見市', 1, true, { serial: 1 }].map((cell) => outcomeOf(readMunicipality(cell)))).toEqual(
      Array(5).fill({ problem: 'municipality/not-a-code' }),
    );
  });
});
