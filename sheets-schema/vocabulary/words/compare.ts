/** Words of the page 市町村比較 (comparison of municipalities), Japanese then English. No verdicts: intervals come later. */
import type { Phrase } from './phrase.ts';

export const compareWords = {
  scope: { ja: '{prefecture}（{count}市町村）', en: '{prefecture} ({count} municipalities)' },
  scopeWithOwn: {
    ja: '{prefecture}（{count}市町村と県の事業）',
    en: '{prefecture} ({count} municipalities and its own programmes)',
  },
  indicatorChoice: { ja: '指標', en: 'Indicator' },
  yearChoice: { ja: '年度', en: 'Fiscal year' },
  ranked: { ja: '並べる', en: 'Ranked' },
  goals: { ja: '成果目標', en: 'Goals' },
  goalsFinding: { ja: '{year}の成果目標の状態', en: 'States of goals, {year}' },
  goalsMost: {
    ja: '{year}に「{state}」の目標が最も多いのは{names}で、{count}項目です',
    en: 'Most goals “{state}” in {year}: {names}, {count}',
  },
  goalsMostEach: {
    ja: '{year}に「{state}」の目標が最も多いのは{names}で、それぞれ{count}項目です',
    en: 'Most goals “{state}” in {year}: {names}, {count} each',
  },
  goalsMeasure: {
    ja: '市町村ごとの成果目標の数（項目） {prefecture} {year}。同じ目標が2つ以上の事業にあるときも、それぞれ数えています',
    en: 'Number of goals by municipality and state, {prefecture}, {year}. A goal under several programmes counts in each',
  },
  table: { ja: '一覧表', en: 'Table' },
  viewChoice: { ja: '見方', en: 'View' },
  definition: { ja: 'この指標の定義', en: 'Definition of this indicator' },

  findingRange: {
    ja: '県の{prefecture}に対し、市町村は{low}から{high}までです',
    en: 'Municipalities range from {low} to {high}; prefecture {prefecture}',
  },
  findingCounts: {
    ja: '最も多いのは{name}の{value}、県全体では{prefecture}です',
    en: 'Most: {name}, {value}; prefecture {prefecture}',
  },
  findingOne: { ja: '順位をつけられる市町村は{name}だけで、{value}です', en: 'Only {name} can be ranked: {value}' },
  findingNone: { ja: '順位をつけられる市町村がありません', en: 'No municipality can be ranked' },
  findingNoPrefecture: { ja: '市町村は{low}から{high}までです', en: 'Municipalities range from {low} to {high}' },
  measure: { ja: '{indicator}（{unit}） {prefecture} {year}', en: '{indicator} ({unit}), {prefecture}, {year}' },
  noteChance: {
    ja: '差が偶然の範囲内かどうかは、まだ示していません。高い・低いは、良い・悪いを表しません。',
    en: 'Whether differences are more than chance is not shown yet. High or low does not mean good or bad.',
  },
  noteSmall: {
    ja: '件数が10件未満の市町村は、率だけで順位をつけません。',
    en: 'Municipalities with fewer than 10 cases are not ranked by rate alone.',
  },
  noteCounts: {
    ja: '件数は市町村の大きさでも変わります。比べるときは率も見てください。',
    en: 'Counts depend on the size of a municipality; look at rates too.',
  },
  measureMonths: { ja: '（報告のあった{months}か月）', en: ' ({months} months with a report)' },
  noteMonths: {
    ja: '＊ 報告のあった月の数が、ほかとちがいます（{list}）。',
    en: '＊ From another number of months with a report ({list}).',
  },
  noteTableMonths: {
    ja: '＊ 報告のあった月の数が、ほかの市町村とちがいます。',
    en: '＊ From another number of months with a report than the others.',
  },
  monthsOf: { ja: '{name} {months}か月', en: '{name} {months} months' },
  monthsMark: { ja: '＊{months}か月', en: '＊ {months} months' },
  monthsWords: { ja: '報告のあった{months}か月の値', en: '{months} months with a report' },

  columnRank: { ja: '順位', en: 'Rank' },
  columnMunicipality: { ja: '市町村', en: 'Municipality' },
  columnRate: { ja: '率', en: 'Rate' },
  columnShare: { ja: '割合(%)', en: 'Share (%)' },
  columnMonths: { ja: '報告のあった月の数', en: 'Months with a report' },
  columnNote: { ja: '順位に入れない理由', en: 'Why it is not ranked' },
  columnPlot: { ja: '県の値との比較', en: 'Against the prefecture' },
  prefectureValue: { ja: '県 {value}', en: 'Pref. {value}' },
  prefectureRow: { ja: '{prefecture} 全体', en: '{prefecture}, all' },
  prefectureAll: { ja: '県全体', en: 'Prefecture' },
  unranked: { ja: '順位に入れない市町村', en: 'Not ranked' },
  fewCases: { ja: '10件未満', en: 'Fewer than 10' },
  unreported: { ja: '未報告', en: 'Not reported' },
  suppressed: { ja: '秘匿（少ない件数を守るため表示しません）', en: 'Hidden to protect small numbers' },
  notApplicable: { ja: '対象外', en: 'Not applicable' },
  notApplicablePopulation: {
    ja: '対象外（人口・世帯数、または分母がありません）',
    en: 'Not applicable (no population or denominator)',
  },
  opens: { ja: '{name}の概況を開く', en: 'Open the overview of {name}' },

  tableFinding: { ja: '{year}の主な指標', en: 'Main indicators, {year}' },
  tableMeasure: { ja: '市町村ごとの値 {prefecture} {year}', en: 'By municipality, {prefecture}, {year}' },
  sortBy: { ja: '{column}で並べ替える', en: 'Sort by {column}' },
  source: { ja: '出典：{prefecture}の各市町村の報告', en: 'Source: reports of the municipalities of {prefecture}' },
  none: { ja: 'まだ報告のある市町村がありません。', en: 'No municipality has reported yet.' },
} as const satisfies Record<string, Phrase>;
