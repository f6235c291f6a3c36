/** The rows of 集計報告 that a figure was taken from, office by office; a stock takes its last month, of totals or of rows. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { RowsObject } from '#functions/publish/row-views.ts';
import { type Closed, createClosing, type FoundTotal } from './close-totals.ts';
import { yearOf } from './rows-place.ts';
import type { RowsSide } from './rows-sides.ts';

export interface TotalsChosen {
  readonly totals: readonly FoundTotal[];
  readonly amount: number;
  /** Offices that gave this indicator as totals in the period, and no rows later than these. */
  readonly offices: ReadonlySet<string>;
  /** Offices whose totals say the figure, if only that it is 0. */
  readonly known: ReadonlySet<string>;
  /** Of a stock, by office: the month whose rows tell it, where its totals do not. */
  readonly rowsIn: ReadonlyMap<string, string>;
}

interface Wanted {
  /** `null` where only rows tell the measure: none of a slice that is narrowed by more than its offices. */
  readonly indicator: string | null;
  readonly side: Pick<RowsSide, 'area' | 'pathway' | 'target' | 'also'>;
  /** The offices that are counted; `null` for all. */
  readonly among: ReadonlySet<string> | null;
  readonly index: OfficeIndex;
  /** Months of the period, all of one fiscal year. */
  readonly months: readonly string[];
  readonly isStock: boolean;
  /** Whether an office's rows know a stock at the end of a month. */
  readonly isKnownByRows: (office: string, month: string) => boolean;
}

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
  const { indicator, side, months, isStock, among } = wanted;
  const [first] = months;
  const none = { totals: [], amount: 0, offices: new Set<string>(), known: new Set<string>(), rowsIn: new Map() };
  if (indicator === null || first === undefined) return none;
  const year = yearOf(first);
  const cells = heardCells(objects, year, side).filter(
    ({ row, workbook: { office } }) => row.indicator === indicator && (among === null || among.has(office)),
  );
  const place = { area: side.area, pathway: side.pathway, target: side.target };
  const sayOf = (office: string): Said | null => {
    const own = cells.filter(({ workbook }) => workbook.office === office);
    const { close, sumOf, isPartOfZero } = createClosing(own, wanted);
    if (months.length === 12 && own.some(({ row }) => row.month === null))
      return { closed: close({ ...place, period: year }) ?? isPartOfZero({ ...place, period: year }) };
    if (isStock)
      return lastOf(months, own, {
        closed: (period) => close({ ...place, period }) ?? isPartOfZero({ ...place, period }),
        isKnownByRows: (month) => wanted.isKnownByRows(office, month),
      });
    const isSaid = own.some(({ row }) => row.month === null || months.includes(row.month));
    if (!isSaid) return null;
    const zero = [...months, year].map((period) => isPartOfZero({ ...place, period })).find((part) => part !== null);
    return { closed: sumOf(months.map((period) => ({ ...place, period }))) ?? zero ?? null };
  };
  const found = [...new Set(cells.map(({ workbook }) => workbook.office))].flatMap((office) => {
    const said = sayOf(office);
    return said === null ? [] : [{ office, ...said }];
  });
  return {
    totals: found.flatMap(({ closed }) => closed?.cells ?? []),
    amount: found.reduce((sum, { closed }) => sum + (closed?.value ?? 0), 0),
    offices: new Set(found.filter(({ rowsIn }) => rowsIn === undefined).map(({ office }) => office)),
    known: new Set(found.filter(({ closed }) => closed !== null).map(({ office }) => office)),
    rowsIn: new Map(found.flatMap(({ office, rowsIn }) => (rowsIn === undefined ? [] : [[office, rowsIn] as const]))),
  };
}
