/** The rows of 圏域別: the tree with counts, shares, differences, rates and months. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { type Difference, differenceOf, remainderOf, sumOfPrinted } from '../figures/difference.ts';
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

/** What the table counts: new consultations, or those per population (人口10万対, a month). */
export type AreaMeasure = 'N01' | 'R06';

export interface AreaShape {
  readonly measure: AreaMeasure;
  /** Of the measure: its decimals stand in differences and months. */
  readonly decimals: number;
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
  readonly measure?: AreaMeasure;
  readonly language: Language;
}): AreaShape {
  const { index, cut, selection, division, shownName, measure = 'N01', language } = options;
  const decimals = measure === 'N01' ? 0 : 1;
  const { pathway, target, period } = selection;
  const isRoot = selection.area === index.municipality.code;
  const months = monthsUpTo(index, fiscalYearOf(period), 1);
  const missing = isRoot ? (index.missing.cases?.[period] ?? []) : [];
  const rowOf = (row: Pick<AreaRow, 'code' | 'name' | 'depth' | 'hasParts' | 'look'>): AreaRow => {
    const place = { area: row.code, pathway, target };
    const comparison = compareYears(index, cut, { ...place, series: measure, period });
    return {
      ...row,
      count: readFigure(cut, { ...place, series: 'N01', period }),
      share: readFigure(cut, { ...place, series: seriesNames.areaShare, period }),
      difference: comparison === null ? { state: 'n/a' } : differenceOf(comparison.before, comparison.after, decimals),
      rate: readFigure(cut, { ...place, series: 'R06', period }),
      months: seriesOver(index, cut, { ...place, series: measure }, months),
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
  const unplaced = unplacedRow(cut, selection, division, { rows, total, language, isRoot, measure });
  const parts = unplaced === null ? rows : [...rows, unplaced];
  const shares = parts.filter(({ depth }) => depth === 0).map(({ share }) => share);
  const all = [...parts, { ...total, share: sumOfPrinted(shares, 1) }];
  const hasMonths = all.some((row) => row.months.some(hasNumber));
  const heated = rows.filter(({ hasParts }) => !hasParts);
  return {
    measure,
    decimals,
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
  known: { rows: readonly AreaRow[]; total: AreaRow; language: Language; isRoot: boolean; measure: AreaMeasure },
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
      // Nobody lives in no area: there is no rate of it.
      if (known.measure === 'R06') return { period: point.period, figure: notApplicable, isPartial: false };
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
