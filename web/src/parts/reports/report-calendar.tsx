/** The calendar office × month: a mark for eyes, the word for everyone; 0 and not reported never look alike. */
import type { ReportState } from '#functions/publish/release.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { type CalendarRow, type ReportCalendar, reportStates } from '../../shape/reports/report-rows.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

/** One month: ●, ⓪, … on hatch, ・; a second ring where the office is held. */
export function ReportMark({ state, isHeld = false }: { state: ReportState; isHeld?: boolean }) {
  return (
    <span class={`report report-${state}${isHeld && state !== 'not-due' ? ' report-held' : ''}`} aria-hidden="true">
      {state === 'zero' ? '0' : state === 'unreported' ? <b>…</b> : state === 'not-due' ? '・' : ''}
    </span>
  );
}

function Row({ row, calendar }: { row: CalendarRow; calendar: ReportCalendar }) {
  const lang = language.value;
  return (
    <tr class={row.depth === 1 ? 'source-row' : undefined} data-row={row.key}>
      <th scope="row">
        {row.label}
        {row.isHeld && <span class="badge badge-warn">{say(statusWords.waiting, lang)}</span>}
      </th>
      {calendar.months.map(({ month }, place) => {
        const state = row.cells[place] ?? 'not-due';
        return (
          <td key={month} data-state={state}>
            <ReportMark state={state} isHeld={row.isHeld} />
            <span class="visually-hidden">{say(reportStates[state].word, lang)}</span>
          </td>
        );
      })}
      <td class={`last${row.isLate ? ' warn' : ''}`}>{row.last}</td>
    </tr>
  );
}

function Legend({ calendar }: { calendar: ReportCalendar }) {
  const lang = language.value;
  const states: readonly ReportState[] = ['reported', 'zero', 'unreported', 'not-due'];
  const words = {
    reported: statusWords.legendReported,
    zero: statusWords.legendZero,
    unreported: statusWords.legendUnreported,
    'not-due': statusWords.legendNotDue,
  } as const;
  const shown = states.filter((state) => calendar.rows.some(({ cells }) => cells.includes(state)));
  return (
    <p class="legend calendar-legend">
      {shown.map((state) => (
        <span key={state}>
          <ReportMark state={state} />
          {say(words[state], lang)}
        </span>
      ))}
      {calendar.rows.some(({ isHeld }) => isHeld) && (
        <span>
          <ReportMark state="reported" isHeld />
          {say(statusWords.legendHeld, lang)}
        </span>
      )}
    </p>
  );
}

export function CalendarTable({ calendar }: { calendar: ReportCalendar }) {
  const lang = language.value;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section class="table-frame" tabIndex={0} aria-label={calendar.measure}>
        <table class="figures calendar">
          <caption class="visually-hidden">{calendar.measure}</caption>
          <thead>
            <tr>
              <th scope="col">{say(statusWords.columnOffice, lang)}</th>
              {calendar.months.map(({ month, label, name }) => (
                <th key={month} scope="col">
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
              <Row key={row.key} row={row} calendar={calendar} />
            ))}
          </tbody>
        </table>
      </section>
      <Legend calendar={calendar} />
    </>
  );
}
