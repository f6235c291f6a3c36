/** The rows behind 活動拠点数 (N15): of each workbook, area and activity type those of the latest day up to the end of the period. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { ActivityRowView, RowsObject } from '#functions/publish/row-views.ts';
import { yearOf } from './rows-place.ts';
import type { FoundRow, ListedRow } from './select-rows.ts';

/** Areas that have ended drop out; nothing is added over time. */
export function placesRows(
  rows: readonly ListedRow<ActivityRowView>[],
  { last, asOf }: { readonly last: string | null; readonly asOf: string },
  index: OfficeIndex,
): readonly FoundRow[] {
  if (last === null) return [];
  const end = asOf < lastDayOf(last) ? asOf : lastDayOf(last);
  const known = rows.filter(
    ({ row, workbook }) =>
      row.places !== null && row.heldOn <= end && (workbook.year === null || workbook.year === yearOf(last)),
  );
  const keyOf = ({ row, workbook }: ListedRow<ActivityRowView>) =>
    `${workbook.workbook}|${row.area ?? ''}|${row.activityKind}`;
  const latest = new Map<string, string>();
  for (const each of known) {
    const day = latest.get(keyOf(each)) ?? '';
    if (each.row.heldOn > day) latest.set(keyOf(each), each.row.heldOn);
  }
  const ended = new Set<string>(
    index.areas.filter(({ validUntil }) => validUntil !== null && validUntil < end).map(({ code }) => code),
  );
  return known
    .filter((each) => each.row.heldOn === latest.get(keyOf(each)) && !ended.has(each.row.area ?? ''))
    .flatMap(({ row, workbook }) =>
      row.places === null || row.places === 0 ? [] : [{ row, workbook, amount: row.places }],
    );
}

/** The last calendar day of a month. */
function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** By office, the last month up to `last` in which its rows tell places. */
export function placesUntil(objects: readonly RowsObject[], last: string | null): ReadonlyMap<string, string> {
  const until = new Map<string, string>();
  for (const object of objects) {
    if (object.source !== 'activities' || last === null) continue;
    for (const { workbook, heldOn, places } of object.rows) {
      const from = object.workbooks[workbook];
      const month = heldOn.slice(0, 7);
      if (from === undefined || places === null || month > last) continue;
      if (from.year !== null && from.year !== yearOf(last)) continue;
      if (month > (until.get(from.office) ?? '')) until.set(from.office, month);
    }
  }
  return until;
}
