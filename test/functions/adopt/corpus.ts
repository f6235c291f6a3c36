/**
 * Forms as offices have them, after the layouts of published ones: every row is invented (架空のデータ). Each says by hand what its tabs
 * and columns are, so that proposals can be measured; it was written down before anything was tuned to it.
 */
import type { Cell } from '#sheets-schema';
import type { TableName } from '../../../functions/ingest/tables/find-tables.ts';
import type { SheetGrid } from '../../../functions/world.ts';

export interface CorpusTab {
  readonly tab: string;
  /** `null`: none of ours. */
  readonly is: TableName | null;
  /** Standard header of each column in order; '' is none that we read. */
  readonly columns: readonly string[];
  /** Rows above the header, and the header itself; none for a list without. */
  readonly above: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface CorpusForm {
  readonly name: string;
  readonly tabs: readonly CorpusTab[];
  /** Own words and the standard word each means, by the standard header of their column. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The form as it would be read. */
export function gridsOf({ tabs }: CorpusForm): readonly SheetGrid[] {
  return tabs.map(({ tab, above, rows }, index) => ({ tab, id: String(index), rows: [...above, ...rows], merges: [] }));
}

/** Each cell in turn from a list, so that columns repeat at different paces. */
function rowsOf(
  count: number,
  ...columns: readonly (readonly Cell[] | ((row: number) => Cell))[]
): readonly (readonly Cell[])[] {
  return Array.from({ length: count }, (_, row) =>
    columns.map((column) => (typeof column === 'function' ? column(row) : (column[row % column.length] ?? null))),
  );
}

const day = (row: number) => `2024/${4 + (row % 6)}/${1 + ((row * 7) % 28)}`;
const closing = (row: number) => (row % 3 === 0 ? `2024/${10 + (row % 3)}/${1 + (row % 28)}` : null);
const eraDay = (row: number) => `R6.${4 + (row % 6)}.${1 + ((row * 5) % 28)}`;
const serial = (row: number): Cell => ({ serial: 45383 + row * 3 });
const story = (row: number) =>
  `近所の方が気にかけて連絡をくれた。最近姿を見ないとのことで様子を見に行った（${row}回目の記録）`;
const names = ['架空太郎', '見本花子', '仮名次郎', '例示三郎'];

export const corpus: readonly CorpusForm[] = [
  {
    name: 'a council of social welfare: よろず相談台帳',
    tabs: [
      {
        tab: 'よろず相談台帳',
        is: 'cases',
        columns: [
          '受付番号',
          '受付日',
          '',
          '圏域',
          '経路',
          '対象1',
          '課題1',
          '年代',
          '性別',
          '',
          '対応',
          'つなぎ先1',
          '終結日',
        ],
        above: [
          ['よろず相談 受付台帳（令和6年度）'],
          [
            '整理番号',
            '受理年月日',
            '氏名',
            'お住まいの地区',
            '相談者（きっかけ）',
            '対象者の区分',
            '主訴',
            '年齢',
            '性別',
            '相談の内容',
            '対応結果',
            '連携先',
            '完了日',
          ],
        ],
        rows: rowsOf(
          30,
          (row) => `R6-${row + 1}`,
          day,
          names,
          ['東山地区', '西川地区', '北浜地区'],
          ['町の人', '家族', '民生さん', '本人', '包括'],
          ['お年寄り', '障害者', '生活困窮'],
          ['お金のこと', '介護', 'ひきこもり', '住まい'],
          ['70代', '50代', '40代'],
          ['男', '女'],
          story,
          ['継続', '情報提供'],
          ['病院', null, '社協'],
          closing,
        ),
      },
    ],
    words: {
      経路: { 町の人: '地域', 民生さん: '民生委員・児童委員' },
      対象1: { お年寄り: '高齢者' },
      課題1: { お金のこと: '経済的困窮' },
    },
  },
  {
    name: 'a volunteers’ consultation day: 心配ごと相談',
    tabs: [
      {
        tab: '心配ごと相談',
        is: 'cases',
        columns: ['受付番号', '受付日', '', '経路', '年代', '性別', '課題1', '', '対応', '圏域', ''],
        above: [
          [],
          [
            'No.',
            '相談日',
            '相談員',
            'どなたから',
            '年齢区分',
            '性別',
            '相談種別',
            '相談方法',
            '処理結果',
            '町名',
            '備考',
          ],
        ],
        rows: rowsOf(
          24,
          (row) => row + 1,
          eraDay,
          names,
          ['本人', '家族', '近所の人', '行政'],
          ['60代', '70代', '80代'],
          ['男性', '女性'],
          ['家計', '住居', '健康', '相続', '近隣トラブル'],
          ['来所', '電話'],
          ['助言', '他機関紹介', '継続'],
          ['本町', '栄町', '緑町'],
          [null, null, '次回も来所予定とのこと'],
        ),
      },
    ],
    words: {
      経路: { 近所の人: '知人・近隣' },
      課題1: { 相続: '権利擁護・金銭管理' },
      対応: { 他機関紹介: '他機関へつなぎ' },
    },
  },
  {
    name: 'an export of another system, with personal columns',
    tabs: [
      {
        tab: 'export_20240401',
        is: 'cases',
        columns: [
          '受付番号',
          '受付日',
          '',
          '',
          '',
          '',
          '',
          '圏域',
          '経路',
          '対象1',
          '課題1',
          '課題2',
          '年代',
          '性別',
          '',
          '終結日',
          '終結理由',
        ],
        above: [
          [
            'ケースID',
            '初回受付年月日',
            '氏名',
            'フリガナ',
            '生年月日',
            '住所',
            '電話番号1',
            '居住地区',
            '紹介経路区分',
            '主たる属性区分',
            '課題区分1',
            '課題区分2',
            '年齢階層',
            '性別区分',
            '更新日時',
            '終結年月日',
            '終結事由',
          ],
        ],
        rows: rowsOf(
          40,
          (row) => `C${100000 + row}`,
          serial,
          names,
          ['カクウタロウ', 'ミホンハナコ'],
          ['1950/1/1', '1962/3/4'],
          ['架空市本町1-2-3'],
          ['0766-00-0000'],
          ['第1地区', '第2地区', '第3地区'],
          ['本人', '家族・親族', '民生委員・児童委員', '医療機関', '福祉課'],
          ['高齢者', '身体障害', '生活困窮', 'ひとり親'],
          ['経済的困窮', '介護', '住まい', '就労'],
          [null, '認知症', null, '孤立・見守り'],
          ['40代', '50代', '80代以上'],
          ['男性', '女性'],
          (row) => ({ serial: 45400.5 + row }),
          (row) => (row % 4 === 0 ? { serial: 45500 + row } : null),
          (row) => (row % 4 === 0 ? (['課題解決', '転出'][row % 8 === 0 ? 0 : 1] ?? null) : null),
        ),
      },
    ],
    words: {},
  },
  {
    name: 'English headers and words',
    tabs: [
      {
        tab: 'Intake log',
        is: 'cases',
        columns: ['受付番号', '受付日', '圏域', '経路', '対象1', '課題1', '年代', '性別', '終結日', ''],
        above: [
          [
            'Case No',
            'Date received',
            'District',
            'Referred by',
            'Client group',
            'Main issue',
            'Age group',
            'Gender',
            'Date closed',
            'Notes',
          ],
        ],
        rows: rowsOf(
          20,
          (row) => `2024-${row + 1}`,
          (row) => `2024-0${4 + (row % 5)}-1${row % 9}`,
          ['Higashiyama', 'Nishikawa'],
          ['family', 'neighbour', 'school', 'the person'],
          ['older people', 'foreign residents', 'children'],
          ['poverty', 'housing', 'dementia'],
          ['20s', '30s', '70代'],
          ['male', 'female'],
          (row) => (row % 3 === 0 ? `2024-09-1${row % 9}` : null),
          [
            'Please call back next week and ask about the papers',
            'A long story about the house and its garden',
            'Came with a friend, who helped to translate',
            null,
          ],
        ),
      },
    ],
    words: {
      経路: { family: '家族・親族', school: '学校・教育機関', 'the person': '本人', neighbour: '知人・近隣' },
      対象1: { 'older people': '高齢者', 'foreign residents': '外国人', children: '子ども・子育て' },
      課題1: { poverty: '経済的困窮', housing: '住まい', dementia: '認知症' },
      年代: { '20s': '20代', '30s': '30代' },
      性別: { male: '男性', female: '女性' },
    },
  },
  {
    name: 'a community support centre: 相談受付簿 with names, ways and free text',
    tabs: [
      {
        tab: '相談受付簿',
        is: 'cases',
        columns: ['受付番号', '受付日', '', '', '', '経路', '', '年代', '圏域', '課題1', '', '対応', ''],
        above: [
          [
            '通番',
            '受付年月日',
            '曜日',
            '受付方法',
            '相談者氏名',
            '相談者続柄',
            '対象者氏名',
            '年代',
            '地区',
            '相談内容（複数可）',
            '相談の経過',
            '対応',
            '担当',
          ],
        ],
        rows: rowsOf(
          30,
          (row) => `24-${String(row + 1).padStart(3, '0')}`,
          serial,
          ['月', '火', '水', '木', '金'],
          ['電話', '来所', '訪問'],
          names,
          ['本人', '家族', 'ケアマネ', '民生委員', '病院'],
          names,
          ['70代', '80代', '90代'],
          ['中部', '南部', '北部'],
          ['介護', '認知症、介護', '介護、お金', '虐待'],
          story,
          ['継続', 'つなぎ', '終了'],
          names,
        ),
      },
    ],
    words: { 課題1: { お金: '経済的困窮' }, 対応: { 終了: '情報提供・助言で終了' } },
  },
  {
    name: 'a list without headers',
    tabs: [
      {
        tab: 'Sheet1',
        is: 'cases',
        columns: ['受付番号', '受付日', '圏域', '経路', '対象1', ''],
        above: [],
        rows: rowsOf(
          25,
          (row) => `A${row + 1}`,
          day,
          ['東地区', '西地区', '南地区'],
          ['本人', '家族', '民生委員', '病院'],
          ['高齢者', '障害者', 'ひきこもり'],
          story,
        ),
      },
    ],
    words: {},
  },
  {
    name: 'headers in the words of the people who came',
    tabs: [
      {
        tab: '令和6年度',
        is: 'cases',
        columns: ['受付番号', '受付日', '経路', '対象1', '課題1', '圏域', '終結日'],
        above: [
          ['困りごと相談の記録'],
          [],
          ['番号', '受けた日', 'どこから来たか', 'だれの相談か', '困っていること', 'お住まい', '終わった日'],
        ],
        rows: rowsOf(
          20,
          (row) => row + 1,
          eraDay,
          ['家の人', '役場', '本人', '自治会長'],
          ['お年寄り', '子育て', '障がい者'],
          ['お金', '買物', '一人暮らし', '認知症'],
          ['上町', '下町', '川向'],
          closing,
        ),
      },
    ],
    words: {
      経路: { 家の人: '家族・親族', 自治会長: '自治会・町内会' },
      対象1: { お年寄り: '高齢者' },
      課題1: { お金: '経済的困窮', 買物: '買い物・移動', 一人暮らし: '孤立・見守り' },
    },
  },
  {
    name: 'a whole workbook of an office',
    tabs: [
      {
        tab: '表紙',
        is: 'profile',
        columns: ['市区町村コード', '都道府県名', '市区町村名', '報告機関名', '人口'],
        above: [],
        rows: [
          ['団体コード', '162051'],
          ['都道府県', '富山県'],
          ['市町村', '氷見市'],
          ['施設名', '架空社協'],
          ['総人口', 48163],
        ],
      },
      {
        tab: '地区マスター',
        is: 'areas',
        columns: ['圏域コード', '圏域名', '圏域種別', '上位圏域コード', '人口', '世帯数', '65歳以上人口'],
        above: [['地区番号', '地区名', '区分', '親', '人口（人）', '世帯', '高齢者数']],
        rows: [
          ['Z', '氷見市全域', '全域', null, 48163, 17636, 17704],
          ['D01', '東山地区', '地区社協', 'Z', 2100, 800, 700],
          ['D02', '西川地区', '地区社協', 'Z', 3200, 1200, 990],
          ['D03', '北浜地区', '地区社協', 'Z', 1800, 640, 720],
        ],
      },
      {
        tab: '支援経過',
        is: 'actions',
        columns: ['支援日', '受付番号', '支援方法', '', '時間分', ''],
        above: [['日付', '相談番号', '手段', '対応者', '所要時間（分）', '内容']],
        rows: rowsOf(
          30,
          day,
          (row) => `R6-${1 + (row % 9)}`,
          ['訪問', '電話', '来所', '同行'],
          names,
          [30, 60, 90],
          story,
        ),
      },
      {
        tab: '会議開催状況',
        is: 'meetings',
        columns: ['開催日', '会議種別', '', '検討件数', '参加者数', '参加機関数', ''],
        above: [['月日', '会議の名称', '場所', '検討事例数', '出席人数', '出席機関', '内容']],
        rows: rowsOf(
          12,
          serial,
          ['地域ケア会議', '支援会議', 'ケース会議', '庁内会議'],
          ['市役所3階', '福祉センター'],
          [1, 2, 3],
          [8, 12, 15],
          [4, 6],
          story,
        ),
      },
      {
        tab: 'サロン実績',
        is: 'activities',
        columns: ['開催日', '', '活動種別', '圏域', '参加者数', '担い手数', '回数'],
        above: [['開催日', 'サロン名', '種類', '地区', '参加人数', 'ボランティア数', '回数']],
        rows: rowsOf(
          18,
          day,
          ['ひだまり', 'なごみ', 'ほほえみ', 'すみれ'],
          ['サロン', '子ども食堂', '研修'],
          ['東山地区', '西川地区'],
          [12, 15, 20],
          [3, 4],
          [1, 2],
        ),
      },
      {
        tab: '月報',
        is: 'totals',
        columns: ['年度', '月', '指標', '値'],
        above: [['年度', '月', '項目名', '数']],
        rows: rowsOf(
          12,
          ['令和6年度'],
          (row) => `${4 + (row % 9)}月`,
          ['新規相談件数', '延支援回数'],
          (row) => 10 + row,
        ),
      },
      {
        tab: '事業目標',
        is: 'goals',
        columns: ['年度', '指標', '単位', '基準値', '目標値', '実績値'],
        above: [['年度', '評価指標', '単位', '現状', '計画値', '達成値']],
        rows: [
          ['R6', 'サロンの数', 'か所', 10, 15, 12],
          ['R6', '相談会の回数', '回', 4, 12, 9],
          ['R6', '見守り協力員', '人', 30, 50, 41],
        ],
      },
      {
        tab: '職員当番表',
        is: null,
        columns: [],
        above: [['月', '火', '水']],
        rows: [names.slice(0, 3), names.slice(1, 4)],
      },
    ],
    words: { 会議種別: { ケース会議: '個別ケース会議' } },
  },
];
