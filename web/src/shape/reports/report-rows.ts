/**
 * The calendar of データの状態: reporting offices (報告機関) by month of a fiscal year, with the finding over it.
 * A state keeps its word all the way: the mark is for eyes, the word for everyone.
 */
import type { OfficeIndex, OfficeReport, ReportState } from '#functions/publish/release.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatDay, formatMonthAlone, formatPeriod } from '../figures/format.ts';
import { monthsOf } from '../periods/periods.ts';
import { say } from '../say.ts';
import { countMonths, sayMonthCounts } from './month-counts.ts';
import { countReports } from './reporting.ts';
import { sourcePhrases, sourceWord } from './sources.ts';

/** Mark and word of each state; ⓪ is drawn as a ring with a 0 in it. */
export const reportStates: Readonly<Record<ReportState, { readonly mark: string; readonly word: Phrase }>> = {
  reported: { mark: '●', word: statusWords.reported },
  zero: { mark: '⓪', word: statusWords.zero },
  unreported: { mark: '…', word: statusWords.unreported },
  'not-due': { mark: '・', word: statusWords.notDue },
};

export interface CalendarRow {
  readonly key: string;
  readonly label: string;
  /** 1 for a tab under its office. */
  readonly depth: 0 | 1;
  readonly isHeld: boolean;
  readonly cells: readonly ReportState[];
  /** ◐: by month, whether its rows came late. */
  readonly late: readonly boolean[];
  /** By month, the tabs whose report is missing while others are there, as printed; empty where none is. */
  readonly missing: readonly string[];
  /** The latest day of any accepted row, as printed; empty for tabs and where there is none. */
  readonly last: string;
  /** The office has not reported the newest month that is due. */
  readonly isLate: boolean;
}

export interface ReportCalendar {
  readonly title: string;
  /** What the calendar is, and the same with its months counted. */
  readonly measure: string;
  readonly counted: string;
  readonly months: readonly { readonly month: string; readonly label: string; readonly name: string }[];
  readonly rows: readonly CalendarRow[];
  /** Reports of the year that are due, one a month of each tab, and those of them that were given. */
  readonly due: number;
  readonly reported: number;
}

function statesOf(all: readonly ReportState[], months: readonly string[], index: OfficeIndex): readonly ReportState[] {
  return months.map((month) => all[index.months.indexOf(month)] ?? 'not-due');
}

type Marks = Pick<CalendarRow, 'cells' | 'missing'>;

function isOwed({ cells, missing }: Marks, place: number): boolean {
  return cells[place] === 'unreported' || (missing[place] ?? '') !== '';
}

function isLate(marks: Marks): boolean {
  return isOwed(
    marks,
    marks.cells.findLastIndex((state) => state !== 'not-due'),
  );
}

/** The months that an office owes in whole or in part, by their place in the year. */
function owed(marks: Marks): readonly number[] {
  return marks.cells.flatMap((_, place) => (isOwed(marks, place) ? [place] : []));
}

/** '報告あり', '遅れて報告', '一部未報告（相談受付）'. */
export function wordOfCell({ cells, late, missing }: CalendarRow, place: number, language: Language): string {
  const state = cells[place] ?? 'not-due';
  const sources = missing[place] ?? '';
  if (state !== 'unreported' && sources !== '') return say(statusWords.partly, language, { sources });
  return say(late[place] === true ? statusWords.late : reportStates[state].word, language);
}

/** '桐野市福祉課の会議の報告が6月から5か月ありません', where publish found a tab silent in these months. */
function saySilence(index: OfficeIndex, months: readonly string[], language: Language): string | null {
  const silences = index.signals.flatMap((signal) =>
    signal.kind === 'silence' && months.some((month) => month >= signal.since) ? [signal] : [],
  );
  const [longest] = silences;
  if (longest === undefined) return null;
  const offices = new Set(silences.map(({ office }) => office)).size;
  if (offices > 1) return say(statusWords.findingSilentMany, language, { offices });
  return say(statusWords.findingSilent, language, {
    office: longest.office,
    source: sourceWord(longest.source, language),
    month: formatMonthAlone(longest.since, language),
    months: longest.months,
  });
}

function sayCalendar(
  index: OfficeIndex,
  rows: readonly CalendarRow[],
  months: readonly string[],
  language: Language,
): string {
  const offices = rows.filter(({ depth }) => depth === 0);
  if (offices.every(({ cells }) => cells.every((state) => state === 'not-due')))
    return statusWords.findingNothingDue[language];
  const behind = offices.filter((row) => owed(row).length > 0);
  const [first] = behind;
  // An office that reports something every month may have let one of its tabs lie.
  const silence = behind.some(({ cells }) => cells.includes('unreported')) ? null : saySilence(index, months, language);
  if (silence !== null) return silence;
  if (first === undefined) {
    const { late } = countMonths(offices);
    return late === 0
      ? statusWords.findingComplete[language]
      : say(statusWords.findingCompleteLate, language, { late });
  }
  if (behind.length > 1) return say(statusWords.findingLateMany, language, { offices: behind.length });
  const places = owed(first);
  const start = places[0] ?? 0;
  const isRun = first.isLate && places.every((place, step) => place === start + step);
  const facts = { office: first.label, months: places.length, month: formatMonthAlone(months[start] ?? '', language) };
  return say(isRun ? statusWords.findingLate : statusWords.findingSomeMissing, language, facts);
}

function rowOf(report: OfficeReport, months: readonly string[], index: OfficeIndex, language: Language): CalendarRow {
  const cells = statesOf(report.months, months, index);
  const missing = months.map((month, place) =>
    cells[place] === 'unreported' ? '' : nameSources(report.missing[month] ?? [], language),
  );
  return {
    key: report.workbook,
    label: report.office,
    depth: 0,
    isHeld: report.held !== null,
    cells,
    late: months.map((month) => report.late[index.months.indexOf(month)] === true),
    missing,
    last: report.dataUntil === null ? '' : formatDay(report.dataUntil, language),
    isLate: isLate({ cells, missing }),
  };
}

function nameSources(sources: readonly string[], language: Language): string {
  return sources.map((source) => sourceWord(source, language)).join(language === 'ja' ? '・' : ', ');
}

/** A tab is 未報告 where its report is due and missing: a meeting every quarter is not, until the next one is late. */
function stateOfTab(state: ReportState, isMissing: boolean): ReportState {
  if (isMissing) return 'unreported';
  return state === 'unreported' ? 'not-due' : state;
}

function sourceRows(
  report: OfficeReport,
  months: readonly string[],
  index: OfficeIndex,
  language: Language,
): readonly CalendarRow[] {
  return sourcePhrases.flatMap(([source, phrase]) => {
    const all = report.sources[source];
    if (all === undefined) return [];
    const states = statesOf(all, months, index);
    const cells = months.map((month, place) =>
      stateOfTab(states[place] ?? 'not-due', report.missing[month]?.includes(source) === true),
    );
    return [
      {
        key: `${report.workbook}/${source}`,
        label: phrase[language],
        depth: 1,
        isHeld: false,
        cells,
        late: [],
        missing: [],
        last: '',
        isLate: isLate({ cells, missing: [] }),
      },
    ];
  });
}

/** The last month of which any office has or owes a report; the first one of a year that has not begun. */
export function newestMonth({ months, rows }: Pick<ReportCalendar, 'months' | 'rows'>): string {
  const isDue = (_: unknown, place: number) => rows.some(({ cells }) => (cells[place] ?? 'not-due') !== 'not-due');
  return (months.findLast(isDue) ?? months[0])?.month ?? '';
}

/** The calendar of a fiscal year ('FY2024'); with the tabs of each office below it where `isBySource`. */
export function shapeReportCalendar(
  index: OfficeIndex,
  { year, isBySource, language }: { readonly year: string; readonly isBySource: boolean; readonly language: Language },
): ReportCalendar {
  const months = monthsOf(year);
  const measure = say(statusWords.calendarMeasure, language, { year: formatPeriod(year, language) });
  const rows = index.offices.flatMap((report) => [
    rowOf(report, months, index, language),
    ...(isBySource ? sourceRows(report, months, index, language) : []),
  ]);
  return {
    title: sayCalendar(index, rows, months, language),
    measure,
    counted: sayMonthCounts(measure, countMonths(rows), language),
    months: months.map((month) => ({
      month,
      label: formatMonthAlone(month, language),
      name: formatPeriod(month, language),
    })),
    rows,
    ...countReports(index, year),
  };
}
