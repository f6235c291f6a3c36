/** New consultations (相談受付) as the details count them; cases carried over from an earlier year's file are none. */
import { type Counted, heardRows, namesUnder, type Tally } from '../../domain/detail/tally.ts';
import type { CaseFact } from '../../domain/fact.ts';
import type { Municipality } from '../municipality.ts';

/** Every new consultation of the municipality's offices in the month of its reception. */
export function newCaseRows(
  { figures: { axis }, offices }: Municipality,
  namesOf: (fact: CaseFact) => readonly string[],
): Counted[] {
  return heardRows(
    offices.map(({ record }) => record),
    axis,
    {
      rowsOf: ({ cases }) => cases.filter(({ isCarriedOver }) => !isCarriedOver),
      monthOf: ({ received }) => received,
    },
  ).map(({ month, row }) => ({ month, area: row.area, names: namesOf(row), count: row.count }));
}

/** What stands under a prefix with one code. */
export function pairsUnder(tally: Tally, prefix: string): (readonly [code: string, count: number])[] {
  return namesUnder(tally, prefix).map(([[code = ''], count]) => [code, count] as const);
}

/** What stands under a prefix with two codes. */
export function triplesUnder(tally: Tally, prefix: string): (readonly [one: string, other: string, count: number])[] {
  return namesUnder(tally, prefix).map(([[one = '', other = ''], count]) => [one, other, count] as const);
}
