/**
 * The rows of 集計報告 that a figure was taken from, by the rules of functions/domain/counting/totals.ts: an explicit cell stands; a
 * missing parent is the largest of the sums over 圏域, over 経路 and over months; a stock takes its last month.
 */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { RowsObject, TotalRowView } from '#functions/publish/row-views.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { yearOf } from './rows-place.ts';
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
  /** Offices that gave this indicator as totals in the period. */
  readonly offices: ReadonlySet<string>;
}

interface Wanted {
  /** `null` where only rows tell the measure. */
  readonly indicator: string | null;
  readonly side: { readonly area: string; readonly pathway: string; readonly target: string };
  readonly index: OfficeIndex;
  /** Months of the period, all of one fiscal year. */
  readonly months: readonly string[];
  readonly isStock: boolean;
  /** The last month up to the end of the period of which an office's rows tell the places: later than its totals, they stand. */
  readonly rowsUntil: ReadonlyMap<string, string>;
}

const keyOf = ({ area, pathway, target, period }: Place) => `${area}|${pathway}|${target}|${period}`;

function heardCells(objects: readonly RowsObject[], indicator: string, year: string): readonly FoundTotal[] {
  return objects.flatMap((object) => {
    if (object.source !== 'totals' || object.year !== year) return [];
    return object.rows.flatMap((row): FoundTotal[] => {
      const workbook = object.workbooks[row.workbook];
      const isHeard = workbook !== undefined && (workbook.year === null || workbook.year === year);
      return isHeard && row.indicator === indicator ? [{ row, workbook, year }] : [];
    });
  });
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
  return { close, sumOf };
}

/** What the offices' totals say of a figure, office by office. */
export function selectTotals(objects: readonly RowsObject[], wanted: Wanted): TotalsChosen {
  const { indicator, side, months, isStock } = wanted;
  const [first] = months;
  const none = { totals: [], amount: 0, offices: new Set<string>() };
  if (indicator === null || first === undefined) return none;
  const year = yearOf(first);
  const cells = heardCells(objects, indicator, year);
  const found = [...new Set(cells.map(({ workbook }) => workbook.office))].flatMap((office) => {
    const own = cells.filter(({ workbook }) => workbook.office === office);
    const { close, sumOf } = createClosing(own, wanted);
    const place = { area: side.area, pathway: side.pathway, target: side.target };
    const isByYear = months.length === 12 && own.some(({ row }) => row.month === null);
    const inMonths = months.map((period) => ({ ...place, period }));
    const closed = isByYear
      ? close({ ...place, period: year })
      : isStock
        ? (inMonths.map(close).findLast((part) => part !== null) ?? null)
        : sumOf(inMonths);
    const latest = own
      .map(({ row }) => row.month ?? months.at(-1) ?? first)
      .filter((month) => months.includes(month))
      .toSorted()
      .at(-1);
    if (latest !== undefined && (wanted.rowsUntil.get(office) ?? '') > latest) return [];
    const isSaid = isByYear || own.some(({ row }) => row.month === null || months.includes(row.month));
    return isSaid ? [{ office, closed }] : [];
  });
  return {
    totals: found.flatMap(({ closed }) => closed?.cells ?? []),
    amount: found.reduce((sum, { closed }) => sum + (closed?.value ?? 0), 0),
    offices: new Set(found.map(({ office }) => office)),
  };
}
