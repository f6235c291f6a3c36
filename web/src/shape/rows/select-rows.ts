/**
 * The rows behind a figure, chosen from the published rows by the rules under which the figure was counted
 * (functions/domain/counting): nothing is computed, rows are chosen and what each contributes is told.
 */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { ActivityRowView, RowsObject } from '#functions/publish/row-views.ts';
import { monthOfDay } from '../periods/periods.ts';
import type { FoundTotal } from './close-totals.ts';
import { type Asked, knownPathways, officesOfRatio } from './ratio-offices.ts';
import { type AnyRow, isInSlice, isPathwayKnown, satisfies } from './rows-conditions.ts';
import { areaMatcher, monthsOfQuery, yearOf } from './rows-place.ts';
import type { RowsQuery } from './rows-query.ts';
import { isStock, type RowsMeasure, type RowsSide, rowsSides, tabOf, totalsOf } from './rows-sides.ts';
import { isOpenAfter, type Opening, openingOf, openingRows } from './select-opening.ts';
import { placesRows } from './select-places.ts';
import { selectTotals, type TotalsChosen, totalsGiven } from './select-totals.ts';
import { knownByRows, type StockTime, stockMonth } from './stock-months.ts';

export type RowsWorkbook = RowsObject['workbooks'][number];

/** A row behind a figure, and how much of the figure it is. */
export interface FoundRow {
  readonly row: AnyRow;
  readonly workbook: RowsWorkbook;
  readonly amount: number;
}

/** One list of rows behind a figure, by day; where an office sends totals (集計報告), the totals that it was taken from. */
export interface FoundSide {
  readonly side: RowsSide;
  readonly rows: readonly FoundRow[];
  readonly totals: readonly FoundTotal[];
  /** What rows and totals come to. */
  readonly amount: number;
}

/** A listed row with its workbook, of whichever object it came from. */
export interface ListedRow<Row extends AnyRow = AnyRow> {
  readonly row: Row;
  readonly workbook: RowsWorkbook;
}

function listed(objects: readonly RowsObject[], tab: RowsObject['source']): readonly ListedRow[] {
  return objects.flatMap((object): ListedRow[] => {
    if (object.source !== tab || object.source === 'totals') return [];
    return object.rows.flatMap((row): ListedRow[] => {
      const workbook = object.workbooks[row.workbook];
      return workbook === undefined ? [] : [{ row, workbook }];
    });
  });
}

/** The day by which a row of a tab is listed. */
export function dayOf(row: AnyRow): string {
  if ('receivedOn' in row) return row.receivedOn;
  return 'actedOn' in row ? row.actedOn : row.heldOn;
}

/** What a row contributes to a measure, apart from when and where. */
function amountOf(measure: RowsMeasure, row: AnyRow): number {
  switch (measure) {
    case 'N03':
      return 'method' in row && row.method === 'S03' ? 1 : 0;
    case 'N04':
      return 'method' in row && row.method === 'S07' ? 1 : 0;
    case 'N05':
      return 'handovers' in row ? row.handovers.length : 0;
    case 'N08':
      return 'isCompound' in row && row.isCompound ? 1 : 0;
    case 'N10':
      return 'discussed' in row ? (row.discussed ?? 0) : 0;
    case 'N11':
    case 'N13':
      return 'participants' in row ? (row.participants ?? 0) : 0;
    case 'N12':
      return 'times' in row ? row.times : 0;
    case 'N14':
      return 'helpers' in row ? (row.helpers ?? 0) : 0;
    case 'minutes':
      return 'minutes' in row ? row.minutes : 0;
    case 'agencies':
      return 'agencies' in row ? (row.agencies ?? 0) : 0;
    case 'known':
      return isPathwayKnown(row) ? 1 : 0;
    default:
      return 1;
  }
}

interface Time extends StockTime {
  readonly months: readonly string[];
  readonly opening: Opening | null;
  /** The first day on which nothing was counted any more. */
  readonly asOf: string;
}

/** Whether a row of a measure lies in its time. */
function isInTime(measure: RowsMeasure, { row, workbook }: ListedRow, time: Time): boolean {
  const { months } = time;
  const last = stockMonth(time, workbook.office);
  const isHeard = (month: string) => workbook.year === null || workbook.year === yearOf(month);
  const isIn = (month: string) => months.includes(month) && isHeard(month);
  const month = monthOfDay(dayOf(row));
  if (!('receivedOn' in row)) return isIn(month);
  switch (measure) {
    case 'N06':
      return row.closedOn !== null && isIn(monthOfDay(row.closedOn));
    case 'N07':
      return last !== null && isHeard(last) && isOpenAfter(row, last);
    case 'closedWithin':
      return (
        !row.isCarriedOver && isIn(month) && row.closedOn !== null && monthOfDay(row.closedOn) <= (months.at(-1) ?? '')
      );
    default:
      return !row.isCarriedOver && isIn(month);
  }
}

function chosenRows(rows: readonly ListedRow[], side: RowsSide, time: Time, index: OfficeIndex): readonly FoundRow[] {
  const isInArea = areaMatcher(index, side.area);
  const slice = rows.filter(
    ({ row, workbook }) =>
      isInArea(row.area) &&
      isInSlice(row, side) &&
      (side.also ?? []).every((condition) => satisfies(row, condition, workbook.office)),
  );
  const { measure } = side;
  if (measure === 'N15') return placesRows(slice as readonly ListedRow<ActivityRowView>[], time, index);
  const { months, opening } = time;
  const openRows = opening === null ? [] : openingRows(slice, rows, { months, opening });
  const inTime = (of: RowsMeasure) => slice.filter((each) => isInTime(of, each, time));
  const chosen =
    measure === 'opening' ? openRows : measure === 'handled' ? [...openRows, ...inTime('N01')] : inTime(measure);
  return chosen.map((each) => ({ ...each, amount: amountOf(measure, each.row) })).filter(({ amount }) => amount > 0);
}

function byDay(one: FoundRow, other: FoundRow): number {
  return dayOf(one.row).localeCompare(dayOf(other.row));
}

type Totals = Pick<TotalsChosen, 'totals' | 'amount' | 'offices' | 'rowsIn'>;

function together(parts: readonly Totals[]): Totals {
  return {
    totals: parts.flatMap(({ totals }) => totals),
    amount: parts.reduce((sum, { amount }) => sum + amount, 0),
    offices: new Set(),
    rowsIn: new Map(),
  };
}

/** The totals of a side: of known 経路 those of each, of what was handled the open ones too; none where only rows tell it. */
function totalsOfSide(
  side: RowsSide,
  opening: Opening | null,
  { objects, ...wanted }: Omit<Parameters<typeof selectTotals>[1], 'indicator' | 'side'> & Pick<Asked, 'objects'>,
): Totals {
  const isOfOffices = (side.also ?? []).every(({ by }) => by === 'office');
  const of = (indicator: string | null, pathway: string) =>
    selectTotals(objects, { ...wanted, indicator: isOfOffices ? indicator : null, side: { ...side, pathway } });
  if (side.measure === 'known') return together(knownPathways.map((pathway) => of('N01', pathway)));
  if (opening === null) return of(totalsOf(side.measure), side.pathway);
  return together([opening.before, ...(side.measure === 'handled' ? [of('N01', side.pathway)] : [])]);
}

/** Every list behind a figure. `objects` are the published rows that it needs (neededRows). */
export function selectRows(
  query: RowsQuery,
  { index, objects }: { readonly index: OfficeIndex; readonly objects: readonly RowsObject[] },
): readonly FoundSide[] {
  const months = monthsOfQuery(index, query);
  const asOf = index.asOf;
  const last = months.findLast((month) => month <= monthOfDay(asOf)) ?? null;
  const sides = rowsSides(query, index.municipality.code);
  // Shares are of all offices, ratios of those that told both sides.
  const isRatio = sides.length > 1 && query.series.startsWith('R');
  const among = isRatio ? officesOfRatio(sides, { index, objects, months }) : null;
  return sides.map((side) => {
    const { measure } = side;
    if (measure === 'totals') {
      const given = totalsGiven(objects, side, months);
      return { side, rows: [], totals: given, amount: given.length };
    }
    const looksBefore = measure === 'handled' || measure === 'opening';
    const opening = looksBefore ? openingOf(side, { index, objects, months, among }) : null;
    const { totals, amount, offices, rowsIn } = totalsOfSide(side, opening, {
      ...{ index, objects, months, isStock: isStock(measure) },
      // Which cases were closed within the period only rows tell.
      among: query.series === 'R04' ? new Set() : among,
      isKnownByRows: knownByRows(measure, { objects, asOf }),
    });
    const time: Time = { months, asOf, last, rowsIn, opening };
    const rows = chosenRows(listed(objects, tabOf(measure)), side, time, index).filter(
      ({ workbook: { office } }) =>
        // An office's stock comes from its totals where they tell it, however many rows it has.
        (among === null || among.has(office)) && !(isStock(measure) && offices.has(office)),
    );
    return { side, rows: rows.toSorted(byDay), totals, amount: rows.reduce((sum, row) => sum + row.amount, amount) };
  });
}
