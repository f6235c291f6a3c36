/** On seeds that nobody looked at while the rules were written: what is personal is found, and what is harmless is left alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPersonalData, personalCodes } from '#sheets-schema';
import { scoreTripwire } from '../../../../scripts/bench/tripwire/score.ts';

describe('on a held-out seed', () => {
  const scores = scoreTripwire({ seed: 20_261_121, harmless: 5_000, planted: 300 });
  test.each(personalCodes)('%s: precision of at least 0.98, recall of at least 0.95', (code) => {
    const score = scores.find((one) => one.code === code);
    if (score === undefined) throw new Error('No score');
    const { precision, recall, missed, falseAlarms } = score;
    expect(precision, falseAlarms.join(' | ')).toBeGreaterThanOrEqual(0.98);
    expect(recall, missed.join(' | ')).toBeGreaterThanOrEqual(0.95);
  });
});

test('of all cells of the published documents and of the stories, only what the stories plant is taken for personal', () => {
  const below = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  const files = [...below('samples'), ...below('test/stories')].filter((file) => file.endsWith('.csv'));
  const cells = new Set(files.flatMap((file) => readFileSync(file, 'utf8').split(/[\n,"]/)));
  expect(cells.size).toBeGreaterThan(2_000);
  const found = [...cells].filter((cell) => findPersonalData(cell) !== null);
  expect(found.toSorted()).toEqual(['0766-00-0000', '1950/1/1', '1962/3/4', '架空市本町1-2-3']);
});

describe('what is said of a cell', () => {
  test.each([
    ['山田 太郎様', 'personal/name'],
    ['佐藤さん', 'personal/name'],
    ['鈴木氏', 'personal/name'],
    ['鈴木一郎', 'personal/name'],
    ['佐々木宅へ訪問', 'personal/name'],
    ['ヤマダさんより', 'personal/name'],
    ['月見里さんの件', 'personal/name'],
    ['齋藤 花子', 'personal/name'],
    ['０９０ー１２３４ー５６７８', 'personal/phone-number'],
    ['090 1234 5678', 'personal/phone-number'],
    ['TEL0766123456', 'personal/phone-number'],
    ['+81-90-1234-5678', 'personal/phone-number'],
    ['taro＠example.jp', 'personal/email'],
    ['架空市本町1丁目2番3号', 'personal/address'],
    ['架空市本町１－２－３', 'personal/address'],
    ['〒935-0000', 'personal/address'],
    ['大字架空123番地', 'personal/address'],
    ['S12.3.4生', 'personal/birth-date'],
    ['生年月日：昭和12年3月4日', 'personal/birth-date'],
    ['1950年3月4日生まれ', 'personal/birth-date'],
    ['昭和12年3月4日', 'personal/birth-date'],
    ['123456789018', 'row/personal-number'],
    ['１２３４　５６７８　９０１８', 'row/personal-number'],
    ['被保険者番号 0000123456', 'personal/insurance-number'],
    ['保険証 記号12-34 番号567', 'personal/insurance-number'],
  ])('%s: %s', (text, code) => {
    expect(findPersonalData(text)).toBe(code);
  });

  test.each([
    ['鈴木町'],
    ['佐藤医院'],
    ['さんさん会'],
    ['民生委員さんから'],
    ['お母さんの相談'],
    ['利用者様'],
    ['同様の相談'],
    ['様々な支援'],
    ['たくさん'],
    ['氏名'],
    ['源氏物語の会'],
    ['三宅町'],
    ['在宅医療'],
    ['本町1丁目'],
    ['1・2丁目自治会'],
    ['東地区1-2班'],
    ['令和6年4月1日'],
    ['平成30年生活困窮者自立支援法改正'],
    ['昭和25年法律第144号'],
    ['123456789017'],
    ['1600000001'],
    ['介護保険 123456件'],
    ['電話相談 12件'],
    ['06-2024-0001'],
    ['R6-0001'],
    ['12,000円'],
    ['935-0000'],
  ])('%s: nothing', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });
});
