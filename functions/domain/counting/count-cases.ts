/**
 * Cases by slice and month (N01, N05 to N08 and the parts of R03 and R04): workbook.md, "What is counted". A case is counted once for its own
 * area and pathway, and what was counted there is added to all slices above. A stock is what came in less what went out: its months are
 * added up once, at the end, and not for every month of every case.
 */
import type { CaseFact } from '../fact.ts';
import type { PeriodAxis, Slot } from '../period-axis.ts';
import type { Counts, RowTables } from './count-figures.ts';
import type { SliceFinder } from './slices.ts';

/** Adds the cases of one workbook, as far as it speaks for the months `from` to `to`. */
export function addCases(
  tables: RowTables,
  cases: readonly CaseFact[],
  {
    from,
    to,
    axis,
    slots,
    finder,
  }: {
    from: number;
    to: number;
    axis: PeriodAxis;
    /** Slots of the tab 相談受付, for R04. */
    slots: readonly Slot[];
    finder: SliceFinder;
  },
): void {
  const layout = createLayout(axis.months.length, slots.length);
  const slotsOfMonth = axis.months.map((_, month) =>
    slots.flatMap((slot, index) => (slot.months.includes(month) ? [{ index, last: Math.max(...slot.months) }] : [])),
  );
  const position = createPositions(axis);
  const hears = (month: number) => month >= from && month <= to;
  const own = new Map<number, Float64Array>();

  const blockOf = (blocks: Map<number, Float64Array>, slice: number): Float64Array => {
    const known = blocks.get(slice);
    if (known !== undefined) return known;
    const block = new Float64Array(layout.length);
    blocks.set(slice, block);
    return block;
  };
  const add = (block: Float64Array, at: number, value: number) => {
    block[at] = (block[at] ?? 0) + value;
  };
  /** Counts in every month from `first` to `last`: it comes in at the first, and goes out after the last. */
  const addStay = (block: Float64Array, start: number, first: number, last: number, count: number) => {
    const [begin, end] = [Math.max(first, from), Math.min(last, to)];
    if (begin > end) return;
    add(block, start + begin, count);
    add(block, start + end + 1, -count);
  };

  for (const fact of cases) {
    const { count } = fact;
    const received = position(fact.received);
    const closed = fact.closed === null ? Number.POSITIVE_INFINITY : position(fact.closed);
    const isNew = !fact.isCarriedOver && hears(received);
    const within = isNew ? (slotsOfMonth[received] ?? []).filter(({ last }) => closed <= last) : [];
    for (const slice of finder.ownSlicesOf(fact)) {
      const block = blockOf(own, slice);
      if (isNew) {
        add(block, layout.received + received, count);
        add(block, layout.handovers + received, count * fact.handovers.length);
        if (fact.isCompound) add(block, layout.compound + received, count);
        for (const { index } of within) add(block, layout.within + index, count);
      }
      if (hears(closed)) add(block, layout.closed + closed, count);
      addStay(block, layout.open, received, closed - 1, count);
      addStay(block, layout.opening, received + 1, closed, count);
    }
  }

  const blocks = new Map<number, Float64Array>();
  for (const [slice, block] of own) {
    const filled = filledPlaces(block);
    for (const whole of finder.wholesOf(slice)) {
      const sum = blockOf(blocks, whole);
      for (const at of filled) sum[at] = (sum[at] ?? 0) + (block[at] ?? 0);
    }
  }
  const { byIndicator, opening, closedWithin } = tables;
  const months = axis.months.length;
  for (const [slice, block] of blocks) {
    addUp(block, layout.open, months);
    addUp(block, layout.opening, months);
    const part = (start: number, length: number) => block.subarray(start, start + length);
    addSeries(byIndicator.N01, slice, part(layout.received, months));
    addSeries(byIndicator.N05, slice, part(layout.handovers, months));
    addSeries(byIndicator.N06, slice, part(layout.closed, months));
    addSeries(byIndicator.N07, slice, part(layout.open, months));
    addSeries(byIndicator.N08, slice, part(layout.compound, months));
    addSeries(opening, slice, part(layout.opening, months));
    addSeries(closedWithin, slice, part(layout.within, slots.length));
  }
}

/** Where everything stands in the block of a slice; what stays has a place more, for what goes out after the last month. */
function createLayout(months: number, slots: number) {
  return {
    received: 0,
    handovers: months,
    compound: 2 * months,
    closed: 3 * months,
    open: 4 * months,
    opening: 5 * months + 1,
    within: 6 * months + 2,
    length: 6 * months + 2 + slots,
  } as const;
}

function filledPlaces(block: Float64Array): readonly number[] {
  const filled: number[] = [];
  for (let at = 0; at < block.length; at += 1) if (block[at] !== 0) filled.push(at);
  return filled;
}

/** From what comes in and goes out to what is there. */
function addUp(block: Float64Array, start: number, length: number): void {
  for (let at = start + 1; at < start + length; at += 1) block[at] = (block[at] ?? 0) + (block[at - 1] ?? 0);
}

/** A slice in which nothing was counted has no array. */
function addSeries(counts: Counts, slice: number, values: Float64Array): void {
  if (!values.some((value) => value !== 0)) return;
  const known = counts.get(slice);
  if (known === undefined) counts.set(slice, values);
  else for (let at = 0; at < values.length; at += 1) known[at] = (known[at] ?? 0) + (values[at] ?? 0);
}

/** Positions of months, also before (negative) or after the axis. */
export function createPositions(axis: PeriodAxis): (month: string) => number {
  const first = axis.months[0];
  const known = new Map<string, number>();
  return (month) => {
    if (first === undefined) return -1;
    let position = known.get(month);
    if (position === undefined) {
      const years = Number(month.slice(0, 4)) - Number(first.slice(0, 4));
      position = years * 12 + Number(month.slice(5, 7)) - Number(first.slice(5, 7));
      known.set(month, position);
    }
    return position;
  };
}
