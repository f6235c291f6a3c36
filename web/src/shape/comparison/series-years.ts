/** In which fiscal years a guide value holds, and between which years a line is broken because the definition changed. */
import type { GuideLine, SeriesBreak } from '#functions/publish/comparison.ts';

/** First and last day of 'FY2018'. */
function daysOf(year: string): readonly [first: string, last: string] {
  const number = Number(year.slice(2));
  return [`${number}-04-01`, `${number + 1}-03-31`];
}

/** On any day of the year. */
export function holdsIn({ from, until }: Pick<GuideLine, 'from' | 'until'>, year: string): boolean {
  const [first, last] = daysOf(year);
  return from <= last && (until === null || until >= first);
}

/**
 * Positions of the years that the line does not reach from the year before. A change on 1 April begins its year; a year in which
 * the definition changed midway is counted in two ways and stands alone.
 */
export function brokenYears(breaks: readonly Pick<SeriesBreak, 'from'>[], years: readonly string[]): readonly number[] {
  return years.flatMap((year, position) => {
    if (position === 0) return [];
    const [firstBefore] = daysOf(years[position - 1] ?? year);
    const [, last] = daysOf(year);
    return breaks.some(({ from }) => from > firstBefore && from <= last) ? [position] : [];
  });
}
