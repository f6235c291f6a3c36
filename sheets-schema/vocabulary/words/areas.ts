/** Words of the page 圏域別. */
import type { Phrase } from './phrase.ts';

export const areaWords = {
  division: { ja: '分け方', en: 'Division' },
  divisionWith: { ja: '{kind}と{below}', en: '{kind} and {below}' },
  up: { ja: '{area}に戻る', en: 'Back to {area}' },
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
  difference: { ja: '前年差', en: 'Change' },
  rate: { ja: '人口10万対(月)', en: 'Per 100,000 a month' },
  spark: { ja: '月の動き', en: 'By month' },
  total: { ja: '{place} 合計', en: '{place}, total' },
  unplaced: { ja: '圏域が不明', en: 'Area not known' },
  expand: { ja: '{area}の内訳', en: 'Parts of {area}' },
  roseMost: {
    ja: '増えた{total}件のうち{part}件は{area}です',
    en: '{part} of the {total} more are in {area}',
  },
  fellMost: {
    ja: '減った{total}件のうち{part}件は{area}です',
    en: '{part} of the {total} fewer are in {area}',
  },
  roseAlone: { ja: 'いちばん増えたのは{area}で、{part}件です', en: '{area} rose most, by {part}' },
  fellAlone: { ja: 'いちばん減ったのは{area}で、{part}件です', en: '{area} fell most, by {part}' },
  most: { ja: 'いちばん多いのは{area}の{count}件です', en: '{area} has the most: {count}' },
  plain: { ja: '圏域別の新規相談件数', en: 'New consultations by area' },
  heatLegend: { ja: '月別の件数', en: 'Cases a month' },
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
