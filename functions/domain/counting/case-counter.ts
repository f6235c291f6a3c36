/** What the cases of one cell (own area and own pathway) add to the series of each target that they count in. */
import type { CaseFact } from '../fact.ts';
import type { PeriodAxis, Slot } from '../period-axis.ts';
import { type SliceFinder, targetKeys } from './slices.ts';

/** How far a workbook speaks, and into what it is counted. */
export interface CaseRange {
  /** Positions of the first and the last month, both included. */
  readonly from: number;
  readonly to: number;
  readonly axis: PeriodAxis;
  /** Slots of the tab 相談受付, for R04. */
  readonly slots: readonly Slot[];
  readonly finder: SliceFinder;
}

/** Where everything stands in the block of a slice, each from its first month (`within`: its first slot). */
export type CaseLayout = ReturnType<typeof createLayout>;

/** What is counted stands first; `opening`, which is added up from it, behind. */
export function createLayout(months: number, slots: number) {
  return {
    received: 0,
    handovers: months,
    compound: 2 * months,
    closed: 3 * months,
    /** First who came to be open, in the end who is; the place before it is for those who came before the first month. */
    open: 4 * months + 1,
    within: 5 * months + 1,
    counted: 5 * months + 1 + slots,
    opening: 5 * months + 1 + slots,
    length: 6 * months + 1 + slots,
  } as const;
}

/** Takes what was counted for a target: the places of the block that are not 0, and the block. Both are used again afterwards. */
type TakeCounted = (target: number, places: Uint32Array, counted: Float64Array) => void;

/** Counts one cell after the other in the same blocks, so that a million cases need no more room than a few. */
export function createCaseCounter(
  layout: CaseLayout,
  range: CaseRange,
): (cases: readonly CaseFact[], take: TakeCounted) => void {
  const targetsOf = range.finder.targetsOf;
  const readCase = createCaseReader(layout, range);
  const blocks = targetKeys.map(() => new Float64Array(0));
  const filled = new Uint32Array(layout.counted);
  return (cases, take) => {
    const touched = new Set<number>();
    for (const fact of cases) {
      const { places, values, length } = readCase(fact);
      for (const target of targetsOf(fact.targets)) {
        let block = blocks[target];
        if (block === undefined || block.length === 0) {
          block = new Float64Array(layout.counted);
          blocks[target] = block;
        }
        touched.add(target);
        for (let one = 0; one < length; one += 1) {
          const at = places[one] ?? 0;
          block[at] = (block[at] ?? 0) + (values[one] ?? 0);
        }
      }
    }
    for (const target of touched) {
      const block = blocks[target];
      if (block === undefined) continue;
      take(target, filledPlaces(block, filled), block);
      block.fill(0);
    }
  };
}

/** What one case adds, and where: the same in each of its targets. Read again for each case. */
interface CaseTerms {
  readonly places: Uint32Array;
  readonly values: Float64Array;
  length: number;
}

function createCaseReader(layout: CaseLayout, { from, to, axis, slots }: CaseRange): (fact: CaseFact) => CaseTerms {
  const position = createPositions(axis);
  const slotsOfMonth = axis.months.map((_, month) =>
    slots.flatMap((slot, index) => (slot.months.includes(month) ? [{ index, last: Math.max(...slot.months) }] : [])),
  );
  const hears = (month: number) => month >= from && month <= to;
  const terms: CaseTerms = {
    places: new Uint32Array(5 + slots.length),
    values: new Float64Array(5 + slots.length),
    length: 0,
  };
  const add = (place: number, value: number) => {
    terms.places[terms.length] = place;
    terms.values[terms.length] = value;
    terms.length += 1;
  };
  return ({ received: receivedIn, closed: closedIn, count, handovers, isCompound, isCarriedOver }) => {
    terms.length = 0;
    const received = position(receivedIn);
    const closed = closedIn === null ? Number.POSITIVE_INFINITY : position(closedIn);
    if (!isCarriedOver && hears(received)) {
      add(layout.received + received, count);
      if (handovers.length > 0) add(layout.handovers + received, count * handovers.length);
      if (isCompound) add(layout.compound + received, count);
      for (const { index, last } of slotsOfMonth[received] ?? []) if (closed <= last) add(layout.within + index, count);
    }
    if (hears(closed)) add(layout.closed + closed, count);
    // Who was closed before the workbook speaks was never open in it; a case that came earlier is there from the beginning.
    const came = Math.max(Math.min(received, closed), from - 1);
    if (closed >= from && came <= to) add(layout.open + came, count);
    return terms;
  };
}

function filledPlaces(block: Float64Array, room: Uint32Array): Uint32Array {
  let length = 0;
  for (let at = 0; at < block.length; at += 1) {
    if (block[at] === 0) continue;
    room[length] = at;
    length += 1;
  }
  return room.subarray(0, length);
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
