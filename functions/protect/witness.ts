/**
 * A witness: other numbers that the hidden cells could have without anything published being different. As long as there is one
 * in which a small count is 1 (or 0), and one in which it is `threshold` - 1, nobody can tell which of them it is.
 * Witnesses are checked in whole numbers, whoever found them.
 */
import type { Attack } from './attack.ts';

/** By how much each cell differs from the truth, by position; cells left out are as they are. */
export type Witness = ReadonlyMap<number, number>;

/** Whether no row notices: each equation still adds up, no inequality is broken, no cell falls below what is known of it. */
export function isConsistent({ cells, rows, rowsOf, floors }: Attack, witness: Witness): boolean {
  const touched = new Set<number>();
  for (const [cell, change] of witness) {
    if (!Number.isInteger(change) || (cells[cell]?.value ?? 0) + change < (floors[cell] ?? 0)) return false;
    for (const row of rowsOf[cell] ?? []) touched.add(row);
  }
  for (const number of touched) {
    const row = rows[number];
    if (row === undefined) return false;
    let sum = row.slack;
    for (const [at, cell] of row.cells.entries()) sum += (row.signs[at] ?? 0) * (witness.get(cell) ?? 0);
    if (row.isEquation ? sum !== 0 : sum < 0) return false;
  }
  return true;
}

/** Municipalities whose own numbers differ in it: their offices know that it is not so. */
export function holdersOf({ cells }: Attack, witness: Witness): Set<string> {
  const holders = new Set<string>();
  for (const cell of witness.keys()) {
    const holder = cells[cell]?.holder ?? null;
    if (holder !== null) holders.add(holder);
  }
  return holders;
}
