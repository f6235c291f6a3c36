import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#sheets-schema';

describe('folding', () => {
  test.each([
    ['width', 'ＡＢＣ１２３', 'ABC123'],
    ['case', 'npo', 'NPO'],
    ['half-width kana', 'ﾎﾞﾗﾝﾃｨｱ', 'ボランティア'],
    ['spaces', ' 民生 委員　', '民生委員'],
    ['invisible signs', '地\u200b域\ufeff', '地域'],
    ['variants of a kanji', '葛\u{e0100}城', '葛城'],
    ['wave dashes', '10〜15', '10～15'],
    ['dashes', 'R6－1', 'R6‐1'],
    ['the long vowel mark typed as a dash', 'センタ－', 'センター'],
    ['circles', '〇', '○'],
    ['big circles', '◯', '○'],
    ['障がい', '障がい者', '障害者'],
    ['障碍', '障碍者', '障害者'],
    ['こども', 'こども', '子ども'],
    ['子供', '子供', '子ども'],
    ['full-width Latin in words', 'ＤＶ・虐待', 'DV・虐待'],
  ])('%s makes no difference', (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([
    ['髙', '高'],
    ['﨑', '崎'],
    ['地域', '地区'],
    ['か', 'が'],
  ])('%s and %s stay different', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  const letters = fc.constantFrom(...'障碍がい子供こどもか゛ﾞはﾟｶﾞ 　ー－〜〇İẞΩﷺ①㌔㍻ᄀ ᅡ\u0301aZ9ー/'.split(''));
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: letters }),
    fc.string({ unit: 'grapheme-ascii' }),
  );

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('a space beside a text keeps nothing of it from being folded', () => {
    // Only what has no space takes a shorter way.
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(` ${text}`)).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });
});
