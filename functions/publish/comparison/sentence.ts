/** Which sentence is true of a municipality in one measure and period. The words stand in the vocabulary. */
import type { Measure } from '../../../sheets-schema/vocabulary/measures.ts';
import type { ComparisonNote, ComparisonSentence } from '../comparison.ts';
import type { Classes, Reference } from './reference.ts';
import type { TownStanding } from './standing.ts';

export function sentenceOf(
  measure: Measure,
  reference: Reference | null,
  { standing, leftOut }: Pick<TownStanding, 'standing' | 'leftOut'>,
  classes: Classes,
): ComparisonSentence {
  if (leftOut !== null) return leftOut;
  if (standing === null) return 'notApplicable';
  if (reference === null || reference.towns < 2) return 'alone';
  const { value } = standing.estimate;
  const isAbove = value > reference.value;
  if (classes.class === null) return isAbove ? 'aboveClustered' : 'belowClustered';
  if (classes.class !== 'within') return classes.class;
  if (value === reference.value) return 'same';
  // 0 counted, and not even that says that it is fewer than elsewhere.
  if (standing.count === 0 && measure.model === 'rate') return 'zeroWithin';
  return isAbove ? 'aboveWithin' : 'belowWithin';
}

export function notesOf(
  { standing, months }: Pick<TownStanding, 'standing' | 'months'>,
  reference: Reference | null,
  isBroken: boolean,
): readonly ComparisonNote[] {
  if (standing === null) return [];
  const notes: ComparisonNote[] = [];
  if (months !== null && months.reported < months.due) notes.push('months');
  if (months !== null && months.partly > 0) notes.push('partly');
  if (reference?.overdispersion.isApplied === true && reference.towns > 1) notes.push('widened');
  if (isBroken) notes.push('broken');
  return notes;
}
