/**
 * The rows of 集計報告 that a figure was taken from, by the rules of functions/domain/counting/totals.ts: an explicit cell stands; a
 * missing parent is the largest of the sums over 圏域, over 経路 and over months; a stock takes its last month, of totals or of rows.
 */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { RowsObject, TotalRowView } from '#functions/publish/row-views.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { firstLevel, withAbove, yearOf } from './rows-place.ts';
import type { RowsSide } from './rows-sides.ts';
import type { RowsWorkbook } from './select-rows.ts';

export interface FoundTotal {
  readonly row: TotalRowView;
  readonly workbook: RowsWorkbook;
  readonly year: string;
}

/** The place of a cell: area, 経路, 対象 and a month, or the whole year. */
interface Place {
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
  readonly period: string;
}

/** A value and the cells that it comes from. */
interface Closed {
  readonly value: number;
  readonly cells: readonly FoundTotal[];
}

export interface TotalsChosen {
  readonly totals: readonly FoundTotal[];
  readonly amount: number;
  /** Offices that gave this indicator as totals in the period, and no rows later than these. */
  readonly offices: ReadonlySet<string>;
  /** Of a stock, by office: the month whose rows tell it, where its totals do not. */
  readonly rowsIn: ReadonlyMap<string, string>;
}

interface Wanted {
  /** `null` where only rows tell the measure: none of a slice that is narrowed by more than its offices. */
  readonly indicator: string | null;
  readonly side: Pick<RowsSide, 'area' | 'pathway' | 'target' | 'also'>;
  readonly index: OfficeIndex;
  /** Months of the period, all of one fiscal year. */
  readonly months: readonly string[];
  readonly isStock: boolean;
  /** Whether an office's rows know a stock at the end of a month. */
  readonly isKnownByRows: (office: string, month: string) => boolean;
}

const keyOf = ({ area, pathway, target, period }: Place) => `${area}|${pathway}|${target}|${period}`;

/** The totals of a year that are heard, of the offices that are asked for. */
function heardCells(
  objects: readonly RowsObject[],
  year: string,
  { also = [] }: Pick<RowsSide, 'also'>,
): readonly FoundTotal[] {
  return objects.flatMap((object) => {
    if (object.source !== 'totals' || object.year !== year) return [];
    return object.rows.flatMap((row): FoundTotal[] => {
      const workbook = object.workbooks[row.workbook];
      if (workbook === undefined || (workbook.year !== null && workbook.year !== year)) return [];
      return also.every(({ codes }) => codes.includes(workbook.office)) ? [{ row, workbook, year }] : [];
    });
  });
}

/** What offices gave as totals for a month, or for the year that it lies in. */
export function totalsGiven(
  objects: readonly RowsObject[],
  side: Pick<RowsSide, 'also'>,
  months: readonly string[],
): readonly FoundTotal[] {
  const [first] = months;
  if (first === undefined) return [];
  return heardCells(objects, yearOf(first), side).filter(({ row }) => row.month === null || months.includes(row.month));
}

/** The parts that a place may be the sum of: by division of its areas, by 経路, and of a year by month. */
function partsOf(place: Place, index: OfficeIndex, months: readonly string[]): readonly (readonly Place[])[] {
  const children = index.areas.filter(({ parents }) => parents.some((parent) => parent === place.area));
  const kinds = [...new Set(children.map(({ kind }) => kind))];
  // What lies outside of the areas (圏域 不明, 市外 …) is a part of the municipality alone.
  const outside = place.area === index.municipality.code ? [{ ...place, area: 'outside' }] : [];
  const below = pathways.codes.filter(({ parent }) => parent === (place.pathway === 'all' ? null : place.pathway));
  return [
    outside,
    ...kinds.map((kind) => [
      ...children.filter((child) => child.kind === kind).map(({ code }) => ({ ...place, area: code })),
      ...outside,
    ]),
    below.map(({ code }) => ({ ...place, pathway: code })),
    place.period.startsWith('FY') ? months.map((period) => ({ ...place, period })) : [],
  ];
}

/** The value of a place, closed over its parts; `null` where the cells say nothing of it. */
function createClosing(cells: readonly FoundTotal[], { index, months, isStock }: Wanted) {
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
  function close(place: Place): Closed | null {
    const key = keyOf(place);
    const given = explicit.get(key);
    if (given !== undefined) return { value: given.row.value, cells: [given] };
    const before = known.get(key);
    if (before !== undefined) return before;
    let largest: Closed | null = null;
    for (const parts of partsOf(place, index, months)) {
      const sum = sumOf(parts);
      if (sum !== null && (largest === null || sum.value > largest.value)) largest = sum;
    }
    known.set(key, largest);
    return largest;
  }
  /** Where a whole was given as 0 in a month, so is what it says nothing of: the cell that says so. */
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

/** What one office's totals say of a figure; of a stock perhaps that its rows of a month do. */
interface Said {
  readonly closed: Closed | null;
  readonly rowsIn?: string;
}

/**
 * A stock is the last month that anything is known of: a month of which any total was given is told by totals alone (as is each month of
 * a year of which one was), every other one by rows.
 */
function lastOf(months: readonly string[], own: readonly FoundTotal[], tell: Telling): Said | null {
  const isByTotals = (month: string) => own.some(({ row }) => row.month === null || row.month === month);
  for (const month of months.toReversed()) {
    const closed = isByTotals(month) ? tell.closed(month) : null;
    if (closed !== null) return { closed };
    if (!isByTotals(month) && tell.isKnownByRows(month)) return { closed: null, rowsIn: month };
  }
  return months.some(isByTotals) ? { closed: null } : null;
}

interface Telling {
  readonly closed: (month: string) => Closed | null;
  readonly isKnownByRows: (month: string) => boolean;
}

/** What the offices' totals say of a figure, office by office. */
export function selectTotals(objects: readonly RowsObject[], wanted: Wanted): TotalsChosen {
  const { indicator, side, months, isStock } = wanted;
  const [first] = months;
  const none = { totals: [], amount: 0, offices: new Set<string>(), rowsIn: new Map<string, string>() };
  if (indicator === null || first === undefined) return none;
  const year = yearOf(first);
  const cells = heardCells(objects, year, side).filter(({ row }) => row.indicator === indicator);
  const place = { area: side.area, pathway: side.pathway, target: side.target };
  const sayOf = (office: string): Said | null => {
    const own = cells.filter(({ workbook }) => workbook.office === office);
    const { close, sumOf, isPartOfZero } = createClosing(own, wanted);
    if (months.length === 12 && own.some(({ row }) => row.month === null))
      return { closed: close({ ...place, period: year }) };
    if (isStock)
      return lastOf(months, own, {
        closed: (period) => close({ ...place, period }) ?? isPartOfZero({ ...place, period }),
        isKnownByRows: (month) => wanted.isKnownByRows(office, month),
      });
    const isSaid = own.some(({ row }) => row.month === null || months.includes(row.month));
    return isSaid ? { closed: sumOf(months.map((period) => ({ ...place, period }))) } : null;
  };
  const found = [...new Set(cells.map(({ workbook }) => workbook.office))].flatMap((office) => {
    const said = sayOf(office);
    return said === null ? [] : [{ office, ...said }];
  });
  return {
    totals: found.flatMap(({ closed }) => closed?.cells ?? []),
    amount: found.reduce((sum, { closed }) => sum + (closed?.value ?? 0), 0),
    offices: new Set(found.filter(({ rowsIn }) => rowsIn === undefined).map(({ office }) => office)),
    rowsIn: new Map(found.flatMap(({ office, rowsIn }) => (rowsIn === undefined ? [] : [[office, rowsIn] as const]))),
  };
}
