/**
 * The page 対象・課題別: consultations by 対象 in one period, and over the fiscal years. A case with several targets
 * counts once in each, so the rows do not add up to the total; nothing here adds them.
 */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { type Code, targets } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { type Difference, differenceOf } from '../figures/difference.ts';
import { formatNumber, formatPeriod, printedValue } from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import { missingOffices } from '../figures/series.ts';
import { nameMonths } from '../periods/month-names.ts';
import { periodKind } from '../periods/periods.ts';
import { comparedPeriods, compareYears } from '../periods/year-before.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';

/** What the page shows: one area and pathway in one period. */
export interface TargetSlice {
  readonly index: OfficeIndex;
  readonly cut: Cut;
  readonly area: string;
  readonly pathway: string;
  readonly period: string;
  /** 1 for 大分類, 2 for 小分類 too. */
  readonly level: 1 | 2;
}

/** One 対象 with its printed values. */
export interface TargetRow {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly count: Figure;
  /** Published share of all consultations of the slice, in percent. */
  readonly share: Figure;
  readonly change: Difference;
  /** Length of the bar, 0 to 1 of the longest; `null` where there is no number. */
  readonly length: number | null;
}

/** The codes of a level in their order, sub-groups under their group, 不明 last. */
export function listedTargets(level: 1 | 2): readonly Code[] {
  const all: readonly Code[] = targets.codes;
  return all.filter(({ parent }) => level === 2 || parent === null);
}

/** The name of a 対象, or of all of them. */
export function targetName(code: string, language: Language): string {
  if (code === targets.unknown) return targetWords.unknownTarget[language];
  const found = listedTargets(2).find((known) => known.code === code);
  return found?.[language] ?? targetWords.allCases[language];
}

/** その他 is a rest, and no finding is made of it. */
const rest = 'T11';

/** The rows by 対象; those without any case in the period stand like any other, since 0 is a number. */
export function shapeTargetRows(slice: TargetSlice, language: Language): readonly TargetRow[] {
  const { index, cut, area, pathway, period } = slice;
  const shares = pathway === 'all' ? 'share' : 'targetShare';
  const rows = listedTargets(slice.level).map((entry) => {
    const place = { series: 'N01', area, pathway, target: entry.code, period };
    const compared = compareYears(index, cut, place);
    return {
      code: entry.code,
      name: targetName(entry.code, language),
      depth: entry.parent === null ? 0 : 1,
      count: readFigure(cut, place),
      share: readFigure(cut, { ...place, series: shares }),
      change: compared === null ? ({ state: 'n/a' } as const) : differenceOf(compared.before, compared.after, 0),
    };
  });
  const longest = Math.max(1, ...rows.map(({ count }) => ('value' in count ? count.value : 0)));
  return rows.map((row) => ({ ...row, length: 'value' in row.count ? row.count.value / longest : null }));
}

/** All consultations of the slice. */
export function totalOf(slice: TargetSlice): Figure {
  return readFigure(slice.cut, {
    series: 'N01',
    area: slice.area,
    pathway: slice.pathway,
    target: 'all',
    period: slice.period,
  });
}

/** Whether any 対象 has a number in any fiscal year or in the period; else there is nothing to draw. */
export function hasTargets(slice: TargetSlice): boolean {
  const { index, cut, area, pathway, period } = slice;
  return listedTargets(1).some(({ code }) =>
    [...index.years, period].some(
      (at) => 'value' in readFigure(cut, { series: 'N01', area, pathway, target: code, period: at }),
    ),
  );
}

/** On which months 前年差 rests, where the period is a fiscal year that has a year before. */
export function sayComparedMonths({ index, period }: TargetSlice, language: Language): readonly string[] {
  const compared = periodKind(period) === 'year' ? comparedPeriods(index, 'N01', period) : null;
  if (compared === null) return [];
  if (compared.leftOut.length === 0) return [targetWords.noteComparedMonths[language]];
  return [say(targetWords.noteLeftOut, language, { months: nameMonths(compared.leftOut, language) })];
}

/** Fiscal years of the table that have reports of some months only. */
export function sayPartYears({ index, cut }: TargetSlice, language: Language): readonly string[] {
  return index.years
    .filter((year) => cut.periods.includes(year))
    .slice(-6)
    .flatMap((year) => {
      const months = index.monthsWithData.cases?.[year] ?? 0;
      if (months === 0 || months >= 12) return [];
      return [say(targetWords.notePartYear, language, { year: formatPeriod(year, language), months })];
    });
}

/** The finding over the bars: which first-level 対象 is most frequent. その他 and 不明 are never the finding. */
export function sayMostFrequent(rows: readonly TargetRow[], language: Language): string {
  const named = rows.filter(({ depth, code }) => depth === 0 && code !== targets.unknown && code !== rest);
  const counts = named.flatMap(({ count }) => ('value' in count ? [count.value] : []));
  if (counts.length === 0) return targetWords.findingUnreported[language];
  const most = Math.max(...counts);
  const leading = named.filter(({ count }) => 'value' in count && count.value === most);
  const [first] = leading;
  if (most === 0 || first === undefined) return targetWords.findingNothing[language];
  const count = formatNumber(most);
  if (!('value' in first.share)) {
    const names = leading.map(({ name }) => name).join(language === 'ja' ? 'と' : ' and ');
    return say(targetWords.findingMostCount, language, { target: names, count });
  }
  const share = `${formatNumber(first.share.value, 1)}%`;
  if (leading.length === 1) return say(targetWords.findingMost, language, { target: first.name, count, share });
  const names = leading.map(({ name }) => name).join(language === 'ja' ? 'と' : ' and ');
  return say(targetWords.findingMostTied, language, { targets: names, count, share });
}

/** Measure, place, period, and that a case can have several targets. */
export function sayTargetMeasure(
  slice: TargetSlice,
  { place, language }: { place: string; language: Language },
): string {
  const total = totalOf(slice);
  const facts = { place, period: formatPeriod(slice.period, language) };
  if (!('value' in total)) return say(targetWords.measureNoTotal, language, facts);
  return say(targetWords.measure, language, { ...facts, total: formatNumber(total.value) });
}

/** The bars as a table: 件数, 割合, 前年差, and all consultations last. */
export function shapeTargetTable(
  slice: TargetSlice,
  { caption, language }: { caption: string; language: Language },
): TableModel {
  const rows: TableRow[] = shapeTargetRows(slice, language).map((row) => ({
    key: row.code,
    label: row.name,
    depth: row.depth,
    cells: [
      { kind: 'figure', figure: row.count, decimals: 0 },
      { kind: 'figure', figure: row.share, decimals: 1 },
      { kind: 'difference', difference: row.change, decimals: 0 },
    ],
  }));
  rows.push({
    key: 'all',
    label: targetWords.allCases[language],
    look: 'total',
    cells: [{ kind: 'figure', figure: totalOf(slice), decimals: 0 }, { kind: 'blank' }, { kind: 'blank' }],
  });
  return {
    caption,
    rowHeader: targetWords.columnTarget[language],
    columns: [
      { key: 'count', label: targetWords.columnCount[language] },
      { key: 'share', label: targetWords.columnShare[language], isQuiet: true },
      { key: 'change', label: targetWords.columnBefore[language] },
    ],
    rows,
  };
}

/** 対象 by fiscal year, at most the last six, with the difference of the first and the last that have numbers. */
export function shapeTargetYears(
  slice: TargetSlice,
  { caption, language }: { caption: string; language: Language },
): TableModel {
  const { index } = slice;
  const years = index.years.filter((year) => slice.cut.periods.includes(year)).slice(-6);
  const { area, pathway, cut } = slice;
  const cellsOf = (target: string): TableCell[] =>
    years.map((period) => ({
      kind: 'figure',
      figure: readFigure(cut, { series: 'N01', area, pathway, target, period }),
      decimals: 0,
      isPartial: missingOffices(index, 'N01', period).length > 0,
    }));
  const rows: TableRow[] = listedTargets(slice.level).map(({ code, parent }) => ({
    key: code,
    label: targetName(code, language),
    depth: parent === null ? 0 : 1,
    cells: cellsOf(code),
  }));
  rows.push({ key: 'all', label: targetWords.allCases[language], look: 'total', cells: cellsOf('all') });
  return {
    caption,
    rowHeader: targetWords.columnTarget[language],
    columns: years.map((year) => ({ key: year, label: formatPeriod(year, language) })),
    rows,
  };
}

/**
 * The finding over the years: the 対象 whose printed count moved most between the first and the last whole year. A year
 * with months missing is not compared with whole ones.
 */
export function sayLargestMove(slice: TargetSlice, language: Language): string {
  const { index } = slice;
  const isWhole = (year: string) =>
    (index.monthsWithData.cases?.[year] ?? 0) >= 12 && missingOffices(index, 'N01', year).length === 0;
  const years = index.years
    .filter((year) => slice.cut.periods.includes(year))
    .slice(-6)
    .filter(isWhole);
  const moves = listedTargets(1)
    .filter(({ code }) => code !== targets.unknown && code !== rest)
    .flatMap(({ code }) => {
      const numbers = years.flatMap((year) => {
        const figure = readFigure(slice.cut, {
          series: 'N01',
          area: slice.area,
          pathway: slice.pathway,
          target: code,
          period: year,
        });
        return 'value' in figure ? [{ year, value: printedValue(figure.value, 0) }] : [];
      });
      const [from] = numbers;
      const until = numbers.at(-1);
      return from === undefined || until === undefined || from === until ? [] : [{ code, from, until }];
    });
  const sizeOf = (move: (typeof moves)[number]) => Math.abs(move.until.value - move.from.value);
  const largest = moves.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  if (largest === undefined) return targetWords.yearsTitle[language];
  const { from, until } = largest;
  const phrase =
    until.value > from.value
      ? targetWords.yearsFinding
      : until.value < from.value
        ? targetWords.yearsFindingFell
        : targetWords.yearsFindingSame;
  return say(phrase, language, {
    target: targetName(largest.code, language),
    from: formatPeriod(from.year, language),
    until: formatPeriod(until.year, language),
    before: formatNumber(from.value),
    after: formatNumber(until.value),
  });
}
