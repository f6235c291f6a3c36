/**
 * Which offices a ratio is of: both its sides are added up over those that told both, by rows or by totals (集計報告), for the period
 * and the slice (functions/domain/counting/ratios.ts).
 */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { RowsObject } from '#functions/publish/row-views.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { monthOfDay } from '../periods/periods.ts';
import type { AnyRow } from './rows-conditions.ts';
import { yearOf } from './rows-place.ts';
import { type RowsMeasure, type RowsSide, type RowsTab, tabOf, totalsOf } from './rows-sides.ts';
import { openingOf } from './select-opening.ts';
import { selectTotals, totalsGiven } from './select-totals.ts';

/** What sums of one measure are asked of: all offices, or some. */
export interface Asked {
  readonly index: OfficeIndex;
  readonly objects: readonly RowsObject[];
  readonly months: readonly string[];
}

/** 経路 of the first level that are known. */
export const knownPathways = pathways.codes
  .filter(({ code, parent }) => parent === null && code !== pathways.unknown)
  .map(({ code }) => code);

/** The indicator whose total of 0 says that nothing happened, by tab. */
const mainIndicators: Readonly<Record<RowsTab, string>> = {
  cases: 'N01',
  actions: 'N02',
  meetings: 'N09',
  activities: 'N12',
};

const typedOn = (row: AnyRow): string | null => {
  if ('receivedOn' in row) return row.isCarriedOver ? null : row.receivedOn;
  return 'actedOn' in row ? row.actedOn : row.heldOn;
};

const closedOn = (row: AnyRow): string | null => ('closedOn' in row ? row.closedOn : null);

/** The months in which something of an office's rows of a tab happened. */
function monthsWithRows(
  objects: readonly RowsObject[],
  { tab, office }: { readonly tab: RowsTab; readonly office: string },
  dayOf: (row: AnyRow) => string | null,
): ReadonlySet<string> {
  const months = new Set<string>();
  for (const object of objects) {
    if (object.source !== tab) continue;
    for (const row of object.rows as readonly AnyRow[]) {
      const workbook = object.workbooks[row.workbook];
      const day = dayOf(row);
      if (day === null || workbook?.office !== office) continue;
      const month = monthOfDay(day);
      if (workbook.year === null || workbook.year === yearOf(month)) months.add(month);
    }
  }
  return months;
}

/** Whether rows of an office tell an indicator in any of the months: it typed some, or there were believably none. */
function isToldByRows(office: string, measure: RowsMeasure, { index, objects, months }: Asked): boolean {
  const tab = tabOf(measure);
  const indicator = totalsOf(measure);
  if (tab === 'totals' || indicator === null) return false;
  const typed = monthsWithRows(objects, { tab, office }, typedOn);
  const closed = measure === 'N06' ? monthsWithRows(objects, { tab, office }, closedOn) : new Set();
  const report = index.offices.find((each) => each.office === office);
  const also = [{ by: 'office', codes: [office] }] as const;
  return months.some((month) => {
    const given = totalsGiven(objects, { also }, [month]);
    if (given.some(({ row }) => row.indicator === indicator)) return false;
    if (typed.has(month) || closed.has(month)) return true;
    const main = given.filter(({ row }) => row.indicator === mainIndicators[tab]);
    const isZero =
      report?.sources[tab]?.[index.months.indexOf(month)] === 'zero' ||
      (main.length > 0 && main.every(({ row }) => row.value === 0));
    return isZero && [...typed].some((other) => yearOf(other) === yearOf(month));
  });
}

function isTold(office: string, side: RowsSide, asked: Asked): boolean {
  const totalsFor = (pathway: string) =>
    selectTotals(asked.objects, {
      ...asked,
      ...{ indicator: 'N01', side: { ...side, pathway }, among: new Set([office]), isStock: false },
      isKnownByRows: () => false,
    });
  switch (side.measure) {
    case 'known': {
      if (isToldByRows(office, 'N01', asked)) return true;
      // One pathway alone would be all of itself, unless it is all there was.
      const told = knownPathways.map(totalsFor).filter(({ known }) => known.has(office));
      const sum = told.reduce((all, { amount }) => all + amount, 0);
      return told.length > 1 || (told.length === 1 && sum === totalsFor(side.pathway).amount);
    }
    case 'closedWithin':
      return isToldByRows(office, 'N01', asked);
    case 'handled':
      return (
        (isToldByRows(office, 'N01', asked) || totalsFor(side.pathway).known.has(office)) &&
        openingOf(side, { ...asked, among: new Set([office]) }).isKnown(office)
      );
    default: {
      if (isToldByRows(office, side.measure, asked)) return true;
      const indicator = totalsOf(side.measure);
      const { known } = selectTotals(asked.objects, {
        ...asked,
        ...{ indicator, side, among: new Set([office]), isStock: false },
        isKnownByRows: () => false,
      });
      return known.has(office);
    }
  }
}

/** The offices that told every side. */
export function officesOfRatio(sides: readonly RowsSide[], asked: Asked): ReadonlySet<string> {
  return new Set(
    asked.index.offices
      .map(({ office }) => office)
      .filter((office) => sides.every((side) => isTold(office, side, asked))),
  );
}
