/** Days of work (受付日, 支援日, 開催日, 終結日) against the day of the run, and against the year a workbook speaks for. */
import { earliestDayOfWork, type FindingCode, type FindingFacts, unknown } from '#sheets-schema';
import { firstDayOf, lastDayOf, monthsOfFiscalYear } from '../../domain/calendar.ts';
import type { Day } from '../../domain/codes.ts';

export interface DayTrouble {
  readonly code: FindingCode;
  readonly facts: FindingFacts;
}

export interface WorkDayCheck {
  /** What is wrong with a day, `null` if nothing is. The day of the run itself is fine, the day after it is not. */
  check(day: string): DayTrouble | null;
  /** The day a row stands under, even if the row is refused; `null` where no day can be believed. */
  readable(day: string | null | undefined): Day | null;
  /** Days checked so far that are still to come: on them the workbook is read anew. */
  futureDays(): readonly Day[];
}

/** `fiscalYear`: the 対象年度 of the workbook, or `null`. `mayBeEarlier`: cases of earlier years are carried over. */
export function createWorkDayCheck(
  { today, fiscalYear }: { readonly today: Day; readonly fiscalYear: number | null },
  { mayBeEarlier = false }: { readonly mayBeEarlier?: boolean } = {},
): WorkDayCheck {
  const year = fiscalYear === null ? null : daysOfFiscalYear(fiscalYear);
  const future = new Set<Day>();
  const isPlausible = (day: string) => day >= earliestDayOfWork && day <= today;
  return {
    check(day) {
      if (day > today) {
        future.add(day as Day);
        return { code: 'date/future', facts: { day } };
      }
      if (day < earliestDayOfWork) return { code: 'date/too-early', facts: { day } };
      if (year !== null && (day > year.until || (day < year.from && !mayBeEarlier))) {
        return { code: 'date/outside-year', facts: { day, fiscalYear: fiscalYear ?? '' } };
      }
      return null;
    },
    readable(day) {
      if (typeof day !== 'string' || day === unknown) return null;
      if (day > today) future.add(day as Day);
      return isPlausible(day) ? (day as Day) : null;
    },
    futureDays: () => [...future].toSorted(),
  };
}

/** First and last day of a fiscal year. */
export function daysOfFiscalYear(fiscalYear: number): { readonly from: Day; readonly until: Day } {
  const months = monthsOfFiscalYear(fiscalYear);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) throw new Error(`No months in fiscal year ${fiscalYear}`);
  return { from: firstDayOf(first), until: lastDayOf(last) };
}
