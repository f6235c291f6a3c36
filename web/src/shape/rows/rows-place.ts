/** Where and when a row must lie to be behind a figure: areas with everything below them, codes with their second level, months. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { issues, pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import { sourceOf } from '../figures/series.ts';
import { fiscalYearOf, monthsOf, yearBefore } from '../periods/periods.ts';
import type { RowsQuery } from './rows-query.ts';

const parents = new Map<string, string | null>(
  [...pathways.codes, ...targets.codes, ...issues.codes].map(({ code, parent }) => [code, parent]),
);

/** The code one level up, or the code itself. */
export function firstLevel(code: string): string {
  return parents.get(code) ?? code;
}

/** Whether a code is one of some others, or below one of them. */
export function isAmong(code: string, codes: readonly string[]): boolean {
  return codes.includes(code) || codes.includes(firstLevel(code));
}

/** An area's own code and those of everything below it. */
function withBelow(index: OfficeIndex, area: string): ReadonlySet<string> {
  const found = new Set<string>([area]);
  // Areas stand by depth, so that parents come before what lies in them.
  for (const { code, parents: above } of index.areas) if (above.some((parent) => found.has(parent))) found.add(code);
  return found;
}

/** An area's own code and those of everything above it, the municipality among them. */
export function withAbove(index: OfficeIndex, area: string): ReadonlySet<string> {
  const found = new Set<string>([area]);
  for (const { code, parents: above } of index.areas.toReversed())
    if (found.has(code)) for (const parent of above) found.add(parent);
  return found.add(index.municipality.code);
}

const unplaced = 'unplaced:';

/**
 * Whether a row's area lies in an area of the figures: everything in the municipality's code; 'unplaced:<圏域種別>' is what lies in
 * none of the areas of one division.
 */
export function areaMatcher(index: OfficeIndex, area: string): (own: string | null) => boolean {
  const root = index.municipality.code;
  if (area === root) return () => true;
  if (!area.startsWith(unplaced)) {
    const below = withBelow(index, area);
    return (own) => own !== null && below.has(own);
  }
  const kind = area.slice(unplaced.length);
  const roots = new Set<string>([root, ...index.areas.filter(({ isRoot }) => isRoot).map(({ code }) => code)]);
  const placed = index.areas
    .filter((child) => !child.isRoot && child.kind === kind && child.parents.some((parent) => roots.has(parent)))
    .map(({ code }) => withBelow(index, code));
  return (own) => own === null || !placed.some((below) => below.has(own));
}

/** The period without the mark of a compared year: 'FY2024' of 'FY2024=', the year before of 'FY2024-'. */
export function plainPeriod(period: string): string {
  if (period.endsWith('=')) return period.slice(0, -1);
  return period.endsWith('-') ? yearBefore(period.slice(0, -1)) : period;
}

/** The months of a figure's period; of a compared year those that both years reported. */
export function monthsOfQuery(
  index: OfficeIndex,
  { series, period }: Pick<RowsQuery, 'series' | 'period'>,
): readonly string[] {
  if (!/[=-]$/.test(period)) return monthsOf(period);
  const source = sourceOf(series);
  const year = period.slice(0, -1);
  const compared = index.compared[source]?.find((known) => known.year === year);
  if (compared === undefined) return [];
  const months = monthsOf(year).filter(
    (month) => (index.monthsWithData[source]?.[month] ?? 0) > 0 && !compared.leftOut.includes(month),
  );
  return period.endsWith('=') ? months : months.map(yearBefore);
}

/** The fiscal year of a month, as published: 'FY2024'. */
export function yearOf(month: string): string {
  return `FY${fiscalYearOf(month)}`;
}

/** The month before. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
