/**
 * か所数 by activity type (活動種別), as N15 has them for all types together: per office the latest day on or before the end of
 * the period; never summed over time. Totals (集計報告) know no types and are no part of it.
 */
import type { AreaTree } from '../area-tree.ts';
import type { Counts } from '../counting/count-figures.ts';
import { type OfficeRecord, voiceOf } from '../counting/office-record.ts';
import { createSliceFinder, sliceNumber } from '../counting/slices.ts';
import { addPlaces } from '../counting/stocks.ts';
import type { PeriodAxis } from '../period-axis.ts';

/** The places of an area (its position) by activity type at the end of some months; types that nobody reported are left out. */
export type PlacesByKind = (area: number, months: readonly number[]) => ReadonlyMap<string, number>;

interface OfficePlaces {
  /** Months in which the office's places are known from its rows. */
  readonly known: ReadonlySet<number>;
  readonly kinds: readonly { readonly kind: string; readonly since: number; readonly counts: Counts }[];
}

export function createPlacesByKind(records: readonly OfficeRecord[], axis: PeriodAxis, tree: AreaTree): PlacesByKind {
  const finder = createSliceFinder(tree);
  const offices = records.map((record): OfficePlaces => {
    const known = new Set<number>();
    const kinds = new Map<string, { since: number; counts: Counts }>();
    for (const part of record.parts) {
      const { from, to } = voiceOf(part, axis);
      const last = Math.min(to, axis.runMonth);
      let first = last + 1;
      for (const kind of new Set(part.facts.places.map((fact) => fact.kind))) {
        const one = kinds.get(kind) ?? { since: Number.POSITIVE_INFINITY, counts: new Map() };
        const places = part.facts.places.filter((fact) => fact.kind === kind);
        const since = addPlaces(one.counts, { places, from, to, axis, tree, finder });
        if (since === null) continue;
        kinds.set(kind, { ...one, since: Math.min(one.since, since) });
        first = Math.min(first, since);
      }
      for (let month = first; month <= last; month += 1) known.add(month);
    }
    return { known, kinds: [...kinds].map(([kind, one]) => ({ kind, ...one })) };
  });
  return (area, months) => {
    const places = new Map<string, number>();
    for (const { known, kinds } of offices) {
      const month = months.findLast((each) => known.has(each));
      if (month === undefined) continue;
      for (const { kind, since, counts } of kinds) {
        const count = month < since ? undefined : counts.get(sliceNumber(area, 0, 0))?.[month];
        if (count !== undefined) places.set(kind, (places.get(kind) ?? 0) + count);
      }
    }
    return places;
  };
}
