/**
 * 集計報告: from the cells that an office gave to the figures that follow from them (workbook.md, "Totals").
 * An explicit cell stands; a missing parent is the largest of the sums over 圏域 (one division at a time), over 経路 and over
 * months; never over 対象. A stock takes its last month. Where a whole is given as 0, so are its parts.
 */
import type { AreaTree } from '../area-tree.ts';
import type { TotalFact } from '../fact.ts';
import type { PeriodAxis } from '../period-axis.ts';
import {
  firstPathways,
  parentOfPathway,
  parentOfTarget,
  pathwayKeys,
  pathwayNumber,
  pathwaysUnder,
  sliceNumber,
  sliceParts,
  targetKeys,
  targetNumber,
} from './slices.ts';

/** Totals of one office and indicator. Periods: a month by its position, a fiscal year by `yearPeriod`. NaN where nothing is said. */
export interface Totals {
  valueOf(slice: number, period: number): number;
  /** Whether the office gave any cell of that month (any slice). */
  hasMonth(month: number): boolean;
  /** Whether the office gave any cell for that whole year (any slice). */
  hasYear(year: number): boolean;
  /** Slices with a value of their own. */
  readonly slices: ReadonlySet<number>;
}

/** The period of a whole fiscal year, by its position on the axis. */
export function yearPeriod(axis: PeriodAxis, year: number): number {
  return axis.months.length + year;
}

/** Closes the cells of one indicator. Cells that do not count any more (rows win) are left out by the caller. */
export function closeTotals({
  cells,
  isStock,
  axis,
  tree,
}: {
  cells: readonly TotalFact[];
  isStock: boolean;
  axis: PeriodAxis;
  tree: AreaTree;
}): Totals {
  const size = axis.months.length + axis.fiscalYears.length;
  const keyOf = (slice: number, period: number) => slice * size + period;
  const explicit = new Map<number, number>();
  const months = new Set<number>();
  const years = new Set<number>();
  for (const cell of cells) {
    const area = cell.area === null ? 0 : tree.positionOf(cell.area);
    if (area === undefined) continue;
    const slice = sliceNumber(area, pathwayNumber(cell.pathway ?? 'all'), targetNumber(cell.target ?? 'all'));
    const month = cell.month === null ? -1 : axis.positionOf(cell.month);
    const year = cell.month === null ? axis.fiscalYears.indexOf(cell.fiscalYear) : Math.floor(month / 12);
    if (year < 0 || (cell.month !== null && month < 0)) continue;
    explicit.set(keyOf(slice, cell.month === null ? yearPeriod(axis, year) : month), cell.value);
    (cell.month === null ? years : months).add(cell.month === null ? year : month);
  }

  /** Every slice and period that some explicit cell is a part of. */
  const possible = new Set<number>();
  const slices = new Set<number>();
  for (const key of explicit.keys()) {
    const period = key % size;
    const { area, pathway, target } = sliceParts((key - period) / size);
    const periods = period < axis.months.length ? [period, yearPeriod(axis, Math.floor(period / 12))] : [period];
    for (const a of tree.ancestorsOf(tree.nodes[area]?.area.code ?? null)) {
      for (const p of wholesOf(pathway, pathwayKeys, parentOfPathway, pathwayNumber)) {
        const slice = sliceNumber(a, p, target);
        slices.add(slice);
        for (const each of periods) possible.add(keyOf(slice, each));
      }
    }
  }

  const known = new Map<number, number>();
  const closed = (slice: number, period: number): number => {
    const key = keyOf(slice, period);
    if (!possible.has(key)) return Number.NaN;
    const given = explicit.get(key) ?? known.get(key);
    if (given !== undefined) return given;
    const { area, pathway, target } = sliceParts(slice);
    const sums: number[] = [];
    for (const { children } of tree.divisionsOf(area)) {
      sums.push(sumOf(children.map((child) => closed(sliceNumber(child, pathway, target), period))));
    }
    const name = pathwayKeys[pathway] ?? '';
    const parts = name === 'all' ? firstPathways : pathwaysUnder(name);
    sums.push(sumOf(parts.map((part) => closed(sliceNumber(area, pathwayNumber(part), target), period))));
    if (period >= axis.months.length) {
      const first = (period - axis.months.length) * 12;
      const byMonth = Array.from({ length: 12 }, (_, offset) => closed(slice, first + offset));
      sums.push(isStock ? (byMonth.findLast((value) => !Number.isNaN(value)) ?? Number.NaN) : sumOf(byMonth));
    }
    const value = sums.reduce(
      (largest, sum) => (Number.isNaN(sum) || sum <= largest ? largest : sum),
      Number.NEGATIVE_INFINITY,
    );
    const result = value === Number.NEGATIVE_INFINITY ? Number.NaN : value;
    known.set(key, result);
    return result;
  };

  const hasZero = [...explicit.values()].includes(0);
  /** A part of something that the office gave as 0. A stock that is 0 at the end of a year says nothing about its months. */
  const isPartOfZero = (slice: number, period: number): boolean => {
    const { area, pathway, target } = sliceParts(slice);
    const isMonth = period < axis.months.length;
    const periods = isMonth && !isStock ? [period, yearPeriod(axis, Math.floor(period / 12))] : [period];
    for (const a of tree.ancestorsOf(tree.nodes[area]?.area.code ?? null)) {
      for (const p of wholesOf(pathway, pathwayKeys, parentOfPathway, pathwayNumber)) {
        for (const t of wholesOf(target, targetKeys, parentOfTarget, targetNumber)) {
          for (const each of periods) if (explicit.get(keyOf(sliceNumber(a, p, t), each)) === 0) return true;
        }
      }
    }
    return false;
  };

  return {
    slices,
    hasMonth: (month) => months.has(month),
    hasYear: (year) => years.has(year),
    valueOf: (slice, period) => {
      const value = closed(slice, period);
      return Number.isNaN(value) && hasZero && isPartOfZero(slice, period) ? 0 : value;
    },
  };
}

/** A code's own number, its parent's and 'all'. */
function wholesOf(
  number: number,
  keys: readonly string[],
  parents: ReadonlyMap<string, string | null>,
  numberOf: (key: string) => number,
): number[] {
  if (number === 0) return [0];
  const parent = parents.get(keys[number] ?? '') ?? null;
  return parent === null ? [number, 0] : [number, numberOf(parent), 0];
}

/** The sum of what is there; NaN where nothing is. */
function sumOf(values: readonly number[]): number {
  let sum = Number.NaN;
  for (const value of values) if (!Number.isNaN(value)) sum = Number.isNaN(sum) ? value : sum + value;
  return sum;
}
