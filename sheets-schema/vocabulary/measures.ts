/**
 * What municipalities are compared by (比較の尺度): for each indicator what it is divided by, and how far chance may be reckoned
 * with. Plain data; the figures are computed in functions/publish/comparison.
 */
import type { IndicatorCode } from './indicators.ts';

/** Units of rates and shares, and how they are typed in 目安値 (the first word is ours). */
export const measureUnits = {
  perHundredThousandMonth: {
    ja: '人口10万対・月',
    en: 'per 100,000 inhabitants and month',
    words: ['人口10万対・月', '人口10万対（月）', '人口10万人あたり月', '10万対・月', '10万人対・月'],
  },
  perHundredThousand: {
    ja: '人口10万対',
    en: 'per 100,000 inhabitants',
    words: ['人口10万対', '人口10万人あたり', '10万対'],
  },
  perThousandElderlyYear: {
    ja: '65歳以上千対・年',
    en: 'per 1,000 aged 65 and over and year',
    words: ['65歳以上千対・年', '高齢者千対・年', '65歳以上千人あたり年'],
  },
  perThousandHouseholdsYear: {
    ja: '世帯千対・年',
    en: 'per 1,000 households and year',
    words: ['世帯千対・年', '千世帯あたり年', '世帯千対'],
  },
  percent: { ja: '%', en: '%', words: ['%', '％', 'パーセント', '割合'] },
  perCase: { ja: '回（相談1件あたり）', en: 'per consultation', words: ['相談1件あたり', '1件あたり', '回/件'] },
} as const;

export type MeasureUnit = keyof typeof measureUnits;

/** What a count is divided by. cases: another count of the same municipality. */
export type MeasureBase = 'inhabitants' | 'elderly' | 'households' | 'cases';

export interface Measure {
  readonly code: IndicatorCode;
  readonly unit: MeasureUnit;
  readonly base: MeasureBase;
  /** By what count ÷ base is multiplied. */
  readonly per: number;
  /** Whether the base is multiplied by the months with data, and how many of them the unit stands for; `null` for a stock or share. */
  readonly perMonths: number | null;
  /** proportion: the count is part of the base, which bounds it (Wilson). rate: it may exceed it (Poisson). */
  readonly model: 'rate' | 'proportion';
  /**
   * One case or event brings many (延べ): then counts differ by far more than single chances do, and only the spread between at
   * least ten municipalities can say what is out of the ordinary.
   */
  readonly isClustered: boolean;
}

const perMonth = {
  unit: 'perHundredThousandMonth',
  base: 'inhabitants',
  per: 100_000,
  perMonths: 1,
  model: 'rate',
} as const;
const stock = {
  unit: 'perHundredThousand',
  base: 'inhabitants',
  per: 100_000,
  perMonths: null,
  model: 'rate',
} as const;
const share = {
  unit: 'percent',
  base: 'cases',
  per: 100,
  perMonths: null,
  model: 'proportion',
  isClustered: false,
} as const;

/** In the order in which they are listed. New consultations (N01) are compared as R06, R07 and R09. */
export const measures = [
  { code: 'R06', ...perMonth, isClustered: false },
  {
    code: 'R07',
    unit: 'perThousandElderlyYear',
    base: 'elderly',
    per: 1000,
    perMonths: 12,
    model: 'rate',
    isClustered: false,
  },
  {
    code: 'R09',
    unit: 'perThousandHouseholdsYear',
    base: 'households',
    per: 1000,
    perMonths: 12,
    model: 'rate',
    isClustered: false,
  },
  { code: 'R01', ...share },
  { code: 'R02', ...share },
  { code: 'R03', ...share },
  { code: 'R04', ...share },
  // Plans may outnumber the consultations of the same period.
  { code: 'R05', ...share, model: 'rate' },
  { code: 'R08', ...share, unit: 'perCase', per: 1, model: 'rate', isClustered: true },
  { code: 'N02', ...perMonth, isClustered: true },
  { code: 'N03', ...perMonth, isClustered: true },
  { code: 'N04', ...perMonth, isClustered: false },
  { code: 'N05', ...perMonth, isClustered: false },
  { code: 'N06', ...perMonth, isClustered: false },
  { code: 'N07', ...stock, isClustered: false },
  { code: 'N08', ...perMonth, isClustered: false },
  { code: 'N09', ...perMonth, isClustered: false },
  { code: 'N10', ...perMonth, isClustered: true },
  { code: 'N11', ...perMonth, isClustered: true },
  { code: 'N12', ...perMonth, isClustered: false },
  { code: 'N13', ...perMonth, isClustered: true },
  { code: 'N14', ...perMonth, isClustered: true },
  { code: 'N15', ...stock, isClustered: false },
] as const satisfies readonly Measure[];

export type MeasureCode = (typeof measures)[number]['code'];

/** The measure that a value of an indicator in a unit belongs to: 新規相談件数 per 100,000 and month is R06. `null`: none is compared so. */
export function measureOf(indicator: string, unit: MeasureUnit | null): MeasureCode | null {
  const all: readonly Measure[] = measures;
  const isNewCases = indicator === 'N01';
  const fitting = all.filter(
    (measure) =>
      (isNewCases ? ['R06', 'R07', 'R09'].includes(measure.code) : measure.code === indicator) &&
      (unit === null ? !isNewCases : measure.unit === unit),
  );
  return (fitting[0]?.code as MeasureCode | undefined) ?? null;
}
