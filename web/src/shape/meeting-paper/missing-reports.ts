/** What is missing from the meeting paper: by office, the months of its period without a report, and what is held. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { paperWords } from '#sheets-schema/vocabulary/words/export.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatDay } from '../figures/format.ts';
import { nameMonths } from '../periods/month-names.ts';
import { monthsOf } from '../periods/periods.ts';
import { countReports } from '../reports/reporting.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';

type OfficeReport = OfficeIndex['offices'][number];

/** '8〜9月'; '' where nothing is missing. */
function missingMonths(index: OfficeIndex, report: OfficeReport, period: string, language: Language): string {
  const wanted = new Set(monthsOf(period));
  const missing = index.months.filter(
    (month, position) =>
      wanted.has(month) && (report.months[position] === 'unreported' || (report.missing[month] ?? []).length > 0),
  );
  return nameMonths(missing, language);
}

/** One sentence an office, at most `most`, then how many more. One sentence where nothing is missing. */
export function sayMissing(
  index: OfficeIndex,
  { period, language, most }: { readonly period: string; readonly language: Language; readonly most: number },
): readonly string[] {
  const lines = index.offices
    .map((report) => ({ office: report.office, months: missingMonths(index, report, period, language) }))
    .filter(({ months }) => months !== '')
    .map((facts) => say(paperWords.missingOf, language, facts));
  if (lines.length > most)
    return [...lines.slice(0, most), say(paperWords.missingMore, language, { count: lines.length - most })];
  if (lines.length > 0) return lines;
  return [
    countReports(index, period).due === 0 ? sayNothingDue(index, language) : say(paperWords.missingNone, language),
  ];
}

/** Without months there are yearly totals, or nothing at all. */
function sayNothingDue(index: OfficeIndex, language: Language): string {
  return say(index.dataUntil === null ? paperWords.missingAll : paperWords.missingNoneDue, language);
}

/** How far the figures reach and how complete they are, as sentences. */
export function sayCoverage(index: OfficeIndex, period: string, language: Language): readonly string[] {
  const { due, reported } = countReports(index, period);
  return [
    index.municipality.isFictional ? say(paperWords.fictional, language) : '',
    index.dataUntil === null ? '' : say(paperWords.reach, language, { day: formatDay(index.dataUntil, language) }),
    due === 0 ? sayNothingDue(index, language) : say(paperWords.partly, language, { due, reported }),
    index.audience.startsWith('office:') ? say(paperWords.exact, language) : '',
  ].filter(Boolean);
}

/** Reports and rows by office, at the end of the paper. */
export function shapeCoverageTable(index: OfficeIndex, period: string, language: Language): TableModel {
  const count = (value: number): TableCell => ({
    kind: 'figure',
    figure: value === 0 ? { state: 'zero', value: 0 } : { state: 'value', value },
    decimals: 0,
  });
  const text = (words: string | null): TableCell =>
    words === null || words === '' ? { kind: 'blank' } : { kind: 'text', text: words };
  return {
    caption: say(paperWords.tableOffices, language),
    rowHeader: say(paperWords.columnOffice, language),
    columns: [
      { key: 'missing', label: say(paperWords.columnMissing, language), isText: true },
      { key: 'until', label: say(paperWords.columnUntil, language), isText: true },
      { key: 'read', label: say(paperWords.columnRead, language) },
      { key: 'accepted', label: say(paperWords.columnAccepted, language) },
      { key: 'held', label: say(paperWords.columnHeld, language), isText: true },
    ],
    rows: index.offices.map((report) => ({
      key: report.workbook,
      label: report.office,
      cells: [
        text(missingMonths(index, report, period, language)),
        text(report.dataUntil === null ? null : formatDay(report.dataUntil, language)),
        count(report.rowsRead),
        count(report.rowsAccepted),
        text(
          report.held === null
            ? null
            : say(paperWords.heldSince, language, { since: formatDay(report.held.since, language) }),
        ),
      ],
    })),
  };
}
