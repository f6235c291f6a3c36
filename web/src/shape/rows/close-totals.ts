/**
 * The cells of 集計報告 that a value follows from, by the rules of functions/domain/counting/totals.ts: an explicit cell stands; a missing
 * parent is the largest of the sums over 圏域, over 経路 and over months.
 */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { TotalRowView } from '#functions/publish/row-views.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { firstLevel, withAbove } from './rows-place.ts';
import type { RowsWorkbook } from './select-rows.ts';

/** A row of 集計報告 behind a figure. */
export interface FoundTotal {
  readonly row: TotalRowView;
  readonly workbook: RowsWorkbook;
  readonly year: string;
}

/** The place of a cell: area, 経路, 対象 and a month, or the whole year. */
export interface Place {
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
  readonly period: string;
}

/** A value and the cells that it comes from. */
export interface Closed {
  readonly value: number;
  readonly cells: readonly FoundTotal[];
}

/** The municipality, and the months of the period, all of one fiscal year. */
interface Frame {
  readonly index: OfficeIndex;
  readonly months: readonly string[];
  readonly isStock: boolean;
}

const keyOf = ({ area, pathway, target, period }: Place) => `${area}|${pathway}|${target}|${period}`;

/** The parts that a place may be the sum of: by division of its areas, by 経路, and of a year by month. */
function partsOf(place: Place, { index, months }: Frame, outside: Place | null): readonly (readonly Place[])[] {
  const children = index.areas.filter(({ parents }) => parents.some((parent) => parent === place.area));
  const kinds = [...new Set(children.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) =>
    children.filter((child) => child.kind === kind).map(({ code }) => ({ ...place, area: code })),
  );
  // With a number from outside of the areas, the municipality's own was made from it when it was read: of areas and nothing else.
  if (outside !== null) return [[outside], ...byKind.map((parts) => [...parts, outside])];
  const below = pathways.codes.filter(({ parent }) => parent === (place.pathway === 'all' ? null : place.pathway));
  return [
    ...byKind,
    below.map(({ code }) => ({ ...place, pathway: code })),
    place.period.startsWith('FY') ? months.map((period) => ({ ...place, period })) : [],
  ];
}

/** The value of a place, closed over its parts; `null` where the cells say nothing of it. */
export function createClosing(cells: readonly FoundTotal[], frame: Frame) {
  const { index, isStock } = frame;
  const root = index.municipality.code;
  const roots = new Set<string | null>([
    null,
    root,
    ...index.areas.filter(({ isRoot }) => isRoot).map(({ code }) => code),
  ]);
  const explicit = new Map<string, FoundTotal>();
  for (const cell of cells) {
    const { area, pathway, target, month } = cell.row;
    const place = {
      area: roots.has(area) ? root : (area ?? root),
      pathway: pathway ?? 'all',
      target: target ?? 'all',
      period: month ?? cell.year,
    };
    explicit.set(keyOf(place), cell);
  }
  const known = new Map<string, Closed | null>();
  const sumOf = (parts: readonly Place[]): Closed | null => {
    const closed = parts.map(close).filter((part) => part !== null);
    const counted = isStock && parts[0]?.period !== parts[1]?.period ? closed.slice(-1) : closed;
    if (counted.length === 0) return null;
    return { value: counted.reduce((sum, { value }) => sum + value, 0), cells: counted.flatMap((part) => part.cells) };
  };
  /** 圏域 不明, 市外 …: what was typed of the place outside of all areas; of the municipality alone. */
  const outsideOf = (place: Place): Place | null => {
    const outside = { ...place, area: 'outside' };
    return place.area === root && explicit.has(keyOf(outside)) ? outside : null;
  };
  function close(place: Place): Closed | null {
    const key = keyOf(place);
    const given = explicit.get(key);
    if (given !== undefined) return { value: given.row.value, cells: [given] };
    const before = known.get(key);
    if (before !== undefined) return before;
    let largest: Closed | null = null;
    for (const parts of partsOf(place, frame, outsideOf(place))) {
      const sum = sumOf(parts);
      if (sum !== null && (largest === null || sum.value > largest.value)) largest = sum;
    }
    known.set(key, largest);
    return largest;
  }
  /** Where a whole was given as 0, so is what it says nothing of: the cell that says so. */
  const isPartOfZero = ({ area, pathway, target, period }: Place): Closed | null => {
    for (const one of withAbove(index, area))
      for (const way of [pathway, firstLevel(pathway), 'all'])
        for (const group of [target, firstLevel(target), 'all']) {
          const given = explicit.get(keyOf({ area: one, pathway: way, target: group, period }));
          if (given?.row.value === 0) return { value: 0, cells: [given] };
        }
    return null;
  };
  return { close, sumOf, isPartOfZero };
}
