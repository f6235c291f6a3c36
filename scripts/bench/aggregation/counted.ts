/** What is compared: five indicators of cases by slice and month, whoever counted them. */
import { addRows, type Counts, emptyTables } from '#functions/domain/counting/count-figures.ts';
import { createSliceFinder, sliceNumber } from '#functions/domain/counting/slices.ts';
import { countFacts } from '#functions/ingest/count-facts.ts';
import type { CheckedCase } from '#functions/ingest/workbook-rows.ts';
import { processorTime } from '../processor-time.ts';
import { areas, axis, tree } from './cases.ts';

export const counted = ['N01', 'N05', 'N06', 'N07', 'N08'] as const;
export type Counted = (typeof counted)[number];
export type Figures = Readonly<Record<Counted, Counts>>;

/** What somebody counted, and how it was divided. */
export interface Counting {
  /** To be compared: putting a peer's rows into arrays is not measured. */
  readonly figures: () => Figures;
  /** Milliseconds of processor time until there were facts; the rest is what the figures took. */
  readonly factsTook: number;
}

/** Ours: accepted rows to facts, and facts to every slice that they lie in; the parts of R03 and R04 are counted along. */
export function countOurs(cases: readonly CheckedCase[]): Counting {
  const start = processorTime();
  const facts = countFacts({ cases, actions: [], meetings: [], activities: [], totals: [] }, areas);
  const factsTook = processorTime() - start;
  const tables = emptyTables();
  addRows(tables, {
    ...{ facts, from: 0, to: axis.months.length - 1, axis, slots: axis.plainSlots, finder: createSliceFinder(tree) },
  });
  return { figures: () => tables.byIndicator, factsTook };
}

/**
 * Arrays by slice from the rows of a peer: the numbers of area, pathway and target, the month's position, N01, N05, N06, N08 and N07 in that
 * order, sorted: a stock stays until it moves.
 */
export function collectFigures(columns: readonly ArrayLike<unknown>[], stock: ArrayLike<unknown>): Figures {
  const figures: Figures = { N01: new Map(), N05: new Map(), N06: new Map(), N07: new Map(), N08: new Map() };
  const numberAt = (column: number, row: number) => Number(columns[column]?.[row]);
  const sliceAt = (row: number) => sliceNumber(numberAt(0, row), numberAt(1, row), numberAt(2, row));
  const length = columns[0]?.length ?? 0;
  let next = length === 0 ? -1 : sliceAt(0);
  for (let row = 0; row < length; row += 1) {
    const slice = next;
    next = row + 1 < length ? sliceAt(row + 1) : -1;
    const month = numberAt(3, row);
    for (const [at, code] of flows.entries())
      fill(figures[code], slice, { month, until: month, value: numberAt(4 + at, row) });
    const until = next === slice ? numberAt(3, row + 1) - 1 : axis.months.length - 1;
    fill(figures.N07, slice, { month, until, value: Number(stock[row]) });
  }
  return figures;
}

const flows = ['N01', 'N05', 'N06', 'N08'] as const satisfies readonly Counted[];

/** The same value from one month to another, both included; nothing where it is 0. */
function fill(counts: Counts, slice: number, { month, until, value }: { month: number; until: number; value: number }) {
  if (value === 0) return;
  const values = counts.get(slice) ?? new Float64Array(axis.months.length);
  counts.set(slice, values);
  values.fill(value, month, until + 1);
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
