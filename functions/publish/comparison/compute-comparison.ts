/**
 * The comparison of one prefecture's municipalities (市町村比較): of each measure an object over all periods, and the object where it
 * starts. What may not be seen is taken away first; nothing here knows it.
 */
import { type Measure, measures } from '../../../sheets-schema/vocabulary/measures.ts';
import type { Day } from '../../domain/codes.ts';
import type { StoredFigure } from '../../domain/figure.ts';
import type { ProtectionPolicy } from '../../domain/protection-policy.ts';
import type { RegisteredGuide } from '../../domain/registration.ts';
import { sizeClassOf } from '../../domain/statistics/groups.ts';
import { type AreaAttributes, findPeers } from '../../domain/statistics/peers.ts';
import type { ComparedTown, ComparisonObject, MeasureCode, MeasureComparison, TownResult } from '../comparison.ts';
import { isPrefectureCode } from '../municipality.ts';
import { type ObjectName, releaseFormat } from '../release.ts';
import { createWardTest } from '../wards.ts';
import { type ComparedPrefecture, comparePeriod, peersShown } from './compare-period.ts';
import { guidesOf, inPeriod } from './guides.ts';
import { lastTwelveMonths, nameOfMonths } from './last-months.ts';
import { everything, type MayBeSeen, withoutHidden } from './mask.ts';
import { describeResults } from './printed-results.ts';
import { round } from './round.ts';
import type { TownToCompare } from './town.ts';
import { trendOfTown } from './trends.ts';

export interface Comparison {
  /** One after the other, in the order of the vocabulary. */
  readonly measures: readonly MeasureComparison[];
  /** The object where the comparison starts, once the others have names. */
  start(names: Readonly<Record<string, ObjectName>>): ComparisonObject;
}

/**
 * @param mayBeSeen which counts the audience may see (see `MayBeSeen`); left out, all of them
 * @param guides rows of 目安値
 * @param printResult how the audience is shown a count that an office states itself; left out, as it is
 */
export function computeComparison({
  prefecture,
  towns,
  asOf,
  mayBeSeen = everything,
  guides = [],
  printResult = (count) => count,
  protection,
}: {
  readonly prefecture: string;
  readonly towns: readonly TownToCompare[];
  readonly asOf: Day;
  readonly mayBeSeen?: MayBeSeen;
  readonly guides?: readonly RegisteredGuide[];
  readonly printResult?: (count: number) => StoredFigure;
  /** The rule that `mayBeSeen` follows, for the legend. */
  readonly protection?: ProtectionPolicy;
}): Comparison {
  const sorted = towns
    .toSorted((one, other) => (one.name.code < other.name.code ? -1 : 1))
    .map((town) => withoutHidden(town, mayBeSeen));
  const isWard = createWardTest(sorted.map(({ name }) => name.code));
  const isCompared = ({ name }: TownToCompare) => !isWard(name.code) && !isPrefectureCode(name.code);
  const likeness = findPeers(
    sorted.filter(isCompared).map((town) => ({ code: town.name.code, attributes: attributesOf(town) })),
  );
  const place: ComparedPrefecture = { towns: sorted, isWard, likeness };
  const years = [
    ...new Set(sorted.flatMap(({ periods }) => periods.filter((period) => period.startsWith('FY')))),
  ].toSorted();
  const last = nameOfMonths(lastTwelveMonths(asOf));
  const isReported = sorted.some(({ periods, months }) => {
    const position = periods.indexOf(last);
    return Object.values(months).some((ofSource) => {
      const each = ofSource[position];
      // Rows that are hidden are there.
      return each === null || (each?.reported ?? 0) > 0;
    });
  });
  const periods = isReported ? [...years, last] : years;
  const compared = (measures as readonly Measure[]).map((measure): MeasureComparison => {
    const ofMeasure = guidesOf(guides, measure.code, prefecture);
    return {
      format: releaseFormat,
      kind: 'comparedMeasure',
      prefecture,
      measure: measure.code as MeasureCode,
      unit: measure.unit,
      ...ofMeasure,
      periods: periods.map((period) => comparePeriod(measure, period, place, inPeriod(ofMeasure, period))),
      trends: sorted
        .filter(isCompared)
        .map((town) => trendOfTown(measure, town, years, { asOf, breaks: ofMeasure.breaks, isWard: false })),
    };
  });
  return {
    measures: compared,
    start: (names) => ({
      format: releaseFormat,
      kind: 'comparison',
      prefecture: { code: prefecture, name: sorted[0]?.name.prefectureName ?? prefecture },
      asOf,
      ...(protection === undefined ? {} : { protection }),
      periods,
      years,
      towns: sorted.map((town) => ({
        ...describeTown(town, years, isCompared(town), likeness),
        results: describeResults(town, printResult),
      })),
      classes: Object.fromEntries(
        compared.flatMap((measure) =>
          measure.periods.map(({ period, towns: results }) => [`${measure.measure}|${period}`, results.map(classOf)]),
        ),
      ),
      measures: names,
    }),
  };
}

function classOf({ class: own, state }: TownResult): ComparisonObject['classes'][string][number] {
  return state === 'value' || state === 'zero' ? (own ?? 'unclassed') : state;
}

function attributesOf({
  attributes: { inhabitants, households, elderly, squareKilometres },
}: TownToCompare): AreaAttributes {
  const over = (value: number | null, base: number | null, factor: number) =>
    value === null || base === null || base <= 0 ? null : (value * factor) / base;
  return {
    inhabitants,
    households,
    elderlyShare: over(elderly, inhabitants, 100),
    density: over(inhabitants, squareKilometres, 1),
  };
}

function describeTown(
  town: TownToCompare,
  years: readonly string[],
  isCompared: boolean,
  likeness: ComparedPrefecture['likeness'],
): Omit<ComparedTown, 'results'> {
  const { inhabitants, households, elderlyShare, density } = attributesOf(town);
  const alike = likeness.get(town.name.code) ?? [];
  const byYear = <Value>(values: readonly Value[], none: Value) =>
    years.map((year) => values[town.periods.indexOf(year)] ?? none);
  const { rate, accepted, days, sources } = town.reporting;
  return {
    ...town.name,
    inhabitants,
    households,
    elderlyShare: elderlyShare === null ? null : round(elderlyShare),
    density: density === null ? null : round(density),
    size: sizeClassOf(inhabitants),
    isCompared,
    peers: alike.slice(0, peersShown).map(({ code, distance, reasons }) => ({
      code,
      distance: round(distance),
      reasons: reasons.map((reason) => ({
        attribute: reason.attribute,
        own: round(reason.own),
        other: round(reason.other),
        difference: round(reason.difference),
      })),
    })),
    likeness: alike.map(({ code }) => code),
    reporting: { rate: byYear(rate, 'u'), accepted: byYear(accepted, 'u'), days: byYear(days, 'u'), sources },
  };
}
