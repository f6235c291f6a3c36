/** A mask put to work on the summaries of a prefecture's municipalities: from then on nobody knows what is hidden. */
import { type Indicator, indicators } from '../../../sheets-schema/vocabulary/indicators.ts';
import { addFigures, type StoredFigure } from '../../domain/figure.ts';
import { type ProtectionPolicy, printCount } from '../../domain/protection-policy.ts';
import { cellOf } from '../../protect/derived.ts';
import { stockIsShown } from '../../protect/reach.ts';
import { cellsBehind, type MayBeSeen, withoutHidden } from '../comparison/mask.ts';
import type { MunicipalSummary } from '../release.ts';
import { baseOfClosing, countOf, isSumOfCounts } from './prefecture-tables.ts';
import type { ProtectedAudience } from './protect-audience.ts';
import { roundSummary } from './round-summary.ts';
import { withoutTelltales } from './telltales.ts';

export interface Mask {
  readonly mayBeSeen: MayBeSeen;
  /** What a municipality's summary is for the audience. */
  readonly put: (summary: MunicipalSummary) => MunicipalSummary;
  /** A count of all municipalities together, or of one: as it is printed. */
  readonly print: (figure: StoredFigure, cell: string) => StoredFigure;
  readonly policy: ProtectionPolicy;
}

/** 対象にならない数: places (か所数) are no persons. */
const unprotected = new Set(['N15']);
const kindOf = new Map((indicators as readonly Indicator[]).map(({ code, kind }) => [code, kind]));

export function createMask(
  { shown, hidden, policy }: Pick<ProtectedAudience, 'shown' | 'hidden' | 'policy'>,
  summaries: readonly MunicipalSummary[],
  asOf: string,
): Mask {
  const withStock = new Set(
    summaries.filter((summary) => isStockShown(summary, hidden, policy.threshold)).map(({ name }) => name.code),
  );
  const closing = new Set(
    summaries.flatMap((summary) =>
      summary.years
        .filter((year) => !isSumOfCounts(summary, year))
        .map((year) => baseOfClosing(summary.name.code, year)),
    ),
  );
  const mayBeSeen: MayBeSeen = (cell) => {
    const [indicator = '', municipality = ''] = cell.split('|');
    if (unprotected.has(indicator)) return true;
    if (indicator === 'N07') return withStock.has(municipality);
    // Sides are cells only where they are not the counts themselves.
    if (/\/(?:upper|base)$/.test(indicator)) return !hidden.has(cell) && !closing.has(cell);
    return shown.has(cell);
  };
  const print = (figure: StoredFigure, cell: string): StoredFigure =>
    typeof figure === 'number' ? printCount(figure, !mayBeSeen(cell), policy) : figure;
  const put = (summary: MunicipalSummary) =>
    roundSummary(putOn(withoutTelltales(summary, mayBeSeen, asOf), { mayBeSeen, print }), policy);
  return { mayBeSeen, print, put, policy };
}

function putOn(summary: MunicipalSummary, { mayBeSeen, print }: Pick<Mask, 'mayBeSeen' | 'print'>): MunicipalSummary {
  const { years, name } = summary;
  const isSeen = (code: string, year: number) => cellsBehind(code, name.code, years[year] ?? '').every(mayBeSeen);
  const series = Object.entries(summary.series).map(([code, figures]) => {
    const isCount = kindOf.get(code) === 'count';
    const masked = figures.map((figure, year): StoredFigure => {
      if (typeof figure !== 'number') return figure;
      if (isCount) return print(figure, cellOf(code, wholeOf(name.code, years[year] ?? '')));
      return isSeen(code, year) ? figure : 'x';
    });
    return [code, masked] as const;
  });
  const slices = Object.entries(summary.slices).map(([key, figures]) => {
    const [indicator = '', pathway = '', target = ''] = key.split('|');
    const masked = figures.map((figure, year) =>
      print(figure, cellOf(indicator, { ...wholeOf(name.code, years[year] ?? ''), pathway, target })),
    );
    return [key, masked] as const;
  });
  const sides = Object.entries(summary.sides).map(([code, { numerator, denominator }]) => {
    const mask = (values: readonly (number | null)[]) =>
      values.map((value, year) => (isSeen(code, year) ? value : null));
    return [code, { numerator: mask(numerator), denominator: mask(denominator) }] as const;
  });
  return {
    ...summary,
    series: Object.fromEntries(series),
    slices: Object.fromEntries(slices),
    sides: Object.fromEntries(sides),
    town: withoutHidden(summary.town, mayBeSeen),
  };
}

function wholeOf(municipality: string, period: string) {
  return { municipality, period, pathway: 'all', target: 'all' };
}

/** 継続件数 of all years, and of the last of the twelve months. */
function isStockShown(summary: MunicipalSummary, hidden: ReadonlySet<string>, threshold: number): boolean {
  const { name, years, town } = summary;
  const stocks = years.map((period) => countOf(summary, 'N07', wholeOf(name.code, period)));
  return stockIsShown({
    municipality: name.code,
    years: town.periods,
    stocks: [...stocks, ...(town.measures.N07?.counts ?? [])],
    threshold,
    hidden,
  });
}

/** The sum over those that may be seen: for stocks, which no table adds up. */
export function sumOfShown(figures: readonly StoredFigure[]): StoredFigure {
  const shown = figures.filter((figure) => figure !== 'x');
  return shown.length === 0 && figures.length > 0 ? 'x' : addFigures(shown);
}
