/** 集計報告: for offices that only have totals. Blank 月, 圏域, 経路 and 対象 mean all. */
import { area, choice, count, fiscalYear, indicator, month } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { pathways, targets } from '../vocabulary/codes.ts';
import { noteColumn } from './note-column.ts';

export const totals = defineTable({
  tab: '集計報告',
  tabAliases: ['集計', '集計表', '月次報告', '年次報告'],
  help: {
    ja: '1件ずつの記録がないときに、合計だけを書きます。内訳も合計も書けます。',
    en: 'For offices that only have totals; a total and its breakdown may both be given.',
  },
  key: ['fiscalYear', 'month', 'indicator', 'area', 'pathway', 'target'],
  columns: {
    fiscalYear: fiscalYear({
      header: '年度',
      aliases: ['対象年度', '会計年度'],
      required: true,
      help: { ja: '4月から翌年3月までの年度。', en: 'The fiscal year, April to March.' },
      example: '令和6年度',
    }),
    month: month({
      header: '月',
      aliases: ['対象月', '報告月'],
      help: { ja: '月。空いていれば1年分です。', en: 'The month; the whole fiscal year where blank.' },
      example: '4月',
    }),
    indicator: indicator({
      header: '指標',
      aliases: ['指標名', '項目'],
      required: true,
      takesOwnMeasures: false,
      help: { ja: '指標の名前かコード。割合は書けません。', en: 'Name or code of an indicator; no ratios.' },
      example: '新規相談件数',
    }),
    area: area({
      header: '圏域',
      aliases: ['地区', '圏域名', '圏域コード'],
      spansMerges: true,
      help: { ja: '圏域の内訳ならその圏域。空いていれば全域です。', en: 'For a breakdown by area; all where blank.' },
      example: '東山地区',
    }),
    pathway: choice({
      header: '経路',
      aliases: ['相談経路'],
      list: pathways,
      spansMerges: true,
      help: {
        ja: '経路の内訳ならその経路。空いていれば全部です。',
        en: 'For a breakdown by pathway; all where blank.',
      },
      example: '地域',
    }),
    target: choice({
      header: '対象',
      aliases: ['対象者'],
      list: targets,
      help: { ja: '対象の内訳ならその対象。空いていれば全部です。', en: 'For a breakdown by target; all where blank.' },
      example: '高齢者',
    }),
    value: count({
      header: '値',
      aliases: ['件数', '数値', '実績'],
      required: true,
      takesDash: false,
      help: {
        ja: '数。0件なら0、集計していなければ「未集計」と書きます。',
        en: 'The number; 0 where none, 未集計 where not counted.',
      },
      example: '52',
    }),
    note: noteColumn,
  },
});

/** A row of 集計報告 once read. */
export type TotalRow = RowOf<typeof totals>;
