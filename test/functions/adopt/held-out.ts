/**
 * Further forms (架空のデータ), written after everything was tuned to corpus.ts and measured as they were: what proposals are worth on a
 * form that nobody here has seen before.
 */
import type { Cell } from '#sheets-schema';
import type { CorpusForm } from './corpus.ts';

const rows = (count: number, row: (at: number) => readonly Cell[]) => Array.from({ length: count }, (_, at) => row(at));
const one = <Word>(words: readonly Word[], at: number): Word | null => words[at % words.length] ?? null;

export const heldOut: readonly CorpusForm[] = [
  {
    name: 'a town hall: 福祉総合相談カード集計',
    tabs: [
      {
        tab: '総合相談カード',
        is: 'cases',
        columns: [
          '受付番号',
          '受付日',
          '',
          '対象1',
          '',
          '圏域',
          '経路',
          '課題1',
          '課題2',
          '複合課題',
          '対応',
          '終結日',
        ],
        above: [
          ['福祉総合相談カード 集計用', null, null, '記入者：福祉課'],
          [
            'カード番号',
            '受付年月日',
            '受付課',
            '相談者の属性',
            '世帯構成',
            '行政区',
            '紹介者',
            '相談種別①',
            '相談種別②',
            '複合',
            '対応状況',
            '完結日',
          ],
        ],
        rows: rows(24, (at) => [
          `2024-${at + 1}`,
          `令和6年${4 + (at % 6)}月${1 + at}日`,
          one(['福祉課', '健康課', '税務課'], at),
          one(['高齢者', '障がい者', 'ひとり親家庭', '生活困窮者'], at),
          one(['単身', '夫婦', '三世代'], at),
          one(['一区', '二区', '三区'], at),
          one(['本人', '家族', '区長', '民生委員', '社協'], at),
          one(['金銭', '住まい', '介護', '就労'], at),
          one([null, '健康', null], at),
          one(['○', '×', null], at),
          one(['継続支援', '情報提供', '他機関へつなぎ'], at),
          at % 4 === 0 ? `令和6年10月${1 + at}日` : null,
        ]),
      },
    ],
    words: { 課題1: { 金銭: '権利擁護・金銭管理' } },
  },
  {
    name: 'a non-profit: spreadsheet made by a volunteer',
    tabs: [
      {
        tab: 'そうだん',
        is: 'cases',
        columns: ['受付番号', '受付日', '性別', '年代', '経路', '対象1', '課題1', ''],
        above: [['ID', 'いつ', '性別', 'ねんれい', 'だれから', 'どんな人', 'なやみ', 'くわしく']],
        rows: rows(15, (at) => [
          at + 1,
          { serial: 45390 + at * 4 },
          one(['男', '女', '不明'], at),
          one(['10代', '20代', '30代'], at),
          one(['学校', '本人', '友達', '家族'], at),
          one(['若者', 'ひきこもり', '外国人'], at),
          one(['不登校', '仕事', 'メンタル', '家族のこと'], at),
          `はじめは話さなかったが、三回目からいろいろ話してくれるようになった（${at}）`,
        ]),
      },
      {
        tab: '居場所の日',
        is: 'activities',
        columns: ['開催日', '活動種別', '参加者数', '担い手数', ''],
        above: [['日', 'やったこと', '来た人', '手伝った人', 'メモ']],
        rows: rows(12, (at) => [
          { serial: 45400 + at * 7 },
          one(['カフェ', '子ども食堂', '学習支援'], at),
          8 + (at % 5),
          2 + (at % 3),
          null,
        ]),
      },
    ],
    words: { 経路: { 友達: '知人・近隣' } },
  },
  {
    name: 'a centre: support log and conferences of one year',
    tabs: [
      {
        tab: '対応記録簿',
        is: 'actions',
        columns: ['支援日', '', '受付番号', '支援方法', '事業', '時間分', ''],
        above: [['対応年月日', '曜日', 'ケースNo.', '対応区分', '事業区分', '対応時間（分）', '対応内容']],
        rows: rows(30, (at) => [
          `R6.${4 + (at % 6)}.${1 + (at % 27)}`,
          one(['月', '水', '金'], at),
          `K-${1 + (at % 8)}`,
          one(['訪問', '電話', '来所', 'カンファレンス', '同行'], at),
          one(['多機関協働', '参加支援', 'アウトリーチ'], at),
          one([15, 30, 60], at),
          `ご自宅で生活の様子をうかがい、次の手続きについて説明した（${at}）`,
        ]),
      },
      {
        tab: 'ケース会議一覧',
        is: 'meetings',
        columns: ['開催日', '', '会議種別', '検討件数', '参加者数', ''],
        above: [['令和6年度'], ['開催年月日', '会場', '会議区分', '検討ケース', '参加者（人）', '議事録']],
        rows: rows(10, (at) => [
          `2024/${4 + at}/20`.replace('/13/', '/3/'),
          one(['役場', '福祉センター'], at),
          one(['地域ケア会議', '支援調整会議', '協議体'], at),
          one([1, 2, 4], at),
          one([9, 11, 14], at),
          one(['済', '未'], at),
        ]),
      },
    ],
    words: { 支援方法: { カンファレンス: '個別ケース会議' } },
  },
  {
    name: 'monthly figures with a title, and a table of areas',
    tabs: [
      {
        tab: '小学校区別人口',
        is: 'areas',
        columns: ['圏域コード', '圏域名', '圏域種別', '人口', '世帯数', '65歳以上人口', '18歳未満人口', '基準日'],
        above: [['校区番号', '校区', '種類', '総人口', '世帯数', '高齢者人口', '子どもの数', '基準日']],
        rows: rows(5, (at) => [
          `S0${at + 1}`,
          `第${at + 1}小学校区`,
          '小学校区',
          3000 + at * 100,
          1200 + at * 30,
          900 + at * 11,
          400 + at * 7,
          '2024/4/1',
        ]),
      },
      {
        tab: '実績報告書',
        is: 'totals',
        columns: ['年度', '月', '指標', '圏域', '値'],
        above: [['令和6年度 実績報告書'], [], ['年度', '月別', '報告項目', '校区', '実績件数']],
        rows: rows(20, (at) => [
          2024,
          4 + (at % 9),
          one(['新規相談件数', '延支援回数', '終結件数'], at),
          `第${1 + (at % 5)}小学校区`,
          5 + at,
        ]),
      },
    ],
    words: {},
  },
];
