/** 成果目標: goals, and for the office's own measures their results. */
import { area, choice, date, fiscalYear, indicator, number, option, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { pathways, programmes, targets } from '../vocabulary/codes.ts';
import { noteColumn } from './note-column.ts';

export const goals = defineTable({
  tab: '成果目標',
  tabAliases: ['目標', '成果指標', '目標と実績', '数値目標'],
  help: {
    ja: '年度ごとの目標。一覧にある指標の実績はほかのシートから数え、独自の指標の実績は「実績値」に書きます。',
    en: 'Goals by fiscal year. Results of standard indicators are computed from the other tabs, own measures state theirs.',
  },
  columns: {
    fiscalYear: fiscalYear({
      header: '年度',
      aliases: ['対象年度', '会計年度'],
      required: true,
      help: { ja: '目標の年度。', en: 'The fiscal year of the goal.' },
      example: '令和6年度',
    }),
    programme: choice({
      header: '事業',
      aliases: ['事業名', '事業区分'],
      list: programmes,
      help: { ja: 'どの事業の目標か。', en: 'The programme it belongs to.' },
      example: '地域づくり',
    }),
    measure: indicator({
      header: '指標',
      aliases: ['指標名', '成果指標', '目標項目'],
      required: true,
      takesOwnMeasures: true,
      help: {
        ja: '一覧にある指標の名前かコード、または独自の指標の名前。',
        en: 'A standard indicator, or a measure of your own.',
      },
      example: '新規相談件数',
    }),
    unit: text({
      header: '単位',
      help: { ja: '件、回、人、か所、% など。', en: 'The unit.' },
      example: '件',
    }),
    counting: option({
      header: '数え方',
      aliases: ['集計方法'],
      options: [
        { value: 'distinct', words: ['実数', '実人数', '実件数', '実'] },
        { value: 'total', words: ['延べ', '延', 'のべ', '延べ数', '延べ人数', '延べ件数'] },
        { value: 'new', words: ['新規', '新規件数'] },
        { value: 'cumulative', words: ['累計', '累積'] },
        { value: 'point', words: ['時点', '時点の数', '現在数'] },
      ],
      help: {
        ja: '実数・延べ・新規・累計・時点のどれか。数え方のちがう実績とは比べません。',
        en: 'Distinct, total, new, cumulative or at a point in time; only like is compared with like.',
      },
      example: '延べ',
    }),
    area: area({
      header: '圏域',
      aliases: ['地区', '圏域名', '圏域コード'],
      spansMerges: true,
      help: { ja: '圏域の目標ならその圏域。', en: 'For a goal of one area.' },
      example: '東山地区',
    }),
    pathway: choice({
      header: '経路',
      aliases: ['相談経路'],
      list: pathways,
      spansMerges: true,
      help: { ja: '経路の目標ならその経路。', en: 'For a goal of one pathway.' },
      example: '地域',
    }),
    target: choice({
      header: '対象',
      aliases: ['対象者'],
      list: targets,
      help: { ja: '対象の目標ならその対象。', en: 'For a goal of one target.' },
      example: '高齢者',
    }),
    baseline: number({
      header: '基準値',
      aliases: ['現状値', '現状'],
      help: { ja: '始める前の値。', en: 'Where it started from.' },
      example: '19',
    }),
    goalValue: number({
      header: '目標値',
      aliases: ['目標', '目標下限'],
      help: {
        ja: '目標の数。2～3 のような幅は、2をここに、3を「目標上限」に書きます。',
        en: 'The goal; the lower end of a range.',
      },
      example: '50',
    }),
    goalUpper: number({
      header: '目標上限',
      aliases: ['上限', '目標値上限'],
      help: { ja: '幅のある目標の上の数。', en: 'The upper end of a range.' },
      example: '60',
    }),
    direction: option({
      header: '方向',
      aliases: ['比較', '以上以下'],
      options: [
        { value: 'atLeast', words: ['以上', '増やす', '増加', '>=', '≧'] },
        { value: 'atMost', words: ['以下', '減らす', '減少', '<=', '≦'] },
        { value: 'range', words: ['範囲', '幅'] },
        { value: 'words', words: ['文章', '文', '言葉'] },
      ],
      help: { ja: '以上・以下・範囲・文章のどれか。', en: 'At least, at most, a range, or in words only.' },
      example: '以上',
    }),
    goalText: text({
      header: '目標文',
      aliases: ['目標内容', '目標（文章）'],
      help: {
        ja: '数で書けない目標の文章。個人のことは書かないでください。',
        en: 'A goal in words; nothing about any person.',
      },
      example: '住民が気軽に集まれる場をつくる',
    }),
    per: option({
      header: '期間',
      aliases: ['目標期間'],
      options: [
        { value: 'year', words: ['年', '年間', '年度', '1年'] },
        { value: 'quarter', words: ['四半期', '3か月'] },
        { value: 'month', words: ['月', '月間', '毎月', '1か月', '1月あたり'] },
        { value: 'placeMonth', words: ['1か所あたり月', '1か所月', '月1か所あたり', '1か所あたり月間'] },
      ],
      help: { ja: '目標が1年・四半期・1か月・1か所1か月のどれについてか。', en: 'What period the goal is for.' },
      example: '年',
    }),
    result: number({
      header: '実績値',
      aliases: ['実績', '結果'],
      help: { ja: '独自の指標の実績。一覧にある指標なら空けて構いません。', en: 'The result of an own measure.' },
      example: '42',
    }),
    resultAsOf: date({
      header: '実績時点',
      aliases: ['実績の時点', '時点', '実績日'],
      help: { ja: '実績がいつまでの数か。', en: 'The day up to which the result counts.' },
      example: '2025/2/28',
    }),
    note: noteColumn,
  },
});

/** A row of 成果目標 once read. */
export type GoalRow = RowOf<typeof goals>;
