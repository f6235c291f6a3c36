/**
 * N15 活動拠点数: per office, area and activity type the places of the latest day on or before the end of the month;
 * several rows of that day add up, areas that have ended drop out, and nothing is ever summed over time.
 */
import type { AreaTree } from '../area-tree.ts';
import type { Day } from '../codes.ts';
import type { PlacesFact } from '../fact.ts';
import type { PeriodAxis } from '../period-axis.ts';
import type { Counts } from './count-figures.ts';
import type { SliceFinder } from './slices.ts';

/** Adds the places of one workbook for the months that it speaks for. Returns the first month with any, or `null`. */
export function addPlaces(
  counts: Counts,
  {
    places,
    from,
    to,
    axis,
    tree,
    finder,
  }: {
    places: readonly PlacesFact[];
    from: number;
    to: number;
    axis: PeriodAxis;
    tree: AreaTree;
    finder: SliceFinder;
  },
): number | null {
  const series = new Map<string, { area: PlacesFact['area']; days: Map<Day, number> }>();
  for (const { area, kind, day, places: count } of places) {
    const key = `${area ?? ''}|${kind}`;
    let one = series.get(key);
    if (one === undefined) {
      one = { area, days: new Map() };
      series.set(key, one);
    }
    one.days.set(day, (one.days.get(day) ?? 0) + count);
  }
  let first: number | null = null;
  for (const { area, days } of series.values()) {
    const ordered = [...days].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const slices = finder.slicesOf({ area, pathway: null, targets: null });
    const position = area === null ? undefined : tree.positionOf(area);
    const validUntil = position === undefined ? null : (tree.nodes[position]?.area.validUntil ?? null);
    for (let month = from; month <= Math.min(to, axis.runMonth); month += 1) {
      const end = axis.monthEnds[month];
      if (end === undefined) break;
      const latest = ordered.findLast(([day]) => day <= end);
      if (latest === undefined) continue;
      first = first === null ? month : Math.min(first, month);
      if (validUntil !== null && validUntil < end) continue;
      for (const slice of slices) {
        const values = counts.get(slice) ?? new Float64Array(axis.months.length);
        values[month] = (values[month] ?? 0) + latest[1];
        counts.set(slice, values);
      }
    }
  }
  return first;
}
