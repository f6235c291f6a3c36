/** What people may type into a column of each kind, in words and examples, for the guide. The rules themselves stand in cells/. */
import type { Column } from './column.ts';

/** Ways to write the same thing, and what is not understood. */
export interface AcceptedForms {
  readonly ja: string;
  readonly en: string;
  /** All of these are read as the same value. */
  readonly same: readonly string[];
  /** These are not understood. */
  readonly not: readonly string[];
}

/** The name of each kind and how it is typed. */
export const acceptedForms: Readonly<Record<Column['kind'], AcceptedForms>> = {
  text: { ja: '文字。自由に書けます。', en: 'Free text.', same: [], not: [] },
  reference: {
    ja: '番号やコード。全角と半角、大文字と小文字、間の空白は同じとみなします。',
    en: 'A number or code; width, case and spaces make no difference.',
    same: ['R6-0001', 'Ｒ６－０００１', 'r6-0001'],
    not: ['090-1234-5678'],
  },
  count: {
    ja: '0以上の整数。単位やカンマがついていても、「約」「延べ」がついていても読みます（「約」はお知らせが出ます）。',
    en: 'A whole number of at least 0; units, commas and 延べ are fine, 約 gives a notice.',
    same: ['1200', '１，２００', '1,200件', '1200 件', '延べ1,200', '約1,200'],
    not: ['10～15', '100以上', '十二', '1,23', '△5', '0.5'],
  },
  number: {
    ja: '数。小数や負の数も読みます。',
    en: 'A number; decimals and negatives too.',
    same: ['57.6', '５７．６', '57.6%'],
    not: ['2～3', '50以上'],
  },
  rate: {
    ja: '率。単位（‰ か %）を必ずつけます。',
    en: 'A rate, always with its unit, ‰ or %.',
    same: ['4.5‰', '４．５‰', '0.45%'],
    not: ['4.5'],
  },
  date: {
    ja: '日付。西暦でも元号でも読みます。年がない日付、元号のない2けたの年、ない日付は読めません。',
    en: 'A day, Western or by era. A day without its year, a two-digit year without an era, and a day that does not exist are not read.',
    same: [
      '2018/4/1',
      '2018-04-01',
      '2018.4.1',
      '20180401',
      '2018年4月1日',
      '平成30年4月1日',
      'H30.4.1',
      'H30/4/1',
      '平30.4.1',
      '２０１８／４／１',
    ],
    not: ['4/1', '18/4/1', '2019/2/29', '2018/4'],
  },
  fiscalYear: {
    ja: '年度（4月から翌年3月）。',
    en: 'A fiscal year, April to March.',
    same: ['2024', '2024年度', 'FY2024', '令和6', '令和6年度', 'R6', '令和６年度'],
    not: ['6', '24'],
  },
  month: { ja: '月。', en: 'A month.', same: ['4', '04', '4月', '4月分', '４月'], not: ['13', '4～6月', '2024年4月'] },
  choice: {
    ja: '一覧の言葉を1つ。名前でもコードでも、下の一覧の「同じ意味の言葉」でも読みます。',
    en: 'One word of a list: its name, its code, or one of the synonyms listed below.',
    same: ['ボランティア・NPO', 'P0404', 'ボランティア', 'ﾎﾞﾗﾝﾃｨｱ', 'ボランティア・ＮＰＯ'],
    not: ['本人、家族'],
  },
  choices: {
    ja: '一覧の言葉をいくつでも。「、」「，」「；」「／」「・」か改行で分けます。',
    en: 'Words of a list, separated by 、 ， ； ／ ・ or line breaks.',
    same: ['高齢者、障害者', '高齢者・障がい者', '高齢者/障害者', 'T01;T02'],
    not: [],
  },
  option: { ja: '決まった言葉を1つ。', en: 'One of a few fixed words.', same: [], not: [] },
  flag: {
    ja: '有か無。',
    en: '有 (yes) or 無 (no).',
    same: ['有', '○', '◯', 'あり', '1', 'TRUE', 'はい'],
    not: ['△'],
  },
  area: {
    ja: '「圏域」にある名前かコード。「不明」「未集計」「市外」「町外」「村外」「住所不定」は、市区町村の全域だけに数えます。',
    en: 'A name or code of the tab 圏域. 不明, 未集計, 市外, 町外, 村外 and 住所不定 count for the whole municipality only.',
    same: ['東山地区', '東山 地区', 'E01', 'ｅ０１'],
    not: [],
  },
  areas: {
    ja: '「圏域」のコード。いくつかあるときは「、」で分けます。',
    en: 'Codes of the tab 圏域, separated by 、.',
    same: ['C01、W02', 'C01,W02', 'Ｃ０１／Ｗ０２'],
    not: [],
  },
  municipality: {
    ja: '市区町村コード。6けた、または検査数字のない5けた。',
    en: 'A municipality code: six digits, or five without the check digit.',
    same: ['162051', '１６２０５１', '16205'],
    not: ['1620510'],
  },
  indicator: {
    ja: '指標の名前かコード。',
    en: 'Name or code of an indicator.',
    same: ['新規相談件数', 'N01', 'Ｎ０１'],
    not: [],
  },
};
