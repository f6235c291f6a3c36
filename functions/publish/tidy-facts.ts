/**
 * The tidy facts of design.md, row by row: indicator, municipality, area, period, pathway, target, value, state.
 *
 * For an office: of every area and period (months, quarters, fiscal years; not the compared ones) each indicator as a
 * whole, by each pathway and by each target, with its state; and the combinations of a pathway and a target that differ
 * from what the rule of `readFigure` gives. For a prefecture: municipal totals by fiscal year.
 * Rows come in the order of indicator, area (the root first), pathway, target, period. Printed shares are no facts.
 */
import { pathways, targets } from '../../sheets-schema/vocabulary/codes.ts';
import { type Indicator, indicators } from '../../sheets-schema/vocabulary/indicators.ts';
import { type FigureState, type StoredFigure, unstoreFigure } from '../domain/figure.ts';
import { readFigure } from './read-figure.ts';
import type { Cut, OfficeIndex, PrefectureIndex } from './release.ts';

/** One row. `value` is `null` unless the state is 'value' or 'zero'. */
export interface TidyFact {
  readonly indicator: string;
  readonly municipality: string;
  readonly area: string;
  readonly period: string;
  readonly pathway: string;
  readonly target: string;
  readonly value: number | null;
  readonly state: FigureState;
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

const pathwayCodes = pathways.codes.map(({ code }) => code);
const targetCodes = targets.codes.map(({ code }) => code);

/** The cuts that tidy facts are read from, in the order in which they are asked for; one at a time is enough. */
export function tidyCuts(index: OfficeIndex): string[] {
  const areas = index.areas.map(({ code }) => `area/${code}`);
  return [...areas, ...pathwayCodes.map((code) => `division/${code}`)].filter((cut) => index.cuts[cut] !== undefined);
}

/** The facts of one cut: an area's singles, or a pathway's combinations with each target. */
export function* tidyFactsOfCut(index: OfficeIndex, cut: Cut): Generator<TidyFact> {
  const periods = [...index.months, ...index.quarters, ...index.years];
  const [kind, code] = [cut.cut.slice(0, cut.cut.indexOf('/')), cut.cut.slice(cut.cut.indexOf('/') + 1)];
  for (const indicator of indicators as readonly Indicator[]) {
    const slices = kind === 'area' ? singlesOf(indicator, code, index) : combinationsOf(indicator, code, cut, index);
    for (const { area, pathway, target } of slices) {
      for (const period of periods) {
        const figure = readFigure(cut, { series: indicator.code, area, pathway, target, period });
        yield {
          ...factOf(figure),
          indicator: indicator.code,
          municipality: cut.municipality,
          area,
          period,
          pathway,
          target,
        };
      }
    }
  }
}

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

/** The combinations that are stored. */
function combinationsOf(
  { code: indicator, dimensions }: Indicator,
  pathway: string,
  cut: Cut,
  index: OfficeIndex,
): Place[] {
  if (!dimensions.includes('pathway') || !dimensions.includes('target')) return [];
  return index.areas.flatMap(({ code: area }) =>
    targetCodes
      .filter((target) => cut.series[`${indicator}|${area}|${pathway}|${target}`] !== undefined)
      .map((target) => ({ area, pathway, target })),
  );
}

function factOf(stored: StoredFigure): Pick<TidyFact, 'value' | 'state'> {
  const figure = unstoreFigure(stored);
  return { value: 'value' in figure ? figure.value : null, state: figure.state };
}

/** All facts of an office, given its cuts. */
export function* tidyFacts(index: OfficeIndex, cuts: Iterable<Cut>): Generator<TidyFact> {
  for (const cut of cuts) yield* tidyFactsOfCut(index, cut);
}

/** A prefecture's facts: its municipalities' totals by fiscal year, or those of one of them. */
export function* tidyFactsOfPrefecture(index: PrefectureIndex, municipality: string | null): Generator<TidyFact> {
  for (const { code: indicator } of indicators) {
    for (const { code } of index.municipalities) {
      if (municipality !== null && code !== municipality) continue;
      const series = index.series[`${indicator}|${code}`] ?? [];
      for (const [position, period] of index.years.entries()) {
        const fact = factOf(series[position] ?? 'n');
        yield { ...fact, indicator, municipality: code, area: code, period, pathway: 'all', target: 'all' };
      }
    }
  }
}

/** One line of the CSV with its line break. Codes hold neither commas nor quotes, but an area's code is the office's own. */
export function tidyLine({ indicator, municipality, area, period, pathway, target, value, state }: TidyFact): string {
  const fields = [indicator, municipality, area, period, pathway, target, value === null ? '' : String(value), state];
  return `${fields.map(quoted).join(',')}\r\n`;
}

/** RFC 4180. A code that a spreadsheet would run as a formula is led by an apostrophe. */
function quoted(field: string): string {
  const safe = /^[=+\-@\t\r]/.test(field) && !/^-?\d/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
