/**
 * What a figure is counted from: a count from one list of rows, a ratio from two (分子 and 分母), a rate from the rows above its line.
 * The rules are those of functions/domain/counting (ratios.ts, rates.ts, shares.ts); a test holds the two together.
 */
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { seriesNames } from '../figures/series-names.ts';
import type { RowsQuery } from './rows-query.ts';

/** The tabs whose rows are listed. */
export type RowsTab = 'cases' | 'actions' | 'meetings' | 'activities';

const counts = [
  'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15',
] as const; // biome-ignore format: one line

/**
 * What rows are counted for: an indicator; 'known', new consultations whose 経路 is known; 'opening', open at the end of the period
 * before; 'handled', those and the new ones; 'closedWithin', received in the period and closed by its end; 'minutes' and 'agencies';
 * 'totals', what an office gave as totals (集計報告).
 */
export type RowsMeasure =
  | (typeof counts)[number]
  | 'known'
  | 'opening'
  | 'handled'
  | 'closedWithin'
  | 'minutes'
  | 'agencies'
  | 'totals';

/** One list of rows behind a figure. */
export interface RowsSide extends Omit<RowsQuery, 'series'> {
  readonly role: 'whole' | 'numerator' | 'denominator';
  readonly measure: RowsMeasure;
}

/** Rates and their target: they are counted per population, of which there are no rows. */
const rateTargets: Readonly<Record<string, string>> = { R06: 'all', R07: 'T01', R09: 'all' };

const ratios: Readonly<Record<string, readonly [above: RowsMeasure, below: RowsMeasure]>> = {
  R02: ['N08', 'N01'],
  R03: ['N06', 'handled'],
  R04: ['closedWithin', 'N01'],
  R05: ['N04', 'N01'],
  R08: ['N02', 'N01'],
};

function countOf(series: string): RowsMeasure | null {
  if (series === 'minutes' || series === 'agencies' || series === 'totals') return series;
  return counts.find((code) => code === series) ?? null;
}

function sharesOf(query: RowsQuery, root: string): readonly RowsSide[] {
  const { series, ...place } = query;
  const above = { ...place, role: 'numerator', measure: 'N01' } as const;
  const below = { ...place, role: 'denominator' } as const;
  switch (series) {
    case 'R01':
      return [
        { ...above, pathway: 'P04' },
        { ...below, measure: 'known', pathway: 'all' },
      ];
    case seriesNames.share:
      return place.pathway === 'all'
        ? [above, { ...below, measure: 'N01', target: 'all' }]
        : [above, { ...below, measure: 'known', pathway: 'all' }];
    case 'targetShare':
      return [above, { ...below, measure: 'N01', target: 'all' }];
    case seriesNames.areaShare:
      return [above, { ...below, measure: 'N01', area: root }];
    default:
      return [];
  }
}

/** The lists behind a figure; none where no row tells it. `root` is the municipality's code. */
export function rowsSides(query: RowsQuery, root: string): readonly RowsSide[] {
  const { series, ...place } = query;
  const counted = countOf(series);
  if (counted !== null) return [{ ...place, role: 'whole', measure: counted }];
  const ratio = ratios[series];
  if (ratio !== undefined)
    return [
      { ...place, role: 'numerator', measure: ratio[0] },
      { ...place, role: 'denominator', measure: ratio[1] },
    ];
  const target = rateTargets[series];
  if (target !== undefined)
    return [{ ...place, role: 'numerator', measure: 'N01', target: target === 'all' ? place.target : target }];
  return sharesOf(query, root);
}

/** Whether rows tell a figure. */
export function hasRows(query: RowsQuery): boolean {
  return rowsSides(query, '').length > 0;
}

/** The tab that a measure is counted from. */
export function tabOf(measure: RowsMeasure): RowsTab | 'totals' {
  if (measure === 'totals') return 'totals';
  if (measure === 'minutes') return 'actions';
  if (measure === 'agencies') return 'meetings';
  const source = indicators.find(({ code }) => code === measure)?.source ?? 'cases';
  return source === 'quality' ? 'cases' : source;
}

/** The indicator of 集計報告 that a measure takes where rows do not tell it; `null` where only rows do. */
export function totalsOf(measure: RowsMeasure): string | null {
  return counts.find((code) => code === measure) ?? null;
}

/** Whether a measure looks back: at rows of earlier fiscal years too. */
export function looksBack(measure: RowsMeasure): boolean {
  return ['N06', 'N07', 'N15', 'opening', 'handled'].includes(measure);
}

/** Whether it is a stock, of which the last month of a period counts. */
export function isStock(measure: RowsMeasure): boolean {
  return measure === 'N07' || measure === 'N15';
}
