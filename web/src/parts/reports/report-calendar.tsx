/** The calendar office × month: a mark for eyes, the word for everyone; 0 and not reported never look alike. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OfficeIndex, ReportState } from '#functions/publish/release.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { rowsOfCell } from '../../shape/reports/cell-rows.ts';
import { type CalendarRow, newestMonth, type ReportCalendar, wordOfCell } from '../../shape/reports/report-rows.ts';
import type { RowsQuery } from '../../shape/rows/rows-query.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { TableFrame } from '../figure/table-frame.tsx';
import { OpenRows } from '../rows/open-rows.tsx';

/** How a month is drawn: its state, or late, or with tabs missing. */
type Look = ReportState | 'late' | 'partly';

const signs: Readonly<Record<Look, string>> = {
  reported: '',
  late: '',
  zero: '0',
  unreported: '…',
  partly: '…',
  'not-due': '・',
};

function lookOf({ cells, late, missing }: CalendarRow, place: number): Look {
  const state = cells[place] ?? 'not-due';
  if (state !== 'unreported' && (missing[place] ?? '') !== '') return 'partly';
  return late[place] === true ? 'late' : state;
}

/** One month: ●, ◐, ⓪, … on hatch, … in a broken ring where some tabs are missing, ・; a second ring where the office is held. */
export function ReportMark({ look, isHeld = false }: { look: Look; isHeld?: boolean }) {
  return (
    <span class={`report report-${look}${isHeld && look !== 'not-due' ? ' report-held' : ''}`} aria-hidden="true">
      {look === 'unreported' ? <b>{signs[look]}</b> : signs[look]}
    </span>
  );
}

/** A month with rows leads to them. */
function Cell({ row, place, rows }: { row: CalendarRow; place: number; rows: RowsQuery | null }) {
  const mark = (
    <>
      <ReportMark look={lookOf(row, place)} isHeld={row.isHeld} />
      <span class="visually-hidden">{wordOfCell(row, place, language.value)}</span>
    </>
  );
  return rows === null ? mark : <OpenRows query={rows}>{mark}</OpenRows>;
}

function Row({ row, calendar, of }: { row: CalendarRow; calendar: ReportCalendar; of: OfficeIndex }) {
  const lang = language.value;
  return (
    <tr class={row.depth === 1 ? 'source-row' : undefined} data-row={row.key}>
      <th scope="row">
        {row.label}
        {row.isHeld && <span class="badge badge-warn">{say(statusWords.waiting, lang)}</span>}
      </th>
      {calendar.months.map(({ month }, place) => (
        <td key={month} data-state={lookOf(row, place)}>
          <Cell row={row} place={place} rows={rowsOfCell(of, row.key, month)} />
        </td>
      ))}
      <td class={`last${row.isLate ? ' warn' : ''}`}>{row.last}</td>
    </tr>
  );
}

function Legend({ calendar }: { calendar: ReportCalendar }) {
  const lang = language.value;
  const looks: readonly Look[] = ['reported', 'late', 'zero', 'partly', 'unreported', 'not-due'];
  const words = {
    reported: statusWords.legendReported,
    late: statusWords.legendLate,
    partly: statusWords.legendPartly,
    zero: statusWords.legendZero,
    unreported: statusWords.legendUnreported,
    'not-due': statusWords.legendNotDue,
  } as const;
  const used = new Set(calendar.rows.flatMap((row) => calendar.months.map((_, place) => lookOf(row, place))));
  return (
    <p class="legend calendar-legend">
      {looks
        .filter((look) => used.has(look))
        .map((look) => (
          <span key={look}>
            <ReportMark look={look} />
            {say(words[look], lang)}
          </span>
        ))}
      {calendar.rows.some(({ isHeld }) => isHeld) && (
        <span>
          <ReportMark look="reported" isHeld />
          {say(statusWords.legendHeld, lang)}
        </span>
      )}
    </p>
  );
}

/** Where not all months find room, the newest that is due stands at the right edge; older ones are reached to the left of it. */
function useNewestInSight(newest: string) {
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    const frame = table.current?.closest('.table-frame');
    const head = table.current?.querySelector<HTMLElement>(`[data-month="${newest}"]`);
    if (frame === null || frame === undefined || head === null || head === undefined) return;
    frame.scrollLeft = head.offsetLeft + head.offsetWidth - frame.clientWidth;
  }, [newest]);
  return table;
}

export function CalendarTable({ calendar, of }: { calendar: ReportCalendar; of: OfficeIndex }) {
  const lang = language.value;
  const table = useNewestInSight(newestMonth(calendar));
  return (
    <>
      <TableFrame label={calendar.measure}>
        <table ref={table} class="figures calendar">
          <caption class="visually-hidden">{calendar.measure}</caption>
          <thead>
            <tr>
              <th scope="col">{say(statusWords.columnOffice, lang)}</th>
              {calendar.months.map(({ month, label, name }) => (
                <th key={month} scope="col" data-month={month}>
                  <abbr title={name}>{label}</abbr>
                </th>
              ))}
              <th scope="col" class="last">
                {say(statusWords.columnLast, lang)}
              </th>
            </tr>
          </thead>
          <tbody>
            {calendar.rows.map((row) => (
              <Row key={row.key} row={row} calendar={calendar} of={of} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Legend calendar={calendar} />
    </>
  );
}
