/**
 * Bounds of hidden cells by simple reasoning, row by row: what the others leave over. Exact as far as it goes, in whole numbers and
 * without a solver; what only several rows together give away it does not see.
 */
import type { Attack } from './attack.ts';

/** What a hidden cell can be, both ends included; `most` is `Infinity` where nothing bounds it. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** Rounds over all rows; each makes intervals narrower, so stopping early is safe. */
const mostRounds = 100;

/** For all cells; one that is not hidden is what it is. */
export function boundsOf({ cells, rows, floors }: Attack, hidden: ReadonlySet<number>): Interval[] {
  const least = cells.map(({ value }, cell) => (hidden.has(cell) ? (floors[cell] ?? 0) : value));
  const most = cells.map(({ value }, cell) => (hidden.has(cell) ? Number.POSITIVE_INFINITY : value));
  const open = rows.filter((row) => row.cells.some((cell) => hidden.has(cell)));
  for (let round = 0, isNarrowed = true; isNarrowed && round < mostRounds; round += 1) {
    isNarrowed = false;
    for (const row of open) {
      for (const [at, cell] of row.cells.entries()) {
        if (!hidden.has(cell)) continue;
        const sign = row.signs[at] ?? 0;
        // sign × cell = -(the others), or at least that where the row is an inequality.
        const low = -sumOf(row, at, { ofPlus: most, ofMinus: least });
        const high = -sumOf(row, at, { ofPlus: least, ofMinus: most });
        const from = sign > 0 ? low : row.isEquation ? -high : Number.NEGATIVE_INFINITY;
        const to = sign > 0 ? (row.isEquation ? high : Number.POSITIVE_INFINITY) : -low;
        if (from > (least[cell] ?? 0)) [least[cell], isNarrowed] = [from, true];
        if (to < (most[cell] ?? 0)) [most[cell], isNarrowed] = [to, true];
      }
    }
  }
  return cells.map((_, cell) => ({ least: least[cell] ?? 0, most: most[cell] ?? 0 }));
}

/** The least that each cell can be when all is hidden but zeros: a sum has at least as many as it has parts that are not zero. */
export function leastBesideZeros(attack: Attack): number[] {
  const notZero = new Set([...attack.cells.keys()].filter((cell) => (attack.cells[cell]?.value ?? 0) > 0));
  return boundsOf(attack, notZero).map(({ least }) => least);
}

/** The others of a row, added with their signs, each as large or as small as it can be. */
function sumOf(
  row: Attack['rows'][number],
  except: number,
  { ofPlus, ofMinus }: { ofPlus: readonly number[]; ofMinus: readonly number[] },
): number {
  let sum = 0;
  for (const [at, cell] of row.cells.entries()) {
    if (at === except) continue;
    sum += (row.signs[at] ?? 0) > 0 ? (ofPlus[cell] ?? 0) : -(ofMinus[cell] ?? 0);
  }
  return sum;
}
