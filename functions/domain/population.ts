/**
 * Which population (人口, 世帯数 …) a rate divides by: the one with the 基準日 nearest before the period. Where none lies before
 * it, the earliest known one, so that a town that has just begun has rates at all; one without 基準日 comes last.
 */
import type { Population } from './area.ts';
import type { Day } from './codes.ts';

export type PopulationMeasure = 'inhabitants' | 'households' | 'elderly' | 'children';

/** The population for a period that begins on `firstDay`; that day itself counts as before. `null` where none is known. */
export function populationFor(
  editions: readonly Population[],
  measure: PopulationMeasure,
  firstDay: Day,
): { readonly value: number; readonly asOf: Day | null } | null {
  let before: { value: number; asOf: Day } | null = null;
  let after: { value: number; asOf: Day } | null = null;
  let undated: { value: number; asOf: null } | null = null;
  for (const edition of editions) {
    const value = edition[measure];
    if (value === null) continue;
    const { asOf } = edition;
    if (asOf === null) undated ??= { value, asOf };
    else if (asOf <= firstDay) {
      if (before === null || asOf > before.asOf) before = { value, asOf };
    } else if (after === null || asOf < after.asOf) after = { value, asOf };
  }
  return before ?? after ?? undated;
}

/** Editions of two statements about one area: by 基準日, the first stated wins within one day, the oldest first. */
export function unitePopulations(first: readonly Population[], further: readonly Population[]): readonly Population[] {
  const days = new Set(first.map(({ asOf }) => asOf));
  return [...first, ...further.filter(({ asOf }) => !days.has(asOf))].toSorted(byReferenceDay);
}

/** Editions of a population from the oldest; one without 基準日 first. */
export function byReferenceDay(one: Population, other: Population): number {
  const first = one.asOf ?? '';
  const second = other.asOf ?? '';
  return first < second ? -1 : first > second ? 1 : 0;
}
