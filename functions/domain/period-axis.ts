/**
 * The periods of a municipality's figures, in the order in which every series stands: months, quarters, fiscal years,
 * then for each fiscal year 'FY2018=' and 'FY2018-' (the year and the year before, on the months that both reported).
 */
import type { IndicatorSource } from '../../sheets-schema/vocabulary/indicators.ts';
import {
  firstDayOf,
  fiscalYearOf,
  fiscalYearPeriod,
  lastDayOf,
  monthNumbered,
  monthOf,
  monthsOfFiscalYear,
  numberOfMonth,
  quarterOf,
} from './calendar.ts';
import type { Day, Month, Period } from './codes.ts';

/** The tabs that figures are counted from. */
export type CountedSource = Exclude<IndicatorSource, 'quality'>;
export const countedSources = [
  'cases',
  'actions',
  'meetings',
  'activities',
] as const satisfies readonly CountedSource[];

export type SlotKind = 'month' | 'quarter' | 'year' | 'same' | 'before';

/** One place in a series: its period and the months that it covers, as positions in `PeriodAxis.months`. */
export interface Slot {
  readonly name: string;
  readonly kind: SlotKind;
  readonly fiscalYear: number;
  readonly months: readonly number[];
}

export interface PeriodAxis {
  readonly months: readonly Month[];
  readonly quarters: readonly Period[];
  readonly years: readonly Period[];
  readonly fiscalYears: readonly number[];
  /** Last day of each month, but not beyond the day of the run. */
  readonly monthEnds: readonly Day[];
  /** Position of the month of the run; may lie beyond the last month. */
  readonly runMonth: number;
  /** Months, quarters and years; the compared periods follow, by source. */
  readonly plainSlots: readonly Slot[];
  /** Position of a month, or -1 where it lies outside. */
  positionOf(month: Month): number;
}

/** The axis of the fiscal years from `first` to `last`; empty where `first` is `null`. */
export function createPeriodAxis({
  first,
  last,
  today,
}: {
  first: number | null;
  last: number | null;
  today: Day;
}): PeriodAxis {
  const fiscalYears: number[] = [];
  if (first !== null && last !== null) for (let year = first; year <= last; year += 1) fiscalYears.push(year);
  const months = fiscalYears.flatMap(monthsOfFiscalYear);
  const start = first === null ? 0 : first * 12 + 3;
  const quarters = [...new Set(months.map(quarterOf))];
  const years = fiscalYears.map(fiscalYearPeriod);
  const plainSlots: Slot[] = [
    ...months.map(
      (name, position): Slot => ({ name, kind: 'month', fiscalYear: fiscalYearOf(name), months: [position] }),
    ),
    ...quarters.map(
      (name, quarter): Slot => ({
        name,
        kind: 'quarter',
        fiscalYear: fiscalYears[Math.floor(quarter / 4)] ?? 0,
        months: [0, 1, 2].map((offset) => quarter * 3 + offset),
      }),
    ),
    ...years.map(
      (name, year): Slot => ({
        name,
        kind: 'year',
        fiscalYear: fiscalYears[year] ?? 0,
        months: Array.from({ length: 12 }, (_, offset) => year * 12 + offset),
      }),
    ),
  ];
  return {
    months,
    quarters,
    years,
    fiscalYears,
    monthEnds: months.map((month) => {
      const end = lastDayOf(month);
      return end > today && firstDayOf(month) <= today ? today : end;
    }),
    runMonth: numberOfMonth(monthOf(today)) - start,
    plainSlots,
    positionOf: (month) => {
      const position = numberOfMonth(month) - start;
      return position >= 0 && position < months.length ? position : -1;
    },
  };
}

/**
 * The compared periods of one source: for each fiscal year its months that are over and that both it and the year before
 * have data for (half a November is not compared with a whole one), in the year itself ('=') and in the year before ('-'). Without a common month both are empty.
 */
export function comparedSlots(axis: PeriodAxis, hasData: (month: number) => boolean): Slot[] {
  return axis.fiscalYears.flatMap((fiscalYear, year): Slot[] => {
    const common = Array.from({ length: 12 }, (_, offset) => year * 12 + offset).filter(
      (month) => month >= 12 && month < axis.runMonth && hasData(month) && hasData(month - 12),
    );
    const name = fiscalYearPeriod(fiscalYear);
    return [
      { name: `${name}=`, kind: 'same', fiscalYear, months: common },
      { name: `${name}-`, kind: 'before', fiscalYear: fiscalYear - 1, months: common.map((month) => month - 12) },
    ];
  });
}

/** The month at a position before or after the axis too. */
export function monthAt(axis: PeriodAxis, position: number): Month {
  const first = axis.months[0];
  return monthNumbered((first === undefined ? 0 : numberOfMonth(first)) + position);
}
