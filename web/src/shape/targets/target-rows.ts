/**
 * The page 対象・課題別: consultations by 対象 in one period, and over the fiscal years. A case with several targets
 * counts once in each, so the rows do not add up to the total; nothing here adds them.
 */
import type { Figure } from '#functions/domain/figure.ts';
import { targets } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { type Difference, differenceOf } from '../figures/difference.ts';
import { formatNumber, formatPeriod } from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import { nameMonths } from '../periods/month-names.ts';
import { periodKind } from '../periods/periods.ts';
import { comparedPeriods, compareYears } from '../periods/year-before.ts';
import { say } from '../say.ts';
import type { TableModel, TableRow } from '../table-model.ts';
import { withinSentence } from '../title.ts';
import { listedTargets, restTarget, type TargetSlice, targetName, totalOf } from './target-slice.ts';

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

/** On which months 前年差 rests, where the period is a fiscal year that has a year before. */
export function sayComparedMonths({ index, period }: TargetSlice, language: Language): readonly string[] {
  const compared = periodKind(period) === 'year' ? comparedPeriods(index, 'N01', period) : null;
  if (compared === null) return [];
  if (compared.months.length === 0) return [targetWords.noteComparedMonths[language]];
  return [say(targetWords.noteMonths, language, { months: nameMonths(compared.months, language) })];
}

/** The finding over the bars: which first-level 対象 is most frequent. その他 and 不明 are never the finding. */
export function sayMostFrequent(rows: readonly TargetRow[], language: Language): string {
  const named = rows.filter(({ depth, code }) => depth === 0 && code !== targets.unknown && code !== restTarget);
  const counts = named.flatMap(({ count }) => ('value' in count ? [count.value] : []));
  if (counts.length === 0) return targetWords.findingUnreported[language];
  const most = Math.max(...counts);
  const leading = named.filter(({ count }) => 'value' in count && count.value === most);
  const [first] = leading;
  if (most === 0 || first === undefined) return targetWords.findingNothing[language];
  const count = formatNumber(most);
  const names = leading.map(({ name }) => withinSentence(name)).join(language === 'ja' ? 'と' : ' and ');
  if (!('value' in first.share)) {
    return say(targetWords.findingMostCount, language, { target: names, count });
  }
  const share = `${formatNumber(first.share.value, 1)}%`;
  if (leading.length === 1) return say(targetWords.findingMost, language, { target: names, count, share });
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
