/**
 * Rows into base counts by slice and month (N01 to N14 and the parts of R03 and R04): workbook.md, "What is counted".
 * Every array is as long as the axis; months that an office did not report are masked later, not here.
 */
import type { ActionFact, ActivityFact, Facts, MeetingFact } from '../fact.ts';
import type { PeriodAxis, Slot } from '../period-axis.ts';
import { createPositions } from './case-counter.ts';
import { addCases } from './count-cases.ts';
import type { SliceFinder } from './slices.ts';

/** Indicators that are counted, not divided. */
export const baseIndicators = [
  'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09', 'N10', 'N11', 'N12', 'N13', 'N14', 'N15',
] as const; // biome-ignore format: one line
export type BaseIndicator = (typeof baseIndicators)[number];

/** Arrays by slice. */
export type Counts = Map<number, Float64Array>;

export interface RowTables {
  readonly byIndicator: Readonly<Record<BaseIndicator, Counts>>;
  /** Open cases at the end of the month before (R03), by month. */
  readonly opening: Counts;
  /** Cases received in a period and closed by its end (R04), by slot: it does not add up over months. */
  readonly closedWithin: Counts;
}

/** Tables without a row. */
export function emptyTables(): RowTables {
  return {
    byIndicator: {
      ...{ N01: new Map(), N02: new Map(), N03: new Map(), N04: new Map(), N05: new Map() },
      ...{ N06: new Map(), N07: new Map(), N08: new Map(), N09: new Map(), N10: new Map() },
      ...{ N11: new Map(), N12: new Map(), N13: new Map(), N14: new Map(), N15: new Map() },
    },
    opening: new Map(),
    closedWithin: new Map(),
  };
}

/** 支援方法 = 訪問 and プラン作成. */
const homeVisit = 'S03';
const supportPlan = 'S07';

/** Adds the rows of one workbook, as far as it speaks for the months `from` to `to`. */
export function addRows(
  tables: RowTables,
  {
    facts,
    from,
    to,
    axis,
    slots,
    finder,
  }: {
    facts: Facts;
    from: number;
    to: number;
    axis: PeriodAxis;
    /** Slots of the tab 相談受付, for R04. */
    slots: readonly Slot[];
    finder: SliceFinder;
  },
): void {
  if (from > to) return;
  const size = axis.months.length;
  const { byIndicator } = tables;
  const position = createPositions(axis);
  const hears = (month: number) => month >= from && month <= to;
  const add = (counts: Counts, slices: readonly number[], month: number, value: number) => {
    if (value === 0) return;
    for (const slice of slices) {
      let values = counts.get(slice);
      if (values === undefined) {
        values = new Float64Array(size);
        counts.set(slice, values);
      }
      values[month] = (values[month] ?? 0) + value;
    }
  };
  const addAction = (fact: ActionFact) => {
    const month = position(fact.month);
    if (!hears(month)) return;
    const slices = finder.slicesOf(fact);
    add(byIndicator.N02, slices, month, fact.count);
    if (fact.method === homeVisit) add(byIndicator.N03, slices, month, fact.count);
    if (fact.method === supportPlan) add(byIndicator.N04, slices, month, fact.count);
  };
  const addMeeting = (fact: MeetingFact) => {
    const month = position(fact.month);
    if (!hears(month)) return;
    const slices = finder.slicesOf({ area: fact.area, pathway: null, targets: null });
    add(byIndicator.N09, slices, month, fact.count);
    add(byIndicator.N10, slices, month, fact.discussed);
    add(byIndicator.N11, slices, month, fact.participants);
  };
  const addActivity = (fact: ActivityFact) => {
    const month = position(fact.month);
    if (!hears(month)) return;
    const slices = finder.slicesOf({ area: fact.area, pathway: null, targets: fact.targets });
    add(byIndicator.N12, slices, month, fact.times);
    add(byIndicator.N13, slices, month, fact.participants);
    add(byIndicator.N14, slices, month, fact.helpers);
  };

  addCases(tables, facts.cases, { from, to, axis, slots, finder });
  for (const fact of facts.actions) addAction(fact);
  for (const fact of facts.meetings) addMeeting(fact);
  for (const fact of facts.activities) addActivity(fact);
}
