/**
 * Cases by slice and month (N01, N05 to N08 and the parts of R03 and R04): workbook.md, "What is counted". Cases are taken one cell (own
 * area and own pathway) after the other: what is counted in a cell is small enough to stay near the processor, and is added to all cells
 * above it once. A stock is what came in less what went out: its months are added up at the end, and not for every month of every case.
 */
import type { CaseFact } from '../fact.ts';
import { type CaseLayout, type CaseRange, createCaseCounter, createLayout } from './case-counter.ts';
import type { Counts, RowTables } from './count-figures.ts';
import { type SliceFinder, sliceOfCell } from './slices.ts';

/** Adds the cases of one workbook, as far as it speaks for the months `from` to `to`. */
export function addCases(tables: RowTables, cases: readonly CaseFact[], range: CaseRange): void {
  const { axis, slots, finder } = range;
  const layout = createLayout(axis.months.length, slots.length);
  const countCell = createCaseCounter(layout, range);
  const blocks = new Map<number, Float64Array>();
  for (const [cell, inCell] of byCell(cases, finder)) {
    const wholes = finder.wholesOf(cell);
    countCell(inCell, (target, places, counted) => {
      for (const whole of wholes) {
        const slice = sliceOfCell(whole, target);
        let block = blocks.get(slice);
        if (block === undefined) {
          block = new Float64Array(layout.length);
          blocks.set(slice, block);
        }
        for (const at of places) block[at] = (block[at] ?? 0) + (counted[at] ?? 0);
      }
    });
  }
  for (const [slice, block] of blocks) addBlock(tables, slice, { block, layout, range });
}

function byCell(cases: readonly CaseFact[], finder: SliceFinder): ReadonlyMap<number, readonly CaseFact[]> {
  const cells = new Map<number, CaseFact[]>();
  for (const fact of cases) {
    const cell = finder.cellOf(fact);
    const known = cells.get(cell);
    if (known === undefined) cells.set(cell, [fact]);
    else known.push(fact);
  }
  return cells;
}

/** From the block of a slice to its series. */
function addBlock(
  { byIndicator, opening, closedWithin }: RowTables,
  slice: number,
  { block, layout, range }: { block: Float64Array; layout: CaseLayout; range: CaseRange },
): void {
  const months = range.axis.months.length;
  addUpStocks(block, layout, range);
  const part = (start: number, length: number) => block.subarray(start, start + length);
  addSeries(byIndicator.N01, slice, part(layout.received, months));
  addSeries(byIndicator.N05, slice, part(layout.handovers, months));
  addSeries(byIndicator.N06, slice, part(layout.closed, months));
  addSeries(byIndicator.N07, slice, part(layout.open, months));
  addSeries(byIndicator.N08, slice, part(layout.compound, months));
  addSeries(opening, slice, part(layout.opening, months));
  addSeries(closedWithin, slice, part(layout.within, range.slots.length));
}

/** From what comes in and goes out to what is there at the end of each month, and at the end of the month before. */
function addUpStocks(block: Float64Array, layout: CaseLayout, { from, to }: CaseRange): void {
  let stock = block[layout.open + from - 1] ?? 0;
  block[layout.open + from - 1] = 0;
  for (let month = from; month <= to; month += 1) {
    block[layout.opening + month] = stock;
    stock += (block[layout.open + month] ?? 0) - (block[layout.closed + month] ?? 0);
    block[layout.open + month] = stock;
  }
}

/** A slice in which nothing was counted has no array. */
function addSeries(counts: Counts, slice: number, values: Float64Array): void {
  if (!hasAny(values)) return;
  const known = counts.get(slice);
  if (known === undefined) counts.set(slice, values);
  else for (let at = 0; at < values.length; at += 1) known[at] = (known[at] ?? 0) + (values[at] ?? 0);
}

function hasAny(values: Float64Array): boolean {
  for (const value of values) if (value !== 0) return true;
  return false;
}
