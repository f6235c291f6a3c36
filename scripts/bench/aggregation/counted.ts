/** What is compared: five indicators of cases by slice and month, whoever counted them. */
import { addRows, type Counts, emptyTables } from '#functions/domain/counting/count-figures.ts';
import { createSliceFinder, pathwayNumber, sliceNumber, targetNumber } from '#functions/domain/counting/slices.ts';
import { countFacts } from '#functions/ingest/count-facts.ts';
import type { CheckedCase } from '#functions/ingest/workbook-rows.ts';
import { areas, axis, tree } from './cases.ts';

export const counted = ['N01', 'N05', 'N06', 'N07', 'N08'] as const;
export type Counted = (typeof counted)[number];
export type Figures = Readonly<Record<Counted, Counts>>;

/** Ours: accepted rows to facts, and facts to every slice that they lie in; R03 and R04 are counted along. */
export function countOurs(cases: readonly CheckedCase[]): Figures {
  const facts = countFacts({ cases, actions: [], meetings: [], activities: [], totals: [] }, areas);
  const tables = emptyTables();
  addRows(tables, {
    ...{ facts, from: 0, to: axis.months.length - 1, axis, slots: axis.plainSlots, finder: createSliceFinder(tree) },
  });
  return tables.byIndicator;
}

/** Arrays by slice from rows of a peer: area, pathway and target by their codes, the month's position, and a value for it. */
export function createFigures(): {
  readonly figures: Figures;
  add(indicator: Counted, place: { area: string; pathway: string; target: string }, month: number, value: number): void;
} {
  const figures: Figures = { N01: new Map(), N05: new Map(), N06: new Map(), N07: new Map(), N08: new Map() };
  return {
    figures,
    add(indicator, { area, pathway, target }, month, value) {
      if (month < 0 || month >= axis.months.length || value === 0) return;
      const slice = sliceNumber(tree.positionOf(area) ?? 0, pathwayNumber(pathway), targetNumber(target));
      const counts = figures[indicator];
      const values = counts.get(slice) ?? new Float64Array(axis.months.length);
      counts.set(slice, values);
      values[month] = (values[month] ?? 0) + value;
    },
  };
}

/** Throws at the first slice that two counted otherwise. */
export function requireSameFigures(ours: Figures, theirs: Figures, name: string): void {
  for (const indicator of counted) {
    const slices = new Set([...ours[indicator].keys(), ...theirs[indicator].keys()]);
    for (const slice of slices) {
      const [one, other] = [ours[indicator].get(slice), theirs[indicator].get(slice)];
      if (one === undefined || other === undefined || one.some((value, month) => value !== other[month]))
        throw new Error(`${name} counts ${indicator} of slice ${slice} otherwise`);
    }
  }
}
