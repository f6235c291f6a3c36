/**
 * Cases open at the end of the period before (R03), office by office: the stock of that period, from rows or totals; of an office that
 * begins a new file every April, without the old one, those that the new file carried over.
 */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { CaseRowView, RowsObject } from '#functions/publish/row-views.ts';
import { monthOfDay, monthsOf } from '../periods/periods.ts';
import { monthBefore, yearOf } from './rows-place.ts';
import type { RowsSide } from './rows-sides.ts';
import type { ListedRow, RowsWorkbook } from './select-rows.ts';
import { selectTotals, type TotalsChosen, totalsGiven } from './select-totals.ts';
import { knownByRows } from './stock-months.ts';

export interface Opening {
  /** What totals say of the period before. */
  readonly before: TotalsChosen;
  /** Whether rows of an office tell the stock in any month of the period itself. */
  readonly isToldWithin: (office: string) => boolean;
  /** Whether it is known how many were open; from the first report on, there were none before. */
  readonly isKnown: (office: string) => boolean;
}

/** What is known of the stock before a period. */
export function openingOf(
  side: RowsSide,
  asked: {
    readonly index: OfficeIndex;
    readonly objects: readonly RowsObject[];
    readonly months: readonly string[];
    readonly among: ReadonlySet<string> | null;
  },
): Opening {
  const { index, objects, months } = asked;
  const [first = ''] = months;
  const last = monthBefore(first);
  const isKnownByRows = knownByRows('N07', { objects, asOf: index.asOf });
  const before = selectTotals(objects, {
    ...asked,
    indicator: (side.also ?? []).every(({ by }) => by === 'office') ? 'N07' : null,
    ...{ side, isStock: true, isKnownByRows },
    months: first.endsWith('-04') ? monthsOf(yearOf(last)) : [last],
  });
  const hasTotals = (office: string, month: string) =>
    totalsGiven(objects, { also: [{ by: 'office', codes: [office] }] }, [month]).some(
      ({ row }) => row.indicator === 'N07',
    );
  const isToldWithin = (office: string) =>
    months.some((month) => isKnownByRows(office, month) && !hasTotals(office, month));
  const isFirst = (office: string) => {
    const states = index.offices.find((each) => each.office === office)?.sources.cases ?? [];
    return months.includes(index.months[states.indexOf('reported')] ?? '');
  };
  const isKnown = (office: string) =>
    before.known.has(office) ||
    before.rowsIn.has(office) ||
    isKnownByRows(office, last) ||
    isToldWithin(office) ||
    isFirst(office);
  return { before, isToldWithin, isKnown };
}

/** Whether a case is open at the end of a month. */
export function isOpenAfter({ receivedOn, closedOn }: CaseRowView, month: string): boolean {
  return monthOfDay(receivedOn) <= month && (closedOn === null || monthOfDay(closedOn) > month);
}

/** The rows that were open; `all` are those of every slice. */
export function openingRows(
  slice: readonly ListedRow[],
  all: readonly ListedRow[],
  { months, opening }: { readonly months: readonly string[]; readonly opening: Opening },
): readonly ListedRow[] {
  const [first] = months;
  if (first === undefined) return [];
  const before = monthBefore(first);
  const speaks = (workbook: RowsWorkbook, month: string) => workbook.year === null || workbook.year === yearOf(month);
  const knownBefore = new Set(
    all
      .filter(
        ({ row, workbook }) => 'receivedOn' in row && speaks(workbook, before) && monthOfDay(row.receivedOn) <= before,
      )
      .map(({ workbook }) => workbook.office),
  );
  const { known, offices, rowsIn } = opening.before;
  return slice.filter(({ row, workbook }) => {
    const { office } = workbook;
    if (!('receivedOn' in row) || known.has(office)) return false;
    const told = rowsIn.get(office);
    if (told !== undefined) return speaks(workbook, told) && isOpenAfter(row, told);
    if (knownBefore.has(office) && !offices.has(office)) return speaks(workbook, before) && isOpenAfter(row, before);
    return opening.isToldWithin(office) && speaks(workbook, first) && isOpenAfter(row, before);
  });
}
