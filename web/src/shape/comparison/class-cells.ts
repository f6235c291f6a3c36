/** 判定 of a municipality in one measure as it stands in a cell: its mark, its word, its side. Which class it is was published. */
import type { ComparisonObject, DeviationClass } from '#functions/publish/comparison.ts';
import { classWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { figureStateWords } from '#sheets-schema/vocabulary/words/states.ts';
import { stateMarks } from '../figures/format.ts';

/** A class, 'unclassed', or the state where there is no value. */
export type ClassCell = ComparisonObject['classes'][string][number];

/** Every class in the order of a legend. */
export const classes: readonly DeviationClass[] = ['clearlyHigh', 'high', 'within', 'low', 'clearlyLow'];

const marks: Readonly<Record<ClassCell, string>> = {
  clearlyHigh: '▲',
  high: '△',
  within: '●',
  low: '▽',
  clearlyLow: '▼',
  unclassed: '■',
  ...stateMarks,
};

export function markOf(cell: ClassCell): string {
  return marks[cell];
}

export function isState(cell: ClassCell): cell is 'unreported' | 'suppressed' | 'n/a' {
  return cell === 'unreported' || cell === 'suppressed' || cell === 'n/a';
}

/** '明らかに高い', '判定なし', '未報告'. */
export function wordOf(cell: ClassCell, language: Language): string {
  return (isState(cell) ? figureStateWords[cell] : classWords[cell])[language];
}

/** Whether it lies outside 99.8 %. */
export function isClear(cell: ClassCell | null): boolean {
  return cell === 'clearlyHigh' || cell === 'clearlyLow';
}

/** On which side of the prefecture beyond chance; `null` where that was not judged or there is no value. */
export function sideOf(cell: ClassCell): 'high' | 'within' | 'low' | null {
  if (cell === 'clearlyHigh' || cell === 'high') return 'high';
  if (cell === 'clearlyLow' || cell === 'low') return 'low';
  return cell === 'within' ? 'within' : null;
}

/** The cell of a municipality; the classes stand in the order of `towns`. */
export function cellOf(
  { classes: all, towns }: Pick<ComparisonObject, 'classes' | 'towns'>,
  place: { readonly measure: string; readonly period: string; readonly town: string },
): ClassCell {
  const position = towns.findIndex(({ code }) => code === place.town);
  return all[`${place.measure}|${place.period}`]?.[position] ?? 'n/a';
}
