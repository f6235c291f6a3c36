/**
 * A municipality as the comparison needs it: by measure and period the count and what it is divided by. The counts and bases of
 * fiscal years are those that its own figures are made of; the last twelve months are added up from months.
 */
import { type Indicator, indicators } from '../../../sheets-schema/vocabulary/indicators.ts';
import { type Measure, measures } from '../../../sheets-schema/vocabulary/measures.ts';
import { firstDayOf } from '../../domain/calendar.ts';
import { rateCodes, rateDefinitions } from '../../domain/counting/rates.ts';
import { ratioCodes, ratioFactors } from '../../domain/counting/ratios.ts';
import { knownPathways, pathwayNumber, sliceNumber, targetNumber } from '../../domain/counting/slices.ts';
import { addFigures, divideFigures, type StoredFigure } from '../../domain/figure.ts';
import { type CountedSource, countedSources } from '../../domain/period-axis.ts';
import { type PopulationMeasure, populationFor } from '../../domain/population.ts';
import type { ComparedMonths } from '../comparison.ts';
import type { Municipality } from '../municipality.ts';
import type { MunicipalSummary } from '../release.ts';
import { lastTwelveMonths, nameOfMonths } from './last-months.ts';
import { monthsOf, reportingOf } from './months.ts';
import { printedResultsOf } from './printed-results.ts';
import type { TownToCompare } from './town.ts';

interface Sides {
  readonly counts: readonly StoredFigure[];
  readonly bases: readonly (number | null)[];
}

export function createTownToCompare(
  municipality: Municipality,
  summary: Pick<MunicipalSummary, 'profile' | 'series' | 'sides'>,
): TownToCompare {
  const { figures, today } = municipality;
  const last = lastTwelveMonths(today);
  const months = Object.fromEntries(countedSources.map((source) => [source, monthsOf(figures, source, last)]));
  const readMonths = createMonthReader(municipality);
  return {
    name: municipality.name,
    attributes: {
      inhabitants: summary.profile.inhabitants,
      households: summary.profile.households,
      elderly: summary.profile.elderly,
      squareKilometres: squareKilometresOf(municipality),
    },
    periods: [...figures.axis.years, nameOfMonths(last)],
    months,
    measures: Object.fromEntries(
      (measures as readonly Measure[]).map((measure) => {
        const source = sourceOf(measure);
        const ofYears = sidesOfYears(measure, summary, municipality, months[source] ?? []);
        const ofMonths = sidesOfMonths(measure, readMonths, last);
        return [
          measure.code,
          { counts: [...ofYears.counts, ofMonths.count], bases: [...ofYears.bases, ofMonths.base] },
        ];
      }),
    ),
    reporting: reportingOf(figures, summary),
    results: printedResultsOf(municipality),
  };
}

/** 面積 of the first workbook that gives it, for the density. One that is held since before it was kept does not. */
function squareKilometresOf({ workbooks }: Municipality): number | null {
  for (const { ingested } of workbooks) {
    const { squareKilometres }: Partial<typeof ingested> = ingested;
    if (typeof squareKilometres === 'number' && squareKilometres > 0) return squareKilometres;
  }
  return null;
}

const sourceByCode = new Map(indicators.map(({ code, source }) => [code as string, source]));

/** The tab whose months a measure is compared on. */
export function sourceOf({ code }: Pick<Measure, 'code'>): CountedSource {
  const source = sourceByCode.get(code);
  return source === undefined || source === 'quality' ? 'cases' : source;
}

/** Ratios and rates have both sides in the summary; counts and stocks are divided by the inhabitants. */
function sidesOfYears(
  measure: Measure,
  { series, sides }: Pick<MunicipalSummary, 'series' | 'sides'>,
  municipality: Municipality,
  months: readonly ComparedMonths[],
): Sides {
  const { axis } = municipality.figures;
  const own = series[measure.code] ?? [];
  const known = sides[measure.code];
  if (known !== undefined) {
    const numbers = known.numerator.map((count, year) => {
      if (count !== null) return count;
      const state = own[year] ?? 'n';
      return typeof state === 'number' ? 'n' : state;
    });
    return { counts: numbers, bases: known.denominator.map((base) => (base === null || base === 0 ? null : base)) };
  }
  const bases = axis.years.map((_, year) => {
    const first = axis.months[year * 12];
    const people = first === undefined ? null : peopleIn(municipality, 'inhabitants', first);
    if (people === null) return null;
    return measure.perMonths === null ? people : positive(people * (months[year]?.reported ?? 0));
  });
  return { counts: axis.years.map((_, year) => own[year] ?? 'n'), bases };
}

/** The root's own population where its area gives one, else that of 基本情報: as rates are computed. */
function peopleIn({ figures, profile }: Municipality, measure: PopulationMeasure, month: string): number | null {
  const own = figures.tree.nodes[0]?.area.populations ?? [];
  const editions = own.some((edition) => edition[measure] !== null) ? own : [...own, ...profile];
  return positive(populationFor(editions, measure, firstDayOf(month as Parameters<typeof firstDayOf>[0]))?.value ?? 0);
}

function positive(value: number): number | null {
  return value > 0 ? value : null;
}

type MonthReader = ReturnType<typeof createMonthReader>;

/** Figures of the whole municipality by month; slices are read once. */
function createMonthReader(municipality: Municipality) {
  const { figures } = municipality;
  const series = figures.seriesOf(0);
  const slices = new Map<string, readonly StoredFigure[]>();
  const at = (values: readonly StoredFigure[] | undefined, month: string): StoredFigure => {
    const position = figures.periods.indexOf(month);
    return position < 0 ? 'u' : (values?.[position] ?? 'n');
  };
  return {
    read: (code: string, month: string) => at(series.get(code), month),
    /** N01 of a pathway and target. */
    readCases: (pathway: string, target: string, month: string) => {
      const key = `${pathway}|${target}`;
      const known = slices.get(key) ?? figures.newCasesOf(sliceNumber(0, pathwayNumber(pathway), targetNumber(target)));
      slices.set(key, known);
      return at(known, month);
    },
    peopleIn: (measure: PopulationMeasure, month: string) => peopleIn(municipality, measure, month),
  };
}

/** The last twelve months as the sum of those with data. What opens and closes over a period (R03, R04) does not add up over months. */
function sidesOfMonths(
  measure: Measure,
  reader: MonthReader,
  months: readonly string[],
): { count: StoredFigure; base: number | null } {
  if (measure.code === 'R03' || measure.code === 'R04') return { count: 'n', base: null };
  if (measure.perMonths === null && measure.base !== 'cases') {
    const month = months.at(-1) ?? '';
    return { count: reader.read(measure.code, month), base: reader.peopleIn('inhabitants', month) };
  }
  const sides = months.map((month) => sidesOfMonth(measure, reader, month));
  const used = sides.filter(({ count }) => typeof count === 'number');
  const bases = used.map(({ base }) => base);
  const base = bases.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
  return { count: addFigures(sides.map(({ count }) => count)), base: base === null ? null : positive(base) };
}

function sidesOfMonth(
  { code, base }: Measure,
  reader: MonthReader,
  month: string,
): { count: StoredFigure; base: number | null } {
  if (base !== 'cases') {
    const rate = rateCodes.find((each) => each === code);
    const count =
      rate === undefined ? reader.read(code, month) : reader.readCases('all', rateDefinitions[rate].target, month);
    return { count, base: reader.peopleIn(base, month) };
  }
  const [count, of] = ratioOfMonth(code, reader, month);
  const ratio = ratioCodes.find((each) => each === code);
  const printed = reader.read(code, month);
  // Where offices give one side only, a ratio is not that of the sums: such a month is left out.
  const expected = ratio === undefined ? 'n' : divideFigures(count, of, ratioFactors[ratio]);
  const isSame =
    typeof printed === 'number' && typeof expected === 'number'
      ? Math.abs(printed - expected) <= 1e-9 * Math.max(1, Math.abs(printed))
      : printed === expected;
  if (typeof count !== 'number' || typeof of !== 'number' || !isSame)
    return { count: typeof count === 'number' ? 'n' : count, base: null };
  return { count, base: of };
}

function ratioOfMonth(code: Indicator['code'], reader: MonthReader, month: string): [StoredFigure, StoredFigure] {
  const all = reader.read('N01', month);
  switch (code) {
    case 'R01':
      return [
        reader.readCases('P04', 'all', month),
        addFigures(knownPathways.map((pathway) => reader.readCases(pathway, 'all', month))),
      ];
    case 'R02':
      return [reader.read('N08', month), all];
    case 'R05':
      return [reader.read('N04', month), all];
    case 'R08':
      return [reader.read('N02', month), all];
    default:
      return ['n', 'n'];
  }
}
