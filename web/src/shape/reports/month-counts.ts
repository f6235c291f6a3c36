/** The months of a calendar of reports, counted: each month of an office that is due is one of 報告あり, 0件, 一部未報告 and 未報告. */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import type { CalendarRow } from './report-rows.ts';

export interface MonthCounts {
  readonly due: number;
  readonly reported: number;
  /** Of those reported, how many came late. */
  readonly late: number;
  readonly zero: number;
  readonly partly: number;
  readonly missing: number;
}

/** Of the offices' own rows; those of their tabs are parts of them. */
export function countMonths(rows: readonly CalendarRow[]): MonthCounts {
  const all = rows
    .filter(({ depth }) => depth === 0)
    .flatMap(({ cells, late, missing }) =>
      cells.map((state, place) => {
        if (state === 'reported' || state === 'zero') {
          if ((missing[place] ?? '') !== '') return 'partly';
          return state === 'reported' && late[place] === true ? 'late' : state;
        }
        return state;
      }),
    );
  const countOf = (wanted: (typeof all)[number]) => all.filter((state) => state === wanted).length;
  const late = countOf('late');
  return {
    due: all.length - countOf('not-due'),
    reported: countOf('reported') + late,
    late,
    zero: countOf('zero'),
    partly: countOf('partly'),
    missing: countOf('unreported'),
  };
}

/** '機関と月ごとの報告 令和6年度。9か月分のうち、報告あり7（うち遅れ1）・0件1・未報告1。' */
export function sayMonthCounts(measure: string, counts: MonthCounts, language: Language): string {
  if (counts.due === 0) return measure;
  const phrase = counts.partly === 0 ? statusWords.calendarCounts : statusWords.calendarCountsPartly;
  const numbers = Object.entries(counts).map(([name, count]) => [name, formatNumber(count)] as const);
  return say(phrase, language, { measure, ...Object.fromEntries(numbers) });
}
