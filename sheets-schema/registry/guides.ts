/** 目安値: dated values to compare municipalities with, and dated changes of what is counted. One row a value. */
import { date, flag, indicator, number, option, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { type MeasureUnit, measureUnits } from '../vocabulary/measures.ts';
import { prefectureOptions } from './prefecture-options.ts';

export const guides = defineTable({
  tab: '目安値',
  tabAliases: ['目安', '基準値', '参考値', 'guide values', 'guides'],
  help: {
    ja: '市町村比較に線で示す値です。国の目安値も、県が決めた値も、1行に1つ書きます。変わったら、前の行に適用終了を書き、行を足します。',
    en: 'Values drawn as lines where municipalities are compared: national ones and those of the prefecture, one a row. When one changes, give the former row its last day and add a row.',
  },
  columns: {
    measure: indicator({
      header: '指標',
      aliases: ['指標名', '項目', '指標コード'],
      required: true,
      // Shares and rates too, which 集計報告 does not take; what is no indicator is refused when the row is read.
      takesOwnMeasures: true,
      help: { ja: '指標の名前かコード。', en: 'The name or code of an indicator.' },
      example: '新規相談件数',
    }),
    value: number({
      header: '値',
      aliases: ['目安値', '基準値', '参考値', '数値'],
      help: {
        ja: '単位で数えた値。定義が変わったことだけを書く行では空けます。',
        en: 'In the unit of the row. Blank where the row only says that the definition changed.',
      },
      example: '26',
    }),
    unit: option({
      header: '単位',
      aliases: ['値の単位', '人口あたり'],
      options: (Object.keys(measureUnits) as MeasureUnit[]).map((value) => ({
        value,
        words: measureUnits[value].words,
      })),
      help: {
        ja: '「人口10万対・月」など。空いていれば、その指標を比べる単位です。新規相談件数では必ず書きます。',
        en: 'Like 人口10万対・月 (per 100,000 inhabitants and month). Blank: the unit in which the indicator is compared; needed for 新規相談件数.',
      },
      example: '人口10万対・月',
    }),
    from: date({
      header: '適用開始',
      aliases: ['適用開始日', '開始', '開始日', 'いつから'],
      required: true,
      takesMonthAlone: true,
      help: { ja: 'この日から使います。', en: 'The day from which it holds.' },
      example: '2018/4/1',
    }),
    until: date({
      header: '適用終了',
      aliases: ['適用終了日', '終了', '終了日', 'いつまで'],
      help: { ja: 'この日まで使います。続いていれば空けます。', en: 'The last day; blank while it holds.' },
      example: '2019/3/31',
    }),
    prefecture: option({
      header: '都道府県コード',
      aliases: ['都道府県', '都道府県名', '県コード'],
      options: prefectureOptions(),
      help: {
        ja: '県が決めた値なら、その県。国の目安値では空けます。',
        en: "The prefecture whose own value it is; blank for the country's.",
      },
      example: '16',
    }),
    source: text({
      header: '出典',
      aliases: ['根拠', '資料'],
      help: { ja: '線のそばに示す出典。', en: 'Printed beside the line.' },
      example: '平成30年度の目安値（厚生労働省）',
    }),
    definition: text({
      header: '定義',
      aliases: ['定義の説明', '数え方'],
      help: { ja: '何を数えた値か。', en: 'What the value counts.' },
      example: '新たに受け付けた相談',
    }),
    isBreak: flag({
      header: '定義の変わり目',
      aliases: ['定義変更', '定義が変わった', '系列の切れ目'],
      help: {
        ja: '「有」なら、適用開始の日から数え方が変わったものとして、推移の線を切ります。',
        en: '有: from the first day on it is counted otherwise, and lines over time are broken there.',
      },
      example: '無',
    }),
    note: text({
      header: '備考',
      aliases: ['メモ', '摘要'],
      isRead: false,
      help: { ja: '自由に書けます。読み取りません。', en: 'Anything; never read.' },
      example: '',
    }),
  },
});

/** A row of 目安値 once read. */
export type GuideRow = RowOf<typeof guides>;
