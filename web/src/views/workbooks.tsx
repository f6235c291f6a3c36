/** データの状態: who has not reported, what could not be counted and how to mend it, and which workbooks are held. */
import { useState } from 'preact/hooks';
import type { FindingsObject, OfficeIndex } from '#functions/publish/release.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { useCut, useFindings } from '../loaders.ts';
import { FigureTable } from '../parts/figure/figure-table.tsx';
import { SourceLine } from '../parts/figure/source-line.tsx';
import { ChoiceSwitch } from '../parts/frame/choice-switch.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Settled } from '../parts/frame/states.tsx';
import { FindingKinds } from '../parts/reports/finding-kinds.tsx';
import { FindingList } from '../parts/reports/finding-list.tsx';
import { HeldOffices } from '../parts/reports/held-offices.tsx';
import { QualityTiles } from '../parts/reports/quality-tiles.tsx';
import { CalendarTable } from '../parts/reports/report-calendar.tsx';
import { formatNumber, formatPeriod } from '../shape/figures/format.ts';
import { fiscalYearOf } from '../shape/periods/periods.ts';
import { sayCurrency } from '../shape/reports/currency.ts';
import { type FindingFilter, type FindingKind, shapeFindingKinds } from '../shape/reports/finding-rows.ts';
import { shapeOfficeTable } from '../shape/reports/office-table.ts';
import { shapeReportCalendar } from '../shape/reports/report-rows.ts';
import { say } from '../shape/say.ts';
import { index, language, selection } from '../signals.ts';
import '../styles/workbooks.css';

function total(kinds: readonly FindingKind[]): number {
  return kinds.reduce((sum, { count }) => sum + count, 0);
}

function Status({ of, findings, year }: { of: OfficeIndex; findings: FindingsObject; year: string }) {
  const lang = language.value;
  const [isBySource, setBySource] = useState(false);
  const [filter, setFilter] = useState<FindingFilter>({ workbook: null, severity: null, code: null });
  const cut = useCut(`area/${of.municipality.code}`);
  const calendar = shapeReportCalendar(of, { year, isBySource, language: lang });
  const currency = sayCurrency(of, { year, language: lang });
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
      <QualityTiles of={of} cut={cut} year={year} calendar={calendar} />
      {currency.map((sentence) => (
        <p key={sentence} class="currency">
          {sentence}
        </p>
      ))}
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
          <HeldOffices of={of} />
          <FindingList findings={findings} kinds={kinds} filter={filter} onFilter={setFilter} />
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
