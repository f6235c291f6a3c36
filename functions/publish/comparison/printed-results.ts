/**
 * 相談の実績 as offices state it themselves in 成果目標, where a publication (出典) has it and nothing was counted from rows: what can
 * be put per inhabitant, with its intervals, and why the rest cannot. Each office counts in its own way, so nothing here is ranked,
 * classed or added up.
 */
import { fiscalYearOf, lastDayOf, monthOf, numberOfMonth } from '../../domain/calendar.ts';
import type { Day } from '../../domain/codes.ts';
import type { StoredFigure } from '../../domain/figure.ts';
import { hasMonthlyUnit, periodOfGoal, plainUnit } from '../../domain/goals/goal-terms.ts';
import { rateWithIntervals } from '../../domain/statistics/intervals.ts';
import type { Goal } from '../../ingest/ingested.ts';
import type { PrintedResult, WhyNotPerHead } from '../comparison.ts';
import { isPrefectureCode, type Municipality } from '../municipality.ts';
import { round, roundLimits } from './round.ts';
import type { KeptResult, TownToCompare } from './town.ts';

/** Units of persons, households and cases; 回 and か所 count something else. */
const countedUnits = ['件', '人', '世帯', 'ケース'];
/** Training is no consultation, though its name may hold the word. */
const aboutConsultations = /相談/;
const aboutOthers = /養成|研修/;
/** Rates of printed results are per 100,000 inhabitants and month, as R06 is. */
const per = 100_000;

/** What a municipality's workbooks state, each once, of years in which no case was counted from rows or totals. */
export function printedResultsOf({ workbooks, figures }: Municipality): readonly KeptResult[] {
  const countedYears = new Set(
    figures.axis.months.filter((_, position) => figures.hasData('cases', position)).map(fiscalYearOf),
  );
  const results = workbooks.flatMap(({ ingested: { office, goals } }) =>
    office.sourceNote === null || office.isReference ? [] : goals.flatMap((goal) => keptOf(goal, office.sourceNote)),
  );
  const found = results.filter(({ fiscalYear }) => !countedYears.has(fiscalYear));
  return [...new Map(found.map((result) => [JSON.stringify(result), result])).values()];
}

function keptOf(goal: Goal, source: string | null): readonly KeptResult[] {
  const { measure, unit, result } = goal;
  if (typeof result !== 'number' || source === null) return [];
  if (!aboutConsultations.test(measure) || aboutOthers.test(measure)) return [];
  if (unit === null || !countedUnits.includes(plainUnit(unit))) return [];
  return [
    {
      fiscalYear: goal.fiscalYear,
      measure,
      unit: plainUnit(unit),
      counting: goal.counting,
      count: result,
      until: goal.resultAsOf,
      isAverage: hasMonthlyUnit(goal) || (periodOfGoal(goal) !== 'year' && goal.counting !== 'cumulative'),
      isOfPart: goal.area !== null,
      source,
    },
  ];
}

/**
 * Each result with its rate, the year first. 出典 is typed once for a workbook, so nobody knows whether each result stands in that
 * publication: small ones are hidden, and with them the others of the year in the same unit, which may be their total and its parts.
 * @param print how a count is shown to the audience; a hidden one has no rate
 */
export function describeResults(
  { name, attributes, results }: TownToCompare,
  print: (count: number) => StoredFigure,
): readonly PrintedResult[] {
  const setOf = ({ fiscalYear, unit }: KeptResult) => `${fiscalYear} ${unit}`;
  const withSmall = new Set(results.filter(({ count }) => print(count) === 'x').map(setOf));
  return results
    .map((kept): PrintedResult => {
      const { count, isAverage: _average, isOfPart: _part, fiscalYear, ...said } = kept;
      const figure = withSmall.has(setOf(kept)) ? 'x' : print(count);
      const months = monthsUntil(fiscalYear, kept.until);
      const reason =
        typeof figure !== 'number' ? 'hidden' : whyNot(kept, { code: name.code, inhabitants: attributes.inhabitants });
      const base = months === null || attributes.inhabitants === null ? null : attributes.inhabitants * months;
      const estimate =
        reason === null && typeof figure === 'number' ? rateWithIntervals({ count: figure, base, per }) : null;
      return {
        ...said,
        year: `FY${fiscalYear}`,
        figure,
        months: reason === null ? months : null,
        reason,
        value: estimate === null ? null : round(estimate.value),
        of95: estimate === null ? null : roundLimits(estimate.of95),
        of998: estimate === null ? null : roundLimits(estimate.of998),
      };
    })
    .toSorted((one, other) => (one.year < other.year ? 1 : one.year > other.year ? -1 : 0));
}

function whyNot(
  { counting, unit, until, fiscalYear, isAverage, isOfPart }: KeptResult,
  { code, inhabitants }: { readonly code: string; readonly inhabitants: number | null },
): WhyNotPerHead | null {
  if (isPrefectureCode(code)) return 'prefecture';
  if (counting === 'total') return 'total';
  if (unit === '世帯') return 'households';
  if (isAverage || counting === 'point') return 'average';
  if (isOfPart) return 'part';
  if (until === null) return 'undated';
  if (monthsUntil(fiscalYear, until) === null) return 'otherPeriod';
  return inhabitants === null || inhabitants <= 0 ? 'noPopulation' : null;
}

/** Months from April to a day of the fiscal year, the last one as far as it goes; `null` outside the year. */
export function monthsUntil(fiscalYear: number, until: string | null): number | null {
  if (until === null) return null;
  const month = monthOf(until as Day);
  if (fiscalYearOf(month) !== fiscalYear) return null;
  const whole = numberOfMonth(month) - (fiscalYear * 12 + 3);
  return whole + Number(until.slice(8)) / Number(lastDayOf(month).slice(8));
}
