/** Municipalities to compare, for tests: valid by default, change one thing. 架空のデータ. */
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { TownToCompare } from '#functions/publish/comparison/town.ts';
import type { MeasureComparison, PeriodComparison, TownResult } from '#functions/publish/comparison.ts';
import { measures } from '#sheets-schema/vocabulary/measures.ts';

export const asOf = '2019-05-10' as Parameters<
  typeof import('#functions/publish/comparison/compute-comparison.ts').computeComparison
>[0]['asOf'];

/** The code of the n-th town of the fictional prefecture. */
export function codeOf(number: number): string {
  return `99${String(200 + number).padStart(3, '0')}0`;
}

interface Change {
  readonly name?: string;
  readonly inhabitants?: number | null;
  readonly households?: number | null;
  readonly elderly?: number | null;
  readonly squareKilometres?: number | null;
  readonly years?: readonly string[];
  /** N01, one a year. */
  readonly cases?: readonly StoredFigure[];
  readonly months?: number;
  readonly partly?: number;
  /** Other measures: counts and bases, one a year. */
  readonly measures?: TownToCompare['measures'];
  readonly results?: TownToCompare['results'];
}

/** A town with new consultations on twelve months of FY2018; its other measures are not reported. */
export function aTown(code: string, change: Change = {}): TownToCompare {
  const { inhabitants = 10_000, years = ['FY2018'], cases = [20], months = 12, partly = 0 } = change;
  const unreported = { counts: years.map((): StoredFigure => 'u'), bases: years.map(() => null) };
  const base = inhabitants === null || months === 0 ? null : inhabitants * months;
  const ofMonths = years.map(() => ({ due: 12, reported: months, partly }));
  return {
    name: {
      code,
      name: change.name ?? `${code}町`,
      prefecture: code.slice(0, 2),
      prefectureName: '架空県',
      isFictional: true,
    },
    attributes: {
      inhabitants,
      households: change.households ?? null,
      elderly: change.elderly ?? null,
      squareKilometres: change.squareKilometres ?? null,
    },
    periods: years,
    months: { cases: ofMonths, actions: ofMonths, meetings: ofMonths, activities: ofMonths },
    measures: {
      ...Object.fromEntries(measures.map(({ code: measure }) => [measure, unreported])),
      R06: { counts: cases, bases: years.map(() => base) },
      ...change.measures,
    },
    reporting: {
      rate: years.map(() => 100),
      accepted: years.map(() => 100),
      days: years.map(() => 'n' as const),
      sources: {},
    },
    results: change.results ?? [],
  };
}

/** The comparison of a measure in a period. */
export function periodOf(
  measuresCompared: readonly MeasureComparison[],
  measure: string,
  period = 'FY2018',
): PeriodComparison {
  const found = measuresCompared.find((one) => one.measure === measure)?.periods.find((one) => one.period === period);
  if (found === undefined) throw new Error(`No ${measure} in ${period}`);
  return found;
}

export function resultOf({ towns }: PeriodComparison, code: string): TownResult {
  const found = towns.find((town) => town.code === code);
  if (found === undefined) throw new Error(`No ${code}`);
  return found;
}
