/**
 * Periods whose counts may stand side by side. A fiscal year that is under way, or with months missing, is held only
 * against the same months of the year before ('FY2024-' beside 'FY2024='), never against whole years.
 */
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatPeriod } from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import type { Selection } from '../selection.ts';
import { nameMonths } from './month-names.ts';
import { periodKind, yearBefore } from './periods.ts';
import { shortYear } from './short-year.ts';
import { comparedPeriods } from './year-before.ts';

/** A period of a cut with its name as printed: '平成29年度', '令和6年度 4〜12月'. */
export interface NamedPeriod {
  readonly period: string;
  readonly name: string;
  /** As short as an axis allows: '29'. */
  readonly short: string;
}

function monthsIn(index: OfficeIndex, period: string): number {
  return index.monthsWithData.cases?.[period] ?? 0;
}

/** Whether every month of a period has data; of a month or quarter, what there is of it counts as whole. */
function isWhole(index: OfficeIndex, period: string): boolean {
  return periodKind(period) !== 'year' || monthsIn(index, period) === 12;
}

function named(period: string, language: Language): NamedPeriod {
  return { period, name: formatPeriod(period, language), short: shortYear(period, language) };
}

/** The same months of the year before and of the selected year; only the selected one where there is no year before. */
export function yearPair(index: OfficeIndex, selected: string, language: Language): readonly NamedPeriod[] {
  const compared = comparedPeriods(index, 'N01', selected);
  if (compared === null) return [named(selected, language)];
  const own = named(selected, language);
  const before = named(yearBefore(selected), language);
  const suffix = compared.months.length > 0 ? ` ${nameMonths(compared.months, language)}` : '';
  return [
    { ...before, period: compared.before, name: `${before.name}${suffix}` },
    { ...own, period: compared.after, name: `${own.name}${suffix}` },
  ];
}

/** The selected period and the same one in the years before, oldest first, as far as whole years reach. */
export function comparablePeriods(
  index: OfficeIndex,
  cut: Cut,
  selection: Selection,
  language: Language,
): readonly NamedPeriod[] {
  if (!isWhole(index, selection.period)) return yearPair(index, selection.period, language);
  const place = { series: 'N01', area: selection.area, pathway: 'all', target: selection.target };
  const known = [...index.months, ...index.quarters, ...index.years];
  const isComparable = (period: string) =>
    known.includes(period) && isWhole(index, period) && 'value' in readFigure(cut, { ...place, period });
  const periods = [named(selection.period, language)];
  for (
    let before = yearBefore(selection.period);
    isComparable(before) && periods.length < 4;
    before = yearBefore(before)
  )
    periods.unshift(named(before, language));
  return periods;
}
