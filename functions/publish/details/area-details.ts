/** One detail object an area, whose periods are those with rows; the same frame for flow, people and support. */

import { sliceNumber } from '../../domain/counting/slices.ts';
import { type Counted, countedByArea, type Tally, tallySlots } from '../../domain/detail/tally.ts';
import type { Slot } from '../../domain/period-axis.ts';
import type { Coverage } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import { releaseFormat } from '../release.ts';

interface AreaDetail<Kind extends string, Period> {
  readonly format: typeof releaseFormat;
  readonly kind: Kind;
  readonly municipality: string;
  readonly area: string;
  readonly periods: Readonly<Record<string, Period>>;
}

/** Every area in the order of the tree, one after the other, so that only one is in memory. */
export function* describeAreas<Kind extends string, Period>(
  { figures: { axis }, name, tree }: Municipality,
  { kind, counted }: { readonly kind: Kind; readonly counted: readonly Counted[] },
  describe: (area: number) => (tally: Tally, slot: Slot, position: number) => Period,
): Generator<AreaDetail<Kind, Period>> {
  const byArea = countedByArea(tree, counted);
  for (const [area, node] of tree.nodes.entries()) {
    const describePeriod = describe(area);
    const periods: Record<string, Period> = {};
    for (const [position, tally] of tallySlots(axis, byArea[area] ?? [])) {
      const slot = axis.plainSlots[position];
      if (slot !== undefined) periods[slot.name] = describePeriod(tally, slot, position);
    }
    yield { format: releaseFormat, kind, municipality: name.code, area: node.key, periods };
  }
}

/** How much of N01 the rows of an area tell, by period. */
export function createCoverage({ figures }: Municipality, area: number): (tally: Tally, position: number) => Coverage {
  const newCases = figures.newCasesOf(sliceNumber(area, 0, 0));
  return (tally, position) => ({ cases: tally.get('n') ?? 0, of: newCases[position] ?? 'n' });
}
