import { describe, expect, test } from 'vitest';
import {
  individualNumberCheckDigit,
  isIndividualNumber,
  isPersonalHeader,
  isPhoneNumber,
  looksPersonal,
} from '#sheets-schema';

describe('headers of personal columns', () => {
  test.each([
    ['氏名'],
    ['相談者氏名'],
    ['名前'],
    ['お名前'],
    ['住所'],
    ['電話番号'],
    ['電話'],
    ['TEL'],
    ['生年月日'],
    ['ﾌﾘｶﾞﾅ'],
    ['個人番号'],
    ['マイナンバー'],
    ['連絡先（携帯）'],
    ['メールアドレス'],
    ['氏　名'],
    ['※氏名（必須）'],
  ])('%s', (header) => {
    expect(isPersonalHeader(header)).toBe(true);
  });

  test.each([
    ['圏域名'],
    ['地区名'],
    ['受付番号'],
    ['報告機関名'],
    ['事業名'],
    ['備考'],
    ['会議名'],
    ['電話相談'],
    ['住まい'],
    [''],
  ])('%s is none', (header) => {
    expect(isPersonalHeader(header)).toBe(false);
  });
});

describe('individual numbers', () => {
  test('the check digit is that of the ministry’s rule', () => {
    expect(individualNumberCheckDigit('12345678901')).toBe(8);
  });

  test.each([
    ['123456789018'],
    ['1234-5678-9018'],
    ['1234 5678 9018'],
    ['１２３４５６７８９０１８'],
    ['番号は123456789018です'],
  ])('%s is one', (text) => {
    expect(isIndividualNumber(text)).toBe(true);
  });

  test.each([['123456789017'], ['1234567890180'], ['12345678901'], ['R6-0001'], ['']])('%s is none', (text) => {
    expect(isIndividualNumber(text)).toBe(false);
  });

  test('a 受付番号 that begins with a plausible date is let through', () => {
    const valid = `20240401000${individualNumberCheckDigit('20240401000')}`;
    expect(isIndividualNumber(valid)).toBe(true);
    expect(isIndividualNumber(valid, { mayBeginWithDate: true })).toBe(false);
    const noDate = `20241301000${individualNumberCheckDigit('20241301000')}`;
    expect(isIndividualNumber(noDate, { mayBeginWithDate: true })).toBe(true);
  });
});

describe('telephone numbers', () => {
  test.each([
    ['090-1234-5678'],
    ['09012345678'],
    ['0766-12-3456'],
    ['(0766)12-3456'],
    ['03-1234-5678'],
    ['076-123-4567'],
    ['０９０－１２３４－５６７８'],
    ['TEL 0766-12-3456'],
    ['0120-123-456'],
  ])('%s', (text) => {
    expect(isPhoneNumber(text)).toBe(true);
  });

  test.each([
    ['R6-0001'],
    ['2024-0001-0002'],
    ['06-2024-0001'],
    ['2024/04/01'],
    ['20240401'],
    ['1-2-3'],
    ['0001'],
    ['090-1234'],
    [''],
  ])('%s is none', (text) => {
    expect(isPhoneNumber(text)).toBe(false);
  });
});

describe('what no message quotes', () => {
  test.each([
    ['090-1234-5678'],
    ['7661234567'],
    ['someone@example.jp'],
    ['〒935-0000'],
    ['花子さん'],
    ['氷見市本町1丁目2-3'],
  ])('%s', (text) => {
    expect(looksPersonal(text)).toBe(true);
  });

  test.each([['架空さんの紹介'], ['架空様宅'], ['架空氏より'], ['民生委員の架空さん、電話で']])(
    '%s names a person in the middle and is not quoted',
    (text) => {
      expect(looksPersonal(text)).toBe(true);
    },
  );

  test.each([
    ['11/5'],
    ['2024/2/30'],
    ['様式による'],
    ['氏子会'],
    ['R6-0112'],
    ['東山町'],
    ['町の人'],
    ['10～15'],
    ['約30'],
    ['20240631'],
  ])('%s may be quoted', (text) => {
    expect(looksPersonal(text)).toBe(false);
  });
});
