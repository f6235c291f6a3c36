/**
 * The indicators (指標): what is counted, in which unit, and over which dimensions.
 * Plain data, the only definition; how a figure is computed stands in functions/domain.
 */

/** A count adds over time, a stock (時点の数) never does, a ratio is a quotient of sums, a rate is per population. */
export type IndicatorKind = 'count' | 'stock' | 'ratio' | 'rate';

/** What an indicator can be broken down by. */
export type Dimension = 'area' | 'pathway' | 'target';

/** The tab whose rows an indicator is counted from; ratios name the tab of their denominator. */
export type IndicatorSource = 'cases' | 'actions' | 'meetings' | 'activities' | 'quality';

export interface Indicator {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  readonly unit: string;
  readonly unitEn: string;
  readonly kind: IndicatorKind;
  readonly source: IndicatorSource;
  readonly dimensions: readonly Dimension[];
  /** How many decimals are printed. */
  readonly decimals: number;
  /** The rule in one sentence, as 用語と定義 prints it. */
  readonly definition: { readonly ja: string; readonly en: string };
}

/** All indicators, in the order in which they are listed and printed. */
export const indicators = [
  {
    code: 'N01',
    ja: '新規相談件数',
    en: 'New consultations',
    unit: '件',
    unitEn: 'cases',
    kind: 'count',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 0,
    definition: {
      ja: '受付日がその期間にある、相談受付の行の数。',
      en: 'Rows of 相談受付 by their day of reception (受付日).',
    },
  },
  {
    code: 'N02',
    ja: '延支援回数',
    en: 'Support actions',
    unit: '回',
    unitEn: 'times',
    kind: 'count',
    source: 'actions',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 0,
    definition: {
      ja: '支援日がその期間にある、支援記録の行の数。圏域・経路・対象は、同じ受付番号の相談のもの。',
      en: 'Rows of 支援記録 by their day (支援日); area, pathway and target are those of the case with that 受付番号.',
    },
  },
  {
    code: 'N03',
    ja: '訪問回数',
    en: 'Home visits (outreach)',
    unit: '回',
    unitEn: 'times',
    kind: 'count',
    source: 'actions',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 0,
    definition: {
      ja: '支援方法が訪問の、支援記録の行の数。',
      en: 'Rows of 支援記録 whose 支援方法 is a home visit.',
    },
  },
  {
    code: 'N04',
    ja: 'プラン作成件数',
    en: 'Support plans made',
    unit: '件',
    unitEn: 'cases',
    kind: 'count',
    source: 'actions',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 0,
    definition: {
      ja: '支援方法がプラン作成の、支援記録の行の数（作成の回数）。',
      en: 'Rows of 支援記録 whose 支援方法 is a support plan (sittings of plan-making).',
    },
  },
  {
    code: 'N05',
    ja: 'つなぎ件数',
    en: 'Hand-overs',
    unit: '件',
    unitEn: 'cases',
    kind: 'count',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 0,
    definition: {
      ja: '相談受付のつなぎ先を1つずつ数えた数（受付日で数える）。',
      en: 'One for each つなぎ先 given in 相談受付, by 受付日.',
    },
  },
  {
    code: 'N06',
    ja: '終結件数',
    en: 'Cases closed',
    unit: '件',
    unitEn: 'cases',
    kind: 'count',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 0,
    definition: {
      ja: '終結日がその期間にある、相談受付の行の数。',
      en: 'Rows of 相談受付 by their closing day (終結日).',
    },
  },
  {
    code: 'N07',
    ja: '継続件数',
    en: 'Open cases at the end of the period',
    unit: '件',
    unitEn: 'cases',
    kind: 'stock',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 0,
    definition: {
      ja: '期間の最後の日までに受け付け、その日までに終結していない相談の数。月や年で足し合わせない。',
      en: 'Cases received on or before the last day of the period and not closed by then; never summed over time.',
    },
  },
  {
    code: 'N08',
    ja: '複合課題ケース数',
    en: 'Cases with compound problems',
    unit: '件',
    unitEn: 'cases',
    kind: 'count',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 0,
    definition: {
      ja: '複合課題が有の相談、または空欄で、異なる対象か異なる課題が2つ以上ある相談の数。',
      en: 'Cases where 複合課題 is 有, or is blank and two different targets or two different issues are given.',
    },
  },
  {
    code: 'N09',
    ja: '会議開催回数',
    en: 'Meetings held',
    unit: '回',
    unitEn: 'times',
    kind: 'count',
    source: 'meetings',
    dimensions: ['area'],
    decimals: 0,
    definition: {
      ja: '開催日がその期間にある、会議の行の数。',
      en: 'Rows of 会議 by their day.',
    },
  },
  {
    code: 'N10',
    ja: '検討ケース件数',
    en: 'Cases discussed',
    unit: '件',
    unitEn: 'cases',
    kind: 'count',
    source: 'meetings',
    dimensions: ['area'],
    decimals: 0,
    definition: {
      ja: '会議の検討件数の合計。',
      en: 'Sum of 検討件数 in 会議.',
    },
  },
  {
    code: 'N11',
    ja: '会議参加者数',
    en: 'Meeting participants (total attendances)',
    unit: '人',
    unitEn: 'persons',
    kind: 'count',
    source: 'meetings',
    dimensions: ['area'],
    decimals: 0,
    definition: {
      ja: '会議の参加者数の合計（延べ）。',
      en: 'Sum of 参加者数 in 会議 (total attendances).',
    },
  },
  {
    code: 'N12',
    ja: '地域活動回数',
    en: 'Community activities held',
    unit: '回',
    unitEn: 'times',
    kind: 'count',
    source: 'activities',
    dimensions: ['area', 'target'],
    decimals: 0,
    definition: {
      ja: '地域活動の回数の合計（空欄は1回）。',
      en: 'Sum of 回数 in 地域活動 (1 where blank).',
    },
  },
  {
    code: 'N13',
    ja: '地域活動参加者数',
    en: 'Activity participants (total attendances)',
    unit: '人',
    unitEn: 'persons',
    kind: 'count',
    source: 'activities',
    dimensions: ['area', 'target'],
    decimals: 0,
    definition: {
      ja: '地域活動の参加者数の合計（延べ）。',
      en: 'Sum of 参加者数 in 地域活動 (total attendances).',
    },
  },
  {
    code: 'N14',
    ja: '担い手数',
    en: 'Helpers (total attendances)',
    unit: '人',
    unitEn: 'persons',
    kind: 'count',
    source: 'activities',
    dimensions: ['area', 'target'],
    decimals: 0,
    definition: {
      ja: '地域活動の担い手数の合計（延べ）。',
      en: 'Sum of 担い手数 in 地域活動 (total attendances).',
    },
  },
  {
    code: 'N15',
    ja: '活動拠点数',
    en: 'Places (salons and hubs)',
    unit: 'か所',
    unitEn: 'places',
    kind: 'stock',
    source: 'activities',
    dimensions: ['area'],
    decimals: 0,
    definition: {
      ja: '圏域と活動種別ごとに、期間の最後の日までで最も新しいか所数を合わせた数。月や年で足し合わせない。',
      en: 'The latest か所数 on or before the last day of the period, per area and activity type, added up; never summed over time.',
    },
  },
  {
    code: 'R01',
    ja: '地域経由割合',
    en: 'Share of consultations that came through the community',
    unit: '%',
    unitEn: '%',
    kind: 'ratio',
    source: 'cases',
    dimensions: ['area', 'target'],
    decimals: 1,
    definition: {
      ja: '経路が地域の新規相談件数 ÷ 経路が分かる新規相談件数（本人からその他まで）。',
      en: 'New consultations with pathway 地域 over those with a known pathway.',
    },
  },
  {
    code: 'R02',
    ja: '複合課題割合',
    en: 'Share of compound cases',
    unit: '%',
    unitEn: '%',
    kind: 'ratio',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 1,
    definition: {
      ja: '複合課題ケース数 ÷ 新規相談件数。',
      en: 'Cases with compound problems over new consultations.',
    },
  },
  {
    code: 'R03',
    ja: '終結率(対応件数比)',
    en: 'Closure rate over cases handled',
    unit: '%',
    unitEn: '%',
    kind: 'ratio',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 1,
    definition: {
      ja: '終結件数 ÷（前の期間の末の継続件数 ＋ 新規相談件数）。',
      en: 'Cases closed over open cases at the end of the previous period plus new consultations.',
    },
  },
  {
    code: 'R04',
    ja: '終結率(新規比)',
    en: 'Closure rate over new cases',
    unit: '%',
    unitEn: '%',
    kind: 'ratio',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 1,
    definition: {
      ja: 'その期間に受け付けて期間の末までに終結した相談 ÷ 新規相談件数。',
      en: 'Cases received in the period and closed by its end, over new consultations.',
    },
  },
  {
    code: 'R05',
    ja: 'プラン作成率',
    en: 'Plan rate',
    unit: '%',
    unitEn: '%',
    kind: 'ratio',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 1,
    definition: {
      ja: 'プラン作成件数 ÷ 新規相談件数。',
      en: 'Support plans made over new consultations.',
    },
  },
  {
    code: 'R06',
    ja: '人口10万対新規相談件数(月平均)',
    en: 'New consultations per 100,000 population per month',
    unit: '件',
    unitEn: 'cases per 100,000 a month',
    kind: 'rate',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 1,
    definition: {
      ja: '新規相談件数 ÷ 人口 ÷ 報告のある月数 × 100,000。',
      en: 'New consultations over population over months with data, times 100,000.',
    },
  },
  {
    code: 'R07',
    ja: '高齢者千対新規相談件数',
    en: 'New consultations with target 高齢者 per 1,000 aged 65 and over',
    unit: '件',
    unitEn: 'cases per 1,000 aged 65+',
    kind: 'rate',
    source: 'cases',
    dimensions: ['area', 'pathway'],
    decimals: 1,
    definition: {
      ja: '対象が高齢者の新規相談件数 ÷ 65歳以上人口 × 1,000（1年あたり）。',
      en: 'New consultations with target 高齢者 over the population aged 65 and over, times 1,000, a year.',
    },
  },
  {
    code: 'R08',
    ja: '相談1件あたり支援回数',
    en: 'Support actions per consultation',
    unit: '回',
    unitEn: 'actions per consultation',
    kind: 'ratio',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 1,
    definition: {
      ja: '延支援回数 ÷ 新規相談件数。',
      en: 'Support actions over new consultations.',
    },
  },
  {
    code: 'R09',
    ja: '世帯千対新規相談件数',
    en: 'New consultations per 1,000 households',
    unit: '件',
    unitEn: 'cases per 1,000 households',
    kind: 'rate',
    source: 'cases',
    dimensions: ['area', 'pathway', 'target'],
    decimals: 1,
    definition: {
      ja: '新規相談件数 ÷ 世帯数 × 1,000（1年あたり）。',
      en: 'New consultations over households, times 1,000, a year.',
    },
  },
  {
    code: 'Q01',
    ja: '報告率',
    en: 'Reporting rate (completeness)',
    unit: '%',
    unitEn: '%',
    kind: 'ratio',
    source: 'quality',
    dimensions: [],
    decimals: 1,
    definition: {
      ja: '受け付けた行、または0の報告がある月 ÷ 報告することになっている月。',
      en: 'Months with at least one accepted row or an explicit report of 0, over months due.',
    },
  },
  {
    code: 'Q02',
    ja: '受理率',
    en: 'Acceptance rate',
    unit: '%',
    unitEn: '%',
    kind: 'ratio',
    source: 'quality',
    dimensions: [],
    decimals: 1,
    definition: {
      ja: '取り込んだ行 ÷ 読んだ行。',
      en: 'Rows accepted over rows read.',
    },
  },
  {
    code: 'Q03',
    ja: '報告日数',
    en: "Days from the end of the month to the last edit that month's rows needed",
    unit: '日',
    unitEn: 'days',
    kind: 'stock',
    source: 'quality',
    dimensions: [],
    decimals: 0,
    definition: {
      ja: '月の終わりから、その月のいまある行の9割がそろった回までの日数（月ごとの中央値）。',
      en: "Median over months of the days from the month's end to the first run that had nine tenths of its present rows.",
    },
  },
] as const satisfies readonly Indicator[];

/** The code of an indicator: N01 to N15, R01 to R09, Q01 to Q03. */
export type IndicatorCode = (typeof indicators)[number]['code'];
