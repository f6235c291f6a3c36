/** Words of the page 成果目標 (goals), Japanese then English. `{name}` is filled by the shapes; conditions are elsewhere. */
import type { Phrase } from './phrase.ts';

export const goalWords = {
  yearChoice: { ja: '年度', en: 'Fiscal year' },
  programmeChoice: { ja: '事業', en: 'Programme' },
  everyProgramme: { ja: 'すべての事業', en: 'All programmes' },
  areaChoice: { ja: '圏域', en: 'Area' },
  everyArea: { ja: 'すべての圏域', en: 'All areas' },
  pathwayChoice: { ja: '経路', en: 'Pathway' },
  everyPathway: { ja: 'すべての経路', en: 'All pathways' },
  officeChoice: { ja: '機関', en: 'Office' },
  everyOffice: { ja: 'すべての機関', en: 'All offices' },
  filtersNone: { ja: 'この条件に合う目標はありません。', en: 'No goal matches this choice.' },
  columnNeeded: { ja: '必要な数(月)', en: 'Needed a month' },
  columnProjection: { ja: '3月末の見込み', en: 'Expected by March' },
  noProgramme: { ja: '事業の記入なし', en: 'No programme given' },

  measure: { ja: '実績と目標 {year}', en: 'Results and goals, {year}' },
  met: { ja: '達成', en: 'Met' },
  missed: { ja: '未達', en: 'Not met' },
  onPace: { ja: '届く見込み', en: 'Likely to be met' },
  behind: { ja: '届かないおそれ', en: 'At risk' },
  behindAtMost: { ja: '超えるおそれ', en: 'At risk' },
  cannotJudge: { ja: '判断できない', en: 'Cannot be judged' },
  noResult: { ja: '実績なし', en: 'No result' },
  noGoal: { ja: '目標なし', en: 'No goal' },

  legendMet: { ja: '達成した実績', en: 'Result that met the goal' },
  legendResult: { ja: '実績', en: 'Result' },
  legendShort: { ja: '届かないおそれ・未達の実績', en: 'Result of a goal at risk or not met' },
  legendUnjudged: { ja: '判断できない実績', en: 'Result that cannot be judged' },
  legendPace: { ja: '今ごろの目安（目標×過ぎた期間の割合）', en: 'Pace (goal × share of the period elapsed)' },
  legendProjection: { ja: '3月末の見込みと95%の範囲', en: 'Expected by the end of March, with 95% line' },
  legendGoal: { ja: '目標', en: 'Goal' },
  legendBeyond: { ja: '図の右端を超える実績', en: 'Result beyond the scale' },

  goalIs: { ja: '目標 {goal}', en: 'Goal {goal}' },
  goalAtMost: { ja: '目標 {goal}以下', en: 'Goal at most {goal}' },
  goalRange: { ja: '目標 {low}〜{high}', en: 'Goal {low}–{high}' },
  goalInWords: { ja: '目標「{text}」', en: 'Goal: “{text}”' },
  perMonth: { ja: '（1か月あたり）', en: ' a month' },
  perQuarter: { ja: '（四半期あたり）', en: ' a quarter' },
  perPlaceMonth: { ja: '（1か所・1か月あたり）', en: ' a place and month' },
  convertedGoal: { ja: '同じ期間では{goal}', en: '{goal} for the same period' },

  until: { ja: '{until}まで', en: 'until {until}' },
  monthEnd: { ja: '{month}末', en: 'the end of {month}' },
  computedResult: { ja: '記録から計算', en: 'counted from the records' },
  distinct: { ja: '実数', en: 'distinct' },
  total: { ja: '延べ', en: 'total' },
  new: { ja: '新規', en: 'new' },
  cumulative: { ja: '累計', en: 'cumulative' },
  point: { ja: '時点', en: 'at a point in time' },
  sameAs: {
    ja: '同じ目標が{programme}にもあります。足し合わせず、1つとして数えています。',
    en: 'The same goal stands under {programme}; it is counted once, not added.',
  },

  saysAboveGoal: { ja: '目標を{difference}上回りました。', en: '{difference} above the goal.' },
  saysExactlyGoal: { ja: '目標ちょうどです。', en: 'Exactly the goal.' },
  saysWithinAtMost: { ja: '目標の{goal}以下に収まっています。', en: 'Within the goal of at most {goal}.' },
  saysWithinRange: { ja: '目標の範囲に入っています。', en: 'Within the range of the goal.' },
  saysShort: { ja: '目標に{difference}届きませんでした。', en: '{difference} short of the goal.' },
  saysOverAtMost: { ja: '目標の上限を{difference}超えました。', en: '{difference} over the upper limit.' },
  saysOutsideRange: { ja: '目標の範囲に入りませんでした。', en: 'Outside the range of the goal.' },
  saysToGo: { ja: '目標まであと{difference}です。', en: '{difference} to go.' },
  saysPace: {
    ja: '期間の{elapsed}%が過ぎて、実績は目標の{attainment}%です。',
    en: '{elapsed}% of the period has passed; the result is {attainment}% of the goal.',
  },
  saysNeeded: {
    ja: 'あと{months}か月、月{needed}で届きます。',
    en: '{needed} a month over {months} months will reach it.',
  },
  saysNeededMore: {
    ja: 'あと{months}か月、月{needed}が必要です。',
    en: '{needed} a month are needed over {months} months.',
  },
  saysWillReach: {
    ja: '3月末は{value}（{low}〜{high}）で、目標の{goal}に届く見込みです。',
    en: '{value} ({low}–{high}) expected by the end of March; the goal of {goal} is likely to be met.',
  },
  saysWillMiss: {
    ja: '3月末は{value}（{low}〜{high}）で、目標の{goal}に届かないおそれがあります。',
    en: '{value} ({low}–{high}) expected by the end of March; the goal of {goal} may not be met.',
  },
  saysWillStay: {
    ja: '3月末は{value}（{low}〜{high}）で、上限の{goal}に収まる見込みです。',
    en: '{value} ({low}–{high}) expected by the end of March, within the limit of {goal}.',
  },
  saysWillPass: {
    ja: '3月末は{value}（{low}〜{high}）で、上限の{goal}を超えるおそれがあります。',
    en: '{value} ({low}–{high}) expected by the end of March; the limit of {goal} may be passed.',
  },
  saysOnPaceOnly: { ja: 'いまのところ目標に届いています。', en: 'At the goal so far.' },
  saysBehindOnly: { ja: 'いまのところ目標に届いていません。', en: 'Short of the goal so far.' },
  saysWithinSoFar: { ja: 'いまのところ目標の範囲に収まっています。', en: 'Within the goal so far.' },
  saysOutsideSoFar: { ja: 'いまのところ目標の範囲を外れています。', en: 'Outside the goal so far.' },
  saysNoResult: {
    ja: '実績の入力がありません。0という意味ではありません。',
    en: 'No result has been entered; this does not mean zero.',
  },
  saysNotReported: {
    ja: '実績のもとになる報告がまだありません。0という意味ではありません。',
    en: 'Nothing has been reported for this result yet; this does not mean zero.',
  },
  saysBefore: { ja: '前年度は{result}でした（{difference}）。', en: '{result} the year before ({difference}).' },
  saysMissedOnly: { ja: '目標に届きませんでした。', en: 'The goal was not met.' },
  saysMetOnly: { ja: '目標に届きました。', en: 'The goal was met.' },

  reasonWords: {
    ja: '目標が文章のため、数では判断できません。',
    en: 'The goal is in words, so no number can judge it.',
  },
  reasonCounting: {
    ja: '目標と実績の数え方（実数・延べ・新規・累計）がちがいます。そろえると判断できます。',
    en: 'Goal and result are counted differently (distinct, total, new, cumulative). Count both the same way to judge.',
  },
  reasonUnit: {
    ja: '目標と実績の単位がちがいます。単位をそろえると判断できます。',
    en: 'Goal and result have different units. Use one unit to judge.',
  },
  reasonPeriod: {
    ja: '目標と実績の期間がちがうため、比べられません。',
    en: 'Goal and result are about different periods.',
  },
  reasonPlaceMonth: {
    ja: '1か所・1か月あたりの目標ですが、か所数が分からないため比べられません。',
    en: 'The goal is per place and month, but the number of places is not known.',
  },
  reasonPartialYear: {
    ja: '1年分の目標に対し、実績は途中までです。まだ目標に届いていないため、達成したかどうかは言えません。',
    en: 'The goal is for the whole year, the result for part of it and still below the goal, so it cannot be said whether it was met.',
  },
  reasonUndated: {
    ja: 'いつまでの実績かが書かれていません。まだ目標に届いていないため、達成したかどうかは言えません。「実績時点」に入れると判断できます。',
    en: 'It does not say until when the result was counted, and it is short of the goal. It can be judged once 実績時点 is filled in.',
  },
  reasonUnreported: {
    ja: '報告のない月があります。報告がそろうと判断できます。',
    en: 'Some months are not reported. It can be judged once they are.',
  },
  reasonNoBaseline: {
    ja: '基準値からの増減の目標ですが、基準値がありません。「基準値」に入れると判断できます。',
    en: 'The goal is a change from a baseline, but no baseline is given. Enter it in 基準値 to judge.',
  },
  reasonRangeResult: {
    ja: '実績が幅のある値のため、目標と比べられません。1つの数にすると判断できます。',
    en: 'The result is a range. Enter one number to judge.',
  },
  reasonSuppressed: {
    ja: '少ない件数を守るため表示していません。0件という意味ではありません。',
    en: 'Hidden to protect small numbers; not zero.',
  },

  reasonOther: { ja: '目標と実績を比べられません。', en: 'Goal and result cannot be compared.' },
  hiddenResult: { ja: '秘匿', en: 'Hidden' },
  notReportedResult: { ja: '未報告', en: 'Not reported' },

  summaryOfGoals: { ja: '目標のある{goals}項目のうち、{met}項目を達成しました。', en: 'Of {goals} goals, {met} met.' },
  summaryNoneMet: {
    ja: '目標のある{goals}項目のうち、達成したものはまだありません。',
    en: 'Of {goals} goals, none met so far.',
  },
  summaryNoneMetEnded: {
    ja: '目標のある{goals}項目のうち、達成したものはありません。',
    en: 'Of {goals} goals, none was met.',
  },
  summaryOnPace: { ja: '届く見込みのものが{count}', en: '{count} likely to be met' },
  summaryBehind: { ja: '届かないおそれのあるものが{count}', en: '{count} at risk' },
  summaryMissed: { ja: '届かなかったものが{count}', en: '{count} not met' },
  summaryCannotJudge: { ja: '判断できないものが{count}', en: '{count} cannot be judged' },
  summaryNoResult: { ja: '実績のないものが{count}', en: '{count} without a result' },
  summaryOnlyResults: {
    ja: '目標のある項目はありません。実績だけのものが{count}あります。',
    en: 'No goals are set; {count} results without a goal.',
  },
  summaryOnce: {
    ja: '同じ目標が2つ以上の事業に書かれているときは、1つとして数えています（{count}項目）。',
    en: 'A goal written under several programmes is counted once ({count}).',
  },
  noteGoals: {
    ja: '目標は図の同じ位置にそろえ、棒の長さは目標に対する割合です。',
    en: 'Goals are aligned; bars show the share of the goal.',
  },
  noteProjection: {
    ja: '見込みは、今年度の月ごとの件数と前年度の同じ月からの動き（前年度がそろわないときは今年度の動き）から計算し、○に95%の範囲を添えています。月ごとの件数が分かる目標だけに出しています。',
    en: 'What the year will come to is computed from its months so far and from how last year went on (where last year is incomplete, from this year alone); ○ with its 95% line. Given only where the months are known.',
  },
  notePace: {
    ja: '見込みのない目標は、足し上げる数では今ごろの目安（▼）に、割合や時点の数では目標そのものに届いているかで分けています。',
    en: 'Goals without a projection are held against the pace (▼) where counts add up, and against the goal itself for shares and stocks.',
  },
  none: {
    ja: '{year}の成果目標は入力されていません。ブックの「成果目標」に行を入れると、ここに表示されます。',
    en: 'No goals are entered for {year}. Rows in the tab 成果目標 will appear here.',
  },

  columnState: { ja: '状態', en: 'State' },
  columnMeasure: { ja: '指標', en: 'Measure' },
  columnGoal: { ja: '目標', en: 'Goal' },
  columnResult: { ja: '実績', en: 'Result' },
  columnBefore: { ja: '前年度', en: 'Year before' },
  columnDifference: { ja: '差', en: 'Change' },
  columnUntil: { ja: 'いつまで', en: 'Until' },
  columnBaseline: { ja: '基準値', en: 'Baseline' },
  columnAttainment: { ja: '達成率(%)', en: 'Attainment (%)' },
  columnReason: { ja: '説明', en: 'Explanation' },
  columnPlace: { ja: 'もとの行', en: 'Row' },
  row: { ja: '{office} 成果目標 {row}行目', en: '{office}, 成果目標, row {row}' },
} as const satisfies Record<string, Phrase>;
