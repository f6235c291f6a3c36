/** When reports came (Q03): the accepted rows by month on the days of the runs that changed them. Pure. */
import type { Day } from '../domain/codes.ts';
import type { Arrival, IngestedWorkbook, WorkbookState } from './ingested.ts';

/** A workbook that was held until now has none of its own. */
export function arrivalsSoFar(before: WorkbookState | null, heirOf: readonly WorkbookState[]): readonly Arrival[] {
  const own = before?.arrivals ?? [];
  return own.length > 0 ? own : (heirOf.find(({ arrivals }) => arrivals.length > 0)?.arrivals ?? []);
}

/** More than a year of runs that each brought something; older ones no longer change how late reports come. */
const mostArrivals = 500;

/** Adds the accepted rows by month, where they changed; one entry a day. */
export function recordArrival(
  arrivals: readonly Arrival[],
  { rowCounts }: Pick<IngestedWorkbook, 'rowCounts'>,
  today: Day,
): readonly Arrival[] {
  const counts = new Map<string, number>();
  for (const months of Object.values(rowCounts)) {
    for (const [month, { accepted }] of Object.entries(months)) {
      if (accepted > 0) counts.set(month, (counts.get(month) ?? 0) + accepted);
    }
  }
  const accepted = Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const earlier = arrivals.at(-1)?.day === today ? arrivals.slice(0, -1) : arrivals;
  if (JSON.stringify(earlier.at(-1)?.accepted) === JSON.stringify(accepted)) return earlier;
  return [...earlier, { day: today, accepted }].slice(-mostArrivals);
}
