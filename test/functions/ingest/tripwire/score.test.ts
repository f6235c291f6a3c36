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

/** Written down without a look at the rules, as they are met in the field. 架空のデータ. */
const heard =
  '地域福祉課との合同会議|若者サポートステーションより紹介|ひきこもりの長男、母と同居|要介護2の母|' +
  '8050世帯への訪問|月1回第2水曜10:00-12:00|1-3月の相談|4-6月期|令和6年4月-9月|' +
  '第3期計画（2024-2029年度）|人口1万人当たり12.3件|平成17年に4町村が合併|東京都千代田区|' +
  '北区第2地域包括支援センター|大字単位の圏域|小学校区ごと|1丁目から3丁目|中央1-3丁目|小田原市|' +
  '石川県金沢市|福岡市早良区|千葉県|宮城野区|岡山県真庭市|高松市国分寺町|和歌山県田辺市|田中角栄記念館|' +
  '渋沢栄一記念館|坂本龍馬空港|本田技研|松下電工労組|吉野家|小林製薬|森永ひ素ミルク中毒の会|青木ヶ原|' +
  '原爆被爆者相談|林業従事者|森林組合|関係機関|辻堂地区|岸和田市|柳川市|谷口自治会|井上地区社協|' +
  '高橋町内会|大野城市|上野原市|三好市|池田町社協|美浜町|幸手市|勝浦市|恵那市|誠之小学校|清瀬市|茂原市|' +
  '和光市|博多区|義務教育学校|正午から|一人暮らしの高齢者|二人世帯|三世代同居|一郎の会|花子の家|太郎坊|' +
  'ももたろう作業所|さくら園|ひなた工房|つくし会さん|社協さん|包括さん|役場さん|市社協様|県様より|各位|' +
  '関係者各位|御中|A様|B氏|X氏の事例|ア様|某社長|両親より|保護者様|里親さん|里子さん|患者様|' +
  '入居者様|入所者様|住民の皆様|皆様|町民の皆さん|ご遺族様|自立支援医療（精神通院）|受給者証の更新|' +
  '受給者数12345人|被保険者数 123456人|国保加入者 12,345人|障害者手帳所持者 1234人|' +
  '年金相談12件|連絡先一覧|電話がけボランティア|tel相談|メール相談|fax送信|@カフェ|#いのちSOS|' +
  '0120|119番通報|110番の家|24時間365日|365日24時間|1,234,567|123-4567|' +
  '2024-04-01|20240401|2024.4.1|R6/4/1|昭和56年5月31日以前に着工|' +
  '昭和の日|生活困窮者|生後3か月|誕生会（月1回）|誕生月|2024年4月生まれの会|新生児訪問|一年生|' +
  '高校3年生|二十歳|';
const overheard =
  '山田太郎|山田　花子（70）|相談者：山本様|田中さん（80代女性）|佐藤さん宅|渡邉さんの息子|高橋さん夫婦|' +
  '伊藤様ご夫妻|小鳥遊さん|タナカさん|すずきさん|やまだ たろう|ヤマダ　タロウ|鈴木君|加藤くんの母|' +
  'K.山田さん|民生委員 中村さん|0766-74-0000|0766(74)0000|' +
  '（0766）74−0000|０７６６ー７４ー００００|090-0000-0000|09000000000|' +
  '電話：0766-74-0000|携帯 080 0000 0000|' +
  'hanako.yamada@example.com|架空県架空市本町1丁目2番3号|架空市本町1-2|' +
  '架空町大字川原字上123番地4|架空市中央一丁目二番三号|S20.1.1生|昭和20年1月1日生まれ|' +
  'S20.1.1生れ|1945/1/1生|生年月日 1945年1月1日|T14年3月3日生|大正14年3月3日生|' +
  '被保険者番号0001234567|介護保険証 0001234567|記号：12 番号：345678|' +
  'マイナンバー123456789018|';

test('what is said in offices every day is left alone', () => {
  const cells = heard.split('|').filter(Boolean);
  expect(cells.length).toBeGreaterThan(100);
  expect(cells.filter((cell) => findPersonalData(cell) !== null)).toEqual([]);
});

test('what is said about somebody is found', () => {
  const cells = overheard.split('|').filter(Boolean);
  expect(cells.length).toBeGreaterThan(35);
  expect(cells.filter((cell) => findPersonalData(cell) === null)).toEqual([]);
});
