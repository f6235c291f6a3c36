/** Of which month an office's stock (継続件数, 活動拠点数) is told, and whether its rows know of it. */
import type { RowsObject } from '#functions/publish/row-views.ts';
import { monthOfDay } from '../periods/periods.ts';
import { yearOf } from './rows-place.ts';
import type { RowsMeasure } from './rows-sides.ts';

/** The days from which single rows tell a stock: a case from its reception on, places from the day they were counted. */
function daysOf(measure: RowsMeasure, object: RowsObject): readonly (readonly [workbook: number, day: string])[] {
  if (measure === 'N07' && object.source === 'cases')
    return object.rows.map(({ workbook, receivedOn }) => [workbook, receivedOn] as const);
  if (measure === 'N15' && object.source === 'activities')
    return object.rows
      .filter(({ places }) => places !== null)
      .map(({ workbook, heldOn }) => [workbook, heldOn] as const);
  return [];
}

/** The first of these days, by workbook. */
function firstDays(measure: RowsMeasure, objects: readonly RowsObject[]) {
  const firsts = new Map<RowsObject['workbooks'][number], string>();
  for (const object of objects)
    for (const [position, day] of daysOf(measure, object)) {
      const workbook = object.workbooks[position];
      if (workbook === undefined) continue;
      const first = firsts.get(workbook);
      if (first === undefined || day < first) firsts.set(workbook, day);
    }
  return firsts;
}

/**
 * Whether the rows of an office know a stock at the end of a month: from the first of them on, in a workbook of a fiscal year only in
 * that year, and never after the day of the run.
 */
export function knownByRows(
  measure: RowsMeasure,
  { objects, asOf }: { readonly objects: readonly RowsObject[]; readonly asOf: string },
): (office: string, month: string) => boolean {
  let firsts: ReturnType<typeof firstDays> | null = null;
  return (office, month) => {
    firsts ??= firstDays(measure, objects);
    const isHeard = ({ office: own, year }: RowsObject['workbooks'][number]) =>
      own === office && (year === null || year === yearOf(month));
    const known = [...firsts].some(([workbook, first]) => isHeard(workbook) && monthOfDay(first) <= month);
    return known && month <= monthOfDay(asOf);
  };
}

/** Where a stock stands. */
export interface StockTime {
  /** The last month of the period that is not after the day of the run; `null` where all are. */
  readonly last: string | null;
  /** Offices whose rows tell an earlier month, because totals are the truth in the later ones and say nothing. */
  readonly rowsIn: ReadonlyMap<string, string>;
}

/** The month of which an office's rows tell a stock. */
export function stockMonth({ last, rowsIn }: StockTime, office: string): string | null {
  return rowsIn.get(office) ?? last;
}
