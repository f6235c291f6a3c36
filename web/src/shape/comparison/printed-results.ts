/** 相談の実績 as municipalities state them: those that can be put per inhabitant, with their intervals, and why the others cannot. */
import type { ComparisonObject, PrintedResult } from '#functions/publish/comparison.ts';
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { resultWords, whyNotWords } from '#sheets-schema/vocabulary/words/printed-results.ts';
import { formatDay, formatNumber, formatPeriod } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';
import { listAll } from './town-lists.ts';

type Figure = ReturnType<typeof expandFigure>;

/** One result, in words; `drawn` are shares of the scale, `null` where it is not put per inhabitant. */
export interface ShownResult {
  readonly key: string;
  readonly town: string;
  readonly isOwn: boolean;
  readonly measure: string;
  readonly figure: Figure;
  readonly unit: string;
  readonly when: string;
  readonly rate: string;
  readonly drawn: {
    readonly at: number;
    readonly of95: readonly [number, number];
    readonly of998: readonly [number, number];
  } | null;
}

export interface Results {
  readonly title: string;
  readonly measureLine: string;
  readonly perHead: readonly ShownResult[];
  readonly notPerHead: readonly ShownResult[];
  readonly most: string;
  readonly notes: readonly string[];
  readonly table: TableModel;
}

interface Stated {
  readonly town: ComparisonObject['towns'][number];
  readonly result: PrintedResult;
}

/** Releases of earlier versions have none. */
function statedIn({ towns }: ComparisonObject): readonly Stated[] {
  return towns.flatMap((town) => {
    const { results }: Partial<typeof town> = town;
    return (results ?? []).map((result) => ({ town, result }));
  });
}

/** Whether there is anything to show. */
export function hasResults(comparison: ComparisonObject): boolean {
  return statedIn(comparison).length > 0;
}

export function shapeResults(
  comparison: ComparisonObject,
  { own, language }: { readonly own: string | null; readonly language: Language },
): Results {
  const stated = statedIn(comparison);
  const [perHead, notPerHead] = [true, false].map((isRate) =>
    stated.filter(({ result }) => (result.value !== null) === isRate),
  );
  const most = Math.max(0, ...stated.map(({ result }) => result.of998?.[1] ?? 0));
  const show = ({ town, result }: Stated, position: number): ShownResult => ({
    key: `${town.code}-${position}`,
    town: town.name,
    isOwn: town.code === own,
    measure: result.measure,
    figure: expandFigure(result.figure),
    unit: result.unit,
    when: sayWhen(result, language),
    rate: sayRate(result, language),
    drawn: drawnOf(result, most),
  });
  const names = [...new Set((perHead ?? []).map(({ town }) => town.name))];
  const facts = { all: stated.length, shown: perHead?.length ?? 0, names: listAll(names, language) };
  const measureLine = say(resultWords.measureLine, language, { prefecture: comparison.prefecture.name });
  const sources = [...new Set(stated.map(({ result }) => result.source))];
  return {
    title: say(names.length === 0 ? resultWords.titleNone : resultWords.titleSome, language, facts),
    measureLine,
    perHead: (perHead ?? []).map(show),
    notPerHead: (notPerHead ?? []).map(show),
    most: formatNumber(most, 1),
    notes: [
      resultWords.noteNotRanked[language],
      ...(names.length === 0 ? [] : [resultWords.notePart[language]]),
      ...(stated.some(({ result }) => result.figure === 'x') ? [sharedWords.hiddenNote[language]] : []),
      say(resultWords.source, language, { list: listAll(sources, language) }),
    ],
    table: tableOf([...(perHead ?? []), ...(notPerHead ?? [])], measureLine, language),
  };
}

function drawnOf({ value, of95, of998 }: PrintedResult, most: number): ShownResult['drawn'] {
  if (value === null || of95 === null || of998 === null || most <= 0) return null;
  return {
    at: value / most,
    of95: [of95[0] / most, of95[1] / most],
    of998: [of998[0] / most, of998[1] / most],
  };
}

/** '平成30年度 平成31年2月28日まで（11か月）'. */
function sayWhen({ year, until, months }: PrintedResult, language: Language): string {
  const facts = { year: formatPeriod(year, language), day: until === null ? '' : formatDay(until, language) };
  if (until === null) return say(resultWords.yearAlone, language, facts);
  if (months === null) return say(resultWords.untilAlone, language, facts);
  return say(resultWords.until, language, { ...facts, months: printMonths(months) });
}

function printMonths(months: number): string {
  return formatNumber(months, Number.isInteger(months) ? 0 : 1);
}

/** The rate with its interval, or why there is none. */
function sayRate({ value, of95, reason }: PrintedResult, language: Language): string {
  if (value === null || of95 === null) return reason === null ? '' : whyNotWords[reason][language];
  return say(resultWords.rate, language, {
    value: formatNumber(value, 1),
    lower: formatNumber(of95[0], 1),
    upper: formatNumber(of95[1], 1),
  });
}

function tableOf(stated: readonly Stated[], caption: string, language: Language): TableModel {
  const words = (text: string): TableCell => (text === '' ? { kind: 'blank' } : { kind: 'text', text });
  const number = (value: number | null | undefined, decimals: number): TableCell =>
    value === null || value === undefined
      ? { kind: 'blank' }
      : { kind: 'figure', figure: expandFigure(value), decimals };
  const column = (key: keyof typeof resultWords, isText: boolean) => ({
    key,
    label: resultWords[key][language],
    ...(isText ? { isText: true } : {}),
  });
  return {
    caption,
    rowHeader: sharedWords.municipality[language],
    columns: [
      column('columnMeasure', true),
      column('columnYear', true),
      column('columnCount', false),
      column('columnUnit', true),
      column('columnUntil', true),
      column('columnMonths', false),
      column('columnRate', false),
      column('columnLower95', false),
      column('columnUpper95', false),
      column('columnLower998', false),
      column('columnUpper998', false),
      column('columnWhy', true),
    ],
    rows: stated.map(({ town, result }, position) => ({
      key: `${town.code}-${position}`,
      label: town.name,
      cells: [
        words(result.measure),
        words(formatPeriod(result.year, language)),
        { kind: 'figure', figure: expandFigure(result.figure), decimals: 0 },
        words(result.unit),
        words(result.until === null ? '' : formatDay(result.until, language)),
        result.months === null ? { kind: 'blank' } : words(printMonths(result.months)),
        number(result.value, 1),
        number(result.of95?.[0], 1),
        number(result.of95?.[1], 1),
        number(result.of998?.[0], 1),
        number(result.of998?.[1], 1),
        words(result.reason === null ? '' : whyNotWords[result.reason][language]),
      ],
    })),
  };
}
