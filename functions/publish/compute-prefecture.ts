/**
 * What a prefecture sees: municipal totals by fiscal year, and all municipalities together. Ratios and rates of all
 * together are quotients of sums. A designated city is the sum of its wards: wards are not added a second time.
 */
import { indicators } from '../../sheets-schema/vocabulary/indicators.ts';
import { rateCodes } from '../domain/counting/rates.ts';
import { ratioCodes } from '../domain/counting/ratios.ts';
import { addFigures, type StoredFigure } from '../domain/figure.ts';
import { isSmallCount, roundCount } from '../domain/protection-policy.ts';
import { acceptanceSides, medianDays, percentages, type QualitySides, reportingSides } from '../domain/quality.ts';
import { cellOf } from '../protect/derived.ts';
import { type MergedGroup, mergeHidden } from '../protect/merge-hidden.ts';
import { slicesReached } from '../protect/reach.ts';
import { countGoalStates } from './compute-goals.ts';
import { isPrefectureCode, type Municipality } from './municipality.ts';
import { resultsOfGoals, tellGoals } from './protection/goal-results.ts';
import { type Mask, sumOfShown } from './protection/mask.ts';
import { slicesOfTown } from './protection/town-slices.ts';
import { factorOf } from './ratio-factors.ts';
import {
  type Audience,
  type GoalsObject,
  type MunicipalSummary,
  type PrefectureIndex,
  releaseFormat,
  type YearSides,
} from './release.ts';
import { computeSeenShares } from './seen-shares.ts';
import { createWardTest } from './wards.ts';

/** The totals of one municipality. */
export function summarise(
  municipality: Municipality,
  profile: MunicipalSummary['profile'],
  goals: GoalsObject,
): Omit<MunicipalSummary, 'town'> {
  const { figures, offices } = municipality;
  const slots = figures.slots.cases;
  const years = slots.flatMap((slot, index) => (slot.kind === 'year' ? [index] : []));
  const ofYears = (series: readonly StoredFigure[]) => years.map((slot) => series[slot] ?? 'n');
  const sidesOfYears = ({ numerator, denominator }: QualitySides): YearSides => ({
    numerator: years.map((slot) => numerator[slot] ?? 0),
    denominator: years.map((slot) => denominator[slot] ?? 0),
  });
  const sayable = (values: readonly number[]) => values.map((value) => (Number.isNaN(value) ? null : value));
  const q01 = reportingSides(figures.reporting, slots);
  const q02 = acceptanceSides(
    offices.map(({ record }) => record),
    figures.axis,
    slots,
  );
  return {
    format: releaseFormat,
    kind: 'summary',
    name: municipality.name,
    profile: { inhabitants: profile.inhabitants, households: profile.households, elderly: profile.elderly },
    dataUntil: municipality.dataUntil,
    years: figures.axis.years,
    monthsWithData: Object.fromEntries(
      years.map((slot) => [
        slots[slot]?.name ?? '',
        (slots[slot]?.months ?? []).filter((month) => figures.hasData('cases', month)).length,
      ]),
    ),
    goals: countGoalStates(goals),
    goalResults: resultsOfGoals(goals),
    series: {
      ...Object.fromEntries([...figures.seriesOf(0)].map(([code, values]) => [code, ofYears(values)])),
      Q01: ofYears(percentages(q01)),
      Q02: ofYears(percentages(q02)),
      Q03: ofYears(medianDays(municipality.reportingDays, slots)),
    },
    sides: {
      ...Object.fromEntries(
        [...ratioCodes, ...rateCodes].map((code): [string, YearSides] => {
          const { numerator, denominator } = figures.yearSides(code);
          return [code, { numerator: sayable(numerator), denominator: sayable(denominator) }];
        }),
      ),
      Q01: sidesOfYears(q01),
      Q02: sidesOfYears(q02),
    },
    slices: slicesOfTown(municipality),
  };
}

/**
 * The index of a prefecture from its municipalities, for one audience.
 * @param mask what of them may be seen
 */
export function computePrefecture(
  prefecture: string,
  municipalities: readonly MunicipalSummary[],
  {
    asOf,
    audience,
    protection: mask,
    comparison,
  }: {
    readonly asOf: string;
    readonly audience: Audience;
    readonly protection: Mask;
    readonly comparison: PrefectureIndex['comparison'];
  },
): PrefectureIndex {
  const sorted = municipalities.toSorted((one, other) => (one.name.code < other.name.code ? -1 : 1));
  const years = [...new Set(sorted.flatMap(({ years: own }) => own))].toSorted();
  const isWard = createWardTest(sorted.map(({ name }) => name.code));
  const masked = sorted.map(mask.put);
  const isAdded = ({ name }: MunicipalSummary) => !isWard(name.code);
  const exact = sorted.filter(isAdded);
  const shown = masked.filter(isAdded);
  const cell = (indicator: string, period: string, pathway = 'all', target = 'all') =>
    cellOf(indicator, { municipality: prefecture, period, pathway, target });
  const series: Record<string, readonly StoredFigure[]> = {};
  for (const { code, kind } of indicators) {
    for (const municipality of masked)
      series[`${code}|${municipality.name.code}`] = years.map((year) => figureOf(municipality, code, year));
    series[`${code}|${prefecture}`] = years.map((year) => {
      if (kind === 'count')
        return mask.print(addFigures(exact.map((one) => figureOf(one, code, year))), cell(code, year));
      if (kind === 'stock') return sumOfShown(shown.map((one) => figureOf(one, code, year)));
      return together(shown, code, year);
    });
  }
  const slices: Record<string, readonly StoredFigure[]> = {};
  for (const { pathway, target } of slicesReached(audience === 'public' ? 'public' : 'prefecture')) {
    const key = `N01|${pathway}|${target}`;
    const of = (municipality: MunicipalSummary, year: string) =>
      figureAt(municipality, municipality.slices[key] ?? [], year);
    for (const municipality of masked)
      slices[`N01|${municipality.name.code}|${pathway}|${target}`] = years.map((year) => of(municipality, year));
    slices[`N01|${prefecture}|${pathway}|${target}`] = years.map((year) =>
      mask.print(addFigures(exact.map((one) => of(one, year))), cell('N01', year, pathway, target)),
    );
  }
  const merged: Record<string, readonly (readonly MergedGroup[])[]> = {};
  const reach = audience === 'public' ? 1 : 2;
  const mergeIn = (code: string, count: (pathway: string, year: string) => StoredFigure) => {
    merged[`N01|${code}`] = years.map((year) => {
      const cellOfPathway = (pathway: string) =>
        cellOf('N01', { municipality: code, period: year, pathway, target: 'all' });
      const groups = mergeHidden({
        exact: (pathway) => count(pathway, year),
        isShown: (pathway) => mask.mayBeSeen(cellOfPathway(pathway)),
        least: mask.policy.threshold,
        reach,
      });
      return groups.map((group) => ({ ...group, count: roundCount(group.count, mask.policy) }));
    });
  };
  const newCases = (municipality: MunicipalSummary, pathway: string, year: string) =>
    pathway === 'all'
      ? figureOf(municipality, 'N01', year)
      : figureAt(municipality, municipality.slices[`N01|${pathway}|all`] ?? [], year);
  for (const one of sorted) mergeIn(one.name.code, (pathway, year) => newCases(one, pathway, year));
  mergeIn(prefecture, (pathway, year) => addFigures(exact.map((one) => newCases(one, pathway, year))));
  const shares = computeSeenShares({
    places: [...sorted.map(({ name }) => name.code), prefecture],
    years,
    reached: slicesReached(audience === 'public' ? 'public' : 'prefecture').flatMap(({ pathway }) =>
      pathway === 'all' ? [] : pathway,
    ),
    countOf: (place, pathway, year) =>
      (pathway === 'all' ? series[`N01|${place}`] : slices[`N01|${place}|${pathway}|all`])?.[year] ?? 'n',
  });
  const isSmall = (count: number) => isSmallCount(count, mask.policy);
  return {
    format: releaseFormat,
    kind: 'prefecture',
    audience,
    asOf,
    prefecture: { code: prefecture, name: sorted[0]?.name.prefectureName ?? prefecture },
    years,
    municipalities: masked.map(({ name, profile, dataUntil, monthsWithData, goals, goalResults }) => ({
      ...name,
      inhabitants: profile.inhabitants,
      households: profile.households,
      elderly: profile.elderly,
      dataUntil,
      monthsWithData,
      goals: tellGoals(goals, goalResults, { mayBeSeen: mask.mayBeSeen, isSmall }),
    })),
    series,
    slices,
    merged,
    shares,
    protection: mask.policy,
    comparison,
  };
}

function figureOf(municipality: MunicipalSummary, code: string, year: string): StoredFigure {
  return figureAt(municipality, municipality.series[code] ?? [], year);
}

function figureAt({ years }: MunicipalSummary, series: readonly StoredFigure[], year: string): StoredFigure {
  const position = years.indexOf(year);
  return position < 0 ? 'u' : (series[position] ?? 'n');
}

/** A ratio or rate of all municipalities together that may be seen. A prefecture's own office has no population of its own to add. */
function together(municipalities: readonly MunicipalSummary[], code: string, year: string): StoredFigure {
  const own = municipalities.map((municipality) => figureOf(municipality, code, year));
  const factor = factorOf(code);
  if (factor === null) return 'n';
  const isRate = rateCodes.some((rate) => rate === code);
  let numerator = 0;
  let denominator = 0;
  let hasAny = false;
  for (const municipality of municipalities) {
    if (isRate && isPrefectureCode(municipality.name.code)) continue;
    const position = municipality.years.indexOf(year);
    const sides = municipality.sides[code];
    const up = sides?.numerator[position] ?? null;
    const down = sides?.denominator[position] ?? null;
    if (up === null || down === null) continue;
    numerator += up;
    denominator += down;
    hasAny = true;
  }
  if (!hasAny) return own.includes('x') ? 'x' : own.includes('u') ? 'u' : 'n';
  return denominator === 0 ? 'n' : (numerator * factor) / denominator;
}
