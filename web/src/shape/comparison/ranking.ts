/**
 * 市町村比較: one indicator and fiscal year over the municipalities of a prefecture. Rates are ranked only where the
 * count behind them is at least 10; states stand below values. No verdict on differences: intervals come later.
 */
import type { Figure } from '#functions/domain/figure.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { type Indicator, type IndicatorCode, indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber, formatPeriod, printedValue } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import { unusualMonths, usualMonths } from './months-with-data.ts';

/** Below this many cases a rate says little, and no rank follows from it (compare.png; Fingertips). */
export const fewestRanked = 10;

/** The indicators that can be compared, rates first: what the page offers. */
export const comparedIndicators: readonly Indicator[] = [
  ...indicators.filter(({ kind }) => kind === 'rate'),
  ...indicators.filter(({ kind, source }) => kind === 'ratio' && source !== 'quality'),
  ...indicators.filter(({ kind }) => kind === 'count' || kind === 'stock').filter(({ source }) => source !== 'quality'),
  ...indicators.filter(({ code }) => code === 'Q01' || code === 'Q02'),
];

/** The count that a rate rests on, where one is published: its numerator, else its denominator. */
const countBehind: Readonly<Partial<Record<IndicatorCode, IndicatorCode>>> = {
  R01: 'N01',
  R02: 'N08',
  R03: 'N06',
  R04: 'N01',
  R05: 'N04',
  R06: 'N01',
  R07: 'N01',
  R08: 'N01',
  R09: 'N01',
};

/** The count behind a rate or ratio; `null` for counts, which speak for themselves, and for Q01 and Q02. */
export function countIndicator(code: string): Indicator | null {
  const behind = Object.entries(countBehind).find(([rate]) => rate === code)?.[1];
  return indicators.find((indicator) => indicator.code === behind) ?? null;
}

/** The indicator of a code, else the first that is offered. */
export function chosenIndicator(code: string | null): Indicator {
  const chosen = comparedIndicators.find((indicator) => indicator.code === code) ?? comparedIndicators[0];
  if (chosen === undefined) throw new Error('No indicator can be compared');
  return chosen;
}

/** The figure of a municipality (or, by the prefecture's code, of all) in a fiscal year. */
export function figureOf(
  index: PrefectureIndex,
  { code, place, year }: { code: string; place: string; year: string },
): Figure {
  const position = index.years.indexOf(year);
  return expandFigure(index.series[`${code}|${place}`]?.[position] ?? 'n');
}

export interface RankedRow {
  readonly code: string;
  readonly name: string;
  /** 1 for the highest; equal printed values share a rank; `null` where not ranked. */
  readonly rank: number | null;
  readonly figure: Figure;
  readonly count: Figure | null;
  /** Months with data where they are not those of most others, else `null` (＊). */
  readonly months: number | null;
  /** Length of the bar, 0 to 1; `null` where there is no number. */
  readonly length: number | null;
  /** Why the municipality is not ranked, in words; empty where it is. */
  readonly note: string;
}

export interface Ranking {
  readonly indicator: Indicator;
  readonly year: string;
  readonly ranked: readonly RankedRow[];
  readonly unranked: readonly RankedRow[];
  readonly prefecture: Figure;
  /** The count behind the prefecture's rate; n/a where there is none. */
  readonly prefectureCount: Figure;
  /** Where the prefecture's line stands, 0 to 1; `null` for counts (a sum is no yardstick) and states. */
  readonly line: number | null;
  /** Round values for the scale with their places. */
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
  /** The heading of the values: 率, 割合(%), or the unit of a count. */
  readonly valueLabel: string;
  readonly title: string;
  readonly measure: string;
  readonly notes: readonly string[];
}

/** A scale from 0 in round steps, at most four lines. */
export function roundScale(largest: number): { readonly end: number; readonly ticks: readonly number[] } {
  if (!(largest > 0)) return { end: 1, ticks: [0] };
  const magnitude = 10 ** Math.floor(Math.log10(largest));
  const step =
    [0.2, 0.25, 0.5, 1, 2, 2.5, 5].map((part) => part * magnitude).find((size) => largest / size <= 4) ?? largest;
  const lines = Math.floor(largest / step + 1e-9);
  const end = Math.max(largest, lines * step) * 1.04;
  return { end, ticks: Array.from({ length: lines + 1 }, (_, line) => Number((line * step).toPrecision(12))) };
}

function noteFor(figure: Figure, isFew: boolean, indicator: Indicator, language: Language): string {
  if (figure.state === 'unreported') return compareWords.unreported[language];
  if (figure.state === 'suppressed') return compareWords.suppressed[language];
  if (figure.state === 'n/a') {
    const needsBase = indicator.kind === 'rate' || indicator.kind === 'ratio';
    return (needsBase ? compareWords.notApplicablePopulation : compareWords.notApplicable)[language];
  }
  return isFew ? compareWords.fewCases[language] : '';
}

/** Values first (largest first), then suppressed, unreported, not applicable; equal ones in the order of their codes. */
function standing(figure: Figure): number {
  return { value: 0, zero: 0, suppressed: 1, unreported: 2, 'n/a': 3 }[figure.state];
}

function byValue(a: RankedRow, b: RankedRow): number {
  const values = 'value' in a.figure && 'value' in b.figure ? b.figure.value - a.figure.value : 0;
  return standing(a.figure) - standing(b.figure) || values || a.code.localeCompare(b.code);
}

/** '46.6', '21.2%', '220件' as a sentence says it. */
export function printValue(indicator: Indicator, value: number, language: Language): string {
  const number = formatNumber(value, indicator.decimals);
  if (indicator.unit === '%') return `${number}%`;
  return language === 'ja' ? `${number}${indicator.unit}` : number;
}

function labelValue(indicator: Indicator, language: Language): string {
  if (indicator.unit === '%') return compareWords.columnShare[language];
  if (indicator.kind === 'rate') return compareWords.columnRate[language];
  return language === 'ja' ? indicator.unit : indicator.unitEn;
}

/** The ranked list of an indicator in a fiscal year. */
export function shapeRanking(
  index: PrefectureIndex,
  { code, year, language }: { readonly code: string | null; readonly year: string; readonly language: Language },
): Ranking {
  const indicator = chosenIndicator(code);
  const behind = countIndicator(indicator.code);
  const largest = index.municipalities.map((place) =>
    figureOf(index, { code: indicator.code, place: place.code, year }),
  );
  const prefecture = figureOf(index, { code: indicator.code, place: index.prefecture.code, year });
  const isRate = behind !== null || indicator.unit === '%';
  const scaled = isRate ? [...largest, prefecture] : largest;
  const scale = roundScale(Math.max(0, ...scaled.map((figure) => ('value' in figure ? figure.value : 0))));
  const rows = index.municipalities.map((place): RankedRow & { readonly isRanked: boolean } => {
    const figure = figureOf(index, { code: indicator.code, place: place.code, year });
    const count = behind === null ? null : figureOf(index, { code: behind.code, place: place.code, year });
    const isFew = count !== null && 'value' in count && count.value < fewestRanked;
    return {
      code: place.code,
      name: place.name,
      rank: null,
      figure,
      count,
      months: 'value' in figure ? unusualMonths(index, place.code, year) : null,
      length: 'value' in figure ? figure.value / scale.end : null,
      note: noteFor(figure, isFew, indicator, language),
      isRanked: 'value' in figure && !isFew,
    };
  });
  const ordered = rows.toSorted(byValue);
  const printed = (row: RankedRow) =>
    'value' in row.figure ? printedValue(row.figure.value, indicator.decimals) : Number.NaN;
  const contenders = ordered.filter(({ isRanked }) => isRanked);
  const ranked = contenders.map(({ isRanked: _, ...row }) => ({
    ...row,
    rank: 1 + contenders.filter((other) => printed(other) > printed(row)).length,
  }));
  const unranked = ordered.filter(({ isRanked }) => !isRanked).map(({ isRanked: _, ...row }) => row);
  return {
    indicator,
    year,
    ranked,
    unranked,
    prefecture,
    prefectureCount:
      behind === null ? { state: 'n/a' } : figureOf(index, { code: behind.code, place: index.prefecture.code, year }),
    line: isRate && 'value' in prefecture ? prefecture.value / scale.end : null,
    ticks: scale.ticks.map((value) => ({ value, at: value / scale.end })),
    valueLabel: labelValue(indicator, language),
    title: sayRange(indicator, { ranked, prefecture, isRate, language }),
    measure: [
      say(compareWords.measure, language, {
        indicator: indicator[language],
        unit: language === 'ja' ? indicator.unit : indicator.unitEn,
        prefecture: index.prefecture.name,
        year: formatPeriod(year, language),
      }),
      sayUsualMonths(index, year, language),
    ].join(''),
    notes: notesFor([...ranked, ...unranked], isRate, behind !== null, language),
  };
}

function sayRange(
  indicator: Indicator,
  facts: { ranked: readonly RankedRow[]; prefecture: Figure; isRate: boolean; language: Language },
): string {
  const { ranked, prefecture, isRate, language } = facts;
  const print = (figure: Figure | undefined) =>
    figure !== undefined && 'value' in figure ? printValue(indicator, figure.value, language) : '';
  const [first] = ranked;
  const last = ranked.at(-1);
  if (first === undefined || last === undefined) return compareWords.findingNone[language];
  if (ranked.length === 1)
    return say(compareWords.findingOne, language, { name: first.name, value: print(first.figure) });
  const range = { low: print(last.figure), high: print(first.figure), prefecture: print(prefecture) };
  if (!('value' in prefecture)) return say(compareWords.findingNoPrefecture, language, range);
  if (isRate) return say(compareWords.findingRange, language, range);
  return say(compareWords.findingCounts, language, { ...range, name: first.name, value: range.high });
}

/** '（報告のあった8か月）', where most municipalities have fewer than twelve; else empty. */
export function sayUsualMonths(index: PrefectureIndex, year: string, language: Language): string {
  const months = usualMonths(index, year);
  return months === null || months >= 12 ? '' : say(compareWords.measureMonths, language, { months });
}

/** By name the municipalities whose values rest on another number of months. */
function sayMonths(rows: readonly RankedRow[], language: Language): readonly string[] {
  const others = rows.flatMap(({ name, months }) => (months === null ? [] : [{ name, months }]));
  if (others.length === 0) return [];
  const list = others.map((one) => say(compareWords.monthsOf, language, one)).join(language === 'ja' ? '、' : ', ');
  return [say(compareWords.noteMonths, language, { list })];
}

function notesFor(
  rows: readonly RankedRow[],
  isRate: boolean,
  hasCount: boolean,
  language: Language,
): readonly string[] {
  return [
    ...sayMonths(rows, language),
    ...(hasCount ? [compareWords.noteSmall[language]] : []),
    ...(isRate ? [] : [compareWords.noteCounts[language]]),
    compareWords.noteChance[language],
  ];
}
