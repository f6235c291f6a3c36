/** Ways of typing personal data that the tripwire is to see, each beside ordinary words that look alike. All of it is invented (架空のデータ). */
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '#sheets-schema';

describe('an individual number, however it is divided', () => {
  test.each([
    ['1234.5678.9018'],
    ['1234・5678・9018'],
    ['1234/5678/9018'],
    ['1234_5678_9018'],
    ['1234  5678  9018'],
    ['１２３４　　５６７８　　９０１８'],
    ['123 456 789 018'],
    ['1 2 3 4 5 6 7 8 9 0 1 8'],
    ['1234\u200b5678\u200b9018'],
  ])('%s', (text) => {
    expect(findPersonalData(text)).toBe('row/personal-number');
  });

  test.each([
    // Wrong check digits.
    ['1234.5678.9017'],
    ['123 456 789 017'],
    ['1 2 3 4 5 6 7 8 9 0 1 7'],
    ['123 456 789 018 5'],
    ['2024.4.1-2025.3.31'],
  ])('%s is none', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });
});

describe('a telephone', () => {
  test.each([
    ['090・1234・5678'],
    ['090/1234/5678'],
    ['090_1234_5678'],
    ['090(1234)5678'],
    ['０９０（１２３４）５６７８'],
    ['0766123456'],
    ['０７６６１２３４５６'],
    ['電話 12-3456'],
    ['TEL12－3456'],
    ['連絡先：123-4567'],
    ['090\u200b-1234\u2060-5678'],
  ])('%s', (text) => {
    expect(findPersonalData(text)).toBe('personal/phone-number');
  });

  test.each([
    ['電話 10-20件'],
    ['電話 2024-2025'],
    ['電話 2024-2025年度'],
    ['電話相談 12-3456'],
    ['第0766123456号の様式'],
    ['0012345678'],
  ])('%s is none', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });

  test('ten digits that begin with 0 may be a number of the office in a column for numbers', () => {
    expect(findPersonalData('0766123456', { takesCodes: true })).toBeNull();
  });
});

describe('a day of birth in an era', () => {
  test.each([
    ['昭12.3.4生'],
    ['昭和十二年三月四日生'],
    ['平成元年五月六日生まれ'],
    ['昭和十二年三月四日'],
    ['S120304生'],
    ['Ｓ１２０３０４生'],
    ['生年月日：昭12.3.4'],
  ])('%s', (text) => {
    expect(findPersonalData(text)).toBe('personal/birth-date');
  });

  test.each([
    ['平成三十年四月一日'],
    ['令和六年度'],
    ['昭和の生活'],
    ['H300401'],
    ['昭和五十年代の団地'],
    ['平30.4.1'],
  ])('%s is none', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });
});

describe('an address', () => {
  test.each([['架空市海野１の１'], ['架空市海野1の2の3'], ['県営住宅3棟205号'], ['団地12号棟 304号室']])(
    '%s',
    (text) => {
      expect(findPersonalData(text)).toBe('personal/address');
    },
  );

  test.each([['社会福祉法第106条の4'], ['3棟2階'], ['本町2の10人'], ['5号棟集会所'], ['1棟12号館']])(
    '%s is none',
    (text) => {
      expect(findPersonalData(text)).toBeNull();
    },
  );
});

describe('a number of a pension or an insurance', () => {
  test.each([['年金番号 1234-567890'], ['年金証書の番号 1234-567890'], ['被保番0000123456']])('%s', (text) => {
    expect(findPersonalData(text)).toBe('personal/insurance-number');
  });

  test.each([['年金 500000円'], ['障害年金の相談'], ['年金事務所 3件'], ['被保険者 1234567人']])(
    '%s is none',
    (text) => {
      expect(findPersonalData(text)).toBeNull();
    },
  );
});

describe('a name', () => {
  test.each([
    ['山田\u200b太郎'],
    ['渡\u{e0101}辺さん'],
    ['金さん'],
    ['李様より'],
    ['東さん宅'],
    ['星さんの件'],
    ['グエンさん'],
    ['マリア様'],
    ['佐藤先生の紹介'],
    ['長男の健太'],
    ['長女美咲'],
    ['母：花子'],
    ['山田（母）'],
    ['高橋 凛'],
    ['鈴木 一朗'],
    ['山田太朗'],
  ])('%s', (text) => {
    expect(findPersonalData(text)).toBe('personal/name');
  });

  test.each([
    ['お星さん'],
    ['東部さんぽの会'],
    ['金銭管理'],
    ['先生'],
    ['担当の先生から'],
    ['長男の高校'],
    ['母の日'],
    ['長女の進学'],
    ['父の正義感'],
    ['東地区（母子）'],
    ['山田（母子家庭）'],
    ['中村 地区'],
    ['平さ'],
    ['南さくら台'],
    ['ヘルパーさん'],
    ['ドクターより'],
  ])('%s is none', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });
});
