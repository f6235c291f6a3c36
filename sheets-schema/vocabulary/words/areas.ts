/** Words of the page 圏域別. */
import type { Phrase } from './phrase.ts';

export const areaWords = {
  division: { ja: '分け方', en: 'Division' },
  divisionWith: { ja: '{kind}と{below}', en: '{kind} and {below}' },
  breadcrumbs: { ja: 'いまの圏域までの道すじ', en: 'Way to this area' },
  counting: { ja: '数え方', en: 'Counted as' },
  byCount: { ja: '件数', en: 'Cases' },
  byRate: { ja: '人口10万対', en: 'Per 100,000' },
  noPopulation: {
    ja: '圏域の人口が登録されていないため、人口あたりの数は出せません。シート「圏域」に人口を入れると、選べるようになります。',
    en: 'No population is registered for these areas, so rates cannot be given. They can be chosen once the tab 圏域 has it.',
  },
  somePopulation: {
    ja: '人口の登録がない圏域（{areas}）は「・」です。',
    en: 'Areas without a registered population ({areas}) show “・”.',
  },
  measureRate: {
    ja: '人口10万人あたりの新規相談件数（1か月あたり） {period}。',
    en: 'New consultations per 100,000 population a month, {period}.',
  },
  rateMost: {
    ja: '人口あたりでいちばん多いのは{area}の{value}件で、全体は{whole}件です',
    en: 'Highest rate: {area}, {value}; as a whole {whole}',
  },
  scroll: {
    ja: '表は横に動かせます。右に前年差・月の動き・月別の件数があります。',
    en: 'The table moves sideways: change, trend and months stand at its right.',
  },
  siblingsRate: {
    ja: '人口あたりでは{area}がいちばん多く{value}件、{parent}全体は{whole}件です',
    en: 'Highest rate: {area}, {value}; {parent} as a whole {whole}',
  },
  siblingsCount: {
    ja: '件数がいちばん多いのは{area}の{value}件です',
    en: '{area} has the most cases: {value}',
  },
  siblingsMeasureRate: {
    ja: '人口10万人あたりの新規相談件数（1か月あたり） {period}。破線は{parent}全体の値。小さな圏域の値は偶然で大きく動きます。',
    en: 'New consultations per 100,000 population a month, {period}. Dashed: {parent} as a whole. Rates of small areas vary a lot by chance.',
  },
  siblingsMeasureCount: {
    ja: '新規相談件数（件） {period}。人口の登録がないため、件数で比べています。',
    en: 'New consultations (cases), {period}. Compared by counts, as no population is registered.',
  },
  siblingsName: { ja: '圏域の比較', en: 'areas_compared' },
  siblingsNone: { ja: '圏域を比べる数字がありません', en: 'There are no figures to compare areas by' },
  whole: { ja: '{parent}全体', en: '{parent} as a whole' },
  measure: { ja: '新規相談件数（件） {period}。', en: 'New consultations (cases), {period}.' },
  measureCompared: { ja: '前年差は前年同期との差。', en: 'Change is that on the same months of the year before.' },
  measureMonths: { ja: '前年差は{months}どうしの差。', en: 'Change compares {months} of both years.' },
  measureSpark: {
    ja: '「月の動き」の目盛りは行ごとに異なります。',
    en: 'The scale of “by month” differs from row to row.',
  },
  area: { ja: '圏域', en: 'Area' },
  count: { ja: '件数', en: 'Cases' },
  share: { ja: '割合(%)', en: 'Share (%)' },
  bar: { ja: '割合の図', en: 'Share as a bar' },
  barRate: { ja: '人口10万対の図', en: 'Rate as a bar' },
  difference: { ja: '前年差', en: 'Change' },
  rate: { ja: '人口10万対(月)', en: 'Per 100,000 a month' },
  spark: { ja: '月の動き', en: 'By month' },
  total: { ja: '{place} 合計', en: '{place}, total' },
  unplaced: { ja: '圏域が不明', en: 'Area not known' },
  expand: { ja: '{area}の内訳', en: 'Parts of {area}' },
  roseMost: {
    ja: '増えた{total}件のうち{part}件は{area}です',
    en: 'Of {total} more consultations, {part} are in {area}',
  },
  fellMost: {
    ja: '減った{total}件のうち{part}件は{area}です',
    en: 'Of {total} fewer consultations, {part} are in {area}',
  },
  roseAlone: { ja: 'いちばん増えたのは{area}で、{part}件です', en: '{area} rose most, by {part}' },
  fellAlone: { ja: 'いちばん減ったのは{area}で、{part}件です', en: '{area} fell most, by {part}' },
  most: { ja: 'いちばん多いのは{area}の{count}件です', en: '{area} has the most: {count}' },
  plain: { ja: '圏域別の新規相談件数', en: 'New consultations by area' },
  heatLegend: { ja: '月別の件数', en: 'Cases a month' },
  heatLegendRate: { ja: '月別の人口10万対', en: 'Per 100,000 a month' },
  legendZero: { ja: '0件の報告', en: 'reported as 0' },
  noteMissing: {
    ja: '＊ {offices}の報告が一部入っていません。割合は合計が100.0になるように端数を整えています。',
    en: '＊ Some reports of {offices} are missing. Shares are rounded so that they add up to 100.0.',
  },
  note: {
    ja: '割合は合計が100.0になるように端数を整えています。',
    en: 'Shares are rounded so that they add up to 100.0.',
  },
  noAreas: {
    ja: 'この市町村には、分けて表示できる圏域の登録がありません。シート「圏域」に入力されると、ここに表示されます。',
    en: 'No areas are registered below this one. Areas typed into the tab 圏域 appear here.',
  },
  noAreasBelow: { ja: '{area}の下に圏域はありません。', en: 'There are no areas below {area}.' },
} as const satisfies Record<string, Phrase>;
