/** The rows behind 活動拠点数 (N15): of each workbook, area and activity type those of the latest day up to the end of the period. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { ActivityRowView } from '#functions/publish/row-views.ts';
import { yearOf } from './rows-place.ts';
import type { FoundRow, ListedRow } from './select-rows.ts';
import { type StockTime, stockMonth } from './stock-months.ts';

/** Areas that have ended drop out; nothing is added over time. */
export function placesRows(
  rows: readonly ListedRow<ActivityRowView>[],
  time: StockTime & { readonly asOf: string },
  index: OfficeIndex,
): readonly FoundRow[] {
  const endOf = (office: string) => {
    const month = stockMonth(time, office);
    if (month === null) return null;
    return time.asOf < lastDayOf(month) ? time.asOf : lastDayOf(month);
  };
  const known = rows.filter(({ row, workbook }) => {
    const end = endOf(workbook.office);
    const isHeard = end !== null && (workbook.year === null || workbook.year === yearOf(end.slice(0, 7)));
    return row.places !== null && isHeard && row.heldOn <= end;
  });
  const keyOf = ({ row, workbook }: ListedRow<ActivityRowView>) =>
    `${workbook.workbook}|${row.area ?? ''}|${row.activityKind}`;
  const latest = new Map<string, string>();
  for (const each of known) {
    const day = latest.get(keyOf(each)) ?? '';
    if (each.row.heldOn > day) latest.set(keyOf(each), each.row.heldOn);
  }
  const ends = new Map(index.areas.map(({ code, validUntil }) => [code as string, validUntil]));
  return known.flatMap((each) => {
    const { row, workbook } = each;
    const validUntil = ends.get(row.area ?? '') ?? null;
    const hasEnded = validUntil !== null && validUntil < (endOf(workbook.office) ?? '');
    if (row.heldOn !== latest.get(keyOf(each)) || hasEnded || row.places === null || row.places === 0) return [];
    return [{ row, workbook, amount: row.places }];
  });
}

/** The last calendar day of a month. */
function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
