/** 目安値 and breaks of a measure for one prefecture, from the rows of the registry. */
import type { RegisteredGuide } from '../../domain/registration.ts';
import type { GuideLine, SeriesBreak } from '../comparison.ts';
import { monthsOfComparedPeriod } from './last-months.ts';

export interface GuidesOfMeasure {
  readonly guides: readonly GuideLine[];
  readonly breaks: readonly SeriesBreak[];
}

/** National ones and the prefecture's own, by the day from which they hold. */
export function guidesOf(rows: readonly RegisteredGuide[], measure: string, prefecture: string): GuidesOfMeasure {
  const own = rows
    .filter((row) => row.measure === measure && (row.prefecture === null || row.prefecture === prefecture))
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.row - other.row));
  const scopeOf = (row: RegisteredGuide) => (row.prefecture === null ? 'national' : 'prefecture');
  return {
    guides: own.flatMap((row): GuideLine[] =>
      row.value === null
        ? []
        : [
            {
              scope: scopeOf(row),
              value: row.value,
              from: row.from,
              until: row.until,
              source: row.source,
              definition: row.definition,
            },
          ],
    ),
    breaks: own.flatMap((row): SeriesBreak[] =>
      row.isBreak ? [{ scope: scopeOf(row), from: row.from, definition: row.definition }] : [],
    ),
  };
}

/** Positions of those that hold on a day of the period, and whether the definition changes within it (not on its first day). */
export function inPeriod(
  { guides, breaks }: GuidesOfMeasure,
  period: string,
): { readonly guides: readonly number[]; readonly isBroken: boolean } {
  const { first, last } = monthsOfComparedPeriod(period);
  const from = `${first}-01`;
  const until = `${last}-31`;
  return {
    guides: guides.flatMap((guide, index) =>
      guide.from <= until && (guide.until === null || guide.until >= from) ? [index] : [],
    ),
    isBroken: breaks.some((each) => each.from > from && each.from <= until),
  };
}
