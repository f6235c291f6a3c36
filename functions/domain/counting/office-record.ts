/**
 * What an office (報告機関) has reported: its workbooks together. A workbook with 対象年度 speaks for that year only;
 * everything it holds of other years is not heard.
 */

import { type IndicatorCode, indicators } from '../../../sheets-schema/vocabulary/indicators.ts';
import { fiscalYearOf, monthOf } from '../calendar.ts';
import type { Month } from '../codes.ts';
import type { FactSource, Facts, RowCounts } from '../fact.ts';
import type { CountedSource, PeriodAxis } from '../period-axis.ts';

/** One workbook's part in an office's record. */
export interface RecordPart {
  /** 対象年度, or `null` for a workbook that holds all years. */
  readonly fiscalYear: number | null;
  readonly facts: Facts;
  readonly rowCounts: RowCounts;
}

export interface OfficeRecord {
  readonly office: string;
  /** 報告開始月 of the registry or 基本情報: months are due from then on; `null` for the first reported month. */
  readonly dueFrom: Month | null;
  /** 報告終了月 of 基本情報: no month after it is due; `null` for an office that goes on. */
  readonly dueUntil: Month | null;
  readonly parts: readonly RecordPart[];
}

/** The months that a part speaks for, as positions on the axis, both included; empty where `from` exceeds `to`. */
export function voiceOf(part: RecordPart, axis: PeriodAxis): { from: number; to: number } {
  const last = axis.months.length - 1;
  if (part.fiscalYear === null) return { from: 0, to: last };
  const year = axis.fiscalYears.indexOf(part.fiscalYear);
  return year < 0 ? { from: 0, to: -1 } : { from: year * 12, to: year * 12 + 11 };
}

const sources = new Map<string, CountedSource>(
  indicators.flatMap(({ code, source }) => (source === 'quality' ? [] : [[code, source] as const])),
);

/** The tab that an indicator is counted from. */
export function sourceOf(indicator: IndicatorCode): CountedSource | null {
  return sources.get(indicator) ?? null;
}

/** The rows of one tab by month, within what each part speaks for. */
export function acceptedRows(record: OfficeRecord, source: CountedSource, axis: PeriodAxis): Float64Array {
  const rows = new Float64Array(axis.months.length);
  for (const part of record.parts) {
    const { from, to } = voiceOf(part, axis);
    const byFacts = new Float64Array(axis.months.length);
    for (const [month, count] of monthsOfFacts(part.facts, source)) {
      const position = axis.positionOf(month);
      if (position >= from && position <= to) byFacts[position] = (byFacts[position] ?? 0) + count;
    }
    for (let month = from; month <= to; month += 1) {
      const name = axis.months[month];
      const counted = name === undefined ? 0 : (part.rowCounts[source as FactSource][name]?.accepted ?? 0);
      rows[month] = (rows[month] ?? 0) + Math.max(counted, byFacts[month] ?? 0);
    }
  }
  return rows;
}

/** Rows of a tab as far as its facts show them. */
function monthsOfFacts(facts: Facts, source: CountedSource): (readonly [Month, number])[] {
  switch (source) {
    case 'cases':
      return facts.cases.filter((fact) => !fact.isCarriedOver).map((fact) => [fact.received, fact.count] as const);
    case 'actions':
      return facts.actions.map((fact) => [fact.month, fact.count] as const);
    case 'meetings':
      return facts.meetings.map((fact) => [fact.month, fact.count] as const);
    case 'activities':
      return [
        ...facts.activities.map((fact) => [fact.month, 1] as const),
        ...facts.places.map((fact) => [monthOf(fact.day), 1] as const),
      ];
    default:
      return source satisfies never;
  }
}

/** The fiscal years in which the records have accepted data, first and last; `null` where there is none. */
export function fiscalYearsOf(
  records: readonly OfficeRecord[],
  latest: number,
): { first: number | null; last: number | null } {
  let first: number | null = null;
  let last: number | null = null;
  const see = (fiscalYear: number, part: RecordPart) => {
    if (fiscalYear > latest || (part.fiscalYear !== null && part.fiscalYear !== fiscalYear)) return;
    if (first === null || fiscalYear < first) first = fiscalYear;
    if (last === null || fiscalYear > last) last = fiscalYear;
  };
  for (const { parts } of records) {
    for (const part of parts) {
      for (const source of ['cases', 'actions', 'meetings', 'activities'] as const) {
        for (const [month] of monthsOfFacts(part.facts, source)) see(fiscalYearOf(month), part);
        for (const [month, rows] of Object.entries(part.rowCounts[source])) {
          if (rows.accepted > 0) see(fiscalYearOf(month as Month), part);
        }
      }
      for (const { closed } of part.facts.cases) if (closed !== null) see(fiscalYearOf(closed), part);
      for (const { fiscalYear } of part.facts.totals) see(fiscalYear, part);
    }
  }
  return { first, last };
}
