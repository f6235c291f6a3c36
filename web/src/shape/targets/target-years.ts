import { targets } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { formatNumber, formatPeriod, printedValue } from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import { missingOffices } from '../figures/series.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import { listedTargets, restTarget, type TargetSlice, targetName } from './target-slice.ts';

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
    .filter(({ code }) => code !== targets.unknown && code !== restTarget)
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
