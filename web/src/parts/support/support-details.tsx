/** What was done by kind, from the rows of 支援記録, 会議 and 地域活動; a tab that was not reported says so by name. */
import type { ComponentChildren } from 'preact';
import type { SupportPeriod } from '#functions/publish/detail.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { Matrix, MatrixLegend } from '../../charts/matrix.tsx';
import { formatPeriod } from '../../shape/figures/format.ts';
import { sayMissing, sayRowCoverage } from '../../shape/flow/coverage.ts';
import { type DrawnPlace, leadKinds, leadMatrix } from '../../shape/rows/lead-details.ts';
import { say } from '../../shape/say.ts';
import { crossFinding, crossModel } from '../../shape/support/support-cross.ts';
import {
  activityKindShape,
  type KindShape,
  kindTable,
  meetingKindShape,
  methodKinds,
  programmeKinds,
} from '../../shape/support/support-kinds.ts';
import { perCaseBars, perCaseTable, perCaseWords } from '../../shape/support/support-per-case.ts';
import { matrixTable } from '../../shape/targets/matrix-model.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { KindBars } from './kind-bars.tsx';
import { PerCaseBars } from './per-case-bars.tsx';

/** A figure in words only: its name and why there is nothing to draw. */
function Unsaid({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="figure" aria-labelledby={`${id}-title`} data-figure={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="state-block" role="status">
        {children}
      </p>
    </section>
  );
}

function Kinds({
  id,
  shape,
  measure,
  notes,
}: {
  id: string;
  shape: KindShape;
  measure: string;
  notes?: readonly string[];
}) {
  return (
    <FigureFrame
      id={id}
      title={shape.title}
      measure={measure}
      table={kindTable(shape, `${shape.title} ${measure}`)}
      {...(notes === undefined ? {} : { notes })}
      isSourceElsewhere
    >
      <KindBars shape={shape} caption={`${shape.title} ${measure}`} />
    </FigureFrame>
  );
}

function Actions({
  actions,
  facts,
  notes,
}: {
  actions: SupportPeriod['actions'];
  facts: Facts;
  notes: readonly string[];
}) {
  const lang = language.value;
  if (actions === null || actions.methods.length === 0)
    return (
      <div class="span-7">
        <Unsaid id="methods" title={say(supportWords.methodsTitle, lang)}>
          {say(supportWords.noPart, lang, { period: facts.period, tab: say(supportWords.tabActions, lang) })}
        </Unsaid>
      </div>
    );
  const cross = leadMatrix(crossModel(actions, lang), facts.at, {
    series: 'N02',
    rows: 'method',
    columns: 'programme',
  });
  const crossMeasure = say(supportWords.crossMeasure, lang);
  const crossTitle = crossFinding(actions, lang);
  return (
    <>
      <div class="span-7">
        <Kinds
          id="methods"
          shape={leadKinds(methodKinds(actions, lang), facts.at, { by: 'method', series: ['N02', 'minutes'] })}
          measure={say(supportWords.methodsMeasure, lang, { place: facts.place, period: facts.period })}
          notes={notes}
        />
      </div>
      <div class="span-5">
        <Kinds
          id="programmes"
          shape={leadKinds(programmeKinds(actions, lang), facts.at, { by: 'programme', series: ['N02'] })}
          measure={say(supportWords.programmesMeasure, lang)}
          notes={notes}
        />
      </div>
      <div class="span-7">
        <FigureFrame
          id="cross"
          title={crossTitle}
          measure={crossMeasure}
          table={matrixTable(cross, `${crossTitle} ${crossMeasure}`)}
          legend={<MatrixLegend model={cross} scale={say(supportWords.actions, lang)} />}
          notes={notes}
          isSourceElsewhere
        >
          <Matrix model={cross} caption={`${crossTitle} ${crossMeasure}`} />
        </FigureFrame>
      </div>
    </>
  );
}

function PerCase({
  perCase,
  at,
  notes,
}: {
  perCase: SupportPeriod['perCase'];
  at: DrawnPlace;
  notes: readonly string[];
}) {
  const lang = language.value;
  if (perCase === null || perCase.cases === 0)
    return (
      <Unsaid id="per-case" title={say(supportWords.perCaseTitle, lang)}>
        {say(supportWords.perCaseNone, lang)}
      </Unsaid>
    );
  const { title, measure, median } = perCaseWords(perCase, lang);
  return (
    <FigureFrame
      id="per-case"
      title={title}
      measure={measure}
      table={perCaseTable(perCase, { caption: `${title} ${measure}`, language: lang, place: at })}
      legend={
        <span>
          <i class="median-key" aria-hidden="true" />
          {median}
        </span>
      }
      notes={notes}
      isSourceElsewhere
    >
      <PerCaseBars bars={perCaseBars(perCase, lang, at)} caption={`${title} ${measure}`} median={median} />
    </FigureFrame>
  );
}

interface Facts {
  readonly place: string;
  readonly period: string;
  /** Where the rows of the figures lie. */
  readonly at: DrawnPlace;
}

/** `notes` say which filters these figures cannot follow. */
export function SupportDetails(props: {
  readonly told: SupportPeriod;
  readonly area: string;
  readonly place: string;
  readonly period: string;
  readonly of: OfficeIndex;
  readonly notes: readonly string[];
}) {
  const { told, period } = props;
  const lang = language.value;
  const notesOf = (series: string) => [
    ...props.notes,
    ...sayRowCoverage(told, series, lang),
    ...sayMissing(props.of, { series, period, language: lang }),
  ];
  const at = { area: props.area, period };
  const facts: Facts = { place: props.place, period: formatPeriod(period, lang), at };
  const { meetings, activities } = told;
  return (
    <>
      <Actions actions={told.actions} facts={facts} notes={notesOf('N02')} />
      <div class="span-5">
        <PerCase perCase={told.perCase} at={at} notes={notesOf('N02')} />
      </div>
      <div class="span-6">
        {meetings === null || meetings.length === 0 ? (
          <Unsaid id="meetings" title={say(supportWords.meetingsTitle, lang)}>
            {say(supportWords.noPart, lang, { period: facts.period, tab: say(supportWords.tabMeetings, lang) })}
          </Unsaid>
        ) : (
          <Kinds
            id="meetings"
            shape={leadKinds(meetingKindShape(meetings, lang), at, {
              by: 'kind',
              series: ['N09', 'N10', 'N11', 'agencies'],
            })}
            measure={say(supportWords.meetingsMeasure, lang, { place: facts.place, period: facts.period })}
            notes={notesOf('N09')}
          />
        )}
      </div>
      <div class="span-6">
        {activities === null || activities.length === 0 ? (
          <Unsaid id="activities" title={say(supportWords.activitiesTitle, lang)}>
            {say(supportWords.noPart, lang, { period: facts.period, tab: say(supportWords.tabActivities, lang) })}
          </Unsaid>
        ) : (
          <Kinds
            id="activities"
            shape={leadKinds(activityKindShape(activities, lang), at, {
              by: 'kind',
              series: ['N12', 'N13', 'N14', 'N15'],
            })}
            measure={say(supportWords.activitiesMeasure, lang, { place: facts.place, period: facts.period })}
            notes={[say(supportWords.notePlaces, lang), ...notesOf('N12')]}
          />
        )}
      </div>
    </>
  );
}
