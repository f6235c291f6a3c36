/** 秘匿: how small counts are protected, by audience and date. One row a rule; without any, the usual ones hold. */
import { count, date, option, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { protectionPresets } from '../vocabulary/protection.ts';
import { prefectureOptions } from './prefecture-options.ts';

export const protections = defineTable({
  tab: '秘匿',
  tabAliases: ['秘匿の決まり', '秘匿基準', '少数の秘匿', 'protections', 'small numbers'],
  help: {
    ja: '少ない件数を、だれに何件未満で秘匿するかを書きます。空のままなら、都道府県には5件未満、一般には10件未満を秘匿します。変わったら、前の行に適用終了を書き、行を足します。',
    en: 'Below which count figures are hidden, and from whom. Left empty: below 5 for prefectures, below 10 for everybody. When a rule changes, give the former row its last day and add a row.',
  },
  columns: {
    audience: option({
      header: '見る人',
      aliases: ['閲覧者', '対象者', '公開先', 'だれに'],
      required: true,
      options: [
        { value: 'prefecture', words: ['都道府県', '県', 'prefecture'] },
        { value: 'public', words: ['一般', '公開', '住民', 'だれでも', 'public'] },
      ],
      help: {
        ja: '「都道府県」か「一般」。市区町村は、自分の数字をそのまま見ます。',
        en: '都道府県 (prefecture) or 一般 (public). A municipality sees its own figures as they are.',
      },
      example: '一般',
    }),
    preset: option({
      header: '基準',
      aliases: ['準じる基準', 'ひな形', '公的な基準'],
      options: (['usual', 'NDB', 'kaigo'] as const).map((value) => ({ value, words: protectionPresets[value].words })),
      help: {
        ja: '「標準」「NDB」「介護DB」のどれか。数字を自分で決めるなら空けます。',
        en: '標準 (usual), NDB or 介護DB (long-term care data base). Blank where the row has numbers of its own.',
      },
      example: 'NDB',
    }),
    threshold: count({
      header: '秘匿する件数',
      aliases: ['しきい値', '閾値', '未満', '最小件数', '基準件数'],
      takesDash: false,
      help: {
        ja: 'この数より少ない件数を秘匿します。10なら、1件から9件まで。',
        en: 'Counts below this number are hidden: 10 hides 1 to 9.',
      },
      example: '10',
    }),
    zeros: option({
      header: '0件の扱い',
      aliases: ['0件', 'ゼロの扱い', '0の扱い'],
      options: [
        { value: 'shown', words: ['示す', '表示', '0と示す', '出す', 'shown'] },
        { value: 'hidden', words: ['秘匿', '示さない', '隠す', 'hidden'] },
      ],
      help: {
        ja: '「示す」か「秘匿」。空いていれば、0件は0と示します。',
        en: '示す (shown) or 秘匿 (hidden). Blank: 0 is shown as 0.',
      },
      example: '示す',
    }),
    roundedTo: count({
      header: '丸め',
      aliases: ['丸める単位', '四捨五入', '端数'],
      takesDash: false,
      help: {
        ja: '示す件数をこの単位に四捨五入します。10なら、14は10に。空いていれば、そのまま示します。',
        en: 'Counts that are shown are rounded to this unit: with 10, 14 becomes 10. Blank: as they are.',
      },
      example: '1',
    }),
    from: date({
      header: '適用開始',
      aliases: ['適用開始日', '開始', '開始日', 'いつから'],
      required: true,
      takesMonthAlone: true,
      help: { ja: 'この日から使います。', en: 'The day from which it holds.' },
      example: '2026/4/1',
    }),
    until: date({
      header: '適用終了',
      aliases: ['適用終了日', '終了', '終了日', 'いつまで'],
      help: { ja: 'この日まで使います。続いていれば空けます。', en: 'The last day; blank while it holds.' },
      example: '2027/3/31',
    }),
    prefecture: option({
      header: '都道府県コード',
      aliases: ['都道府県', '都道府県名', '県コード'],
      options: prefectureOptions(),
      help: {
        ja: 'その県だけの決まりなら、その県。どの県にも使うなら空けます。',
        en: 'The prefecture whose own rule it is; blank where it holds for all.',
      },
      example: '16',
    }),
    note: text({
      header: '備考',
      aliases: ['メモ', '摘要', '根拠'],
      isRead: false,
      help: { ja: '自由に書けます。読み取りません。', en: 'Anything; never read.' },
      example: '',
    }),
  },
});

/** A row of 秘匿 once read. */
export type ProtectionRow = RowOf<typeof protections>;
