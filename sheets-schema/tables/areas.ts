/** 圏域: the areas of the municipality, a tree of any depth; parallel divisions name several parents. */
import { areas as areaCodes, count, date, reference, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';

export const areas = defineTable({
  tab: '圏域',
  tabAliases: ['圏域一覧', '地区', '地区一覧', '圏域マスタ'],
  help: {
    ja: '市区町村をどのような圏域に分けているか。全域の行が1つだけあり、ほかの行は上位圏域をたどると全域に着きます。',
    en: 'How the municipality is divided: exactly one row for the whole, and every other row leads up to it.',
  },
  key: ['code'],
  columns: {
    code: reference({
      header: '圏域コード',
      aliases: ['コード', '地区コード'],
      required: true,
      help: {
        ja: '市区町村の中で1つだけの記号。変えないでください。',
        en: 'A sign unique within the municipality that stays.',
      },
      example: 'E01',
    }),
    name: text({
      header: '圏域名',
      aliases: ['圏域の名前', '地区名', '名称'],
      required: true,
      help: {
        ja: '圏域の名前。ほかのシートではこの名前かコードを書きます。',
        en: 'The name that other tabs use, or the code.',
      },
      example: '東山地区',
    }),
    kind: text({
      header: '圏域種別',
      aliases: ['種別', '地区種別'],
      required: true,
      help: {
        ja: '市町村全域、中学校区、小学校区、地区社協、自治会など。言葉は自由です。',
        en: 'What sort of area it is; the words are free and no level is read into them.',
      },
      example: '小学校区',
    }),
    parents: areaCodes({
      header: '上位圏域コード',
      aliases: ['上位圏域', '親圏域コード'],
      help: {
        ja: '1つ上の圏域のコード。全域の行だけ空けます。並んだ分け方があるときは「、」で並べます。',
        en: 'Code of the area above; blank for the whole municipality only; several, separated by 、, for parallel divisions.',
      },
      example: 'C01、W02',
    }),
    inhabitants: count({
      header: '人口',
      aliases: ['総人口'],
      help: { ja: '圏域の人口。', en: 'Inhabitants.' },
      example: '8,013',
    }),
    households: count({
      header: '世帯数',
      aliases: ['世帯'],
      help: { ja: '世帯の数。', en: 'Households.' },
      example: '4,130',
    }),
    elderly: count({
      header: '65歳以上人口',
      aliases: ['高齢者人口', '65歳以上'],
      help: { ja: '65歳以上の人数。', en: 'People aged 65 and over.' },
      example: '2,547',
    }),
    children: count({
      header: '18歳未満人口',
      aliases: ['児童人口', '18歳未満'],
      help: { ja: '18歳未満の人数。', en: 'People under 18.' },
      example: '980',
    }),
    asOf: date({
      header: '基準日',
      aliases: ['人口の基準日', '人口基準日'],
      help: { ja: '人口と世帯数がいつの数か。', en: 'The day that the population figures are for.' },
      example: '2018/4/1',
    }),
    validFrom: date({
      header: '有効開始日',
      aliases: ['開始日', '適用開始日'],
      help: {
        ja: 'この圏域ができた日。はじめからあれば空けます。',
        en: 'The first day of the area; blank if it was always there.',
      },
      example: '2020/4/1',
    }),
    validUntil: date({
      header: '有効終了日',
      aliases: ['終了日', '適用終了日'],
      help: {
        ja: 'この圏域の最後の日（その日を含む）。続いていれば空けます。',
        en: 'The last day, included; blank while it lasts.',
      },
      example: '2023/3/31',
    }),
    successor: reference({
      header: '後継圏域コード',
      aliases: ['後継圏域', '統合先'],
      help: { ja: 'なくなった圏域を引き継いだ圏域のコード。', en: 'Code of the area that took over an ended one.' },
      example: 'E02',
    }),
  },
});

/** A row of 圏域 once read. */
export type AreaRow = RowOf<typeof areas>;
