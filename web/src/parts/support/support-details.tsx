/** What was done by kind, from the rows of 支援記録, 会議 and 地域活動; a tab that was not reported says so by name. */
import type { SupportPeriod } from '#functions/publish/detail.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { sayMissing, sayRowCoverage } from '../../shape/flow/coverage.ts';
import { type DrawnPlace, leadKinds } from '../../shape/rows/lead-details.ts';
import { say } from '../../shape/say.ts';
import { activityKindShape, meetingKindShape } from '../../shape/support/support-kinds.ts';
import { perCaseBars, perCaseTable, perCaseWords } from '../../shape/support/support-per-case.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { Later } from '../frame/later.tsx';
import { Kinds, Unsaid } from './kinds-figure.tsx';
import { PerCaseBars } from './per-case-bars.tsx';
import { Actions, type Facts } from './support-actions.tsx';

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
        <Later>
          <PerCase perCase={told.perCase} at={at} notes={notesOf('N02')} />
        </Later>
      </div>
      <div class="span-6">
        {meetings === null || meetings.length === 0 ? (
          <Unsaid id="meetings" title={say(supportWords.meetingsTitle, lang)}>
            {say(supportWords.noPart, lang, { period: facts.period, tab: say(supportWords.tabMeetings, lang) })}
          </Unsaid>
        ) : (
          <Later>
            <Kinds
              id="meetings"
              shapeIt={() =>
                leadKinds(meetingKindShape(meetings, lang), at, {
                  by: 'kind',
                  series: ['N09', 'N10', 'N11', 'agencies'],
                })
              }
              measure={say(supportWords.meetingsMeasure, lang, { place: facts.place, period: facts.period })}
              notes={notesOf('N09')}
            />
          </Later>
        )}
      </div>
      <div class="span-6">
        {activities === null || activities.length === 0 ? (
          <Unsaid id="activities" title={say(supportWords.activitiesTitle, lang)}>
            {say(supportWords.noPart, lang, { period: facts.period, tab: say(supportWords.tabActivities, lang) })}
          </Unsaid>
        ) : (
          <Later>
            <Kinds
              id="activities"
              shapeIt={() =>
                leadKinds(activityKindShape(activities, lang), at, {
                  by: 'kind',
                  series: ['N12', 'N13', 'N14', 'N15'],
                })
              }
              measure={say(supportWords.activitiesMeasure, lang, { place: facts.place, period: facts.period })}
              notes={[say(supportWords.notePlaces, lang), ...notesOf('N12')]}
            />
          </Later>
        )}
      </div>
    </>
  );
}
