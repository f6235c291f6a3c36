/** Words of the page 対象・課題別 (targets), Japanese then English. */
import type { Phrase } from './phrase.ts';

export const targetWords = {
  levelChoice: { ja: '対象の分け方', en: 'Detail' },
  firstLevel: { ja: '大分類', en: 'Main groups' },
  secondLevel: { ja: '小分類まで', en: 'With sub-groups' },
  findingMost: {
    ja: '{target}の相談が最も多く、{count}件（全体の{share}）です',
    en: 'Most often: {target}, {count} ({share} of all consultations)',
  },
  findingMostTied: {
    ja: '{targets}の相談が最も多く、それぞれ{count}件（全体の{share}）です',
    en: 'Most often: {targets}, {count} each ({share} of all consultations)',
  },
  findingMostCount: { ja: '{target}の相談が最も多く、{count}件です', en: 'Most often: {target}, {count}' },
  findingNothing: { ja: 'この期間の相談は0件です', en: 'No consultations in this period' },
  findingUnreported: { ja: '対象別の報告がありません', en: 'Nothing reported by target' },
  measure: {
    ja: '対象別の新規相談件数（件）と、相談全体に占める割合（%） {place} {period}。複数回答のため、対象ごとの件数を足しても相談の件数（{total}件）にはなりません',
    en: 'New consultations by target, and as a share of all consultations (%). {place}, {period}. A case can have several targets, so they do not add up to the {total} consultations',
  },
  measureNoTotal: {
    ja: '対象別の新規相談件数（件） {place} {period}。複数回答のため、対象ごとの件数を足しても相談の件数にはなりません',
    en: 'New consultations by target. {place}, {period}. A case can have several targets, so they do not add up',
  },
  columnTarget: { ja: '対象', en: 'Target' },
  columnCount: { ja: '件数', en: 'Cases' },
  columnShare: { ja: '割合(%)', en: 'Share (%)' },
  columnBefore: { ja: '前年差', en: 'Change' },
  allCases: { ja: '相談全体', en: 'All consultations' },
  unknownTarget: { ja: '対象が不明', en: 'Target not known' },
  yearsTitle: { ja: '年度ごとの件数', en: 'By fiscal year' },
  yearsFinding: {
    ja: '{target}は{from}の{before}件から{until}の{after}件に増えました',
    en: '{target}: {before} in {from}, {after} in {until} (up)',
  },
  yearsFindingFell: {
    ja: '{target}は{from}の{before}件から{until}の{after}件に減りました',
    en: '{target}: {before} in {from}, {after} in {until} (down)',
  },
  yearsFindingSame: {
    ja: '{target}は{from}も{until}も{after}件です',
    en: '{target}: {after} in both {from} and {until}',
  },
  yearsMeasure: {
    ja: '対象別の新規相談件数（件） {place} 各年度4月〜翌年3月。複数回答',
    en: 'New consultations by target, {place}, fiscal years (April to March). Several targets a case',
  },
  trendTitle: { ja: '{target}の動き', en: '{target} over time' },
  trendFinding: { ja: '{target}の相談は、{when}に{value}件でした', en: '{target}: {value} in {when}' },
  trendNone: {
    ja: '月ごと・年度ごとの動きを示せる報告がまだありません。',
    en: 'There are not enough reports to show a trend yet.',
  },
  trendMeasureYears: {
    ja: '新規相談件数（件/年度） {place} {from}〜{until}',
    en: 'New consultations a year, {place}, {from} to {until}',
  },
  trendMeasure: {
    ja: '新規相談件数（件/月） {place} {from}〜{until}',
    en: 'New consultations a month, {place}, {from} to {until}',
  },
  noteComparedMonths: {
    ja: '前年差は、前年にも報告のある月どうしの差です。',
    en: 'Changes compare only months that both years reported.',
  },
  noteMonths: {
    ja: '前年差は、{months}どうしの差です。',
    en: 'Changes compare {months} of both years.',
  },
  notePartYear: { ja: '{year}は報告のあった{months}か月分です。', en: '{year} has {months} months with reports.' },
  none: {
    ja: '対象別の報告がまだありません。相談受付の「対象」か、集計報告の「対象」の行が入ると、ここに表示されます。',
    en: 'Nothing has been reported by target yet. It appears here once 対象 is filled in.',
  },
  noteMultiple: {
    ja: '1件の相談に対象が2つ以上あるときは、それぞれに1件ずつ数えています。相談全体では1件です。障害者の小分類（身体・知的・精神・発達）も同じです。',
    en: 'A case with several targets counts once in each of them, and once in all consultations; so do the kinds of disability.',
  },
} as const satisfies Record<string, Phrase>;
