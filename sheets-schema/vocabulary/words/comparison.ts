/** Words of 市町村比較 (how municipalities differ beyond chance), Japanese then English. High or low is never good or bad. */
import type { Phrase } from './phrase.ts';

/** 判定: 明らかに only at 99.8 %. */
export const classWords = {
  clearlyHigh: { ja: '明らかに高い', en: 'Clearly high' },
  high: { ja: '高い', en: 'High' },
  within: { ja: '偶然の範囲内', en: 'Within chance' },
  low: { ja: '低い', en: 'Low' },
  clearlyLow: { ja: '明らかに低い', en: 'Clearly low' },
  unclassed: { ja: '判定なし', en: 'Not judged' },
} as const satisfies Record<string, Phrase>;

/** Ways to look. */
export const wayWords = {
  ranked: { ja: '一覧', en: 'Ranked' },
  funnel: { ja: '漏斗図', en: 'Funnel' },
  heat: { ja: '一覧表', en: 'All measures' },
  pathways: { ja: '経路別', en: 'Pathways' },
  scatter: { ja: '散布図', en: 'Scatter' },
  multiples: { ja: '推移', en: 'Over time' },
  peers: { ja: '似た市町村', en: 'Similar' },
  reporting: { ja: '報告の状態', en: 'Reporting' },
  results: { ja: '公表された実績', en: 'Stated results' },
  goals: { ja: '成果目標', en: 'Goals' },
} as const satisfies Record<string, Phrase>;

export const comparisonWords = {
  wayChoice: { ja: '見方', en: 'View' },
  measureChoice: { ja: '指標', en: 'Measure' },
  periodChoice: { ja: '期間', en: 'Period' },
  definition: { ja: 'この指標の定義', en: 'Definition of this measure' },
  groupNew: { ja: '新規相談', en: 'New consultations' },
  groupShares: { ja: '割合と1件あたり', en: 'Shares and per case' },
  groupCounts: { ja: '支援・会議・地域活動など（人口あたり）', en: 'Support, meetings, activities (per head)' },
  nameWithUnit: { ja: '{name}（{unit}）', en: '{name} ({unit})' },
  lastTwelve: { ja: '直近12か月（{from}〜{to}）', en: 'Last 12 months ({from} to {to})' },
  scope: { ja: '{prefecture}（{count}市町村） {period}', en: '{prefecture} ({count} municipalities), {period}' },

  findingBoth: {
    ja: '{towns}市町村のうち、県の値（{reference}）より明らかに高いのは{high}、明らかに低いのは{low}です',
    en: 'Of {towns} municipalities, clearly above the prefecture ({reference}): {high}; clearly below: {low}',
  },
  findingHigh: {
    ja: '{towns}市町村のうち、県の値（{reference}）より明らかに高いのは{high}です。明らかに低いところはありません',
    en: 'Of {towns} municipalities, clearly above the prefecture ({reference}): {high}; none clearly below',
  },
  findingLow: {
    ja: '{towns}市町村のうち、県の値（{reference}）より明らかに低いのは{low}です。明らかに高いところはありません',
    en: 'Of {towns} municipalities, clearly below the prefecture ({reference}): {low}; none clearly above',
  },
  findingNeither: {
    ja: '{towns}市町村の中に、県の値（{reference}）と明らかにちがうところはありません',
    en: 'None of {towns} municipalities differs clearly from the prefecture ({reference})',
  },
  findingClustered: {
    ja: '{towns}市町村の値です（県の値は{reference}）。延べの数なので、偶然の範囲かどうかは言えません',
    en: 'Values of {towns} municipalities (prefecture {reference}). One case counts many times, so chance cannot be judged',
  },
  findingAlone: { ja: '比べられる市町村は{name}だけで、{value}です', en: 'Only {name} can be compared: {value}' },
  findingNone: {
    ja: 'この期間に比べられる市町村がありません',
    en: 'No municipality can be compared in this period',
  },
  named: { ja: '{count}市町村（{names}）', en: '{count} ({names})' },
  counted: { ja: '{count}市町村', en: '{count}' },
  besideHigh: { ja: '{names}は高い値ですが、明らかな差とはいえません。', en: 'High, but not clearly: {names}.' },
  besideLow: { ja: '{names}は低い値ですが、明らかな差とはいえません。', en: 'Low, but not clearly: {names}.' },
  besideWithin: { ja: 'ほかの{count}市町村の差は偶然の範囲内です。', en: 'The other {count} are within chance.' },
  besideNeutral: {
    ja: '高い・低いは、良い・悪いを表しません。',
    en: 'High or low does not mean good or bad.',
  },
  andOthers: { ja: '{names}など{count}', en: '{names} and others ({count})' },

  completeAll: { ja: '{all}市町村すべてを比べています。', en: 'All {all} municipalities are compared.' },
  completeAlone: { ja: '比べる相手の市町村が、まだありません。', en: 'There is nobody to compare with yet.' },
  completeSome: {
    ja: '{all}市町村のうち{compared}市町村を比べています。',
    en: '{compared} of {all} municipalities are compared.',
  },
  leftOutOf: { ja: '{reason}：{names}。', en: '{reason}: {names}.' },
  fewerMonths: { ja: '報告のあった月だけで比べています：{list}。', en: 'Compared on the months reported: {list}.' },
  monthsOf: { ja: '{name}（{due}か月のうち{reported}か月）', en: '{name} ({reported} of {due} months)' },
  partlyOf: {
    ja: '一部の報告機関の報告がない月があります：{names}。',
    en: 'An office is missing in some months: {names}.',
  },

  measureLine: { ja: '{measure} {prefecture} {period}', en: '{measure}, {prefecture}, {period}' },

  columnRank: { ja: '順位', en: 'Rank' },
  columnTown: { ja: '市町村', en: 'Municipality' },
  columnCount: { ja: '件数', en: 'Count' },
  columnCountOf: { ja: '{unit}数', en: 'Count' },
  columnValue: { ja: '値', en: 'Value' },
  columnSmoothed: { ja: 'ならした値', en: 'Smoothed' },
  columnGroup: { ja: 'ならした先', en: 'Smoothed towards' },
  columnPlot: { ja: '値と範囲', en: 'Value and interval' },
  columnClass: { ja: '県の値との差', en: 'Against the prefecture' },
  columnLower95: { ja: '95%の下限', en: '95% lower' },
  columnUpper95: { ja: '95%の上限', en: '95% upper' },
  columnLower998: { ja: '99.8%の下限', en: '99.8% lower' },
  columnUpper998: { ja: '99.8%の上限', en: '99.8% upper' },
  columnMonths: { ja: '報告のあった月', en: 'Months reported' },
  columnExpected: { ja: '見込まれる件数', en: 'Expected count' },
  columnDrawn: { ja: '図', en: 'In the funnel' },
  columnNote: { ja: '注', en: 'Note' },
  drawn: { ja: '描いている', en: 'Drawn' },
  notDrawn: { ja: '描いていない（見込み10件未満）', en: 'Not drawn (fewer than 10 expected)' },

  prefecture: { ja: '県の値', en: 'Prefecture' },
  prefectureLine: { ja: '県 {value}', en: 'Pref. {value}' },
  guide: { ja: '目安値', en: 'Guide value' },
  guideOwn: { ja: '県の基準値', en: 'Reference value of the prefecture' },
  guideLine: { ja: '目安値 {value}', en: 'Guide {value}' },
  guideOwnLine: { ja: '県の基準値 {value}', en: 'Own reference {value}' },
  guideNote: { ja: '{name} {value}：{source}{definition}', en: '{name} {value}: {source}{definition}' },
  guideDefinition: { ja: '（{definition}）', en: ' ({definition})' },
  guideFrom: { ja: '{from}から', en: 'from {from}' },
  breakNote: {
    ja: '{from}から数え方が変わっています{definition}。前後はそのまま比べられません。',
    en: 'Counted otherwise from {from}{definition}; before and after cannot be compared as they are.',
  },
  silentSince: { ja: '{reason}（{since}から）', en: '{reason} (since {since})' },
  unranked: { ja: '順位に入れない市町村', en: 'Not ranked' },
  few: { ja: '10件未満', en: 'Fewer than 10' },
  alone: { ja: 'ほかに比べる市町村がありません', en: 'Nothing to compare with' },
  monthsMark: { ja: '＊{reported}か月', en: '＊ {reported} months' },
  monthsWords: { ja: '報告のあった{reported}か月の値', en: '{reported} months with a report' },
  monthsCell: { ja: '{due}か月のうち{reported}', en: '{reported} of {due}' },
  ownMark: { ja: '自分の市町村', en: 'Own municipality' },

  valuesChoice: { ja: '値', en: 'Values' },
  valuesRaw: { ja: 'そのままの値', en: 'As reported' },
  valuesSmoothed: { ja: 'ならした値を並べる', en: 'Smoothed beside' },
  smoothedNote: {
    ja: '◇ ならした値（経験ベイズ推定）は、件数の少ない市町村の値を、似た規模の市町村の値に寄せた推定です。寄せた先：{groups}。順位と判定には使っていません。',
    en: '◇ Smoothed values (empirical Bayes) draw small counts towards municipalities of a like size: {groups}. They are not used for ranks or classes.',
  },
  groupOf: { ja: '{group}（{towns}）', en: '{group} ({towns})' },
  smoothedLegend: { ja: 'ならした値', en: 'Smoothed value' },

  legendInterval: { ja: '値と95%（太線）・99.8%（細線）の範囲', en: 'Value with 95% (thick) and 99.8% (thin)' },
  legendPrefecture: {
    ja: '県の値（表示できる{towns}市町村から計算）',
    en: 'Prefecture (from the {towns} municipalities shown)',
  },
  legendGuide: { ja: '目安値・基準値', en: 'Guide or reference value' },
  legendHidden: { ja: '秘匿', en: 'Hidden' },
  legendUnreported: { ja: '未報告', en: 'Not reported' },
  legendNone: { ja: '対象外', en: 'Not applicable' },
  legendLimits: { ja: '95%（破線）・99.8%（実線）の限界', en: 'Limits: 95% (dashed), 99.8% (solid)' },
  legendWidened: {
    ja: '広げた95%（破線）・99.8%（実線）の限界',
    en: 'Widened limits: 95% (dashed), 99.8% (solid)',
  },
  legendOwn: { ja: '自分の市町村', en: 'Own municipality' },

  noteFew: {
    ja: '件数が10件未満の市町村は、率だけで順位をつけません。',
    en: 'Municipalities with fewer than 10 are not ranked by rate alone.',
  },
  noteHidden: {
    ja: 'x 秘匿は、少ない件数を守るため表示していません。0件という意味ではありません。',
    en: 'x Hidden to protect small numbers; not zero.',
  },
  noteHiddenBelow: {
    ja: 'x 秘匿は、{threshold}件未満の件数と、それが分かってしまう値です。0件という意味ではありません。',
    en: 'x Hidden: counts below {threshold}, and values that would give them away; not zero.',
  },
  noteHiddenWithZeros: {
    ja: 'x 秘匿は、0件を含む{threshold}件未満の件数と、それが分かってしまう値です。',
    en: 'x Hidden: counts below {threshold}, zero among them, and values that would give them away.',
  },
  noteRounded: {
    ja: '件数は{unit}件単位に四捨五入しています。率や割合も、丸めた件数から計算しています。',
    en: 'Counts are rounded to {unit}; rates and shares are computed from the rounded counts.',
  },
  noteUnreported: {
    ja: '… 未報告は、この期間の報告がないことを表します。0件という意味ではありません。',
    en: '… Not reported: nothing was reported for this period. Not zero.',
  },
  noteWidened: {
    ja: '市町村どうしのちがいが偶然だけより大きいので（φ＝{phi}）、範囲を広げて判断しています。',
    en: 'Municipalities differ by more than chance (φ = {phi}), so the limits are widened.',
  },
  noteChance: {
    ja: '偶然だけでも、およそ{outside}市町村が95%の範囲の外に出ます。',
    en: 'Chance alone puts about {outside} outside 95%.',
  },
  noteForms: {
    ja: '平成30年度の実施状況報告から入れた数字は、市町村によって数えているものがちがいます（新規の相談、すべての相談、複合課題の相談など）。数え方のちがいも差に含まれます。',
    en: 'Figures taken from the report forms of FY2018 count different things (new, all or complex consultations), which is part of the differences.',
  },

  funnelAxisX: {
    ja: '見込まれる件数（県の値から計算、対数目盛り）',
    en: 'Expected count (with the value of the prefecture, log scale)',
  },
  funnelBeside: {
    ja: '見込まれる件数が10件未満のため、図に描いていない市町村',
    en: 'Not drawn: fewer than 10 expected',
  },
  funnelBesideNone: {
    ja: '比べている市町村はすべて図に描いています。',
    en: 'All municipalities compared are drawn.',
  },
  funnelNone: {
    ja: '見込まれる件数が10件以上の市町村がないので、図は描いていません。',
    en: 'No municipality has an expected count of 10: nothing is drawn.',
  },
  funnelMeasureWidened: {
    ja: '。市町村どうしのばらつきが偶然より大きいため、限界を広げて描いています',
    en: '. Municipalities differ by more than chance: the limits are widened',
  },
  funnelStop: {
    ja: '{name} {value}、{class}、見込み{expected}件',
    en: '{name} {value}, {class}, {expected} expected',
  },
  funnelLabel: { ja: '{name} {value}', en: '{name} {value}' },
  limit95: { ja: '95%の限界', en: '95% limit' },
  limit998: { ja: '99.8%の限界', en: '99.8% limit' },

  choose: { ja: '{name}について読む', en: 'Read about {name}' },
  townClose: { ja: '閉じる', en: 'Close' },
  townInterval: {
    ja: '95%の範囲は{of95}、99.8%の範囲は{of998}です。',
    en: '95% interval {of95}; 99.8% interval {of998}.',
  },
  range: { ja: '{lower}〜{upper}', en: '{lower} to {upper}' },
  townSmoothed: {
    ja: 'ならした値は{value}です（{group}に寄せた推定）。',
    en: 'Smoothed: {value} (towards: {group}).',
  },
  townUnranked: { ja: '件数が10件未満なので、順位はつけていません。', en: 'Fewer than 10: not ranked.' },
  source: { ja: '{prefecture}の各市町村の報告', en: 'reports of the municipalities of {prefecture}' },
} as const satisfies Record<string, Phrase>;

/** Why municipalities are left out, in the line that says who is compared. */
export const leftOutWords = {
  noReport: { ja: '未報告', en: 'Not reported' },
  hidden: { ja: '秘匿（少ない件数を守るため）', en: 'Hidden (small numbers)' },
  noPopulation: { ja: '人口・世帯数の登録なし', en: 'No population given' },
  noBase: { ja: '分母になる相談なし', en: 'No cases to take a share of' },
  overall: { ja: '内訳が全体より多い', en: 'The part exceeds the whole' },
  ward: { ja: '市の合計に含む', en: 'Part of its city' },
  prefecture: { ja: '県の事業', en: 'The prefecture itself' },
  notApplicable: { ja: '対象外', en: 'Not applicable' },
} as const satisfies Record<string, Phrase>;
