/**
 * A municipality's figures: the base figures of its offices added up, ratios as quotients of sums, rates per population,
 * each as a series over the periods with its states. The only place where offices come together.
 */
import { indicators } from '../../../sheets-schema/vocabulary/indicators.ts';
import type { Population } from '../area.ts';
import type { AreaTree } from '../area-tree.ts';
import { firstDayOf } from '../calendar.ts';
import type { StoredFigure } from '../figure.ts';
import { type CountedSource, comparedSlots, countedSources, type PeriodAxis, type Slot } from '../period-axis.ts';
import { type PopulationMeasure, populationFor } from '../population.ts';
import { computeReporting, type OfficeReporting } from '../reporting.ts';
import type { BaseIndicator } from './count-figures.ts';
import { baseIndicators } from './count-figures.ts';
import type { TotalPeriod } from './indicator-table.ts';
import { createOfficeFigures, type OfficeFigures, type SlotsBySource } from './office-figures.ts';
import type { OfficeRecord, RecordPart } from './office-record.ts';
import { type RateCode, rateCodes, rateDefinitions, rateOf } from './rates.ts';
import { addSides, type RatioCode, ratioCodes, ratioFactors, ratioSides } from './ratios.ts';
import { createSliceFinder, pathwayKeys, sliceNumber, sliceParts, targetKeys, targetNumber } from './slices.ts';

export interface MunicipalFigures {
  readonly tree: AreaTree;
  readonly axis: PeriodAxis;
  /** Names of the periods of every series. */
  readonly periods: readonly string[];
  readonly slots: SlotsBySource;
  readonly reporting: readonly OfficeReporting[];
  /** Whether any office reported (or believably had 0) in a month. */
  hasData(source: CountedSource, month: number): boolean;
  /** Every indicator that has the slice's dimensions, by code; without ratios and rates where only counts are wanted. */
  seriesOf(slice: number, only?: 'counts'): ReadonlyMap<string, readonly StoredFigure[]>;
  /** N01 alone. */
  newCasesOf(slice: number): readonly StoredFigure[];
  /** Whether any office gave totals: then slices that nothing lies in are not simply 0. */
  readonly hasTotals: boolean;
  /** Whether a total of a workbook of an office (its position) is used: rows replace totals, and some are of no period. */
  isCounted(office: number, total: TotalPeriod, part: RecordPart): boolean;
  /** Whether a slice may differ from what nothing lies in. */
  isTouched(slice: number): boolean;
  /** Both sides of a ratio or rate for the whole municipality, by fiscal year, to be added up over municipalities. */
  yearSides(code: RatioCode | RateCode): {
    readonly numerator: readonly number[];
    readonly denominator: readonly number[];
  };
}

const dimensionsOf = new Map<string, readonly string[]>(indicators.map(({ code, dimensions }) => [code, dimensions]));
const sourceOfBase = new Map<string, CountedSource>(
  indicators.flatMap(({ code, source }) => (source === 'quality' ? [] : [[code, source] as const])),
);

/** Computes what all slices share; the slices themselves are computed when asked for. */
export function createMunicipalFigures({
  tree,
  axis,
  records,
  profile,
}: {
  tree: AreaTree;
  axis: PeriodAxis;
  records: readonly OfficeRecord[];
  /** Populations of 基本情報, for the root where 圏域 has none. */
  profile: readonly Population[];
}): MunicipalFigures {
  const reporting = records.map((record) => computeReporting(record, axis));
  const hasData = (source: CountedSource, month: number) =>
    reporting.some(({ tabs }) => {
      const state = tabs[source].states[month];
      return state === 'reported' || state === 'zero';
    });
  const slotsFor = (source: CountedSource): Slot[] => [
    ...axis.plainSlots,
    ...comparedSlots(axis, (month) => hasData(source, month)),
  ];
  const slots: SlotsBySource = {
    cases: slotsFor('cases'),
    actions: slotsFor('actions'),
    meetings: slotsFor('meetings'),
    activities: slotsFor('activities'),
  };
  const finder = createSliceFinder(tree);
  const offices = records.map((record, index) => {
    const report = reporting[index];
    if (report === undefined) throw new Error(`No report of ${record.office}`);
    return createOfficeFigures({ record, reporting: report, axis, tree, finder, slots });
  });
  const absent = Object.fromEntries(
    countedSources.map((source) => [
      source,
      slots[source].map((slot) => absentState(slot, axis, (month) => hasData(source, month))),
    ]),
  ) as Record<CountedSource, ('u' | 'n')[]>;
  const touched = new Set<number>();
  for (const office of offices) for (const slice of office.slices) touched.add(slice);
  const hasTotals = records.some(({ parts }) => parts.some(({ facts }) => facts.totals.length > 0));
  const monthsWithCases = slots.cases.map(
    (slot) => slot.months.filter((month) => offices.some((office) => office.hasNewCases(month))).length,
  );

  const baseOf = (code: BaseIndicator, slice: number): Float64Array => {
    const source = sourceOfBase.get(code) ?? 'cases';
    return addSeries(
      offices.map((office) => office.seriesOf(code, slice, slots[source])),
      slots[source].length,
    );
  };
  const stored = (series: Float64Array, source: CountedSource): StoredFigure[] => {
    const states = absent[source];
    const figures: StoredFigure[] = [];
    for (let slot = 0; slot < series.length; slot += 1) {
      const value = series[slot] ?? Number.NaN;
      figures.push(Number.isNaN(value) ? (states[slot] ?? 'u') : value);
    }
    return figures;
  };

  const ratioOf = (code: RatioCode, slice: number, newCases: Float64Array): StoredFigure[] => {
    const { numerator, denominator } = ratioTotals(code, slice);
    return slots.cases.map((_, slot) => {
      const up = numerator[slot] ?? Number.NaN;
      const down = denominator[slot] ?? Number.NaN;
      if (!Number.isNaN(up) && !Number.isNaN(down)) return down === 0 ? 'n' : (up * ratioFactors[code]) / down;
      // R04 can only come from rows: where there are totals alone it is not missing, it does not exist.
      if (code === 'R04' && !Number.isNaN(newCases[slot] ?? Number.NaN)) return 'n';
      return absent.cases[slot] ?? 'u';
    });
  };
  const ratioTotals = (code: RatioCode, slice: number) =>
    addSides(
      offices.map((office) => ratioSides(office, code, slice, slots.cases)),
      slots.cases.length,
    );

  const editionsOf = (area: number): readonly Population[] => {
    const own = tree.nodes[area]?.area.populations ?? [];
    return area === 0 ? [...own, ...profile] : own;
  };
  const populations = new Map<string, readonly (number | null)[]>();
  const populationOf = (area: number, measure: PopulationMeasure): readonly (number | null)[] => {
    const key = `${area}|${measure}`;
    const known = populations.get(key);
    if (known !== undefined) return known;
    const own = (tree.nodes[area]?.area.populations ?? []).some((edition) => edition[measure] !== null);
    const editions = own ? (tree.nodes[area]?.area.populations ?? []) : editionsOf(area);
    const values = slots.cases.map((slot) => {
      const month = axis.months[slot.months[0] ?? -1];
      return month === undefined ? null : (populationFor(editions, measure, firstDayOf(month))?.value ?? null);
    });
    populations.set(key, values);
    return values;
  };
  const rateSeries = (code: RateCode, slice: number): StoredFigure[] => {
    const definition = rateDefinitions[code];
    const { area, pathway, target } = sliceParts(slice);
    const counted = definition.target === 'all' ? target : targetNumber(definition.target);
    const counts = baseOf('N01', sliceNumber(area, pathway, counted));
    const people = populationOf(area, definition.measure);
    return slots.cases.map((_, slot) => {
      const count = counts[slot] ?? Number.NaN;
      if (Number.isNaN(count)) return absent.cases[slot] ?? 'u';
      return rateOf({ count, population: people[slot] ?? 0, months: monthsWithCases[slot] ?? 0, definition }) ?? 'n';
    });
  };

  return {
    tree,
    axis,
    periods: slots.cases.map(({ name }) => name),
    slots,
    reporting,
    hasData,
    hasTotals,
    isCounted: (office, total, part) => offices[office]?.isCounted(total, part) ?? false,
    isTouched: (slice) => hasTotals || touched.has(slice),
    newCasesOf: (slice) => stored(baseOf('N01', slice), 'cases'),
    seriesOf: (slice, only) => {
      const { pathway, target } = sliceParts(slice);
      const has = (code: string): boolean => {
        const dimensions = dimensionsOf.get(code) ?? [];
        return (pathway === 0 || dimensions.includes('pathway')) && (target === 0 || dimensions.includes('target'));
      };
      const series = new Map<string, readonly StoredFigure[]>();
      const newCases = baseOf('N01', slice);
      for (const code of baseIndicators) {
        if (has(code))
          series.set(code, stored(code === 'N01' ? newCases : baseOf(code, slice), sourceOfBase.get(code) ?? 'cases'));
      }
      if (only === 'counts') return series;
      for (const code of ratioCodes) if (has(code)) series.set(code, ratioOf(code, slice, newCases));
      for (const code of rateCodes) if (has(code)) series.set(code, rateSeries(code, slice));
      return series;
    },
    yearSides: (code) => {
      const years = slots.cases.flatMap((slot, index) => (slot.kind === 'year' ? [index] : []));
      const pick = (values: ArrayLike<number>) => years.map((slot) => values[slot] ?? Number.NaN);
      if (code === 'R06' || code === 'R07' || code === 'R09') {
        const definition = rateDefinitions[code];
        const people = populationOf(0, definition.measure);
        return {
          numerator: pick(baseOf('N01', sliceNumber(0, 0, targetNumber(definition.target)))),
          denominator: pick(people.map((value, slot) => (value ?? Number.NaN) * (monthsWithCases[slot] ?? 0))),
        };
      }
      const { numerator, denominator } = ratioTotals(code, 0);
      return { numerator: pick(numerator), denominator: pick(denominator) };
    },
  };
}

/** Every slice of one area: singles of pathway and target, or combinations too. */
export function slicesOfArea(area: number): number[] {
  const slices: number[] = [];
  for (let pathway = 0; pathway < pathwayKeys.length - 1; pathway += 1) {
    for (let target = 0; target < targetKeys.length - 1; target += 1) slices.push(sliceNumber(area, pathway, target));
  }
  return slices;
}

/** The sum over offices of what each says; NaN where none says anything. */
function addSeries(series: readonly Float64Array[], length: number): Float64Array {
  const [first, ...others] = series;
  if (first !== undefined && others.length === 0) return first;
  const sum = new Float64Array(length).fill(Number.NaN);
  for (const each of series) {
    for (let slot = 0; slot < length; slot += 1) {
      const value = each[slot] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const known = sum[slot] ?? Number.NaN;
      sum[slot] = Number.isNaN(known) ? value : known + value;
    }
  }
  return sum;
}

/** A period that has not come (or has just begun and has nothing yet), or a comparison without a common month, is not applicable; else unreported. */
function absentState(slot: Slot, axis: PeriodAxis, hasData: (month: number) => boolean): 'u' | 'n' {
  const isDue = slot.months.some((month) => month < axis.runMonth || (month === axis.runMonth && hasData(month)));
  return isDue ? 'u' : 'n';
}

export type { OfficeFigures };
