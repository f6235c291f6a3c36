/** The calendar of reports in words: what is taken along, and what 「表で見る」 shows. */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import type { TableModel } from '../table-model.ts';
import { type ReportCalendar, wordOfCell } from './report-rows.ts';

export function calendarTable(calendar: ReportCalendar, language: Language): TableModel {
  return {
    caption: calendar.measure,
    rowHeader: statusWords.columnOffice[language],
    columns: [
      ...calendar.months.map(({ month, label }) => ({ key: month, label, isText: true })),
      { key: 'last', label: statusWords.columnLast[language], isText: true },
    ],
    rows: calendar.rows.map((row) => ({
      key: row.key,
      label: row.isHeld ? `${row.label}（${statusWords.waiting[language]}）` : row.label,
      depth: row.depth,
      cells: [
        ...row.cells.map((_, place) => ({ kind: 'text', text: wordOfCell(row, place, language) }) as const),
        { kind: 'text', text: row.last } as const,
      ],
    })),
  };
}
