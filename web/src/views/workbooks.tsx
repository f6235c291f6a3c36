/** データの状態: who has not reported, what could not be counted and how to mend it, and which workbooks are held. */
import { useState } from 'preact/hooks';
import type { Figure } from '#functions/domain/figure.ts';
import type { FindingsObject, OfficeIndex } from '#functions/publish/release.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { useCut, useFindings } from '../loaders.ts';
import { FigureTable } from '../parts/figure/figure-table.tsx';
import { SourceLine } from '../parts/figure/source-line.tsx';
import { ChoiceSwitch } from '../parts/frame/choice-switch.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Settled } from '../parts/frame/states.tsx';
import { FindingList } from '../parts/reports/finding-list.tsx';
import { CalendarTable } from '../parts/reports/report-calendar.tsx';
import { formatDay, formatFigure, formatNumber, formatPeriod } from '../shape/figures/format.ts';
import { readFigure } from '../shape/figures/read-figure.ts';
import { fiscalYearOf, yearBefore } from '../shape/periods/periods.ts';
import { type FindingFilter, type FindingKind, shapeFindingKinds } from '../shape/reports/finding-rows.ts';
import { shapeOfficeTable } from '../shape/reports/office-table.ts';
import { type ReportCalendar, shapeReportCalendar } from '../shape/reports/report-rows.ts';
import { say } from '../shape/say.ts';
import { index, language, selection } from '../signals.ts';
import '../styles/workbooks.css';

function Tile(props: { readonly name: string; readonly value: string; readonly notes: readonly string[] }) {
  return (
    <div class="quality-tile">
      <dt>{props.name}</dt>
      <dd>
        <strong class={/^[\d−]/.test(props.value) ? undefined : 'word'}>{props.value}</strong>
        {props.notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </dd>
    </div>
  );
}

/** Q01 to Q03 of the year as published, and how many workbooks are held. */
function Tiles({ of, year, calendar }: { of: OfficeIndex; year: string; calendar: ReportCalendar }) {
  const lang = language.value;
  const root = of.municipality.code;
  const cut = useCut(`area/${root}`);
  const read = (series: string, period: string): Figure =>
    cut.status === 'ready'
      ? readFigure(cut.value, { series, area: root, pathway: 'all', target: 'all', period })
      : { state: 'n/a' };
  const print = (figure: Figure, decimals: number, unit: string) =>
    'value' in figure ? `${formatFigure(figure, decimals, lang)}${unit}` : formatFigure(figure, decimals, lang);
  const days = lang === 'ja' ? '日' : ' days';
  const before = (series: string, decimals: number, unit: string) => {
    const figure = read(series, yearBefore(year));
    return 'value' in figure ? [say(statusWords.sameBefore, lang, { value: print(figure, decimals, unit) })] : [];
  };
  const timeliness = read('Q03', year);
  const held = of.offices.filter((report) => report.held !== null);
  return (
    <dl class="quality-tiles">
      <Tile
        name={say(statusWords.reportingRate, lang)}
        value={print(read('Q01', year), 1, '%')}
        notes={[
          ...(calendar.due > 0
            ? [say(statusWords.reportingRateNote, lang, { due: calendar.due, reported: calendar.reported })]
            : [say(statusWords.yearlyOnly, lang)]),
          ...before('Q01', 1, '%'),
        ]}
      />
      <Tile
        name={say(statusWords.acceptanceRate, lang)}
        value={print(read('Q02', year), 1, '%')}
        notes={[say(statusWords.acceptanceRateNote, lang), ...before('Q02', 1, '%')]}
      />
      <Tile
        name={say(statusWords.daysToReport, lang)}
        value={'value' in timeliness ? print(timeliness, 0, days) : say(statusWords.daysToReportUnknown, lang)}
        notes={
          'value' in timeliness
            ? [say(statusWords.daysToReportNote, lang), ...before('Q03', 0, days)]
            : [say(statusWords.daysToReportUnknownNote, lang)]
        }
      />
      <Tile
        name={say(statusWords.waiting, lang)}
        value={held.length === 0 ? say(statusWords.waitingNone, lang) : `${held.length}${lang === 'ja' ? '件' : ''}`}
        notes={held.slice(0, 3).map(({ office, held: hold }) => {
          const since = formatDay(hold?.since ?? '', lang);
          return say(statusWords.waitingFile, lang, { office, since });
        })}
      />
    </dl>
  );
}

function Held({ of }: { of: OfficeIndex }) {
  const lang = language.value;
  const held = of.offices.flatMap((report) => (report.held === null ? [] : [{ ...report, held: report.held }]));
  if (held.length === 0) return null;
  return (
    <section class="section" aria-labelledby="held-title">
      <h2 id="held-title">{say(statusWords.heldTitle, lang, { count: held.length })}</h2>
      <ul class="held">
        {held.map((report) => (
          <li key={report.workbook}>
            <p>
              <strong>{report.office}</strong> <span class="measure">{report.fileName}</span>{' '}
              <span class="measure">
                {say(statusWords.heldSince, lang, { since: formatDay(report.held.since, lang) })}
              </span>
            </p>
            <p>{report.held.reason[lang]}</p>
            <p>
              {report.dataUntil === null
                ? say(statusWords.heldNone, lang)
                : say(statusWords.heldLast, lang, { until: formatDay(report.dataUntil, lang) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kinds(props: {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly kinds: readonly FindingKind[];
  readonly onChoose: (kind: FindingKind) => void;
}) {
  const lang = language.value;
  return (
    <section class="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.kinds.length > 0 && <p class="measure">{props.measure}</p>}
      <ul class="kinds">
        {props.kinds.map((kind) => (
          <li key={kind.code}>
            <div>
              <h3>{kind.title}</h3>
              <p>{kind.mend}</p>
            </div>
            <button type="button" class="link-button" onClick={() => props.onChoose(kind)}>
              <strong>{formatNumber(kind.count)}</strong>
              {say(statusWords.placesUnit, lang)}
              <span class="visually-hidden">{say(statusWords.showThese, lang)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function total(kinds: readonly FindingKind[]): number {
  return kinds.reduce((sum, { count }) => sum + count, 0);
}

function Status({ of, findings, year }: { of: OfficeIndex; findings: FindingsObject; year: string }) {
  const lang = language.value;
  const [isBySource, setBySource] = useState(false);
  const [filter, setFilter] = useState<FindingFilter>({ workbook: null, severity: null, code: null });
  const calendar = shapeReportCalendar(of, { year, isBySource, language: lang });
  const kinds = shapeFindingKinds(findings, lang);
  const errors = kinds.filter(({ severity }) => severity === 'error');
  const notices = kinds.filter(({ severity }) => severity === 'notice');
  const choose = (kind: FindingKind) => {
    setFilter({ workbook: null, severity: kind.severity, code: kind.code });
    document.querySelector('#findings')?.scrollIntoView();
  };
  const hasSources = of.offices.some(({ sources }) => Object.keys(sources).length > 0);
  return (
    <>
      <Tiles of={of} year={year} calendar={calendar} />
      <div class="columns status-columns">
        <div class="span-8 stack">
          <section class="figure" aria-labelledby="calendar-title" data-figure="calendar">
            <div class="figure-head">
              <h2 id="calendar-title">{calendar.title}</h2>
              {hasSources && (
                <ChoiceSwitch
                  label={say(statusWords.detailChoice, lang)}
                  isLabelHidden
                  choices={[
                    { key: 'office', label: say(statusWords.byOffice, lang) },
                    { key: 'source', label: say(statusWords.bySource, lang) },
                  ]}
                  chosen={isBySource ? 'source' : 'office'}
                  onChoose={(key) => setBySource(key === 'source')}
                />
              )}
            </div>
            <p class="measure">{calendar.measure}</p>
            <CalendarTable calendar={calendar} />
            <SourceLine />
          </section>
          <Held of={of} />
          <FindingList findings={findings} kinds={kinds} filter={filter} onFilter={setFilter} />
        </div>
        <div class="span-4 stack">
          <Kinds
            id="errors-title"
            title={
              errors.length === 0
                ? say(statusWords.refusedNone, lang)
                : say(statusWords.refusedTitle, lang, { count: formatNumber(total(errors)) })
            }
            measure={say(statusWords.refusedMeasure, lang)}
            kinds={errors}
            onChoose={choose}
          />
          {notices.length > 0 && (
            <Kinds
              id="notices-title"
              title={say(statusWords.noticeTitle, lang, { count: formatNumber(total(notices)) })}
              measure={say(statusWords.noticeMeasure, lang)}
              kinds={notices}
              onChoose={choose}
            />
          )}
        </div>
        <section class="figure span-12" aria-labelledby="offices-title">
          <h2 id="offices-title">{say(statusWords.officesTitle, lang)}</h2>
          <p class="measure">{say(statusWords.officesMeasure, lang)}</p>
          <FigureTable model={shapeOfficeTable(of, lang)} />
        </section>
      </div>
    </>
  );
}

export default function WorkbooksView() {
  const lang = language.value;
  const loaded = useFindings();
  const ready = index.value;
  const of = ready.status === 'ready' ? ready.value : null;
  const year = selection.value === null ? null : `FY${fiscalYearOf(selection.value.period)}`;
  const shown =
    of === null || year === null
      ? ''
      : [
          of.municipality.name,
          formatPeriod(year, lang),
          say(statusWords.offices, lang, { count: of.offices.length }),
        ].join(lang === 'ja' ? ' ' : ', ');
  return (
    <>
      <PageHead page={pageWords.status} shown={shown} />
      <Settled of={loaded}>
        {(findings) => (of === null || year === null ? null : <Status of={of} findings={findings} year={year} />)}
      </Settled>
    </>
  );
}
