/**
 * Counting rows under names, month by month, for an area and everything below it. Quarters and fiscal years are sums of
 * their months: only what adds up over time is counted here.
 */
import type { AreaTree } from '../area-tree.ts';
import type { AreaCode, Month } from '../codes.ts';
import { type OfficeRecord, voiceOf } from '../counting/office-record.ts';
import type { Facts } from '../fact.ts';
import type { PeriodAxis } from '../period-axis.ts';

/** Numbers by name. */
export type Tally = ReadonlyMap<string, number>;

/** What a row adds: `count` to each of its names, in its month and area. */
export interface Counted {
  /** Position on the axis. */
  readonly month: number;
  /** `null`: counted at the root only. */
  readonly area: AreaCode | null;
  readonly names: readonly string[];
  readonly count: number;
}

/** The rows of all offices within what each workbook speaks for, with their month's position on the axis. */
export function heardRows<Row>(
  records: readonly OfficeRecord[],
  axis: PeriodAxis,
  { rowsOf, monthOf }: { rowsOf: (facts: Facts) => readonly Row[]; monthOf: (row: Row) => Month },
): { readonly month: number; readonly row: Row }[] {
  return records.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      const { from, to } = voiceOf(part, axis);
      return rowsOf(part.facts).flatMap((row) => {
        const month = axis.positionOf(monthOf(row));
        return month >= from && month <= to && month >= 0 ? [{ month, row }] : [];
      });
    }),
  );
}

/** For each position in the tree, what lies in that area or below it: a row once in every ancestor and once in the root. */
export function countedByArea(tree: AreaTree, counted: readonly Counted[]): readonly (readonly Counted[])[] {
  const byArea: Counted[][] = tree.nodes.map(() => []);
  for (const each of counted) {
    for (const area of tree.ancestorsOf(each.area)) byArea[area]?.push(each);
  }
  return byArea;
}

/** By position in `axis.plainSlots`, in that order; slots without a row are left out. */
export function tallySlots(axis: PeriodAxis, counted: readonly Counted[]): ReadonlyMap<number, Tally> {
  const slots = new Map<number, Map<string, number>>();
  const tallyOf = (slot: number): Map<string, number> => {
    const known = slots.get(slot) ?? new Map<string, number>();
    slots.set(slot, known);
    return known;
  };
  for (const { month, names, count } of counted) {
    const tally = tallyOf(month);
    for (const name of names) tally.set(name, (tally.get(name) ?? 0) + count);
  }
  const quarters = axis.months.length;
  const years = quarters + axis.quarters.length;
  for (const [month, tally] of [...slots]) {
    for (const slot of [quarters + Math.floor(month / 3), years + Math.floor(month / 12)]) {
      const whole = tallyOf(slot);
      for (const [name, count] of tally) whole.set(name, (whole.get(name) ?? 0) + count);
    }
  }
  return new Map([...slots].toSorted(([one], [other]) => one - other));
}

/** The names that begin with `prefix|`, split, with their numbers, in the order of their codes. */
export function namesUnder(tally: Tally, prefix: string): (readonly [codes: readonly string[], count: number])[] {
  const start = `${prefix}|`;
  return [...tally]
    .filter(([name]) => name.startsWith(start))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => [name.slice(start.length).split('|'), count] as const);
}
