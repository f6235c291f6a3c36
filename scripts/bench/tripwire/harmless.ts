/**
 * What offices write in free words and what names nobody: made from words of the field (架空のデータ), with houses and places that are
 * called like people, roles with 様 and さん, and numbers of every kind. Beside it every word that we publish ourselves.
 */
import { indicators } from '#sheets-schema';
import * as codes from '#sheets-schema/vocabulary/codes.ts';
import type { Chance } from './seeded.ts';

const families =
  '佐藤 鈴木 高橋 田中 山本 中村 小林 加藤 山田 松本 森 清水 三浦 三宅 宮崎 千葉 福島 大阪 金沢 長野'.split(' ');
const houses =
  '医院 内科 歯科 薬局 商店 病院 建設 工務店 寺 神社 橋 町 団地 地区 公園 小学校 酒店 眼科クリニック 介護サービス'.split(
    ' ',
  );
const roles =
  '利用者 相談者 患者 民生委員 ケアマネ ヘルパー 保健師 看護師 大家 近所 ご家族 お母 お父 おばあ おじい お子 娘 息子 奥 旦那 お客 皆 みな 隣 ボランティア 相談員 先生 自治会長 役場の職員 お医者 弁護士 姉 兄 孫 嫁 親御 店員'.split(
    ' ',
  );
const places = '東山 西川 本町 中央 北部 南 大島 湊 旭 緑が丘 若葉台 上野 中野 本田 原 柳 松原 池田 平野 藤沢'.split(
  ' ',
);
const groups =
  'さんさん会 ひだまりサロン 様々な会 だんらんの家 ちゃんぽんの会 ほのぼのカフェ 子ども食堂わいわい はなみずき会 いきいき百歳体操 ふれあい広場 たまり場きらく 山田さくら会 あかり会'.split(
    ' ',
  );
const subjects =
  '相談件数 延べ支援回数 参加者数 サロンの数 つながった人 見守り 居場所 会議 訪問 支援プラン 生活困窮 ひきこもり'.split(
    ' ',
  );
const verbs = '増やす 続ける 減らす 把握する 見直す 周知する 広げる 支える 調整する つなぐ'.split(' ');
const days = [
  '2024/5/10',
  '令和6年4月1日',
  'R6.5.1',
  '平成30年3月31日',
  'H30.4',
  '5月10日',
  '2018-04-01',
  '昭和63年度',
  '2024年度',
];

type Maker = (chance: Chance) => string;
const between = (chance: Chance, from: number, to: number) => from + chance.below(to - from);

const makers: readonly Maker[] = [
  (c) => `${c.pick(families)}${c.pick(houses)}`,
  (c) => `${c.pick(families)}${c.pick(houses)}と連携して${c.pick(subjects)}を${c.pick(verbs)}`,
  (c) =>
    `${c.pick(roles)}${c.pick(['さん', '様', 'さま', '様', 'さん方'])}${c.pick(['', 'の相談', 'から', 'へ訪問', 'と面談'])}`,
  (c) =>
    `${c.pick(['多様', '同様', '様々', '仕様', '模様', '多種多様'])}${c.pick(['な', 'の', 'に'])}${c.pick(subjects)}`,
  (c) => c.pick(groups),
  (c) => `${c.pick(groups)}（${c.pick(places)}地区、月${between(c, 1, 5)}回）`,
  (c) => `${c.pick(subjects)}を${between(c, 2, 500)}件以上に${c.pick(verbs)}`,
  (c) => `${c.pick(subjects)}を前年度より${between(c, 2, 30)}％${c.pick(verbs)}`,
  (c) =>
    `${c.pick(places)}${c.pick(['町', '市', '区', '村', '地区', '圏域', '団地'])}${c.pick(['', `${between(c, 1, 9)}丁目`, `第${between(c, 1, 4)}`])}`,
  (c) => `${c.pick(places)}${between(c, 1, 5)}・${between(c, 6, 9)}丁目自治会`,
  (c) => `${c.pick(places)}地区${between(c, 1, 9)}-${between(c, 1, 30)}班`,
  (c) => `${c.pick(days)}現在`,
  (c) => `${c.pick(days)}から${c.pick(days)}まで`,
  (c) => `${c.pick(['R6', '2024', '令和6', 'A', '北'])}-${c.digits(4)}`,
  (c) => `20${between(c, 15, 25)}${c.pick(['01', '05', '11'])}${c.pick(['01', '15', '28'])}-${c.digits(3)}`,
  (c) => `E${c.digits(2)}-${c.digits(3)}`,
  (c) => c.digits(between(c, 1, 9)),
  (c) => `16${c.digits(8)}`,
  (c) => `${between(c, 1, 99)},${c.digits(3)}円（1人あたり${between(c, 100, 999)}円）`,
  (c) => `予算 ${between(c, 1, 99)},${c.digits(3)}千円`,
  (c) => `介護保険 ${c.digits(6)}件`,
  (c) =>
    `${c.pick(['介護保険課', '国民健康保険の窓口', '後期高齢者医療の担当', '障害者手帳の申請', '健康保険の相談'])}${c.pick(['', 'につないだ', `（${between(c, 1, 99)}件）`])}`,
  (c) => `生活保護法（昭和25年法律第${c.digits(3)}号）`,
  (c) => `${c.pick(['電話', 'TEL', 'メール', '来所', '訪問'])}相談 ${between(c, 1, 300)}件`,
  (c) => `連絡先は${c.pick(['社協', '役場', '地域包括支援センター'])}`,
  (c) => `${between(c, 1, 90)}代の${c.pick(['男性', '女性', '単身世帯', '親子'])}`,
  (c) =>
    `${c.pick(['ケアマネ', '民生委員', '社協', '保健所', '学校', 'ハローワーク', '警察', '病院'])}${c.pick(['', 'から', 'より紹介', '経由', 'との連携'])}`,
  (c) => `${c.pick(families)}${c.pick(['町', '市', '村'])}${c.pick(['役場', '社会福祉協議会', '民生委員協議会', ''])}`,
  (c) => `${c.pick(['生活', '生きがい', '生涯学習', '生産'])}${c.pick(['支援', 'づくり', '活動'])}（${c.pick(days)}）`,
  (c) => `${c.pick(['件', '人', '回', 'か所', '世帯', '％', '件/年', '人日', '箇所・月'])}`,
  (c) => `${c.pick(['平和', '清和', '明和', '幸', '信愛', '和光'])}${c.pick(['園', '荘', '会', '苑', 'の里'])}`,
  (c) => `${c.pick(places)} ${c.pick(['中央', '地区', '支所', '東', '本所', '第一'])}`,
];

/** `count` cells. */
export function makeHarmless(chance: Chance, count: number): readonly string[] {
  return Array.from({ length: count }, () => chance.pick(makers)(chance));
}

/** Names, synonyms and definitions of all lists and indicators: what stands in workbooks everywhere. */
export function publishedWords(): readonly string[] {
  const words: string[] = [];
  const collect = (value: unknown) => {
    if (typeof value === 'string') words.push(value);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part);
  };
  collect({ ...codes });
  collect(indicators);
  return words;
}
