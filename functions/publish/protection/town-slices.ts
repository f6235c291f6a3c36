/** Counts of a municipality that others reach besides its totals: new consultations by pathway and by target, and what R04 counts. */
import { pathways, targets } from '../../../sheets-schema/vocabulary/codes.ts';
import { pathwayNumber, sliceNumber, targetNumber } from '../../domain/counting/slices.ts';
import type { StoredFigure } from '../../domain/figure.ts';
import { closedWithin } from '../../protect/derived.ts';
import type { Municipality } from '../municipality.ts';

/** By '<indicator>|<pathway>|<target>', one figure a fiscal year. */
export type TownSlices = Readonly<Record<string, readonly StoredFigure[]>>;

export function slicesOfTown({ figures }: Municipality): TownSlices {
  const years = figures.slots.cases.flatMap((slot, index) => (slot.kind === 'year' ? [index] : []));
  const ofYears = (series: readonly StoredFigure[]) => years.map((slot) => series[slot] ?? 'n');
  const newCases = (pathway: string, target: string): [string, readonly StoredFigure[]] => [
    `N01|${pathway}|${target}`,
    ofYears(figures.newCasesOf(sliceNumber(0, pathwayNumber(pathway), targetNumber(target)))),
  ];
  const closed = figures.yearSides('R04').numerator;
  const ratio = ofYears(figures.seriesOf(sliceNumber(0, 0, 0)).get('R04') ?? []);
  return Object.fromEntries([
    ...pathways.codes.map(({ code }) => newCases(code, 'all')),
    ...targets.codes.map(({ code }) => newCases('all', code)),
    [
      `${closedWithin}|all|all`,
      years.map((_, year) => {
        const count = closed[year] ?? Number.NaN;
        if (!Number.isNaN(count)) return count;
        const state = ratio[year] ?? 'n';
        return typeof state === 'number' ? 'n' : state;
      }),
    ] as const,
  ]);
}
