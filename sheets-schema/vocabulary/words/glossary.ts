/** Words of the page 用語と定義 (glossary), Japanese then English. Indicators and codes come from their own vocabularies. */
import type { Phrase } from './phrase.ts';

export const glossaryWords = {
  lead: {
    ja: '画面の数字が何を数えたものかを、ここで確かめられます。言葉はブラウザーの「ページ内を検索」で探せます。',
    en: 'What every number on these pages counts. Use your browser’s own search to find a word.',
  },
  contents: { ja: '目次', en: 'Contents' },

  indicatorsTitle: { ja: '指標', en: 'Indicators' },
  countsTitle: { ja: '件数・回数（N）', en: 'Counts and stocks (N)' },
  ratesTitle: { ja: '割合・率（R）', en: 'Shares and rates (R)' },
  qualityTitle: { ja: 'データの質（Q）', en: 'Quality of the data (Q)' },
  columnCode: { ja: '記号', en: 'Code' },
  unitIs: { ja: '単位：{unit}', en: 'Unit: {unit}' },
  kindIs: { ja: '種類：{kind}', en: 'Kind: {kind}' },
  breakdownIs: { ja: '分けて見られるもの：{names}', en: 'Broken down by: {names}' },
  kindCount: { ja: '件数', en: 'count' },
  kindStock: { ja: '時点の数', en: 'stock' },
  kindRatio: { ja: '割合', en: 'ratio' },
  kindRate: { ja: '率', en: 'rate' },
  dimensionArea: { ja: '圏域', en: 'area' },
  dimensionPathway: { ja: '経路', en: 'pathway' },
  dimensionTarget: { ja: '対象', en: 'target' },
  noBreakdown: { ja: '―', en: '―' },

  rulesTitle: { ja: '数え方', en: 'How things are counted' },
  kindsTerm: { ja: '件数・時点の数・割合・率', en: 'Counts, stocks, ratios and rates' },
  kindsText: {
    ja: '件数は月や圏域で足し合わせられます。時点の数（継続件数・活動拠点数）は期間の最後の日の数で、月や年で足し合わせません。割合と率は、分子と分母をそれぞれ合計してから割ります。割合どうしを平均することはありません。',
    en: 'Counts add over months and areas. Stocks (open cases, places) are the number on the last day and are never added over time. Ratios and rates are sums divided by sums, never averages of ratios.',
  },
  onceTerm: { ja: '1件を1回だけ数える', en: 'A case counts once' },
  onceText: {
    ja: '1件の相談は、対象が2つ以上あればそれぞれに1件、相談全体では1件と数えます。対象ごとの件数を足しても、全体の件数にはなりません。圏域では、その圏域を含むすべての上の圏域に1件ずつ、市町村全体には1件と数えます。',
    en: 'A case with several targets counts once in each of them and once in the total, so targets do not add up to it. By area it counts once in every area that contains its own, and once in the municipality.',
  },
  sharesTerm: { ja: '割合の端数', en: 'Rounding of shares' },
  sharesText: {
    ja: '経路別など、合わせて全体になる割合は、印刷した数の合計がちょうど100.0%になるように端数を整えています（最大剰余法）。このため、経路別の図の「地域」と、それだけを四捨五入した地域経由割合（R01）とが、0.1ちがうことがあります。複数回答の割合は、合計が100%を超えます。割合の差は、印刷した値どうしの差です。',
    en: 'Printed shares that make up a whole add up to exactly 100.0% (largest remainder), so the community’s part of a chart may differ by 0.1 from its share rounded by itself (R01). Shares of several answers exceed 100% together. Differences of shares are those of the printed values.',
  },
  yearTerm: { ja: '年度と元号', en: 'Fiscal years' },
  yearText: {
    ja: '年度は4月から翌年3月までです。名前は4月1日の元号によります。2019年4月から2020年3月までは平成31年度と書きます（ブックでは令和元年度と入れても同じです）。第1四半期は4月から6月です。',
    en: 'A fiscal year runs from April to March: FY2019 is April 2019 to March 2020. The first quarter is April to June.',
  },
  comparisonTerm: { ja: '前年同期', en: 'Same months of the year before' },
  comparisonText: {
    ja: '両方の年に報告のある月だけを比べます。比べられない月があるときは、その月を書きます。',
    en: 'Only months that both years reported are compared; months left out are named.',
  },
  monthsTerm: { ja: '報告のあった月', en: 'Months with a report' },
  monthsText: {
    ja: '報告のない月は0として数えません。線はつながず、率は報告のあった月数で割ります。前後に報告があり、その機関の件数から0件とみてよい月は0件とします。',
    en: 'A month without a report is not counted as zero: lines break and rates are divided by months with a report. A month between two reported ones is zero where that is believable for the office.',
  },
  unknownTerm: { ja: '不明', en: 'Unknown' },
  unknownText: {
    ja: '不明は1つの値で、最後に示します。空欄とはちがいます。圏域が不明・市外の相談は、市町村全体だけに数えます。',
    en: 'Unknown is a value and comes last; blank is none. Cases of an unknown area count in the municipality only.',
  },
  compoundTerm: { ja: '複合課題', en: 'Compound problems' },
  compoundText: {
    ja: '「複合課題」が有の相談、または空欄で、異なる対象か異なる課題が2つ以上ある相談です。不明は2つ目として数えません。障害者と、その小分類1つとは、合わせて1つです。',
    en: 'Cases marked 有, or blank with two different targets or issues. Unknown is no second one; people with disabilities and one of its kinds are one.',
  },

  marksTitle: { ja: '値の状態と印', en: 'States and marks' },
  zeroName: { ja: '0件', en: 'Zero' },
  zeroText: { ja: '報告があり、0でした。', en: 'Reported, and it was zero.' },
  unreportedName: { ja: '未報告', en: 'Not reported' },
  unreportedText: { ja: '報告がありません。0という意味ではありません。', en: 'No report; this does not mean zero.' },
  suppressedName: { ja: '秘匿', en: 'Hidden' },
  suppressedText: {
    ja: '少ない件数を守るため表示していません。0件という意味ではありません。',
    en: 'Hidden to protect small numbers; not zero.',
  },
  notApplicableName: { ja: '対象外', en: 'Not applicable' },
  notApplicableText: {
    ja: '分母が0のとき、人口がないときなど、値がありえないものです。',
    en: 'There can be no value: a denominator of zero, no population.',
  },
  partlyName: { ja: '一部未報告', en: 'Partly reported' },
  partlyText: {
    ja: '報告のない機関や月があり、その分は入っていません。',
    en: 'Some offices or months have not reported and are not included.',
  },
  goalMarksTitle: { ja: '成果目標の状態', en: 'States of goals' },
  goalMet: { ja: '実績が目標に届きました。', en: 'The result has reached the goal.' },
  goalOnPace: {
    ja: '期間の途中で、3月末の見込みが目標に届いています。見込みのない目標では、足し上げる数は今ごろの目安（目標×過ぎた期間の割合）に、割合や時点の数は目標そのものに届いています。',
    en: 'During the period, what the year is expected to come to reaches the goal. Without a projection: counts that add up have reached the pace (goal × elapsed share of the period), shares and stocks the goal itself.',
  },
  goalBehind: {
    ja: '期間の途中で、3月末の見込み、または今ごろの目安が目標に届いていません（以下の目標では、超えています）。',
    en: 'During the period, what the year is expected to come to, or the pace, falls short (or is over, for goals of at most).',
  },
  goalMissed: { ja: '期間が終わり、目標に届きませんでした。', en: 'The period has ended short of the goal.' },
  goalCannotJudge: {
    ja: '単位・数え方・期間がちがう、報告がそろわないなどで比べられません。理由を書きます。',
    en: 'Unit, counting or period differ, or reports are missing; the reason is given.',
  },
  goalNoResult: { ja: '目標はありますが、実績の入力がありません。', en: 'There is a goal but no result.' },
  goalNoGoal: { ja: '実績だけがあり、目標がありません。', en: 'There is a result but no goal.' },
  reportMarksTitle: { ja: '報告の状態', en: 'States of reports' },

  findingsTitle: { ja: '直すところとお知らせ', en: 'Findings' },
  findingErrorText: {
    ja: '入力されたものを使えませんでした。必須の欄なら行を、そのほかの欄ならその欄だけを数えていません。',
    en: 'Something typed was not used: the row where a required column is concerned, else only that cell.',
  },
  findingNoticeText: { ja: '使いましたが、確かめてほしいことがあります。', en: 'Used, with a remark.' },

  listsTitle: { ja: '選択肢', en: 'Code lists' },
  listsLead: {
    ja: 'ブックで選べる言葉です。「同じ意味の言葉」に入れても同じに数えます。ほかの言葉は「読替」に書くと数えられます。',
    en: 'The words of the workbook. Synonyms are counted alike; other words can be added in the tab 読替.',
  },
  columnWord: { ja: '表示名', en: 'Name' },
  columnOther: { ja: '英語', en: 'Japanese' },
  columnSynonyms: { ja: '同じ意味の言葉', en: 'Synonyms' },

  wordsTitle: { ja: '言葉', en: 'Words' },
  officeTerm: { ja: '報告機関', en: 'Office (報告機関)' },
  officeText: {
    ja: '1つのブックに入力する窓口・センターです。市町村の値は、その市町村のすべての報告機関の合計です。',
    en: 'Who fills in one workbook. A municipality is the sum of its offices.',
  },
  areaTerm: { ja: '圏域', en: 'Area (圏域)' },
  areaText: {
    ja: '日常生活圏域・地区・学校区などです。重なる分け方があってもよく、上下は「上位圏域コード」で決まります。',
    en: 'Daily-life areas, districts, school districts and so on; several divisions may overlap.',
  },
  pathwayTerm: { ja: '経路', en: 'Pathway (経路)' },
  pathwayText: { ja: 'その相談が、だれを通して来たかです。', en: 'Through whom a case came in.' },
  handoverTerm: { ja: 'つなぎ', en: 'Hand-over (つなぎ)' },
  handoverText: { ja: '相談をほかの機関へつないだことです。', en: 'Passing a case on to another agency.' },
  releaseTerm: { ja: '公表', en: 'Release' },
  releaseText: {
    ja: '同じ回に計算した値のひとまとまりです。画面・表・CSVは、いつも同じ1回の値を示します。',
    en: 'Figures computed together. Screen, table and CSV always show one and the same release.',
  },
  heldTerm: { ja: '確認待ち', en: 'Held' },
  heldText: {
    ja: 'ブックが読めない、または変わり方が大きすぎるため、前回の値を表示している状態です。',
    en: 'A workbook could not be read or changed too much; its last good figures are shown.',
  },
} as const satisfies Record<string, Phrase>;
