/**
 * The tables that others reach of a prefecture's municipalities, made of their summaries: a group for each fiscal year, and one for
 * the two years that the last twelve months lie in.
 */
import type { Period } from '../../domain/codes.ts';
import { addFigures, type StoredFigure } from '../../domain/figure.ts';
import type { Cell, Tables } from '../../protect/cells.ts';
import { uniteTables } from '../../protect/count-tables.ts';
import { cellOf, closedWithin, sidesBehind } from '../../protect/derived.ts';
import { knownPathway } from '../../protect/dimensions.ts';
import { linkToYears, tablesOfLastMonths } from '../../protect/last-months.ts';
import { type CountPlace, type ReachableCounts, tablesOfYear } from '../../protect/reach.ts';
import { monthsOfComparedPeriod } from '../comparison/last-months.ts';
import type { MunicipalSummary } from '../release.ts';
import { createWardTest, wardsByCity } from '../wards.ts';

export type SharedAudience = 'prefecture' | 'public';

export interface TableGroup {
  /** Fiscal years, and the last twelve months where they lie in them. */
  readonly periods: readonly string[];
  readonly tables: Tables;
}

const ratiosWithSides = ['R01', 'R02', 'R03', 'R04', 'R05', 'R08'];

export function tableGroups(
  prefecture: string,
  summaries: readonly MunicipalSummary[],
  { audience, threshold }: { readonly audience: SharedAudience; readonly threshold: number },
): readonly TableGroup[] {
  const codes = summaries.map(({ name }) => name.code);
  const isWard = createWardTest(codes);
  const byCode = new Map(summaries.map((summary) => [summary.name.code as string, summary]));
  const place = {
    prefecture,
    municipalities: codes.filter((code) => !isWard(code)),
    wards: wardsByCity(codes),
    thresholdOf: () => threshold,
  };
  const years = [...new Set(summaries.flatMap((summary) => summary.years))].toSorted() as Period[];
  const months = summaries.flatMap(({ town }) => town.periods.filter((period) => period.includes('..')))[0];
  const ofYear = (year: Period): Tables => {
    const figureOf: ReachableCounts['figureOf'] = (indicator, at) =>
      countOf(byCode.get(at.municipality), indicator, at);
    return withSides(tablesOfYear(audience, { ...place, year, parts: [], figureOf }), summaries, year, threshold);
  };
  const ofMonths =
    months === undefined
      ? { cells: [], relations: [] }
      : withSides(
          tablesOfLastMonths({
            ...place,
            months,
            figureOf: (indicator, code, pathway, target) =>
              countOfMonths(byCode.get(code), months, indicator, pathway, target),
            sumOf: addFigures,
          }),
          summaries,
          months,
          threshold,
        );
  const own = months === undefined || ofMonths.cells.length === 0 ? [] : years.filter((year) => overlap(year, months));
  const single = years.filter((year) => !own.includes(year)).map((year) => ({ periods: [year], tables: ofYear(year) }));
  if (months === undefined || ofMonths.cells.length === 0) return single;
  const together = linkToYears(uniteTables([...own.map(ofYear), ofMonths]), months, own);
  return [...single, { periods: [...own, months], tables: together }];
}

/** Whether a fiscal year and the last twelve months have a month in common. */
function overlap(year: string, months: string): boolean {
  const [one, other] = [monthsOfComparedPeriod(year), monthsOfComparedPeriod(months)];
  return one.first <= other.last && other.first <= one.last;
}

/** Whole counts only: what is none is no cell, and is not shown. */
function asCount(figure: StoredFigure): StoredFigure {
  return typeof figure !== 'number' || (Number.isInteger(figure) && figure >= 0) ? figure : 'n';
}

/** A count of a municipality in a fiscal year. */
export function countOf(
  summary: MunicipalSummary | undefined,
  indicator: string,
  { period, pathway, target }: CountPlace,
): StoredFigure {
  const year = summary?.years.indexOf(period) ?? -1;
  if (summary === undefined || year < 0) return 'u';
  const isWhole = pathway === 'all' && target === 'all' && indicator !== closedWithin;
  const series = isWhole ? summary.series[indicator] : summary.slices[`${indicator}|${pathway}|${target}`];
  return asCount(series?.[year] ?? 'n');
}

/** A count in the last twelve months, as the comparison has it. */
function countOfMonths(
  summary: MunicipalSummary | undefined,
  months: string,
  indicator: string,
  pathway: string,
  target: string,
): StoredFigure {
  const at = summary?.town.periods.indexOf(months) ?? -1;
  if (summary === undefined || at < 0) return 'u';
  const { measures } = summary.town;
  if (indicator !== 'N01') return asCount(measures[indicator]?.counts[at] ?? 'n');
  if (target === 'T01') return asCount(measures.R07?.counts[at] ?? 'n');
  if (pathway === 'P04') return asCount(measures.R01?.counts[at] ?? 'n');
  if (pathway === knownPathway) return asCount(measures.R01?.bases[at] ?? 'n');
  return asCount(measures.R06?.counts[at] ?? 'n');
}

/** Adds the sides of ratios that are not the counts themselves. */
function withSides(tables: Tables, summaries: readonly MunicipalSummary[], period: string, threshold: number): Tables {
  const values = new Map(tables.cells.map((cell) => [cell.id, cell.value]));
  const cells: Cell[] = [];
  const nested = new Map<string, readonly [string, string]>();
  for (const { name, town } of summaries) {
    const at = town.periods.indexOf(period);
    for (const ratio of ratiosWithSides) {
      const { counts, bases } = town.measures[ratio] ?? { counts: [], bases: [] };
      const sides = { upper: counts[at] ?? 'n', base: bases[at] ?? 'n' };
      if (at < 0 || typeof sides.upper !== 'number' || typeof sides.base !== 'number') continue;
      const place = { municipality: name.code, period, pathway: 'all', target: 'all' };
      for (const { id, of, side } of sidesBehind(ratio, place)) {
        const value = sides[side];
        if (of === null || typeof value !== 'number' || values.get(of) === value || !Number.isInteger(value)) continue;
        cells.push({ id, value, holder: name.code, threshold, cost: 1, isImplicit: false });
        const pair = [of.slice(0, of.indexOf('|')), id.slice(0, id.indexOf('|'))] as const;
        nested.set(pair.join(), pair);
      }
    }
  }
  return cells.length === 0 ? tables : uniteTables([tables, { cells, relations: [] }], [...nested.values()]);
}

/** The base of R03 as its counts say: what was open before and what came. Where the two differ, the ratio is not shown. */
export function isSumOfCounts(summary: MunicipalSummary, period: string): boolean {
  const before = `FY${Number(period.slice(2)) - 1}`;
  const place = { municipality: summary.name.code, pathway: 'all', target: 'all' };
  const parts = [
    countOf(summary, 'N07', { ...place, period: before }),
    countOf(summary, 'N01', { ...place, period }),
  ].map((part) => (typeof part === 'number' ? part : 0));
  const base = summary.town.measures.R03?.bases[summary.town.periods.indexOf(period)] ?? null;
  return base === null || base === parts.reduce((sum, part) => sum + part, 0);
}

/** The id under which the base of R03 is asked for. */
export function baseOfClosing(municipality: string, period: string): string {
  return cellOf('R03/base', { municipality, period, pathway: 'all', target: 'all' });
}
