/** Words of the page 経路別. */
import type { Phrase } from './phrase.ts';

export const pathwayWords = {
  shown: { ja: '{place} 新規相談件数 {periods}', en: '{place}: new consultations, {periods}' },
  ofTarget: { ja: '対象：{target}', en: 'target: {target}' },
  showLabel: { ja: '見かた', en: 'Show' },
  showYears: { ja: '割合と件数', en: 'Shares and counts' },
  showMonths: { ja: '月の動き', en: 'By month' },
  showFlow: { ja: '流れ（経路→対象→つなぎ先）', en: 'Flow (pathway → target → hand-over)' },
  shownFlow: { ja: '{place} {period}', en: '{place}, {period}' },
  noMonths: {
    ja: '{place}の{year}には月ごとの件数がありません。年度の合計だけが報告されています。「相談受付」か、「集計報告」の月ごとの行が入ると、ここに表示されます。',
    en: '{place} has no monthly counts for {year}; only totals of the year were reported. Rows in 相談受付, or by month in 集計報告, appear here.',
  },
  noCounts: {
    ja: '{place}の{year}には、経路ごとの件数の報告がありません。「相談受付」か「集計報告」に行が入ると、ここに表示されます。',
    en: '{place} has reported no cases by pathway for {year}. Rows in 相談受付 or 集計報告 appear here.',
  },
  monthsTitle: { ja: '月ごとの件数', en: 'Cases by month' },
  monthsMost: { ja: '最も多い月は{month}の{count}件です', en: 'Most new consultations in {month}: {count}' },
  monthShares: { ja: '{year}の月ごとの経路の割合', en: 'Shares by pathway, month by month, {year}' },
  monthShareMeasure: {
    ja: '新規相談件数の経路別の割合(%) {place} {year}',
    en: 'Share of new consultations by pathway (%), {place}, {year}',
  },
  monthCountMeasure: {
    ja: '経路別の新規相談件数（件/月） {place} {year}。目盛りはどの図も同じ',
    en: 'New consultations by pathway a month, {place}, {year}; all charts have one scale',
  },
  monthCountTableMeasure: {
    ja: '経路別の新規相談件数（件） {place} {year}',
    en: 'New consultations by pathway, {place}, {year}',
  },
  noteMonthShares: {
    ja: '割合は、合計が100.0になるように端数を整えています。',
    en: 'Shares are rounded so that they add up to 100.0.',
  },
  monthCountTable: { ja: '月ごとの件数', en: 'Counts by month' },
  monthShareTable: { ja: '月ごとの割合', en: 'Shares by month' },
  notePartialMonths: {
    ja: '＊ 一部の機関の報告がまだない月か、終わっていない月です。',
    en: '＊ A month that lacks an office, or is not over.',
  },
  levelLabel: { ja: '経路の分け方', en: 'Pathways by' },
  levelFirst: { ja: '大分類', en: 'Groups' },
  levelSecond: { ja: '小分類', en: 'Subgroups' },
  shareMeasure: { ja: '新規相談件数の経路別の割合(%)', en: 'Share of new consultations by pathway (%)' },
  unknownLeftOut: {
    ja: '経路が不明の相談（{counts}）を除く',
    en: 'without consultations of unknown pathway ({counts})',
  },
  unknownCount: { ja: '{period}{count}件', en: '{period}: {count}' },
  countsMeasure: {
    ja: '経路別の新規相談件数（件） 目盛りはどの図も同じ',
    en: 'New consultations by pathway (cases); all charts have one scale',
  },
  tableTitle: { ja: '経路別の件数と割合', en: 'Counts and shares by pathway' },
  tableMeasure: { ja: '新規相談件数（件）と割合(%)', en: 'New consultations (cases) and shares (%)' },
  pathway: { ja: '経路', en: 'Pathway' },
  count: { ja: '件数', en: 'Cases' },
  share: { ja: '割合(%)', en: 'Share (%)' },
  countDifference: { ja: '件数の差', en: 'Cases' },
  shareDifference: { ja: '割合の差', en: 'Share' },
  differenceGroup: { ja: '{from}→{to}の差', en: 'Change {from} to {to}' },
  differenceYear: { ja: '前年同期との差', en: 'Change on the year before' },
  totalYear: { ja: '年度合計', en: 'Total' },
  totalPeriod: { ja: '合計', en: 'Total' },
  consultation: { ja: '{count}件', en: '{count} case' },
  consultations: { ja: '{count}件', en: '{count} cases' },
  note: {
    ja: '割合は、合計が100.0になるように端数を整えています。差は、表示している値どうしの差です。',
    en: 'Shares are rounded so that they add up to 100.0. Changes are those of the values shown.',
  },
  noteRounding: {
    ja: '図の割合は、合計が100.0になるように端数を整えています。「地域」だけを四捨五入した地域経由割合は{values}です。',
    en: 'Shares in the chart are rounded so that they add up to 100.0. Rounded by itself, the share through the community is {values}.',
  },
  roundedAlone: { ja: '{period}{value}%', en: '{value}% in {period}' },
  communityRose: {
    ja: '地域からの相談は{before}%から{after}%に増えました',
    en: 'Consultations through the community rose from {before}% to {after}%',
  },
  communityDoubled: {
    ja: '地域からの相談は{before}%から{after}%へ、2倍を超えました',
    en: 'Consultations through the community more than doubled, from {before}% to {after}%',
  },
  communityFell: {
    ja: '地域からの相談は{before}%から{after}%に減りました',
    en: 'Consultations through the community fell from {before}% to {after}%',
  },
  communitySame: {
    ja: '地域からの相談は{after}%で、割合は変わっていません',
    en: 'Consultations through the community stayed at {after}%',
  },
  communityOnce: {
    ja: '地域からの相談は{after}%です',
    en: 'Consultations through the community are {after}%',
  },
  sharesTitle: { ja: '経路別の割合', en: 'Shares by pathway' },
  countsTitle: { ja: '経路別の件数', en: 'Cases by pathway' },
  upAndDown: {
    ja: '{up}は{more}件増え、{down}は{less}件減りました',
    en: '{up}: {more} more; {down}: {less} fewer',
  },
  onlyUp: { ja: '{up}が{more}件増え、いちばん増えました', en: '{up} rose most, by {more}' },
  onlyDown: { ja: '{down}が{less}件減り、いちばん減りました', en: '{down} fell most, by {less}' },
  noShares: {
    ja: '経路別の報告がまだありません。相談受付の「経路」か、集計報告の「経路」の行が入ると、ここに表示されます。',
    en: 'Nothing has been reported by pathway yet. A pathway in 相談受付, or rows by 経路 in 集計報告, appear here.',
  },
} as const satisfies Record<string, Phrase>;
