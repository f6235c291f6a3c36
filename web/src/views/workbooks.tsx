/** データの状態: who has not reported, what could not be counted and how to mend it, and which workbooks are held. */
import { useEffect, useRef } from 'preact/hooks';
import type { CorrectionsObject } from '#functions/publish/detail.ts';
import type { FindingsObject, OfficeIndex } from '#functions/publish/release.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { useCut, useDetail, useFindings, useWorkbooks } from '../loaders.ts';
import { FigureFrame } from '../parts/figure/figure-frame.tsx';
import { UnknownChoices } from '../parts/frame/address-notes.tsx';
import { ChoiceSwitch } from '../parts/frame/choice-switch.tsx';
import { Later } from '../parts/frame/later.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { PartsMissing, Settled } from '../parts/frame/states.tsx';
import { CorrectionList } from '../parts/reports/correction-list.tsx';
import { FindingKinds } from '../parts/reports/finding-kinds.tsx';
import { FindingList } from '../parts/reports/finding-list.tsx';
import { HeldOffices } from '../parts/reports/held-offices.tsx';
import { QualityLines } from '../parts/reports/quality-lines.tsx';
import { QualityTiles } from '../parts/reports/quality-tiles.tsx';
import { CalendarTable } from '../parts/reports/report-calendar.tsx';
import { WorkbookStatus } from '../parts/reports/workbook-status.tsx';
import { formatMoment, formatNumber, formatPeriod } from '../shape/figures/format.ts';
import { fiscalYearOf } from '../shape/periods/periods.ts';
import { calendarTable } from '../shape/reports/calendar-table.ts';
import { sayCurrency } from '../shape/reports/currency.ts';
import { printFindingFilter, readFindingFilter } from '../shape/reports/finding-filter.ts';
import { type FindingFilter, type FindingKind, shapeFindingKinds } from '../shape/reports/finding-rows.ts';
import { shapeOfficeTable } from '../shape/reports/office-table.ts';
import { shapeReportCalendar } from '../shape/reports/report-rows.ts';
import { say } from '../shape/say.ts';
import { overviewCutFor } from '../shape/selection.ts';
import { index, language, navigate, selection, session, viewState } from '../signals.ts';
import '../styles/workbooks.css';

function total(kinds: readonly FindingKind[]): number {
  return kinds.reduce((sum, { count }) => sum + count, 0);
}

function Status({ of, findings, year }: { of: OfficeIndex; findings: FindingsObject; year: string }) {
  const lang = language.value;
  const filter = readFindingFilter(findings, viewState.value);
  const setFilter = (wanted: FindingFilter) => navigate(printFindingFilter(findings, wanted));
  const corrections = useDetail<CorrectionsObject>('corrections');
  const workbooks = useWorkbooks();
  const { show } = viewState.value;
  // What stands below the workbooks waits until it is first known whether they stand there.
  const placed = useRef(false);
  placed.current ||= workbooks.status !== 'loading';
  const isPlaced = placed.current;
  const isLedgerThere = corrections.status === 'ready' && isPlaced;
  useEffect(() => {
    if (show === 'corrections' && isLedgerThere)
      document.querySelector('[data-figure="corrections"]')?.scrollIntoView();
  }, [show, isLedgerThere]);
  const cut = useCut(overviewCutFor({ area: of.municipality.code, pathway: 'all', target: 'all' }, of));
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  const isBySource = show === 'sources';
  const calendar = shapeReportCalendar(of, { year, isBySource, language: lang });
  const currency = sayCurrency(of, { year, language: lang });
  const kinds = shapeFindingKinds(findings, lang);
  const errors = kinds.filter(({ severity }) => severity === 'error');
  const notices = kinds.filter(({ severity }) => severity === 'notice');
  const choose = (kind: FindingKind) => {
    setFilter({ workbook: null, severity: kind.severity, code: kind.code });
    document.querySelector('#findings')?.scrollIntoView();
    document.querySelector<HTMLElement>('#finding-kind')?.focus({ preventScroll: true });
  };
  const hasSources = of.offices.some(({ sources }) => Object.keys(sources).length > 0);
  return (
    <>
      <UnknownChoices read={printFindingFilter(findings, filter)} />
      <PartsMissing of={[cut, corrections]} />
      <QualityTiles of={of} cut={cut} year={year} calendar={calendar} />
      {currency.map((sentence) => (
        <p key={sentence} class="currency">
          {sentence}
        </p>
      ))}
      <div class="columns status-columns">
        <div class="span-8 stack">
          <FigureFrame
            id="calendar"
            title={calendar.title}
            measure={calendar.counted}
            name={say(statusWords.calendarName, lang)}
            period={formatPeriod(year, lang)}
            table={calendarTable(calendar, lang)}
          >
            {hasSources && (
              <ChoiceSwitch
                label={say(statusWords.detailChoice, lang)}
                isLabelHidden
                choices={[
                  { key: 'office', label: say(statusWords.byOffice, lang) },
                  { key: 'source', label: say(statusWords.bySource, lang) },
                ]}
                chosen={isBySource ? 'source' : 'office'}
                onChoose={(key) => navigate({ show: key === 'source' ? 'sources' : null })}
              />
            )}
            <CalendarTable calendar={calendar} of={of} />
          </FigureFrame>
          <HeldOffices of={of} />
          {workbooks.status === 'ready' && <WorkbookStatus of={of} answer={workbooks.value} />}
          {cut.status === 'ready' && isPlaced && (
            <Later isNow={show === 'corrections'}>
              <QualityLines of={of} cut={cut.value} year={year} />
            </Later>
          )}
          {corrections.status === 'ready' && isPlaced && (
            <Later isNow={show === 'corrections'}>
              <CorrectionList of={of} corrections={corrections.value} />
            </Later>
          )}
          {isPlaced && (
            <Later>
              <FindingList findings={findings} kinds={kinds} filter={filter} onFilter={setFilter} />
            </Later>
          )}
        </div>
        <div class="span-4 stack">
          <FindingKinds
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
            <FindingKinds
              id="notices-title"
              title={say(statusWords.noticeTitle, lang, { count: formatNumber(total(notices)) })}
              measure={say(statusWords.noticeMeasure, lang)}
              kinds={notices}
              onChoose={choose}
            />
          )}
        </div>
        <div class="span-12 stack">
          {isPlaced && (
            <Later>
              <FigureFrame
                id="offices"
                title={say(statusWords.officesTitle, lang)}
                measure={[
                  say(statusWords.officesMeasure, lang),
                  publishedAt === null
                    ? ''
                    : say(statusWords.lastRun, lang, { moment: formatMoment(publishedAt, lang) }),
                ]
                  .filter(Boolean)
                  .join(lang === 'ja' ? '　' : ' · ')}
                table={shapeOfficeTable(of, lang)}
              />
            </Later>
          )}
        </div>
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
