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
    en: 'New consultations by target, {place}, fiscal years (April to March). A case can have several targets',
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
  overlapChoice: { ja: '何と何の重なり', en: 'Overlap of' },
  overlapTargets: { ja: '対象と対象', en: 'Targets' },
  overlapIssues: { ja: '課題と課題', en: 'Issues' },
  overlapCross: { ja: '対象と課題', en: 'Targets and issues' },
  overlapTitle: { ja: '重なり', en: 'Overlaps' },
  overlapFinding: {
    ja: '最も多い重なりは{one}と{other}の{count}件です',
    en: 'Most often together: {one} and {other}, {count}',
  },
  overlapNone: { ja: '2つ以上の{what}がある相談はありません', en: 'No consultation has more than one of them' },
  overlapMeasure: {
    ja: '両方がある相談の件数 {place} {period}。{coverage}。複数回答。枠で囲んだ数は、その{what}の相談の件数',
    en: 'Consultations with both: {place}, {period}; {coverage}. Multiple answers. Framed: all consultations with it',
  },
  overlapMeasureCross: {
    ja: '対象と課題の両方がある相談の件数 {place} {period}。{coverage}。複数回答',
    en: 'Consultations with both target and issue: {place}, {period}; {coverage}. Multiple answers',
  },
  overlapScale: { ja: '両方がある相談', en: 'with both' },
  overlapDiagonal: { ja: 'その{what}の相談すべて', en: 'all with it' },
  wordTarget: { ja: '対象', en: 'target' },
  wordIssue: { ja: '課題', en: 'issue' },
  sayBoth: { ja: '{one}と{other}の両方がある相談は{count}件です。', en: '{one} and {other}: {count}.' },
  sayAll: { ja: '{one}の相談は{count}件です。', en: '{one}: {count} in all.' },
  unknownIssue: { ja: '課題が不明', en: 'Issue not known' },
  noteCodes: {
    ja: '1件もない対象・課題は省いています。大分類で数えています。',
    en: 'Targets and issues without any case are left out. Main groups only.',
  },
  combinationsTitle: { ja: '多い組み合わせ', en: 'Most frequent combinations' },
  combinationsFinding: {
    ja: '対象の組み合わせは{names}が最も多く、{count}件です',
    en: 'Most frequent combination: {names}, {count}',
  },
  combinationsMeasure: {
    ja: '対象が2つ以上ある相談の、対象の組み合わせごとの件数（多い順に10まで）。1件の相談は1つの組み合わせに入ります',
    en: 'Consultations with several targets by their combination, at most ten; each stands in one of them',
  },
  combinationsNone: {
    ja: 'この期間には、対象が2つ以上ある相談はありません。',
    en: 'No consultation of this period has several targets.',
  },
  columnCombination: { ja: '対象の組み合わせ', en: 'Combination' },
  agesTitle: { ja: '年代と性別', en: 'Age and sex' },
  agesFinding: { ja: '{age}の{sex}が最も多く、{count}件です', en: 'Largest group: {sex}, {age}, {count}' },
  agesMeasure: {
    ja: '年代と性別ごとの相談の件数 {place} {period}。{coverage}。全部を足すと相談の件数になります',
    en: 'Consultations by age and sex: {place}, {period}; {coverage}. They add up to all consultations',
  },
  columnAge: { ja: '年代', en: 'Age' },
  sexUnknown: { ja: '性別不明・未回答', en: 'not answered' },
  sexBlank: { ja: '性別の記入なし', en: 'left blank' },
  ageUnknown: { ja: '年代不明', en: 'age unknown' },
  ageBlank: { ja: '年代の記入なし', en: 'age left blank' },
  tabCases: { ja: '相談受付', en: '相談受付' },
} as const satisfies Record<string, Phrase>;
