/** The rows of 圏域別: the tree with counts, shares, differences, rates and months, and the finding over it. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { type Difference, differenceOf, remainderOf, sumOfPrinted } from '../figures/difference.ts';
import { formatFigure, formatNumber } from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import { hasNumber, monthsUpTo, type SeriesPoint, seriesOver } from '../figures/series.ts';
import { seriesNames } from '../figures/series-names.ts';
import { fiscalYearOf } from '../periods/periods.ts';
import { comparedPeriods, compareYears } from '../periods/year-before.ts';
import { say } from '../say.ts';
import type { Selection } from '../selection.ts';
import type { Division } from './area-divisions.ts';

export interface AreaRow {
  /** An area's code, 'unplaced', or the shown area's code for the total. */
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly hasParts: boolean;
  readonly look: 'group' | 'plain' | 'total';
  readonly count: Figure;
  readonly share: Figure;
  readonly difference: Difference;
  readonly rate: Figure;
  /** Months of the fiscal year; empty where no area has any. */
  readonly months: readonly SeriesPoint[];
  /** Whether an office is missing from the count (＊); known for the whole municipality only. */
  readonly isPartial: boolean;
}

export interface AreaShape {
  readonly rows: readonly AreaRow[];
  readonly months: readonly string[];
  readonly hasRates: boolean;
  readonly hasDifferences: boolean;
  /** The months that are compared, where they are not the whole period. */
  readonly comparedMonths: readonly string[];
  /** The greatest number of a month in a row of the heat table. */
  readonly hottest: number;
  readonly missing: readonly string[];
}

const notApplicable: Figure = { state: 'n/a' };

/** Everything that the page shows of one division. `cut` holds every area for the chosen pathway and target. */
export function areaShape(options: {
  readonly index: OfficeIndex;
  readonly cut: Cut;
  readonly selection: Selection;
  readonly division: Division;
  readonly shownName: string;
  readonly language: Language;
}): AreaShape {
  const { index, cut, selection, division, shownName, language } = options;
  const { pathway, target, period } = selection;
  const isRoot = selection.area === index.municipality.code;
  const months = monthsUpTo(index, fiscalYearOf(period), 1);
  const missing = isRoot ? (index.missing.cases?.[period] ?? []) : [];
  const rowOf = (row: Pick<AreaRow, 'code' | 'name' | 'depth' | 'hasParts' | 'look'>): AreaRow => {
    const place = { area: row.code, pathway, target };
    const comparison = compareYears(index, cut, { ...place, series: 'N01', period });
    return {
      ...row,
      count: readFigure(cut, { ...place, series: 'N01', period }),
      share: readFigure(cut, { ...place, series: seriesNames.areaShare, period }),
      difference: comparison === null ? { state: 'n/a' } : differenceOf(comparison.before, comparison.after, 0),
      rate: readFigure(cut, { ...place, series: 'R06', period }),
      months: seriesOver(index, cut, { ...place, series: 'N01' }, months),
      isPartial: row.look === 'total' && missing.length > 0,
    };
  };
  const rows = division.areas.map(({ area, depth, hasParts }) =>
    rowOf({ code: area.code, name: area.name, depth, hasParts, look: hasParts ? 'group' : 'plain' }),
  );
  const total = rowOf({
    code: selection.area,
    name: say(areaWords.total, language, { place: shownName }),
    depth: 0,
    hasParts: false,
    look: 'total',
  });
  const unplaced = unplacedRow(cut, selection, division, { rows, total, language, isRoot });
  const parts = unplaced === null ? rows : [...rows, unplaced];
  const shares = parts.filter(({ depth }) => depth === 0).map(({ share }) => share);
  const all = [...parts, { ...total, share: sumOfPrinted(shares, 1) }];
  const hasMonths = all.some((row) => row.months.some(hasNumber));
  const heated = rows.filter(({ hasParts }) => !hasParts);
  return {
    rows: hasMonths ? all : all.map((row) => ({ ...row, months: [] })),
    months: hasMonths ? months : [],
    hasRates: all.some(({ rate }) => 'value' in rate),
    hasDifferences: all.some(({ difference }) => difference.state === 'value'),
    comparedMonths: comparedPeriods(index, 'N01', period)?.months ?? [],
    hottest: Math.max(
      0,
      ...heated.flatMap((row) => row.months.map(({ figure }) => ('value' in figure ? figure.value : 0))),
    ),
    missing,
  };
}

/** 圏域が不明: what of the total stands in none of the areas of the first level. */
function unplacedRow(
  cut: Cut,
  selection: Selection,
  division: Division,
  known: { rows: readonly AreaRow[]; total: AreaRow; language: Language; isRoot: boolean },
): AreaRow | null {
  const first = known.rows.filter(({ depth }) => depth === 0);
  const count = remainderOf(
    known.total.count,
    first.map((row) => row.count),
    0,
  );
  if (count === null || !known.isRoot) return null;
  const { pathway, target, period } = selection;
  const area = `unplaced:${division.kind}`;
  return {
    code: 'unplaced',
    name: say(areaWords.unplaced, known.language),
    depth: 0,
    hasParts: false,
    look: 'plain',
    count,
    share: readFigure(cut, { series: seriesNames.areaShare, area, pathway, target, period }),
    difference: { state: 'n/a' },
    rate: notApplicable,
    months: known.total.months.map((point, position) => {
      const parts = first.map((row) => row.months[position]?.figure ?? notApplicable);
      const rest = remainderOf(point.figure, parts, 0);
      const zero: Figure = { state: 'zero', value: 0 };
      const isWhole = parts.every((part) => 'value' in part) && 'value' in point.figure;
      return { period: point.period, figure: rest ?? (isWhole ? zero : notApplicable), isPartial: false };
    }),
    isPartial: false,
  };
}

/** Step 1 to 7 of the heat scale; 0 is off the scale. Up to seven, each number has its own step. */
export function heatStep(value: number, hottest: number): number {
  if (value <= 0) return 0;
  return hottest <= 7 ? Math.min(value, 7) : Math.max(1, Math.ceil((value / hottest) * 7));
}

function changeOf(row: AreaRow): number {
  return row.difference.state === 'value' ? row.difference.value : 0;
}

/** 増えた64件のうち33件は東部圏域です: the first-level area that changed most in the direction of the total. */
export function areaFinding(shape: AreaShape, language: Language): string {
  const areas = shape.rows.filter(({ depth, look, code }) => depth === 0 && look !== 'total' && code !== 'unplaced');
  const total = shape.rows.find(({ look }) => look === 'total');
  const change = total === undefined ? 0 : changeOf(total);
  if (change !== 0) {
    const sign = Math.sign(change);
    const most = areas.reduce<AreaRow | null>(
      (best, row) => (sign * changeOf(row) > (best === null ? 0 : sign * changeOf(best)) ? row : best),
      null,
    );
    if (most !== null) {
      const part = Math.abs(changeOf(most));
      const isWithin = part < Math.abs(change);
      const phrase =
        sign > 0
          ? isWithin
            ? areaWords.roseMost
            : areaWords.roseAlone
          : isWithin
            ? areaWords.fellMost
            : areaWords.fellAlone;
      const facts = { total: formatNumber(Math.abs(change)), part: formatNumber(part), area: most.name };
      return say(phrase, language, facts);
    }
  }
  const numbered = areas.filter(({ count }) => count.state === 'value');
  const most = numbered.toSorted(
    (a, b) => ('value' in b.count ? b.count.value : 0) - ('value' in a.count ? a.count.value : 0),
  )[0];
  if (most === undefined) return say(areaWords.plain, language);
  return say(areaWords.most, language, { area: most.name, count: formatFigure(most.count, 0, language) });
}
