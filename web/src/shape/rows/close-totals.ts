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

/** The areas right below a place, one list a division (圏域種別): divisions each cover the whole and are never added up. */
function divisionsOf(place: Place, { areas }: OfficeIndex): readonly (readonly Place[])[] {
  const children = areas.filter(({ parents }) => parents.some((parent) => parent === place.area));
  const kinds = [...new Set(children.map(({ kind }) => kind))];
  return kinds.map((kind) =>
    children.filter((child) => child.kind === kind).map(({ code }) => ({ ...place, area: code })),
  );
}

/** The parts that a place may be the sum of: by division of its areas, by 経路, and of a year by month. */
function partsOf(place: Place, { index, months }: Frame): readonly (readonly Place[])[] {
  const below = pathways.codes.filter(({ parent }) => parent === (place.pathway === 'all' ? null : place.pathway));
  return [
    ...divisionsOf(place, index),
    below.map(({ code }) => ({ ...place, pathway: code })),
    place.period.startsWith('FY') ? months.map((period) => ({ ...place, period })) : [],
  ];
}

function added(parts: readonly Closed[]): Closed {
  return { value: parts.reduce((sum, { value }) => sum + value, 0), cells: parts.flatMap(({ cells }) => cells) };
}

/** Of equal sums the first. */
function largestOf(sums: readonly (Closed | null)[]): Closed | null {
  return sums.reduce<Closed | null>(
    (largest, sum) => (sum === null || (largest !== null && sum.value <= largest.value) ? largest : sum),
    null,
  );
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
    return added(counted);
  };
  /** What the cells of areas come to, and nothing else: neither 経路 nor months are added up. */
  const areasOf = (place: Place): Closed | null => {
    const sums = divisionsOf(place, index).map((parts) => {
      const told = parts.map((part) => cellOf(part) ?? areasOf(part)).filter((part) => part !== null);
      return told.length === 0 ? null : added(told);
    });
    return largestOf(sums);
  };
  const cellOf = (place: Place): Closed | null => {
    const given = explicit.get(keyOf(place));
    return given === undefined ? null : { value: given.row.value, cells: [given] };
  };
  /**
   * What was given of a place. With a number from outside of all areas (圏域 不明, 市外 …) the municipality's own was made when it was read,
   * where none was typed: of that number and of its areas (functions/ingest/checks/compare-totals.ts).
   */
  const givenOf = (place: Place): Closed | null => {
    const typed = cellOf(place);
    if (typed !== null || place.area !== root) return typed;
    const outside = cellOf({ ...place, area: 'outside' });
    const within = outside === null ? null : areasOf(place);
    return outside === null || within === null ? outside : added([outside, within]);
  };
  function close(place: Place): Closed | null {
    const key = keyOf(place);
    const before = known.get(key);
    if (before !== undefined) return before;
    const closed = givenOf(place) ?? largestOf(partsOf(place, frame).map(sumOf));
    known.set(key, closed);
    return closed;
  }
  /** Where a whole was given as 0, so is what it says nothing of: the cells that say so. */
  const isPartOfZero = ({ area, pathway, target, period }: Place): Closed | null => {
    for (const one of withAbove(index, area))
      for (const way of [pathway, firstLevel(pathway), 'all'])
        for (const group of [target, firstLevel(target), 'all']) {
          const given = givenOf({ area: one, pathway: way, target: group, period });
          if (given?.value === 0) return given;
        }
    return null;
  };
  return { close, sumOf, isPartOfZero };
}
