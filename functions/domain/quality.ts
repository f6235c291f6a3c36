/**
 * Q01 報告率, Q02 受理率 and Q03 報告日数: how far the figures can be trusted. For the whole municipality only.
 */
import { daysBetween, lastDayOf } from './calendar.ts';
import type { Day } from './codes.ts';
import { type OfficeRecord, voiceOf } from './counting/office-record.ts';
import type { StoredFigure } from './figure.ts';
import { countedSources, monthAt, type PeriodAxis, type Slot } from './period-axis.ts';
import type { OfficeReporting } from './reporting.ts';
import type { DueState } from './reports-due.ts';

/** Accepted rows by month of a workbook on the day of a run. */
export interface ArrivalDay {
  readonly day: Day;
  readonly accepted: Readonly<Record<string, number>>;
}

/** A share of the present rows that a month must have had to count as reported in time. */
const nearlyAll = 0.9;

/** Numerators and denominators that can be added up over municipalities. */
export interface QualitySides {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** Q01: months of tabs reported over those due (reports-due.ts), of all offices. */
export function reportingSides(reporting: readonly OfficeReporting[], slots: readonly Slot[]): QualitySides {
  const count = (slot: Slot, isCounted: (state: DueState) => boolean) =>
    reporting.reduce(
      (sum, { due }) =>
        sum +
        countedSources.reduce(
          (own, source) => own + slot.months.filter((month) => isCounted(due[source][month] ?? 'not-due')).length,
          0,
        ),
      0,
    );
  return {
    numerator: slots.map((slot) => count(slot, (state) => state === 'reported')),
    denominator: slots.map((slot) => count(slot, (state) => state !== 'not-due')),
  };
}

/** Q02: rows accepted over rows read, of 相談受付, 支援記録, 会議, 地域活動 and 集計報告. */
export function acceptanceSides(
  records: readonly OfficeRecord[],
  axis: PeriodAxis,
  slots: readonly Slot[],
): QualitySides {
  const read = new Float64Array(axis.months.length);
  const accepted = new Float64Array(axis.months.length);
  for (const part of records.flatMap(({ parts }) => parts)) {
    const { from, to } = voiceOf(part, axis);
    for (const byMonth of Object.values(part.rowCounts)) {
      for (let month = from; month <= to; month += 1) {
        const rows = byMonth[axis.months[month] ?? ''];
        if (rows === undefined) continue;
        read[month] = (read[month] ?? 0) + rows.read;
        accepted[month] = (accepted[month] ?? 0) + rows.accepted;
      }
    }
  }
  const over = (values: Float64Array) =>
    slots.map(({ months }) => months.reduce((sum, month) => sum + (values[month] ?? 0), 0));
  return { numerator: over(accepted), denominator: over(read) };
}

/** A percentage from its sides; 0/0 is not applicable. */
export function percentages({ numerator, denominator }: QualitySides): StoredFigure[] {
  return denominator.map((below, slot) => (below === 0 ? 'n' : ((numerator[slot] ?? 0) * 100) / below));
}

/**
 * Q03 by month, for one workbook: days from the month's end to the first run that had 90 % of its present rows. A month that
 * ended before the workbook's first run cannot be said and is left out; rows that came before the month's end count 0 days.
 */
export function reportingDays(arrivals: readonly ArrivalDay[], axis: PeriodAxis): Map<number, number> {
  const days = new Map<number, number>();
  const ordered = arrivals.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  const first = ordered[0];
  const latest = ordered.at(-1);
  if (first === undefined || latest === undefined) return days;
  axis.months.forEach((month, position) => {
    const end = axis.monthEnds[position];
    const present = latest.accepted[month] ?? 0;
    if (end === undefined || end < first.day || position >= axis.runMonth || present === 0) return;
    const run = ordered.find(({ accepted }) => (accepted[month] ?? 0) >= present * nearlyAll);
    if (run !== undefined) days.set(position, Math.max(0, daysBetween(end, run.day)));
  });
  return days;
}

/**
 * ◐ 遅れ by month, from Q03: whether nine tenths of a month's rows were there only after the end of the month that followed it
 * (翌月末). Months of which Q03 cannot be said are left out.
 */
export function lateMonths(days: ReadonlyMap<number, number>, axis: PeriodAxis): Map<number, boolean> {
  return new Map(
    [...days].map(([month, taken]) => {
      const allowed = Number(lastDayOf(monthAt(axis, month + 1)).slice(8));
      return [month, taken > allowed] as const;
    }),
  );
}

/** Q03 over the slots: the median over the months of all workbooks. */
export function medianDays(workbooks: readonly ReadonlyMap<number, number>[], slots: readonly Slot[]): StoredFigure[] {
  return slots.map(({ months }) => {
    const days = workbooks.flatMap((byMonth) => months.flatMap((month) => byMonth.get(month) ?? []));
    return medianOf(days) ?? 'n';
  });
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
