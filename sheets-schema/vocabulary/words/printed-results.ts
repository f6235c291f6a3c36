/** Words of profiles and of 相談の実績 that offices state themselves (市町村比較), Japanese then English. */
import type { Phrase } from './phrase.ts';

export const profileWords = {
  title: {
    ja: '{prefecture}の{count}市町村：人口は{least}人（{smallest}）から{most}人（{largest}）までです',
    en: '{count} municipalities of {prefecture}: {least} inhabitants ({smallest}) to {most} ({largest})',
  },
  titlePlain: { ja: '{prefecture}の市町村の基本情報', en: 'Municipalities of {prefecture}' },
  measureLine: {
    ja: '各市町村のブックの基本情報から {prefecture}',
    en: 'From the profiles in the workbooks of {prefecture}',
  },
  missing: {
    ja: '{list}は、求められる数をどの市町村も書いていません。',
    en: 'No municipality gives the numbers for: {list}.',
  },
  notGiven: { ja: '記載なし', en: 'not given' },
} as const satisfies Record<string, Phrase>;

export const resultWords = {
  titleSome: {
    ja: '相談の実績{all}件のうち、人口あたりで示せるのは{shown}件（{names}）です',
    en: 'Of {all} stated results on consultations, {shown} can be put per head ({names})',
  },
  titleNone: {
    ja: '相談の実績{all}件は、どれも人口あたりでは示せません',
    en: 'None of the {all} stated results on consultations can be put per head',
  },
  measureLine: {
    ja: '各市町村が成果目標の実績に書いた相談の数 {prefecture}。人口10万人・1か月あたりと、その95%・99.8%の範囲',
    en: 'Consultations as each municipality states them, {prefecture}; per 100,000 inhabitants and month, with 95 % and 99.8 % intervals',
  },
  perHead: { ja: '人口あたりで示せるもの', en: 'Per head' },
  notPerHead: { ja: '人口あたりでは示せないもの', en: 'Not per head' },
  counted: { ja: '{count}{unit}', en: '{count} {unit}' },
  until: { ja: '{year} {day}まで（{months}か月）', en: '{year}, until {day} ({months} months)' },
  untilAlone: { ja: '{year} {day}まで', en: '{year}, until {day}' },
  yearAlone: { ja: '{year}', en: '{year}' },
  rate: { ja: '{value}（95%の範囲 {lower}〜{upper}）', en: '{value} (95 %: {lower} to {upper})' },
  noteNotRanked: {
    ja: '数えているものは市町村ごとにちがいます（新規だけ、複合した課題だけ、窓口の相談すべて、など）。そのため、順位も県の値との判定もつけていません。',
    en: 'Each counts something else (new ones only, complex ones only, all at a desk), so nothing is ranked or judged.',
  },
  notePart: {
    ja: '市町村の一部の地区だけの実績かどうかは、様式からは分かりません。どれも市町村全体の人口で割っています。',
    en: 'Whether a result is of some districts only cannot be told; each is divided by all inhabitants.',
  },
  source: { ja: '資料：{list}', en: 'Documents: {list}' },
  columnMeasure: { ja: '数えたもの（書かれたまま）', en: 'What is counted (in their words)' },
  columnYear: { ja: '年度', en: 'Fiscal year' },
  columnCount: { ja: '実績', en: 'Result' },
  columnUnit: { ja: '単位', en: 'Unit' },
  columnUntil: { ja: '実績時点', en: 'Until' },
  columnMonths: { ja: '月数', en: 'Months' },
  columnRate: { ja: '人口10万人・月あたり', en: 'Per 100,000 and month' },
  columnLower95: { ja: '95%の下限', en: '95% lower' },
  columnUpper95: { ja: '95%の上限', en: '95% upper' },
  columnLower998: { ja: '99.8%の下限', en: '99.8% lower' },
  columnUpper998: { ja: '99.8%の上限', en: '99.8% upper' },
  columnWhy: { ja: '人口あたりで示せない理由', en: 'Why not per head' },
  legend: { ja: '値と範囲（太線95%、細線99.8%）', en: 'Value with its intervals (thick 95 %, thin 99.8 %)' },
  legendScale: { ja: '目盛りは0から{most}まで', en: 'Scale from 0 to {most}' },
} as const satisfies Record<string, Phrase>;

/** 人口あたりで示せない理由, by key. */
export const whyNotWords = {
  total: { ja: '延べの数です', en: 'contacts, not persons or cases (延べ)' },
  households: { ja: '世帯の数です', en: 'households are counted' },
  average: { ja: '1か月などの平均か、ある時点の数です', en: 'a mean a month, or a number at one moment' },
  undated: { ja: 'いつまでの数かが書かれていません', en: 'nobody says until when it was counted' },
  otherPeriod: { ja: '年度の外の期間の数です', en: 'of another period than the fiscal year' },
  part: { ja: '一部の圏域の数です', en: 'of a part of the municipality' },
  prefecture: { ja: '都道府県の事業の数です', en: 'of the prefecture’s own programme' },
  noPopulation: { ja: '人口が書かれていません', en: 'inhabitants are not given' },
  hidden: { ja: '秘匿（少ない件数を守るため）', en: 'hidden (small numbers)' },
} as const satisfies Record<string, Phrase>;
