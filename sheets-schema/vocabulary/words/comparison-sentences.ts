/**
 * One true sentence for each municipality and measure (市町村比較), Japanese then English: one fact, the pair of numbers, no cause.
 * 明らかに only at 99.8 %. `{name}` the municipality, `{value}` and `{reference}` with their units as printed, `{towns}` how many
 * are compared, `{outside}` how many of them chance alone puts outside 95 %.
 */
import type { Phrase } from './phrase.ts';

export const comparisonSentences = {
  clearlyHigh: {
    ja: '{name}は{value}で、県の値（{reference}）より明らかに高いです。',
    en: '{name}: {value}, clearly above the prefecture ({reference}).',
  },
  high: {
    ja: '{name}は{value}で、県の値（{reference}）より高いです。{towns}市町村を比べると、偶然だけでもおよそ{outside}か所がこの程度ちがいます。',
    en: '{name}: {value}, above the prefecture ({reference}). Of {towns} municipalities, chance alone puts about {outside} that far out.',
  },
  low: {
    ja: '{name}は{value}で、県の値（{reference}）より低いです。{towns}市町村を比べると、偶然だけでもおよそ{outside}か所がこの程度ちがいます。',
    en: '{name}: {value}, below the prefecture ({reference}). Of {towns} municipalities, chance alone puts about {outside} that far out.',
  },
  clearlyLow: {
    ja: '{name}は{value}で、県の値（{reference}）より明らかに低いです。',
    en: '{name}: {value}, clearly below the prefecture ({reference}).',
  },
  aboveWithin: {
    ja: '{name}は{value}で、県の値（{reference}）より高いですが、偶然の範囲内です。',
    en: '{name}: {value}, above the prefecture ({reference}), within chance.',
  },
  belowWithin: {
    ja: '{name}は{value}で、県の値（{reference}）より低いですが、偶然の範囲内です。',
    en: '{name}: {value}, below the prefecture ({reference}), within chance.',
  },
  within: {
    ja: '{name}は{value}で、県の値（{reference}）とのちがいは偶然の範囲内です。',
    en: '{name}: {value}, not different from the prefecture ({reference}) beyond chance.',
  },
  same: {
    ja: '{name}は{value}で、県の値と同じです。',
    en: '{name}: {value}, the same as the prefecture.',
  },
  zeroWithin: {
    ja: '{name}は0件ですが、それだけで県の値（{reference}）より低いとは言えません。偶然の範囲内です。',
    en: '{name}: none, which alone does not show that it is below the prefecture ({reference}): within chance.',
  },
  aboveClustered: {
    ja: '{name}は{value}で、県の値（{reference}）より高いですが、延べの数なので、偶然の範囲かどうかは言えません。',
    en: '{name}: {value}, above the prefecture ({reference}). One case counts many times, so chance cannot be judged.',
  },
  belowClustered: {
    ja: '{name}は{value}で、県の値（{reference}）以下ですが、延べの数なので、偶然の範囲かどうかは言えません。',
    en: '{name}: {value}, not above the prefecture ({reference}). One case counts many times, so chance cannot be judged.',
  },
  alone: {
    ja: '{name}は{value}です。比べられる市町村がほかにありません。',
    en: '{name}: {value}. There is no other municipality to compare with.',
  },
  noReport: {
    ja: '{name}はこの期間の報告がないので、比べていません。0件という意味ではありません。',
    en: '{name} has not reported this period and is not compared. That does not mean zero.',
  },
  hidden: {
    ja: '{name}は、少ない件数を守るため表示していません。0件という意味ではありません。',
    en: '{name}: hidden to protect small numbers; not zero.',
  },
  noPopulation: {
    ja: '{name}は人口・世帯数が登録されていないので、比べていません。',
    en: '{name} is not compared: its inhabitants or households are not given.',
  },
  noBase: {
    ja: '{name}は分母になる相談がないので、割合を出せません。',
    en: '{name} has no cases to take a share of.',
  },
  overall: {
    ja: '{name}は内訳が全体より多いので、比べていません。報告を確かめてください。',
    en: '{name} is not compared: the part is larger than the whole. Please check its reports.',
  },
  ward: {
    ja: '{name}は市の合計に入っているので、別には比べていません。',
    en: '{name} is part of its city and not compared beside it.',
  },
  prefecture: {
    ja: '{name}は県の事業なので、市町村とは比べていません。',
    en: '{name} is the prefecture itself and not compared with municipalities.',
  },
  notApplicable: {
    ja: '{name}はこの期間の値がありません（対象外）。',
    en: '{name}: not applicable in this period.',
  },
} as const satisfies Record<string, Phrase>;

/** What is said after the sentence. `{reported}` of `{due}` months. */
export const comparisonNotes = {
  months: {
    ja: '報告のあった{reported}か月（{due}か月のうち）で比べています。',
    en: 'Compared on the {reported} months reported, of {due}.',
  },
  partly: {
    ja: '一部の報告機関の報告がない月があります。',
    en: 'In some months an office is missing.',
  },
  widened: {
    ja: '市町村どうしのちがいが偶然だけより大きいので、範囲を広げて判断しています。',
    en: 'Municipalities differ by more than chance, so the limits are widened.',
  },
  broken: {
    ja: 'この期間の途中で定義が変わっています。',
    en: 'The definition changed within this period.',
  },
} as const satisfies Record<string, Phrase>;

/** The trend of the last five finished years. */
export const trendSentences = {
  rising: { ja: '{first}から{last}まで増える傾向です。', en: 'Rising from {first} to {last}.' },
  falling: { ja: '{first}から{last}まで減る傾向です。', en: 'Falling from {first} to {last}.' },
  none: {
    ja: '{first}から{last}まで、増減の傾向ははっきりしません。',
    en: 'No clear trend from {first} to {last}.',
  },
  open: { ja: '終わった年度が5年に足りないので、傾向は言えません。', en: 'Fewer than five finished years: no trend.' },
  gap: { ja: '値のない年度があるので、傾向は言えません。', en: 'A year without a value: no trend.' },
  broken: {
    ja: '途中で定義が変わっているので、傾向は言えません。',
    en: 'The definition changed in between: no trend.',
  },
  clustered: { ja: '延べの数なので、傾向は判断していません。', en: 'One case counts many times: no trend is judged.' },
} as const satisfies Record<string, Phrase>;

/** What makes municipalities alike, and the groups that smoothed values lean on. */
export const peerWords = {
  inhabitants: { ja: '人口', en: 'Inhabitants' },
  elderlyShare: { ja: '65歳以上の割合', en: 'Share aged 65 and over' },
  density: { ja: '人口密度', en: 'Inhabitants per km²' },
  households: { ja: '世帯数', en: 'Households' },
  Z1: { ja: '人口1万人未満の市町村', en: 'Municipalities below 10,000' },
  Z2: { ja: '人口1万人以上5万人未満の市町村', en: 'Municipalities of 10,000 to 49,999' },
  Z3: { ja: '人口5万人以上20万人未満の市町村', en: 'Municipalities of 50,000 to 199,999' },
  Z4: { ja: '人口20万人以上の市町村', en: 'Municipalities of 200,000 and more' },
  prefecture: { ja: '県内の市町村すべて', en: 'All municipalities of the prefecture' },
} as const satisfies Record<string, Phrase>;
