/**
 * The tidy facts of design.md, row by row: indicator, municipality, area, period, pathway, target, value, state.
 *
 * For an office: of every area and period (months, quarters, fiscal years; not the compared ones) each indicator as a
 * whole, by each pathway and by each target, with its state; and of the combinations of a pathway and a target those that
 * do not follow from them (`expectedOfCombination`). For a prefecture and the public: municipal totals by fiscal year, and
 * new consultations by pathway and by target, as far as they may be seen.
 * Rows come by area (the root first), then by pathway for the combinations, in the order of indicators. Printed shares
 * are no facts.
 */
import { pathways, targets } from '../../sheets-schema/vocabulary/codes.ts';
import { type Indicator, indicators } from '../../sheets-schema/vocabulary/indicators.ts';
import { type FigureState, type StoredFigure, unstoreFigure } from '../domain/figure.ts';
import { figureOfNone, readSeries } from './read-figure.ts';
import type { Cut, OfficeIndex, PrefectureIndex } from './release.ts';

/**
 * One row. `value` is `null` unless the state is 'value', 'zero' or 'merged' (合算): the sum of pathways that are hidden one by one, whose
 * codes are then joined ('P03+P07').
 */
export interface TidyFact {
  readonly indicator: string;
  readonly municipality: string;
  readonly area: string;
  readonly period: string;
  readonly pathway: string;
  readonly target: string;
  readonly value: number | null;
  readonly state: FigureState | 'merged';
}

/** The header row of the CSV, in this order. */
export const tidyColumns = [
  'indicator',
  'municipality',
  'area',
  'period',
  'pathway',
  'target',
  'value',
  'state',
] as const;

const pathwayCodes: readonly string[] = pathways.codes.map(({ code }) => code);
const targetCodes = targets.codes.map(({ code }) => code);

/** The cuts that tidy facts are read from, in the order in which they are asked for; one at a time is enough. */
export function tidyCuts(index: OfficeIndex): string[] {
  const areas = index.areas.map(({ code }) => `area/${code}`);
  return [...areas, ...pathwayCodes.map((code) => `division/${code}`)].filter((cut) => index.cuts[cut] !== undefined);
}

/**
 * A combination of a pathway and a target that has no row of its own: 0 (a ratio: n/a) where both its pathway and its
 * target have a number in that area and period; else the state of the pathway, or where that has a number, of the target.
 */
function expectedOfCombination(indicator: string, pathway: StoredFigure, target: StoredFigure): StoredFigure {
  if (typeof pathway !== 'number') return pathway;
  return typeof target === 'number' ? figureOfNone(indicator) : target;
}

/** Reads the facts of an office cut by cut. The cuts are given in the order of `tidyCuts`: areas come before pathways. */
export function createTidyReader(index: OfficeIndex): (cut: Cut) => Generator<TidyFact> {
  const periods = [...index.months, ...index.quarters, ...index.years];
  /** What the areas' cuts said of each target alone, to hold the combinations against. */
  const targetsAlone = new Map<string, readonly StoredFigure[]>();

  function* readSingles(cut: Cut, area: string): Generator<TidyFact> {
    for (const indicator of indicators as readonly Indicator[]) {
      for (const place of singlesOf(indicator, area, index)) {
        const figures = figuresOf(cut, indicator.code, place);
        if (place.target !== 'all') targetsAlone.set(`${indicator.code}|${area}|${place.target}`, figures);
        yield* rowsOf(cut, indicator.code, place, figures);
      }
    }
  }

  function* readCombinations(cut: Cut, pathway: string): Generator<TidyFact> {
    for (const { code: indicator, dimensions } of indicators as readonly Indicator[]) {
      if (!dimensions.includes('pathway') || !dimensions.includes('target')) continue;
      for (const { code: area } of index.areas) {
        const pathwayAlone = figuresOf(cut, indicator, { area, pathway, target: 'all' });
        for (const target of targetCodes) {
          const place = { area, pathway, target };
          const alone = targetsAlone.get(`${indicator}|${area}|${target}`) ?? [];
          const figures = figuresOf(cut, indicator, place);
          yield* rowsOf(cut, indicator, place, figures, (position) =>
            expectedOfCombination(indicator, pathwayAlone[position] ?? 'n', alone[position] ?? 'n'),
          );
        }
      }
    }
  }

  function figuresOf(cut: Cut, series: string, place: Place): StoredFigure[] {
    const read = readSeries(cut, { series, ...place });
    return periods.map((period) => {
      const position = cut.periods.indexOf(period);
      return position < 0 ? 'n' : read(position);
    });
  }

  function* rowsOf(
    cut: Cut,
    indicator: string,
    place: Place,
    figures: readonly StoredFigure[],
    expected?: (position: number) => StoredFigure,
  ): Generator<TidyFact> {
    for (const [position, period] of periods.entries()) {
      const figure = figures[position] ?? 'n';
      if (expected !== undefined && expected(position) === figure) continue;
      yield { ...factOf(figure), indicator, municipality: cut.municipality, period, ...place };
    }
  }

  return (cut) => {
    const slash = cut.cut.indexOf('/');
    const [kind, code] = [cut.cut.slice(0, slash), cut.cut.slice(slash + 1)];
    if (kind === 'area') return readSingles(cut, code);
    return kind === 'division' && pathwayCodes.includes(code) ? readCombinations(cut, code) : nothing();
  };
}

/** A target's cut has no fact that a pathway's does not have, nor has what a page shows first. */
function* nothing(): Generator<TidyFact> {}

interface Place {
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
}

/** The whole, each pathway and each target, as far as the indicator has them. Quality is of the municipality only. */
function singlesOf({ dimensions, source }: Indicator, area: string, index: OfficeIndex): Place[] {
  if (source === 'quality' && area !== index.municipality.code) return [];
  return [
    { area, pathway: 'all', target: 'all' },
    ...(dimensions.includes('target') ? targetCodes.map((target) => ({ area, pathway: 'all', target })) : []),
    ...(dimensions.includes('pathway') ? pathwayCodes.map((pathway) => ({ area, pathway, target: 'all' })) : []),
  ];
}

function factOf(stored: StoredFigure): Pick<TidyFact, 'value' | 'state'> {
  const figure = unstoreFigure(stored);
  return { value: 'value' in figure ? figure.value : null, state: figure.state };
}

/** All facts of an office, given its cuts. */
export function* tidyFacts(index: OfficeIndex, cuts: Iterable<Cut>): Generator<TidyFact> {
  const readFacts = createTidyReader(index);
  for (const cut of cuts) yield* readFacts(cut);
}

/**
 * A prefecture's facts: its municipalities' totals by fiscal year, then new consultations by pathway and by target; or those of one
 * of them. What is hidden from the audience is 'suppressed', without a value; hidden pathways that are printed together come last.
 */
export function* tidyFactsOfPrefecture(index: PrefectureIndex, municipality: string | null): Generator<TidyFact> {
  const codes = index.municipalities
    .map(({ code }) => code)
    .filter((code) => municipality === null || code === municipality);
  function* rowsOf(place: Omit<TidyFact, 'value' | 'state' | 'period' | 'area'>, figures: readonly StoredFigure[]) {
    for (const [position, period] of index.years.entries()) {
      yield { ...factOf(figures[position] ?? 'n'), ...place, area: place.municipality, period };
    }
  }
  for (const { code: indicator } of indicators) {
    for (const code of codes)
      yield* rowsOf(
        { indicator, municipality: code, pathway: 'all', target: 'all' },
        index.series[`${indicator}|${code}`] ?? [],
      );
  }
  for (const [key, figures] of Object.entries(index.slices)) {
    const [indicator = '', code = '', pathway = '', target = ''] = key.split('|');
    if (codes.includes(code)) yield* rowsOf({ indicator, municipality: code, pathway, target }, figures);
  }
  for (const [key, years] of Object.entries(index.merged ?? {})) {
    const [indicator = '', code = ''] = key.split('|');
    for (const [position, groups] of codes.includes(code) ? years.entries() : []) {
      const place = { indicator, municipality: code, area: code, period: index.years[position] ?? '', target: 'all' };
      for (const { pathways: hidden, count } of groups)
        yield { ...place, pathway: hidden.join('+'), value: count, state: 'merged' };
    }
  }
}

/** One line of the CSV with its line break. Codes hold neither commas nor quotes, but an area's code is the office's own. */
export function tidyLine({ indicator, municipality, area, period, pathway, target, value, state }: TidyFact): string {
  const fields = [indicator, municipality, area, period, pathway, target, value === null ? '' : String(value), state];
  return `${fields.map(quoted).join(',')}\r\n`;
}

/** What a spreadsheet takes for the beginning of a formula, full-width forms and after blanks too (OWASP, CSV Injection). */
const formulaStart = /^[\s\u3000\uFEFF]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u;
const wholeNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** RFC 4180. A code that a spreadsheet would run as a formula is led by an apostrophe; '-1+…' is a formula, and -1 a number. */
function quoted(field: string): string {
  const safe = formulaStart.test(field) && !wholeNumber.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
